import type { Span } from '../text/text-like.ts';
import { nounClass } from '../values/counts/noun-classes.ts';
import { isMonthName } from '../values/dates/months.ts';
import { wordKey } from '../values/folded.ts';

/** Longest clause kept, in UTF-16 code units. */
const LONGEST = 200;
const STOPS = /[.!?;\n\r•|]/u;

/**
 * The words of the sentence around a stretch of text: back to the last stop and on to the next, the stretch
 * itself left out. A full stop after an initial or between digits stops nothing.
 * @param reach how far to look each way, in UTF-16 code units
 */
export function clauseAround(
  text: string,
  { start, end }: Span,
  reach = LONGEST,
): { before: string; after: string } {
  let from = start;
  while (from > 0 && start - from < reach && !isStop(text, from - 1)) from--;
  let to = end;
  while (to < text.length && to - end < reach && !isStop(text, to)) to++;
  return {
    before: wholeWords(text.slice(from, start), 'end'),
    after: wholeWords(text.slice(end, to), 'start'),
  };
}

function isStop(text: string, i: number): boolean {
  if (!STOPS.test(text[i]!)) return false;
  if (text[i] !== '.') return true;
  const isInitial =
    /(?:^|[\s.(])\p{Lu}$/u.test(text.slice(Math.max(0, i - 2), i)) ||
    /(?:^|\s)(?:Mr|Ms|Dr|St|Mrs|No|vs)$/.test(text.slice(Math.max(0, i - 4), i));
  return !isInitial && !/^\d/.test(text.slice(i + 1, i + 2));
}

const wholeWords = (words: string, side: 'start' | 'end') => {
  const folded = words.replace(/\[\d{1,3}\]/g, '').replace(/\s+/g, ' ');
  return side === 'end' ? folded.replace(/^[\s,:–—-]+/, '') : folded.replace(/[\s,:–—-]+$/, '');
};

/** A capital that a text's own words may bear: neither month nor common noun. */
const isProper = (word: string) => !isMonthName(wordKey(word)) && nounClass(wordKey(word)) === undefined;

const NAME = /\p{Lu}[\p{L}\p{M}\d’'-]*(?: (?:(?:of|de|del|the|da|do|for) )?\p{Lu}[\p{L}\p{M}\d’'-]*){0,6}/gu;
const ARTICLE = /^(?:The|In|On|At|By|From|As|El|La|Los|Las|Le|Les|Il|Der|Die|Das) (?=\p{Lu})/u;

/** The first name in a clause: words with capitals in a row, the clause's first word only where others follow it. */
export function firstName(words: string): string | undefined {
  for (const { 0: found, index } of words.slice(0, LONGEST).matchAll(NAME)) {
    const name = found.replace(ARTICLE, '');
    const isWhole = name.includes(' ') || name !== found || index > 0;
    if (isWhole && (name.includes(' ') || isProper(name))) return name;
  }
  return undefined;
}
