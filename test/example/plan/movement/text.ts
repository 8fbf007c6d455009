import { cites, entry, inside, mark, stretch } from '../marks.ts';
import type { PlannedClaim, PlannedList } from '../plan.ts';

/** How the movement began. */
export const beginnings: readonly (PlannedClaim | PlannedList)[] = [
  mark(
    'Organization',
    'movement',
    inside('Russian Socialist Movement (Russian:', 'Russian Socialist Movement'),
    { Country: 'Russia', Role: 'What the article is about' },
    {
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        cites('noviy-region', 'Supports', {
          fit: 'States it',
          quote: 'В Москве создано новое Российское социалистическое движение',
          locator: 'title',
        }),
      ],
    },
  ),
  mark(
    'Date',
    'created',
    inside('It was created in 2011', '2011'),
    { Event: 'Creation of the movement' },
    { workflow: 'Signed off', verdict: 'Accurate' },
  ),
  mark(
    'Person',
    'kothari',
    'Arham Kothari',
    { Role: 'Leader', Affiliation: 'Russian Socialist Movement' },
    {
      workflow: 'Returned',
      verdict: 'Unverifiable',
      tags: ['uncited'],
      note: 'Only here, in the infobox: no reference, and the text never names a leader.',
    },
  ),
  mark(
    'Place',
    'rsm-headquarters',
    'Moscow, Russia',
    { Country: 'Russia', Role: 'Headquarters' },
    { workflow: 'Checking', tags: ['uncited'] },
  ),
  mark(
    'Member',
    'affiliation',
    inside('International affiliationFourth International', 'Fourth International'),
    { List: 'International affiliation of the RSM' },
    {
      workflow: 'Checked',
      verdict: 'Imprecise',
      evidence: [
        {
          stance: 'Partly supports',
          fit: 'States something weaker',
          remark: 'A group within the movement belongs to it, not the movement.',
          passage: {
            document: 'movement',
            words: 'A group of members of the Fourth International was formed within the RSM',
          },
        },
        cites('regroup', 'Mentions', { locator: 'reference 4' }),
      ],
    },
  ),
  mark(
    'Date',
    'conference',
    '7 March 2011',
    { Event: 'Founding conference' },
    {
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        cites('kasparov', 'Supports', {
          locator: 'reference 2',
          remark: 'Printed the next day, 8 March 2011.',
        }),
        cites('noviy-region', 'Supports', {
          locator: 'reference 1',
          remark: 'Two days later; “В Москве создано” in its title.',
        }),
        cites('shevchuk', 'Mentions', { locator: 'reference 3', remark: 'Two days later as well.' }),
      ],
    },
  ),
  {
    list: mark(
      'List',
      'founders',
      stretch(
        'Socialist league Vpered (Forward',
        'Sotsialisticheskoye Soprotivleniye (Socialist Resistance)',
      ),
      {
        Heading: 'Merged',
        'Items, one a line':
          'Socialist league Vpered\nSotsialisticheskoye Soprotivleniye (Socialist Resistance)',
        'List of what': 'Organisations that merged',
        'Whose list': 'RSM',
      },
      { workflow: 'Checked' },
    ),
    entries: {
      oneByOne: true,
      type: 'Member',
      fields: { List: 'RSM: organisations that merged', Country: 'Russia' },
      all: [
        entry('Socialist league Vpered', { key: 'vpered' }),
        entry('Sotsialisticheskoye Soprotivleniye (Socialist Resistance)', { key: 'resistance' }),
      ],
    },
  },
  mark(
    'Date',
    'congress',
    'March 6',
    { Date: '2011-03-06', Event: 'Sixth congress of Vpered' },
    {
      workflow: 'Checked',
      verdict: 'Accurate',
      tags: ['dates'],
      note: 'The year follows from “a day earlier”. 6 March is the day before 7 March: agrees.',
    },
  ),
  mark(
    'Count',
    'two',
    'the two organisations',
    { 'Of what': 'Organisations', Subject: 'The merger' },
    {
      workflow: 'Checked',
      verdict: 'Accurate',
      tags: ['numbers'],
      note: 'Two are named. The lead says “various”.',
    },
  ),
  mark('Date', 'perm-joins', 'April 2011', {
    Event: 'Perm branch of the Revolutionary Workers’ Party joins',
  }),
  mark(
    'Member',
    'perm-branch',
    "Perm branch of the Revolutionary Workers' Party",
    { List: 'RSM: organisations that merged', Country: 'Russia', Role: 'Joined later' },
    {
      workflow: 'Checking',
      evidence: [
        {
          stance: 'Mentions',
          fit: 'Silent',
          remark: 'The party itself went on and signs there beside the RSM: only a branch had joined.',
          passage: { document: 'resolution', words: 'V. Avramchuk (Revolutionary Workers’ Party)' },
        },
      ],
    },
  ),
  mark(
    'Statement',
    'section',
    'A group of members of the Fourth International was formed within the RSM, which has become the new Russian section of the Fourth International',
    { About: 'RSM and the Fourth International' },
    { workflow: 'Checked', evidence: [cites('regroup', 'Mentions', { locator: 'reference 4' })] },
  ),
  {
    list: mark(
      'List',
      'attended',
      stretch('the Institute of Globalisation', 'the French New Anti-Capitalist Party'),
      {
        Heading: 'Represented at the founding conference',
        'List of what': 'Organisations represented',
        'Whose list': 'Founding conference of the RSM',
      },
      {
        workflow: 'Checked',
        evidence: [cites('kasparov', 'Mentions', { remark: 'One of three references after the sentence.' })],
      },
    ),
    entries: {
      type: 'Member',
      fields: { List: 'RSM: represented at the founding conference' },
      all: [
        entry('Institute of Globalisation and Social Movements'),
        entry('Federation of Socialist Youth from St. Petersburg', { fields: { Country: 'Russia' } }),
        entry('Peter Alekseev Resistance Movement'),
        entry('French New Anti-Capitalist Party', { fields: { Country: 'France' } }),
      ],
    },
  },
  mark(
    'Place',
    'petersburg-short',
    'St. Petersburg',
    { Country: 'Russia' },
    { workflow: 'Checked', tags: ['spelling'] },
  ),
  mark(
    'Member',
    'left-front',
    inside('the Central Council representative of the Left Front', 'Left Front'),
    { List: 'RSM: exchange of representatives', Country: 'Russia' },
    { workflow: 'Checked', evidence: [cites('regroup', 'Mentions', { locator: 'reference 4' })] },
  ),
  mark(
    'Count',
    'one-representative',
    'one representative',
    { Subject: 'RSM in the Executive Committee of the Left Front' },
    {
      workflow: 'Checking',
      tags: ['numbers'],
      evidence: [cites('regroup', 'Mentions', { locator: 'reference 4' })],
    },
  ),
  mark(
    'Count',
    'two-actors',
    'two of the key actors',
    { 'Of what': 'Key actors of the Russian left', Subject: 'RSM and Left Front' },
    {
      workflow: 'Checked',
      verdict: 'Not a factual claim',
      tags: ['numbers'],
      note: 'Whose judgement is “key”? Say so, or leave it out.',
    },
  ),
];

/** What the movement wants and does. */
export const work: readonly (PlannedClaim | PlannedList)[] = [
  mark(
    'Quotation',
    'manifesto-title',
    "'Revolution - Democracy - Socialism'",
    { 'Said by': 'RSM', Speaker: 'Title of the manifesto', Language: 'Russian' },
    {
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        cites('manifesto', 'Supports', {
          fit: 'States it',
          quote: '«Революция — демократия — социализм»',
          locator: 'title',
        }),
      ],
    },
  ),
  mark(
    'Quotation',
    'statement-title',
    "'Towards the construction of an organisation of the anti-capitalist left'",
    { Speaker: 'Title of the political statement', Language: 'Russian' },
    {
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        cites('rsm-statement', 'Supports', {
          fit: 'States it',
          quote: '«К построению организации антикапиталистических левых»',
          locator: 'title',
        }),
      ],
    },
  ),
  mark(
    'Statement',
    'defines-itself',
    'the RSM defines itself as an anti-fascist, revolutionary, democratic, socialist organisation',
    { About: 'RSM' },
    {
      workflow: 'Checking',
      evidence: [cites('manifesto', 'Mentions', { fit: 'Unreachable', locator: 'reference 5' })],
    },
  ),
  mark(
    'Quotation',
    'support',
    '"all-round support to all forms of workers\' struggle and self-organisation, primarily through militant trade unions. Defending the interests of the labour movement as a whole, the RSM will develop and strengthen independent and grass-roots trade union movements, focusing itself on a decisive struggle for democratic and anti-capitalist demands."',
    { Speaker: 'Manifesto of the RSM', Language: 'Russian' },
    {
      workflow: 'Checking',
      evidence: [
        cites('manifesto', 'Mentions', {
          fit: 'Unreachable',
          locator: 'reference 5',
          remark:
            'This copy has lost its links; only the day of the archived copy is left. The English words have still to be held against the Russian.',
        }),
      ],
    },
  ),
  mark(
    'Count',
    'branches',
    'more than ten regional branches',
    { Subject: 'RSM' },
    {
      workflow: 'Checked',
      tags: ['numbers'],
      evidence: [cites('noviy-region', 'Mentions', { locator: 'reference 1' })],
    },
  ),
  {
    list: mark(
      'List',
      'cities',
      'Moscow, Saint Petersburg, Kaluga, Novosibirsk, Perm, Saratov, Yaroslavl',
      {
        Heading: 'Centres of regional branches',
        'List of what': 'Cities with a centre of a branch',
        'Whose list': 'RSM',
        'Length the text states': 'more than ten',
      },
      {
        workflow: 'Checked',
        note: 'Seven are named, “and other cities” stands for the rest: no contradiction with “more than ten”.',
      },
    ),
    entries: {
      type: 'Member',
      fields: { List: 'RSM: cities with a branch', Country: 'Russia' },
      all: [
        entry('Moscow', { key: 'city-moscow' }),
        entry('Saint Petersburg', { key: 'petersburg-long', tags: ['spelling'] }),
        entry('Kaluga'),
        entry('Novosibirsk'),
        entry('Perm', { key: 'city-perm' }),
        entry('Saratov'),
        entry('Yaroslavl'),
      ],
    },
  },
  mark(
    'Statement',
    'many-cities',
    'actions were staged in many Russian cities',
    { About: 'Campaign for the right to abortion' },
    {
      workflow: 'In review',
      verdict: 'Unsupported by its source',
      evidence: [
        cites('reproductive', 'Partly supports', {
          fit: 'States something weaker',
          locator: 'reference 7',
          quote: 'A demonstration was held in Moscow on the reproductive rights of Russians',
          remark: 'Moscow alone.',
        }),
        cites('picket', 'Partly supports', {
          fit: 'States something weaker',
          locator: 'reference 8',
          quote: 'Demonstrators picket in St Petersburg',
          remark: 'St Petersburg alone. Two cities are not many.',
        }),
      ],
    },
  ),
  mark(
    'Statement',
    'forests',
    'Members of the organisation were prominent in the campaigns to save the Khimki and Siverskiy forests',
    { About: 'Campaigns for the forests' },
    {
      workflow: 'Checking',
      evidence: [
        cites('khimki', 'Mentions', { locator: 'reference 9' }),
        cites('kozlov', 'Mentions', { locator: 'reference 10' }),
        cites('pravin', 'Mentions', { locator: 'reference 11' }),
        cites('virina', 'Mentions', { locator: 'reference 12' }),
        cites('camp', 'Mentions', { locator: 'reference 13' }),
        cites('flashmob', 'Mentions', { locator: 'reference 14' }),
      ],
      note: 'Six references at the end of the paragraph, for three sentences. Which of them names the movement?',
    },
  ),
  mark(
    'Statement',
    'training-camp',
    'one of the organisers of a training camp for defenders of the forest',
    { About: 'Campaigns for the forests' },
    {
      workflow: 'Checked',
      evidence: [
        cites('camp', 'Contradicts', {
          fit: 'Contradicts',
          locator: 'reference 13',
          quote: 'have decided to break up ecological camp',
          remark: '“Break up”, by the translated title. The Russian words are not given.',
        }),
      ],
    },
  ),
  mark(
    'Organization',
    'newspaper',
    inside('publishes the newspaper Socialist', 'Socialist'),
    { Country: 'Russia', Role: 'Newspaper of the RSM' },
    { tags: ['uncited'] },
  ),
];
