import type { Shift } from './plan.ts';

export const movement: Shift = {
  by: 'Ines Duarte',
  document: 'movement',
  claims: [
    {
      key: 'kothari',
      words: 'Arham Kothari',
      type: 'Person',
      fields: { Role: 'Leader', Affiliation: 'Russian Socialist Movement' },
      workflow: 'Checked',
      verdict: 'Unverifiable',
      note: 'Only here, in the infobox: no reference, and the text never names a leader.',
    },
    {
      key: 'conference',
      words: '7 March 2011',
      type: 'Date',
      fields: { Event: 'Founding conference' },
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        {
          source: 'kasparov',
          stance: 'Supports',
          locator: 'reference 2',
          remark: 'Printed the next day, 8 March 2011.',
        },
        {
          source: 'noviy-region',
          stance: 'Supports',
          locator: 'reference 1',
          remark: 'Two days later; “В Москве создано” in its title.',
        },
      ],
    },
    {
      key: 'congress',
      words: 'March 6',
      type: 'Date',
      fields: { Date: '2011-03-06', Event: 'Sixth congress of Vpered' },
      workflow: 'Checked',
      verdict: 'Accurate',
      tags: ['dates'],
      note: 'The year follows from “a day earlier”. 6 March is the day before 7 March: agrees.',
    },
    {
      key: 'perm',
      words: 'April 2011',
      type: 'Date',
      fields: { Event: 'Perm branch of the Revolutionary Workers’ Party joins' },
    },
    {
      key: 'attended',
      words:
        'the Institute of Globalisation and Social Movements, the Federation of Socialist Youth from St. Petersburg, the Peter Alekseev Resistance Movement, and the French New Anti-Capitalist Party',
      type: 'List',
      fields: { 'List of what': 'Organisations represented', 'Whose list': 'Founding conference of the RSM' },
      workflow: 'Checked',
      evidence: [
        { source: 'kasparov', stance: 'Mentions', remark: 'One of three references after the sentence.' },
      ],
    },
    {
      key: 'petersburg-short',
      words: 'St. Petersburg',
      type: 'Place',
      fields: { Country: 'Russia' },
      workflow: 'Checked',
      tags: ['spelling'],
    },
    {
      key: 'cities',
      words: 'Moscow, Saint Petersburg, Kaluga, Novosibirsk, Perm, Saratov, Yaroslavl',
      type: 'List',
      fields: {
        'List of what': 'Cities with a centre of a branch',
        'Whose list': 'RSM',
        'Length the text states': 'more than ten',
      },
      workflow: 'Checked',
      note: 'Seven are named, “and other cities” stands for the rest: no contradiction with “more than ten”.',
    },
    {
      key: 'petersburg-long',
      words: 'Saint Petersburg',
      within: 'Moscow, Saint Petersburg, Kaluga',
      type: 'Place',
      fields: { Country: 'Russia' },
      workflow: 'Checked',
      tags: ['spelling'],
    },
    {
      key: 'support',
      words:
        '"all-round support to all forms of workers\' struggle and self-organisation, primarily through militant trade unions. Defending the interests of the labour movement as a whole, the RSM will develop and strengthen independent and grass-roots trade union movements, focusing itself on a decisive struggle for democratic and anti-capitalist demands."',
      type: 'Quotation',
      fields: { Speaker: 'Manifesto of the RSM', Language: 'Russian' },
      workflow: 'Checking',
      evidence: [
        {
          source: 'manifesto',
          stance: 'Mentions',
          fit: 'Unreachable',
          locator: 'reference 5',
          remark:
            'This copy has lost its links; only the day of the archived copy is left. The English words have still to be held against the Russian.',
        },
      ],
    },
    {
      key: 'many-cities',
      words: 'actions were staged in many Russian cities',
      type: 'Statement',
      fields: { About: 'Campaign for the right to abortion' },
      workflow: 'In review',
      verdict: 'Unsupported by its source',
      evidence: [
        {
          stance: 'Partly supports',
          fit: 'States something weaker',
          remark: 'Moscow alone.',
          passage: {
            document: 'movement',
            words: 'A demonstration was held in Moscow on the reproductive rights of Russians',
          },
        },
        {
          stance: 'Partly supports',
          fit: 'States something weaker',
          remark: 'St Petersburg alone. Two cities are not many.',
          passage: { document: 'movement', words: 'Demonstrators picket in St Petersburg' },
        },
      ],
    },
    {
      key: 'footnote-4',
      words: 'Russian socialists regroup to deepen struggle for new left party',
      type: 'Citation',
      fields: { 'What it should prove': 'The new section and the exchange with the Left Front' },
      workflow: 'Returned',
      note: 'A title and nothing else: no author, no place, no date, no address.',
    },
  ],
};
