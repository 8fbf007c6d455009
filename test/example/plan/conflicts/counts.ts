import type { PlannedConflict } from '../plan.ts';

/** How many there are, and who is among them. */
export const counts: readonly PlannedConflict[] = [
  {
    by: 'Marta Kovač',
    claims: ['organisations', 'parties'],
    severity: 'High',
    kind: 'Count',
    reason:
      'Members in one, those joining in the other. The article’s own list has fifty entries, and no text has a list of members.',
    decisions: [
      {
        by: 'Ines Duarte',
        outcome: 'One side is right',
        side: '15 member organisations',
        reason:
          'The lower figure has a newspaper behind it, the higher one only the organiser. Print “over 15 member organisations”.',
        reopened: {
          by: 'Marta Kovač',
          reason:
            'Nobody has found the number in Vedomosti yet: it is cited for the sentence, and the sentence says more than one thing. And fifty entries on the same page do not go with fifteen.',
        },
      },
      {
        by: 'Agnès Laurent',
        outcome: 'Cannot be settled',
        reason:
          'Not from these texts. Members, participants and those joining are three things, and nobody prints a list of members. Attribute each figure: over 15 to the article, more than 100 to Babakov, fifty entries to the list.',
      },
    ],
  },
  {
    by: 'Marta Kovač',
    claims: ['parties', 'participants'],
    severity: 'Medium',
    kind: 'Count',
    reason: 'More than a hundred by the organiser, fifty entries on the list that the article gives.',
  },
  {
    by: 'Marta Kovač',
    claims: ['si-parties', 'experts'],
    severity: 'Low',
    kind: 'Count',
    reason: '“Over 150” twice on one page, of parties and of people. Was one taken from the other?',
    decisions: [
      {
        by: 'Ines Duarte',
        outcome: 'Not a conflict',
        adopts: true,
        reason:
          ', and that is all they share: one counts members of the Socialist International, the other people at the party’s own forums. Each is checked for itself.',
      },
    ],
  },
  {
    by: 'Ines Duarte',
    claims: ['leipzig', 'partners'],
    severity: 'Low',
    kind: 'Count',
    reason: 'Over 40 parties in Leipzig, 41 numbers in the list of partners.',
    decisions: [
      {
        by: 'Ines Duarte',
        outcome: 'Not a conflict',
        reason:
          'A coincidence: the one counts parties at a conference, the other those the party is in touch with. That the list holds 42 bodies under 41 numbers is noted there.',
      },
    ],
  },
  {
    by: 'Marta Kovač',
    claims: ['mironov-video', 'speakers'],
    severity: 'Low',
    kind: 'Something else',
    reason: 'He spoke by video, and is not among the 28 who are introduced as the speakers.',
  },
  {
    by: 'Marta Kovač',
    claims: ['short', 'kinds', 'telesur', 'african-studies'],
    severity: 'Low',
    kind: 'Something else',
    reason:
      'Of socialist parties by the first line; the list has a television network and an academy’s institute.',
  },
  {
    by: 'Marta Kovač',
    claims: ['south-america', 'sandinista', 'honduras'],
    severity: 'Medium',
    kind: 'Something else',
    reason: 'Nicaragua and Honduras lie in Central America, not in South America.',
  },
  {
    by: 'Ines Duarte',
    claims: ['left-centered', 'radical', 'seidel'],
    severity: 'Medium',
    kind: 'Something else',
    reason:
      'Left-centered partners, by the sentence before the lists. The Serbian Radicals are nationalists of the right, and the Hanns Seidel Foundation stands by the Christian Social Union.',
  },
];
