import { entry, inside, mark, stretch } from './marks.ts';
import type { PlannedClaim, PlannedList, Shift } from './plan.ts';

const signed = { Signed: 'Resolution of the anti-war round table' };

const statement: readonly (PlannedClaim | PlannedList)[] = [
  mark(
    'Statement',
    'of-organizations',
    'Joint anti-war statement of organizations of the Russian Left',
    { About: 'Who speaks in this text' },
    {
      workflow: 'In review',
      verdict: 'Needs context',
      evidence: [
        {
          stance: 'Contradicts',
          fit: 'States something weaker',
          remark:
            'Members of organisations, not organisations. Ten people sign, one of them a former member.',
          passage: {
            document: 'resolution',
            words: 'We, members of the Communist Party of the Russian Federation',
          },
        },
      ],
      note: 'Do not write that the parties signed.',
    },
  ),
  mark(
    'Statement',
    'we-members',
    'We, members of the Communist Party of the Russian Federation',
    { About: 'Who speaks in this text' },
    { workflow: 'Checked' },
  ),
  {
    list: mark(
      'List',
      'preamble',
      'the Communist Party of the Russian Federation, the Revolutionary Workers’ Party, the Russian Socialist Movement, the Left Socialist Action',
      {
        Heading: 'Whose members speak',
        'List of what': 'Organisations whose members speak',
        'Whose list': 'Preamble',
      },
      { workflow: 'Checked' },
    ),
    entries: {
      type: 'Member',
      fields: { List: 'Resolution: preamble', Country: 'Russia' },
      all: [
        entry('Communist Party of the Russian Federation', { key: 'preamble-communists' }),
        entry('Revolutionary Workers’ Party', { key: 'preamble-workers' }),
        entry('Russian Socialist Movement', { key: 'preamble-movement' }),
        entry('Left Socialist Action', { key: 'action' }),
      ],
    },
  },
  mark(
    'Statement',
    'outbreak',
    'in connection with the outbreak of hostilities on the territory of Ukraine',
    { About: 'When it was written' },
    { workflow: 'Checked', tags: ['dates'] },
  ),
  mark(
    'Person',
    'president',
    'Putin V. V.',
    { Role: 'President', Country: 'Russia' },
    {
      workflow: 'Checked',
      verdict: 'Accurate',
      evidence: [
        {
          stance: 'Supports',
          fit: 'States it',
          passage: { document: 'sovintern', words: 'Russian president Putin' },
        },
      ],
    },
  ),
  mark(
    'Count',
    'deaths',
    'thousands of people on both sides',
    {
      'How many': 'at-least',
      Number: '1000',
      'Of what': 'Deaths that are feared',
      Subject: 'The war in Ukraine',
    },
    {
      workflow: 'Checked',
      verdict: 'Not a factual claim',
      note: 'A fear for the future when it was written.',
    },
  ),
  mark(
    'Date',
    'year',
    '2022',
    { Event: 'A magazine’s own line under the text' },
    {
      workflow: 'Checked',
      verdict: 'Needs context',
      tags: ['dates'],
      note: 'Belongs to the Revista Movimento. The resolution itself carries no date; do not take it from here.',
    },
  ),
];

const signatures: readonly (PlannedClaim | PlannedList)[] = [
  {
    list: mark(
      'List',
      'signatures',
      stretch('Evgeny Stupin (Communist', 'Elmar Rustamov “Labor Russia”'),
      {
        Heading: 'Signatures',
        'Items, one a line':
          'Evgeny Stupin\nBoris Kagarlitsky\nGrigory Yudin\nMikhail Lobanov\nKirill Medvedev\nAlexey Sakhnin\nNikita Arkin\nV. Avramchuk\nSergey Tsukasov\nElmar Rustamov',
        'List of what': 'Signatories',
        'Whose list': 'Resolution of the anti-war round table',
      },
      {
        workflow: 'Checked',
        note: 'Ten people. Two stand without any organisation, one as a former member.',
      },
    ),
    entries: {
      type: 'Signatory',
      fields: signed,
      all: [
        entry('Evgeny Stupin', {
          key: 'stupin',
          verdict: 'Accurate',
        }),
        entry('Boris Kagarlitsky', { key: 'kagarlitsky' }),
        entry('Grigory Yudin', { key: 'yudin', fields: { Role: 'Sociologist' } }),
        entry('Mikhail Lobanov', { key: 'lobanov' }),
        entry('Kirill Medvedev', { key: 'medvedev' }),
        entry('Alexey Sakhnin', {
          key: 'sakhnin',
          fields: { Role: 'Journalist, former member of the Left Front' },
        }),
        entry('Nikita Arkin', { key: 'arkin' }),
        entry('V. Avramchuk', {
          key: 'avramchuk',
          verdict: 'Unverifiable',
          note: 'An initial only. The one signatory who cannot be looked up.',
        }),
        entry('Sergey Tsukasov', {
          key: 'tsukasov',
          fields: { Role: 'Municipal deputy, Ostankino' },
          note: '“Mundep” is Russian shorthand for a municipal deputy. Ostankino is a district of Moscow.',
        }),
        entry('Elmar Rustamov', {
          key: 'rustamov',
          fields: { Affiliation: 'Labor Russia' },
          note: 'No brackets here, only quotation marks: his organisation, or a newspaper?',
        }),
      ],
    },
  },
  ...behind([
    ['signed-communists', 'Communist Party of the Russian Federation', 'Evgeny Stupin (', ''],
    ['signed-rabkor', 'Rabkor', 'Boris Kagarlitsky (', ''],
    ['signed-union', 'University Solidarity Trade Union', 'Mikhail Lobanov (', ''],
    ['signed-movement', 'Russian Socialist Movement', 'Kirill Medvedev (', ''],
    ['signed-front', 'Left Front', 'ex-member of the “', 'Former member'],
    ['left-movement', 'Left Socialist Movement', 'Nikita Arkin (', ''],
    ['signed-workers', 'Revolutionary Workers’ Party', 'V. Avramchuk (', ''],
    ['signed-labor', 'Labor Russia', 'Elmar Rustamov “', ''],
  ]),
];

/** The organisations that stand behind the names: where, and as what. */
function behind(all: readonly (readonly [string, string, string, string])[]): PlannedClaim[] {
  return all.map(([key, words, before, role]) =>
    mark('Member', key, inside(`${before}${words}`, words), {
      List: 'Resolution: behind the signatures',
      ...(role ? { Role: role } : {}),
    }),
  );
}

export const resolution: Shift = {
  by: 'Marta Kovač',
  document: 'resolution',
  marks: [...statement, ...signatures],
  sweeps: [
    {
      claims: ['preamble-communists', 'preamble-workers', 'preamble-movement', 'action'],
      workflow: 'Checked',
    },
    {
      claims: ['stupin', 'kagarlitsky', 'yudin', 'lobanov', 'medvedev', 'arkin'],
      workflow: 'Checked',
    },
    { claims: ['sakhnin', 'avramchuk', 'rustamov'], workflow: 'Checking' },
    {
      claims: ['medvedev', 'preamble-movement', 'signed-movement'],
      evidence: {
        stance: 'Mentions',
        fit: 'Silent',
        remark: 'The article on the movement names neither him nor the war.',
        passage: {
          document: 'movement',
          words: 'The Russian Socialist Movement was officially created at the founding conference',
        },
      },
    },
    {
      claims: [
        'signed-communists',
        'signed-rabkor',
        'signed-union',
        'signed-movement',
        'signed-front',
        'left-movement',
        'signed-workers',
      ],
      workflow: 'Checked',
    },
    { claims: ['left-movement', 'action'], tags: ['spelling'] },
  ],
};
