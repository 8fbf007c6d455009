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

/**
 * @returns whether a word that is broken at its hyphen stands elsewhere in the text with that hyphen or without; undefined
 * where it does both or neither
 */
function hasHyphenElsewhere(line: string, next: string, words: Words): boolean | undefined {
  const head = BROKEN.exec(line)?.[1];
  const tail = REST.exec(next)?.[0];
  if (head === undefined || tail === undefined) return undefined;
  const own = words.has(plain(`${head}-${tail}`));
  return own === words.has(plain(head + tail)) ? undefined : own;
}

/** How a line is joined to the next one. */
export interface Join {
  /** How many code units at the end of the line are left out. */
  readonly drop: 0 | 1;
  readonly between: '' | ' ';
}

/**
 * Says how two lines of a paragraph become one: with a space, or without one where a word goes on in lower case after a
 * hyphen, which is left out; a hyphen that is a word's own (after a capital or a figure) stays. Where the text has the
 * word elsewhere, with the hyphen or without, that decides. Lines of scripts without spaces are joined without one.
 */
export function joinOf(line: string, next: string, words: Words = new Set()): Join {
  if (HYPHEN.test(line)) {
    if (line.endsWith('\u00ad')) return { drop: 1, between: '' };
    const keeps = hasHyphenElsewhere(line, next, words) ?? (OWN.test(line) || !GOES_ON.test(next));
    return { drop: keeps ? 0 : 1, between: '' };
  }
  if (/[-\u2010\u2013\u2014/]$/.test(line) && /^[\p{L}\p{N}]/u.test(next) && !/\s.$/u.test(line))
    return { drop: 0, between: '' };
  return { drop: 0, between: UNSPACED_END.test(line) && UNSPACED_BEGIN.test(next) ? '' : ' ' };
}

const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const UNSPACED_END = new RegExp(`${UNSPACED}$`, 'u');
const UNSPACED_BEGIN = new RegExp(`^${UNSPACED}`, 'u');
