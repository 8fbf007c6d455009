import type { PlannedConflict } from '../plan.ts';

/** When it was. */
export const dates: readonly PlannedConflict[] = [
  {
    by: 'Ines Duarte',
    claims: ['inaugurated', 'programme'],
    severity: 'Medium',
    kind: 'Date',
    reason: 'One day in the article, five in the title of an article that it cites.',
    decisions: [
      {
        by: 'Ines Duarte',
        outcome: 'Both are right',
        reason:
          'They date different things. 25 to 29 April is the programme in Moscow, by the organising committee’s press conference; 27 April is the inauguration, which Babakov’s post and the greeting on kremlin.ru give as well. Say both, and say which is which.',
      },
    ],
  },
  {
    by: 'Marta Kovač',
    claims: ['karki', 'departed'],
    severity: 'Medium',
    kind: 'Date',
    reason:
      'He is said to have spoken on 27 April, and the only source is his own post of 23 April that he is leaving for Moscow.',
  },
  {
    by: 'Marta Kovač',
    claims: ['member-since', 'commission-since'],
    severity: 'High',
    kind: 'Date',
    reason: 'On a commission of the Socialist International a year before the party was an observer there.',
  },
  {
    by: 'Ines Duarte',
    claims: ['congress-24', 'council'],
    severity: 'Medium',
    kind: 'Date',
    reason: 'August 30 of which year? The paragraph before has November 2010, so 2011 at the earliest.',
  },
  {
    by: 'Marta Kovač',
    claims: ['outbreak', 'year'],
    severity: 'Medium',
    kind: 'Date',
    reason:
      'The statement has no date; the only year in the text stands in the lines of a magazine below it.',
    decisions: [
      {
        by: 'Agnès Laurent',
        outcome: 'Cannot be settled',
        reason:
          'The year belongs to the magazine and must not be taken for the statement’s. “The outbreak of hostilities” points to late February 2022, but nothing here says it. Print the resolution without a date.',
      },
    ],
  },
  {
    by: 'Marta Kovač',
    claims: ['accessed', 'accessed-forum'],
    severity: 'Low',
    kind: 'Date',
    reason:
      '6 January is before the inauguration, 1 June after it. The other references write the day as ISO or in words.',
  },
];
