import type { PlannedConflict } from '../plan.ts';

/** What somebody is or was, and what is said of it elsewhere. */
export const offices: readonly PlannedConflict[] = [
  {
    by: 'Ines Duarte',
    claims: ['became-member', 'full-member', 'consultative'],
    severity: 'High',
    kind: 'Something else',
    reason: 'A member in 2008, or an observer who became a full member years later? The page says both.',
  },
  {
    by: 'Ines Duarte',
    claims: ['alternative', 'full-member'],
    severity: 'Medium',
    kind: 'Something else',
    reason:
      'Full member of the Socialist International, and founder of an alternative to it. When did the one end?',
  },
  {
    by: 'Ines Duarte',
    claims: ['mironov-office', 'levichev-office', 'mironov-faction'],
    severity: 'Medium',
    kind: 'Something else',
    reason: 'Two chairmen of one party on one page, the first without a date.',
  },
  {
    by: 'Marta Kovač',
    claims: ['regional', 'worldwide'],
    severity: 'Medium',
    kind: 'Something else',
    reason: 'Worldwide, and its only leader in the infobox is the coordinator of one region. Who leads it?',
  },
  {
    by: 'Marta Kovač',
    claims: ['of-organizations', 'we-members'],
    severity: 'Medium',
    kind: 'Something else',
    reason: 'A statement of organisations by its first line, of members and citizens by its text.',
    decisions: [
      {
        by: 'Agnès Laurent',
        outcome: 'One side is right',
        side: 'We, members',
        reason:
          'The text itself speaks for members and citizens, and ten people sign it, two without an organisation and one as a former member. The line above it is the publisher’s. Write “members of”.',
      },
    ],
  },
  {
    by: 'Ines Duarte',
    claims: ['many-cities', 'footnote-7', 'footnote-8'],
    severity: 'Low',
    kind: 'Something else',
    reason: 'Many cities in the text, Moscow and St Petersburg in its only two references.',
  },
  {
    by: 'Ines Duarte',
    claims: ['training-camp', 'break-up'],
    severity: 'Low',
    kind: 'Something else',
    reason: 'They help to run a camp, and they decide to break it up?',
    decisions: [
      {
        by: 'Marta Kovač',
        outcome: 'One side is right',
        side: 'one of the organisers',
        reason:
          'Разбить лагерь is to pitch a camp, and that is surely what the Russian title says; “break up” translates the words one by one. The title of reference 13 should be translated anew.',
      },
    ],
  },
];
