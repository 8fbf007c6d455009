const HYPHEN = /[\p{L}\p{M}][-\u2010\u00ad]$/u;
const GOES_ON = /^[\p{Ll}\p{Lo}]/u;
/** After capitals, a letter alone or a figure, a hyphen is the word's own: "UN-", "e-", "G20-". */
const OWN = /(^|[\s\p{P}])(\p{Lu}+|\p{L}|[\p{L}\d]*\d)[-\u2010]$/u;

/** How a line is joined to the next one. */
export interface Join {
  /** How many code units at the end of the line are left out. */
  readonly drop: 0 | 1;
  readonly between: '' | ' ';
}

/**
 * Says how two lines of a paragraph become one: with a space, or without one where a word goes on in lower case after a
 * hyphen, which is left out; a hyphen that is a word's own (after a capital or a figure) stays. Lines of scripts without
 * spaces are joined without one.
 */
export function joinOf(line: string, next: string): Join {
  if (HYPHEN.test(line)) {
    if (line.endsWith('\u00ad')) return { drop: 1, between: '' };
    if (GOES_ON.test(next)) return { drop: OWN.test(line) ? 0 : 1, between: '' };
    return { drop: 0, between: '' };
  }
  if (/[-\u2010\u2013\u2014/]$/.test(line) && /^[\p{L}\p{N}]/u.test(next) && !/\s.$/u.test(line))
    return { drop: 0, between: '' };
  return { drop: 0, between: UNSPACED_END.test(line) && UNSPACED_BEGIN.test(next) ? '' : ' ' };
}

const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const UNSPACED_END = new RegExp(`${UNSPACED}$`, 'u');
const UNSPACED_BEGIN = new RegExp(`^${UNSPACED}`, 'u');
