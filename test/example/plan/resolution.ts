import type { PlannedClaim, Shift } from './plan.ts';

const signed = { Signed: 'Resolution of the anti-war round table' };

const statement: PlannedClaim[] = [
  {
    key: 'of-organizations',
    words: 'Joint anti-war statement of organizations of the Russian Left',
    type: 'Statement',
    fields: { About: 'Who speaks in this text' },
    workflow: 'In review',
    verdict: 'Needs context',
    evidence: [
      {
        stance: 'Contradicts',
        fit: 'States something weaker',
        remark: 'Members of organisations, not organisations. Ten people sign, one of them a former member.',
        passage: {
          document: 'resolution',
          words: 'We, members of the Communist Party of the Russian Federation',
        },
      },
    ],
    note: 'Do not write that the parties signed.',
  },
  {
    key: 'preamble',
    words:
      'the Communist Party of the Russian Federation, the Revolutionary Workers’ Party, the Russian Socialist Movement, the Left Socialist Action',
    type: 'List',
    fields: { 'List of what': 'Organisations whose members speak', 'Whose list': 'Preamble' },
    workflow: 'Checked',
  },
  {
    key: 'action',
    words: 'Left Socialist Action',
    type: 'Member',
    fields: { List: 'Preamble' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'president',
    words: 'Putin V. V.',
    type: 'Person',
    fields: { Role: 'President', Country: 'Russia' },
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
  {
    key: 'deaths',
    words: 'the death of thousands of people on both sides',
    type: 'Statement',
    workflow: 'Checked',
    verdict: 'Not a factual claim',
    note: 'A fear for the future when it was written.',
  },
  {
    key: 'year',
    words: '2022',
    type: 'Date',
    fields: { Event: 'A magazine’s own line under the text' },
    workflow: 'Checked',
    verdict: 'Needs context',
    tags: ['dates'],
    note: 'Belongs to the Revista Movimento. The resolution itself carries no date; do not take it from here.',
  },
];

const signatures: PlannedClaim[] = [
  {
    key: 'stupin',
    words: 'Evgeny Stupin (Communist Party of the Russian Federation)',
    type: 'Signatory',
    fields: signed,
    workflow: 'Signed off',
    verdict: 'Accurate',
  },
  {
    key: 'kagarlitsky',
    words: 'Boris Kagarlitsky (Rabkor)',
    type: 'Signatory',
    fields: signed,
    workflow: 'Checked',
  },
  {
    key: 'yudin',
    words: 'Grigory Yudin',
    type: 'Signatory',
    fields: { ...signed, Role: 'Sociologist' },
    workflow: 'Checked',
  },
  {
    key: 'medvedev',
    words: 'Kirill Medvedev (Russian Socialist Movement)',
    type: 'Signatory',
    fields: signed,
    workflow: 'Checked',
    evidence: [
      {
        stance: 'Mentions',
        fit: 'Silent',
        remark: 'The article on the movement does not name him.',
        passage: {
          document: 'movement',
          words: 'The Russian Socialist Movement was officially created at the founding conference',
        },
      },
    ],
  },
  {
    key: 'sakhnin',
    words: 'Alexey Sakhnin',
    type: 'Signatory',
    fields: { ...signed, Role: 'Journalist, former member of the Left Front' },
    workflow: 'Checking',
  },
  {
    key: 'left-movement',
    words: 'Left Socialist Movement',
    type: 'Organization',
    fields: { Role: 'Behind the name of Nikita Arkin' },
    workflow: 'Checked',
    tags: ['spelling'],
  },
  {
    key: 'avramchuk',
    words: 'V. Avramchuk (Revolutionary Workers’ Party)',
    type: 'Signatory',
    fields: signed,
    workflow: 'Checking',
    verdict: 'Unverifiable',
    note: 'An initial only. The one signatory who cannot be looked up.',
  },
];

export const resolution: Shift = {
  by: 'Marta Kovač',
  document: 'resolution',
  claims: [...statement, ...signatures],
};
