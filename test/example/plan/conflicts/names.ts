import type { PlannedConflict } from '../plan.ts';

/** Who or what is meant, and how it is written. */
export const names: readonly PlannedConflict[] = [
  {
    by: 'Marta Kovač',
    claims: ['leader', 'author', 'reference-name', 'coordinator'],
    severity: 'High',
    kind: 'Name',
    reason: 'One article, four spellings, and the same office under two of them.',
    decisions: [
      {
        by: 'Agnès Laurent',
        outcome: 'Same entity, prefer a form',
        preferred: 'Lois Pérez Leira',
        reason:
          'One man: both surnames agree, and infobox and Notable People give the same office. Lois is the Galician form of Luis, and it is how he signs. “Loira” is a slip in the name of a reference. Write Lois Pérez Leira throughout; that the author is also the coordinator should have one source of its own.',
      },
    ],
  },
  {
    by: 'Marta Kovač',
    claims: ['djenic', 'djenic-title', 'djenic-quoted'],
    severity: 'Medium',
    kind: 'Name',
    reason: 'Dj and Đ are one letter written in two ways; Djenić mixes both.',
    decisions: [
      {
        by: 'Marta Kovač',
        outcome: 'Same entity, prefer a form',
        preferred: 'Aleksandar Đenić',
        reason:
          'Đ is written Dj where the letter is missing, and capitals without marks are a matter of the title. The quotation from his own organisation has Aleksandar Đenić: use that in running text.',
        dissent: {
          by: 'Ines Duarte',
          text: 'In running text, yes. The title of the page must stay as it was published, in capitals and without marks.',
        },
      },
    ],
  },
  {
    by: 'Ines Duarte',
    claims: ['mironov-video', 'mironov-chairman', 'mironov-leader'],
    severity: 'Low',
    kind: 'Name',
    reason: 'Sergey in the article, Sergei in the post and on the party’s site.',
    decisions: [
      {
        by: 'Ines Duarte',
        outcome: 'Both are right',
        reason:
          'Сергей, written in Latin letters in two usual ways; all three texts have him at the head of the same party. Each text keeps its own. We write Sergey, as the article under check does.',
      },
    ],
  },
  {
    by: 'Ines Duarte',
    claims: ['spd-text', 'spd-list'],
    severity: 'Medium',
    kind: 'Name',
    reason: 'One party, two names on one page.',
    decisions: [
      {
        by: 'Marta Kovač',
        outcome: 'One side is right',
        side: 'Social Democratic',
        reason:
          'The party’s name is Sozialdemokratische, social democratic. The list has “Socialist Democratic” for other parties too, so look through it for the same slip of translation.',
      },
    ],
  },
  {
    by: 'Ines Duarte',
    claims: [
      'social-democratic',
      'moldova-social',
      'kyrgyz-social',
      'harmony',
      'lithuania-social',
      'finland-social',
      'sweden-social',
    ],
    severity: 'Low',
    kind: 'Name',
    reason:
      'Six more of the list are “Socialist Democratic”, while the text has “social-democratic parties” and number 20 “Social Democratic”. One translation, seven times?',
  },
  {
    by: 'Ines Duarte',
    claims: ['group-short', 'group-full', 'pasd'],
    severity: 'Medium',
    kind: 'Name',
    reason: 'One group of the European Parliament, with and without “Progressive Alliance”.',
    decisions: [
      {
        by: 'Agnès Laurent',
        outcome: 'Neither',
        reason:
          'For April 2008 neither is right: until June 2009 it sat as the Socialist Group, and took the name of Socialists and Democrats only then. Write “the Socialist Group, today the Progressive Alliance of Socialists and Democrats” there, and the full name in the list. A source of the Parliament has still to be attached.',
      },
    ],
  },
  {
    by: 'Ines Duarte',
    claims: ['palme-text', 'palme-list'],
    severity: 'Low',
    kind: 'Name',
    reason: 'The Swedish Center in the text, the International Center in the list.',
    decisions: [
      {
        by: 'Ines Duarte',
        outcome: 'Same entity, prefer a form',
        preferred: 'Olof Palme International Center',
        reason:
          'There is one centre of that name, in Stockholm; “Swedish” says where it is and “International” what it is called. Its own English name has Olof Palme first.',
      },
    ],
  },
  {
    by: 'Marta Kovač',
    claims: ['action', 'left-movement'],
    severity: 'Medium',
    kind: 'Name',
    reason: 'Action in the preamble, Movement behind a signature: one organisation or two?',
  },
  {
    by: 'Marta Kovač',
    claims: ['patriotic', 'vatan'],
    severity: 'Medium',
    kind: 'Name',
    reason: 'Listed as Patriotic, but Vatan in its only source. Vatan is homeland in Turkish.',
  },
  {
    by: 'Marta Kovač',
    claims: ['unita-popolare', 'rinascita-host'],
    severity: 'Medium',
    kind: 'Name',
    reason:
      'The reference names one party as the site, the address another movement. Which of them called for the Sovintern?',
  },
  {
    by: 'Marta Kovač',
    claims: ['mondiale', 'mondale'],
    severity: 'Low',
    kind: 'Name',
    reason: 'MONDIALE in the title, mondale in the address of the same article.',
    decisions: [
      {
        by: 'Marta Kovač',
        outcome: 'One side is right',
        side: 'MONDIALE',
        reason:
          'Mondiale is the Italian word. The slip is in the address, where it cannot be mended without breaking the link: leave it.',
      },
    ],
  },
  {
    by: 'Marta Kovač',
    claims: ['inaugural-event', 'inaugural-forum', 'first-forum', 'founding-conference', 'founding-congress'],
    severity: 'Low',
    kind: 'Name',
    reason:
      'Event, forum, conference or congress; inaugural, first or founding. Choose one and attribute the rest.',
  },
  {
    by: 'Ines Duarte',
    claims: ['petersburg-short', 'petersburg-long'],
    severity: 'Low',
    kind: 'Name',
    reason: 'St. in one paragraph, Saint in the next. Choose one.',
  },
  {
    by: 'Ines Duarte',
    claims: ['moldova-democratic', 'moldova-social'],
    severity: 'Low',
    kind: 'Name',
    reason: 'Numbers 8 and 9 differ in one word. Is it one party twice?',
    decisions: [
      {
        by: 'Marta Kovač',
        outcome: 'Not a conflict',
        reason:
          'Two parties of one country, with a number each: the Democratic Party, and the Social Democratic Party. Only the second has its name mistranslated, and that is a conflict of its own.',
      },
    ],
  },
];
