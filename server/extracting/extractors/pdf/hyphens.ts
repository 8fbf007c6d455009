const HYPHEN = /[\p{L}\p{M}][-\u2010\u00ad]$/u;
const GOES_ON = /^[\p{Ll}\p{Lo}]/u;
/** After capitals, a letter alone or a figure, a hyphen is the word's own: "UN-", "e-", "G20-". */
const OWN = /(^|[\s\p{P}])(\p{Lu}+|\p{L}|[\p{L}\d]*\d)[-\u2010]$/u;

/** A word with hyphens of its own. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu;
/** The word at the end of a line that a hyphen breaks, and the one with which the next line goes on. */
const BROKEN = /([\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*)[-\u2010]$/u;
const REST = /^[\p{L}\p{M}]+/u;

/** The words of a text, in lower case, as they stand within its lines. */
export type Words = ReadonlySet<string>;

/** @returns the words that stand unbroken in lines: they tell which hyphens at the ends of others are a word's own */
export function wordsIn(lines: Iterable<string>): Words {
  const words = new Set<string>();
  for (const line of lines)
    for (const { 0: word, index } of line.matchAll(WORD)) {
      // What stands at an end of a line may be half a word.
      const end = index + word.length;
      if (index > 0 && end < line.length && !/[-\u2010\u00ad]/u.test(line[end]!)) words.add(plain(word));
    }
  return words;
}

const plain = (word: string): string => word.toLowerCase().replaceAll('\u2010', '-');

/** Whether a word that is broken at its hyphen has that hyphen elsewhere in the text, and does not stand without. */
function isOwn(line: string, next: string, words: Words): boolean {
  const head = BROKEN.exec(line)?.[1];
  const tail = REST.exec(next)?.[0];
  if (head === undefined || tail === undefined) return false;
  return words.has(plain(`${head}-${tail}`)) && !words.has(plain(head + tail));
}

/** How a line is joined to the next one. */
export interface Join {
  /** How many code units at the end of the line are left out. */
  readonly drop: 0 | 1;
  readonly between: '' | ' ';
}

/**
 * Says how two lines of a paragraph become one: with a space, or without one where a word goes on in lower case after a
 * hyphen, which is left out; a hyphen that is a word's own (after a capital or a figure, or since the text has the word
 * with it elsewhere) stays. Lines of scripts without spaces are joined without one.
 */
export function joinOf(line: string, next: string, words: Words = new Set()): Join {
  if (HYPHEN.test(line)) {
    if (line.endsWith('\u00ad')) return { drop: 1, between: '' };
    if (GOES_ON.test(next)) return { drop: OWN.test(line) || isOwn(line, next, words) ? 0 : 1, between: '' };
    return { drop: 0, between: '' };
  }
  if (/[-\u2010\u2013\u2014/]$/.test(line) && /^[\p{L}\p{N}]/u.test(next) && !/\s.$/u.test(line))
    return { drop: 0, between: '' };
  return { drop: 0, between: UNSPACED_END.test(line) && UNSPACED_BEGIN.test(next) ? '' : ' ' };
}

const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const UNSPACED_END = new RegExp(`${UNSPACED}$`, 'u');
const UNSPACED_BEGIN = new RegExp(`^${UNSPACED}`, 'u');
