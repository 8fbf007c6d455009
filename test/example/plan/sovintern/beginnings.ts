import { cites, inside, mark } from '../marks.ts';
import type { PlannedClaim, Words } from '../plan.ts';

/** What the Sovintern is, and since when. */
export const beginnings: readonly PlannedClaim[] = [
  mark(
    'Organization',
    'sovintern',
    inside(
      "The '''International Socialist Network Sovintern'''",
      'International Socialist Network Sovintern',
    ),
    { Role: 'What the article is about' },
    {
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        cites('kremlin', 'Supports', {
          fit: 'States it',
          accessed: '2026-05-07',
          quote: 'International Socialist Network',
          locator: 'title',
        }),
      ],
    },
  ),
  mark(
    'Statement',
    'kinds',
    '[[Communism|communist]], [[Socialism|socialist]] and [[left-wing]] political parties and movements',
    { About: 'What the Sovintern consists of' },
    {
      workflow: 'Checked',
      verdict: 'Imprecise',
      note: 'Trade unions, institutes and a television network are on the list as well.',
    },
  ),
  mark(
    'Date',
    'founded-year',
    inside('founded in [[Moscow, Russia]] in 2026', '2026'),
    { Event: 'Founding, in the lead' },
    { workflow: 'Signed off', verdict: 'Accurate' },
  ),
  mark(
    'Place',
    'founded-in',
    inside('founded in [[Moscow, Russia]]', 'Moscow, Russia'),
    { Country: 'Russia', Role: 'Founded there' },
    {
      workflow: 'Signed off',
      verdict: 'Accurate',
      evidence: [
        {
          stance: 'Supports',
          fit: 'States it',
          passage: { document: 'babakov', words: 'On April 27 in Moscow, we are launching a project' },
        },
      ],
    },
  ),
  mark(
    'Organization',
    'initiator',
    inside('initiated by [[A Just Russia]]', 'A Just Russia'),
    { Country: 'Russia', Role: 'Initiator' },
    {
      workflow: 'Checked',
      verdict: 'Accurate',
      evidence: [
        {
          stance: 'Supports',
          fit: 'States it',
          passage: { document: 'babakov', words: 'an initiative implemented by the A Just Russia party' },
        },
      ],
    },
  ),
  mark(
    'Statement',
    'alternative',
    'presented as an alternative platform for international left-wing cooperation outside existing organizations such as the [[Socialist International]]',
    { About: 'Sovintern and the Socialist International' },
    {
      workflow: 'Checked',
      verdict: 'Needs context',
      evidence: [
        cites('sort', 'Supports', {
          accessed: '2026-04-28',
          quote: 'la alternativa de Rusia a la Internacional Socialista',
          locator: 'title',
        }),
        cites('kaos', 'Mentions', { accessed: '2026-04-28', fit: 'Predates the event' }),
        {
          stance: 'Mentions',
          fit: 'Silent',
          remark: 'The initiator’s own site has it a full member there. Nothing here says when that ended.',
          passage: {
            document: 'party',
            words:
              'upgraded the status of A JUST RUSSIA party to a full member of this international organization',
          },
        },
      ],
    },
  ),
  mark(
    'Statement',
    'describes-itself',
    'describes itself as a network-based international movement',
    { About: 'Sovintern' },
    {
      workflow: 'Checking',
      tags: ['uncited'],
      evidence: [
        {
          stance: 'Supports',
          fit: 'States it',
          passage: {
            document: 'babakov',
            words: 'SOVINTERN is being built as a flexible network system, not a bureaucratic construct',
          },
        },
      ],
    },
  ),
  mark(
    'Date',
    'inaugurated',
    inside('on 27 April 2026, and consists', '27 April 2026'),
    { Event: 'Inauguration in Moscow' },
    {
      workflow: 'Checked',
      evidence: [
        cites('kremlin', 'Supports', {
          accessed: '2026-05-07',
          quote: 'Greetings to participants in inaugural forum of SOVINTERN',
          locator: 'title',
          remark: 'Dated 27 April 2026.',
        }),
        cites('vedomosti', 'Supports', {
          accessed: '2026-04-28',
          quote: 'В Москве прошел первый форум социалистической сети «Совинтерн»',
          locator: 'title',
          remark: 'Printed on the day itself.',
        }),
        {
          stance: 'Supports',
          fit: 'States something weaker',
          remark: 'The same day, without the year.',
          passage: { document: 'babakov', words: 'On April 27 in Moscow, we are launching a project' },
        },
      ],
    },
  ),
  mark(
    'Count',
    'organisations',
    'over 15 member organisations',
    { Subject: 'Sovintern', 'As of': '27 April 2026' },
    {
      workflow: 'Checking',
      tags: ['numbers'],
      evidence: [
        cites('vedomosti', 'Mentions', {
          accessed: '2026-04-28',
          remark: 'Cited for the sentence. The number has still to be found in it.',
        }),
        {
          stance: 'Contradicts',
          fit: 'Contradicts',
          remark: 'The organiser’s own figure, on the day.',
          passage: { document: 'babakov', words: 'More than 100 parties and movements' },
        },
        {
          stance: 'Mentions',
          fit: 'Silent',
          remark: 'Fifty entries follow. Taking part is not membership, and no number is given.',
          passage: {
            document: 'sovintern',
            words: 'Representatives from these groups have participated in the Sovintern',
          },
        },
      ],
    },
  ),
  mark(
    'Place',
    'venue',
    'House of the Trade Unions',
    { Role: 'Venue of the first meeting', Country: 'Russia' },
    { workflow: 'Checking', note: 'No reference follows this sentence. Does Vedomosti name the house?' },
  ),
  mark(
    'Statement',
    'opposition',
    "presents itself as the left opposition to [[Vladimir Putin]]'s [[United Russia]]",
    { About: 'A Just Russia' },
    {
      workflow: 'In review',
      verdict: 'Needs context',
      evidence: [cites('sort', 'Mentions', { accessed: '2026-04-28' })],
      note: 'His message was read out at its own congress, by the same section. A reader should see both.',
    },
  ),
  mark(
    'Organization',
    'united-russia',
    '[[United Russia]]',
    { Name: 'United Russia', Country: 'Russia', Role: 'Ruling party' },
    { workflow: 'Checked', verdict: 'Accurate' },
  ),
  mark(
    'Date',
    'founded-category',
    inside('Category:2026 establishments', '2026'),
    {
      Event: 'Founding, in a category',
    },
    { workflow: 'Checked', verdict: 'Accurate' },
  ),
];

const name = (key: string, words: string | Words): PlannedClaim =>
  mark(
    'Statement',
    key,
    words,
    { About: 'What the meeting of April 2026 is called' },
    { workflow: 'Checked', tags: ['wording'] },
  );

/** One event under five names. */
export const names: readonly PlannedClaim[] = [
  name('inaugural-forum', inside('participants in inaugural forum', 'inaugural forum')),
  name('first-forum', 'The first forum'),
  name('inaugural-event', 'inaugural Sovintern event'),
  name('founding-conference', inside('historic founding conference', 'founding conference')),
  name(
    'founding-congress',
    inside('|title=Speech of Vatan Party at the founding congress', 'founding congress'),
  ),
];
