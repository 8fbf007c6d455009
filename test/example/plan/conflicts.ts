import type { PlannedConflict } from './plan.ts';

const settled: PlannedConflict[] = [
  {
    by: 'Marta Kovač',
    claims: ['leader', 'author', 'reference-name', 'coordinator'],
    severity: 'High',
    kind: 'Name',
    reason: 'One article, four spellings, and the same office under two of them.',
    decision: {
      by: 'Ines Duarte',
      outcome: 'Same entity, prefer a form',
      preferred: 'Lois Pérez Leira',
      reason:
        'One man: both surnames agree, and infobox and Notable People give the same office. Lois is the Galician form of Luis, and it is how he signs. “Loira” is a slip in the name of a reference. Write Lois Pérez Leira throughout; that the author is also the coordinator should have one source of its own.',
    },
  },
  {
    by: 'Marta Kovač',
    claims: ['djenic', 'djenic-title', 'djenic-quoted'],
    severity: 'Medium',
    kind: 'Name',
    reason: 'Dj and Đ are one letter written in two ways; Djenić mixes both.',
    decision: {
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
  },
  {
    by: 'Ines Duarte',
    claims: ['inaugurated', 'programme'],
    severity: 'Medium',
    kind: 'Date',
    reason: 'One day in the article, five in the title of an article that it cites.',
    decision: {
      by: 'Ines Duarte',
      outcome: 'Both are right',
      reason:
        'They date different things. 25 to 29 April is the programme in Moscow, by the organising committee’s press conference; 27 April is the inauguration, which Babakov’s post and the greeting on kremlin.ru give as well. Say both, and say which is which.',
    },
  },
  {
    by: 'Marta Kovač',
    claims: ['si-parties', 'experts'],
    severity: 'Low',
    kind: 'Count',
    reason: '“Over 150” twice on one page, of parties and of people. Was one taken from the other?',
    decision: {
      by: 'Ines Duarte',
      outcome: 'Not a conflict',
      adopts: true,
      reason:
        ', and that is all they share: one counts members of the Socialist International, the other people at the party’s own forums. Each is checked for itself.',
    },
  },
  {
    by: 'Ines Duarte',
    claims: ['mironov-video', 'mironov-chairman', 'mironov-leader'],
    severity: 'Low',
    kind: 'Name',
    reason: 'Sergey in the article, Sergei in the post and on the party’s site.',
    decision: {
      by: 'Ines Duarte',
      outcome: 'Both are right',
      reason:
        'Сергей, written in Latin letters in two usual ways; all three texts have him at the head of the same party. Each text keeps its own. We write Sergey, as the article under check does.',
    },
  },
  {
    by: 'Ines Duarte',
    claims: ['spd-text', 'spd-list'],
    severity: 'Medium',
    kind: 'Name',
    reason: 'One party, two names on one page.',
    decision: {
      by: 'Marta Kovač',
      outcome: 'One side is right',
      side: 'Social Democratic',
      reason:
        'The party’s name is Sozialdemokratische, social democratic. The list has “Socialist Democratic” for other parties too, so look through it for the same slip of translation.',
    },
  },
];

const open: PlannedConflict[] = [
  {
    by: 'Marta Kovač',
    claims: ['organisations', 'parties'],
    severity: 'High',
    kind: 'Count',
    reason:
      'Members in one, those joining in the other. The article’s own list has fifty entries, and no text has a list of members.',
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
    claims: ['became-member', 'full-member'],
    severity: 'High',
    kind: 'Something else',
    reason: 'A member in 2008, or an observer who became a full member years later? The page says both.',
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
    by: 'Ines Duarte',
    claims: ['alternative', 'full-member'],
    severity: 'Medium',
    kind: 'Something else',
    reason:
      'Full member of the Socialist International, and founder of an alternative to it. When did the one end?',
  },
  {
    by: 'Ines Duarte',
    claims: ['mironov-office', 'levichev-office'],
    severity: 'Medium',
    kind: 'Something else',
    reason: 'Two chairmen of one party on one page, the first without a date.',
  },
  {
    by: 'Marta Kovač',
    claims: ['accessed', 'accessed-forum'],
    severity: 'Low',
    kind: 'Date',
    reason:
      '6 January is before the inauguration, 1 June after it. The other references write the day as ISO or in words.',
  },
  {
    by: 'Ines Duarte',
    claims: ['petersburg-short', 'petersburg-long'],
    severity: 'Low',
    kind: 'Name',
    reason: 'St. in one paragraph, Saint in the next. Choose one.',
  },
];

/** What disagrees: some of it settled, the rest left for whoever opens the example. */
export const conflicts: readonly PlannedConflict[] = [...settled, ...open];
