import type { Claim } from '../../../shared/model/claim.ts';
import { DeskBuilder } from './builder.ts';

/** A word that nothing breaks. */
export const LONG_WORD = 'Donaudampfschifffahrtsgesellschaft'.repeat(15).slice(0, 500);
/** A name in a script that runs the other way, with a Latin word and a number in it. */
export const HEBREW_NAME = 'לואיס פרז לירה (Luis) 12';
export const ARABIC_NAME = 'لويس بيريز ليرا';
/** A form that a marking of direction within it turns around. */
const TURNED = 'evil \u202Egnp.exe';
const ZERO_WIDTH = 'Lu\u200Bi\u200Ds Pé\u0301rez';
const EMOJI = '👩‍👩‍👧‍👦 Délégation 🇪🇸 №1 👍🏽';
const STACKED = `Z${'\u0351\u0369\u0342\u0346'.repeat(4)}algo`;

const texts: readonly (readonly [title: string, text: string, language: string])[] = [
  [
    'פרוטוקול הקונגרס הבינלאומי במוסקבה',
    `הקונגרס נפתח ב־27 באפריל 2026 במוסקבה. ${HEBREW_NAME} דיבר בשם המשלחת של Vigo (ספרד).\nלפי הודעה רשמית השתתפו 50 מפלגות; דובר אחר אמר «יותר מ־100».\n`,
    'he',
  ],
  [
    'بيان المؤتمر الدولي في موسكو',
    `افتتح المؤتمر يوم ٢٧ أبريل ٢٠٢٦ في موسكو. تحدث ${ARABIC_NAME} باسم وفد Vigo.\nشارك ٥٠ حزبا وفق البيان.\n`,
    'ar',
  ],
  [
    `A title of one word that nothing breaks: ${LONG_WORD.slice(0, 300)}`,
    `${LONG_WORD} was present. So was ${LONG_WORD.slice(0, 200)}.\n\nA line without a break: ${'word '.repeat(400)}\n`,
    'de',
  ],
  [
    `A long title that says everything it can about the congress, where it was held, who opened it, who spoke, who left early and why, and which of the many delegations that were announced beforehand did in the end not come at all to Moscow`,
    `${EMOJI} spoke first; ${STACKED} followed, then ${ZERO_WIDTH}, and a file named ${TURNED} was shown.\n`,
    'en',
  ],
  ['', ' \n', 'en'],
];

/** Builds a desk of words that interfaces stumble over. @returns the ids of its documents */
export async function buildOdd(folder: string): Promise<readonly string[]> {
  const desk = new DeskBuilder(folder);
  const long = await desk.source({
    ...{ type: 'article-newspaper', title: `On ${LONG_WORD}`, 'container-title': LONG_WORD.slice(0, 120) },
    URL: `https://example.org/${'a-very-long-path/'.repeat(40)}`,
    author: [{ family: LONG_WORD.slice(0, 100), given: 'Anna' }],
    issued: { 'date-parts': [[2026, 4, 27]] },
  });
  const hebrew = await desk.source({
    ...{ type: 'webpage', title: `הודעה על הקונגרס – ${HEBREW_NAME}`, language: 'he' },
    URL: 'https://example.org/he',
  });
  const odd = await desk.source({ type: 'book', title: `${EMOJI} ${STACKED} ${ZERO_WIDTH}` });
  const documents: string[] = [];
  const marked: string[] = [];
  for (const [title, text, language] of texts) {
    const id = await desk.document(title || '\u200B', text, { language });
    documents.push(id);
    const mark = async (words: string, over: Partial<Claim> = {}) => {
      const start = text.indexOf(words);
      if (start >= 0) marked.push(await desk.claim(id, start, start + words.length, over));
    };
    const note = {
      id: `01a20000-0000-7000-8000-${String(documents.length).padStart(12, '0')}`,
      text: `${HEBREW_NAME}: בדקתי שוב, see ${LONG_WORD.slice(0, 150)}`,
      ...{ by: 'שרה Cohen', at: '2026-03-02T10:00:00.000Z' },
    };
    const evidence = [
      desk.evidence(long, { quote: LONG_WORD, locator: LONG_WORD.slice(0, 120), note: LONG_WORD }),
      desk.evidence(hebrew, { quote: HEBREW_NAME, stance: 'contradicts', fit: 'predates' }),
    ];
    const tags = ['שם', LONG_WORD.slice(0, 60), '👍🏽'];
    await mark(HEBREW_NAME, { evidence, notes: [note], tags });
    await mark(ARABIC_NAME, { evidence: [desk.evidence(hebrew)], tags });
    await mark(LONG_WORD, { type: 'organization', evidence, notes: [note], tags });
    await mark(EMOJI, { type: 'organization', evidence: [desk.evidence(odd)], notes: [note] });
    await mark(STACKED);
    await mark(ZERO_WIDTH);
    await mark(TURNED, { type: 'quotation' });
    await mark('50', { type: 'count', value: { kind: 'count', value: 50, comparator: '=' } });
  }
  const sides = (values: readonly string[]) =>
    values.map((value, i) => ({ value, claimIds: [marked[i % marked.length]!] }));
  await desk.conflict(sides([HEBREW_NAME, ARABIC_NAME]), { severity: 'high', raisedBy: 'שרה Cohen' });
  await desk.conflict(sides([LONG_WORD, `${LONG_WORD.slice(0, 250)}x${LONG_WORD.slice(250)}`]), {
    title: LONG_WORD.slice(0, 480),
  });
  await desk.conflict(sides([EMOJI, STACKED, ZERO_WIDTH, TURNED]), { raisedBy: LONG_WORD.slice(0, 120) });
  await desk.close();
  return documents;
}
