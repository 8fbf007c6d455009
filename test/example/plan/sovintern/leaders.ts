import { cites, inside, mark, stretch } from '../marks.ts';
import type { PlannedClaim, PlannedList } from '../plan.ts';

/** Who leads it, by the infobox. */
export const infobox: readonly PlannedClaim[] = [
  mark(
    'Statement',
    'short',
    'International organization of socialist parties',
    { About: 'What the Sovintern is' },
    {
      workflow: 'Returned',
      verdict: 'Imprecise',
      note: 'The lead says communist, socialist and left-wing; the list has a television network and two institutes.',
    },
  ),
  mark(
    'Statement',
    'regional',
    'Regional Coordinator for Latin America and Caribbean',
    { About: 'The only office in the infobox' },
    { workflow: 'Checked', verdict: 'Needs context', tags: ['uncited'] },
  ),
  mark(
    'Person',
    'leader',
    'Luis Pérez Leira',
    { Role: 'Regional Coordinator for Latin America and Caribbean', Affiliation: 'Sovintern' },
    {
      workflow: 'Checked',
      tags: ['spelling'],
      evidence: [
        {
          stance: 'Contradicts',
          fit: 'States something weaker',
          remark: 'He signs as Lois. The byline gives no office.',
          passage: { document: 'sovintern', ...inside('author=Lois Pérez Leira', 'Lois Pérez Leira') },
        },
      ],
      note: 'Notable People has a “Luis Pérez” in the same office. Neither place is cited.',
    },
  ),
  mark(
    'Date',
    'founded',
    '2026|4|27',
    { Date: '2026-04-27', Event: 'Founding, in the infobox', 'Meant as': 'Exact' },
    {
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        {
          stance: 'Supports',
          fit: 'States something weaker',
          remark: 'Day and month; the post gives no year.',
          passage: { document: 'babakov', words: 'On April 27 in Moscow, we are launching a project' },
        },
      ],
    },
  ),
  mark(
    'Place',
    'headquarters',
    inside('headquarters = Moscow, Russia', 'Moscow, Russia'),
    { Country: 'Russia', Role: 'Headquarters' },
    { workflow: 'Checking', tags: ['uncited'] },
  ),
  mark(
    'Statement',
    'worldwide',
    inside('Region served | blank2 = Worldwide', 'Worldwide'),
    { About: 'Region served' },
    {
      workflow: 'Checking',
      verdict: 'Needs context',
      note: 'From Europe, the Americas, Africa and Asia by the list below; nobody from Oceania.',
    },
  ),
];

/** Those named elsewhere who may be the same man, and the others of Notable People. */
export const people: readonly (PlannedClaim | PlannedList)[] = [
  mark(
    'Person',
    'sort-author',
    'last1=Sort Creus |first1=Albert',
    { 'Given name': 'Albert', 'Family name': 'Sort Creus', Role: 'Author of the article in elDiario.es' },
    { workflow: 'Checked', verdict: 'Accurate' },
  ),
  mark(
    'Person',
    'reference-name',
    'Pérez Loira',
    { 'Given name': '', 'Family name': 'Pérez Loira', Role: 'Name of a reference' },
    { workflow: 'Checked', tags: ['spelling'] },
  ),
  mark(
    'Person',
    'author',
    inside('author=Lois Pérez Leira', 'Lois Pérez Leira'),
    { 'Given name': 'Lois', 'Family name': 'Pérez Leira', Role: 'Author of the article in Kaosenlared' },
    {
      workflow: 'Checked',
      tags: ['spelling'],
      evidence: [
        cites('kaos', 'Supports', {
          accessed: '2026-04-28',
          locator: 'byline',
          remark: 'The byline as the reference gives it.',
        }),
      ],
    },
  ),
  mark(
    'Person',
    'putin-title',
    'Vladímir Putin',
    { Role: 'In the title of a Spanish article; his call to strengthen the forces' },
    {
      workflow: 'Checked',
      evidence: [
        cites('nuevo', 'Mentions', {
          accessed: '2026-05-01',
          quote: 'llamado de Vladímir Putin a fortalecer las fuerzas progresistas y patriótica',
          locator: 'title',
        }),
      ],
    },
  ),
  mark(
    'Person',
    'putin-party',
    inside("[[Vladimir Putin]]'s [[United Russia]]", 'Vladimir Putin'),
    { Role: 'Behind United Russia', Affiliation: 'United Russia' },
    {
      workflow: 'Checked',
      verdict: 'Imprecise',
      note: '“Putin’s United Russia”: is he a member? Better say the ruling party.',
    },
  ),
  mark(
    'Person',
    'putin-message',
    inside('Russian president Putin', 'Putin'),
    { Role: 'President', Country: 'Russia' },
    {
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        cites('kremlin', 'Supports', {
          fit: 'States it',
          accessed: '2026-05-07',
          quote: 'Greetings to participants in inaugural forum of SOVINTERN',
          locator: 'title',
        }),
        cites('vedomosti', 'Mentions', { accessed: '2026-04-28', remark: 'Cited for the message.' }),
      ],
    },
  ),
  mark('Person', 'trump', inside("|Donald Trump's imperialism", 'Donald Trump'), {
    Role: 'Opposed, by the positions of the Sovintern',
  }),
  mark(
    'Person',
    'giannifavaro',
    'giannifavaro',
    { 'Given name': '', 'Family name': 'giannifavaro', Role: 'Author by the reference' },
    {
      workflow: 'Returned',
      tags: ['spelling'],
      note: 'The name of an account, in the field of a family name. Who is it?',
    },
  ),
  mark(
    'Person',
    'katsioulas',
    'Pericles Katsioulas',
    { Role: 'Author of the article in Defend Democracy Press' },
    { workflow: 'Checked', verdict: 'Accurate' },
  ),
  {
    list: mark(
      'List',
      'notable',
      stretch("* '''Luis Pérez'''", "'''Jaime Flores''' — lawyer-historian, Panama"),
      {
        Heading: 'Notable People',
        'Items, one a line': 'Luis Pérez\nMiguel Suárez del Cerro\nPatricio Brodsky\nJaime Flores',
        'List of what': 'Notable people',
        'Whose list': 'Sovintern',
      },
      {
        workflow: 'Returned',
        verdict: 'Unverifiable',
        tags: ['uncited'],
        note: 'Four living people and not one reference. They go, or somebody brings sources.',
      },
    ),
    entries: {
      type: 'Person',
      all: [
        {
          words: 'Luis Pérez',
          key: 'coordinator',
          fields: {
            'Given name': 'Luis',
            'Family name': 'Pérez',
            Role: 'Executive Secretary; Regional Coordinator for Latin America and the Caribbean',
            Affiliation: 'Anti-Imperialist International of the Peoples; Sovintern',
          },
          tags: ['spelling'],
        },
        {
          words: 'Miguel Suárez del Cerro',
          fields: {
            'Given name': 'Miguel',
            'Family name': 'Suárez del Cerro',
            Role: 'Director; founder and president',
            Affiliation: 'Pamplona Russian Film Cycle; Slavic Cultural Association of Pamplona',
          },
        },
        {
          words: 'Patricio Brodsky',
          fields: {
            Role: 'Sociologist; professor; Secretary of Political Education',
            Affiliation: 'University of Buenos Aires; Anti-Imperialist International of the Peoples',
          },
        },
        { words: 'Jaime Flores', fields: { Role: 'Lawyer-historian', Country: 'Panama' } },
      ],
    },
  },
];
