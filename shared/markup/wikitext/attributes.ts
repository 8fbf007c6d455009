import type { Attribute } from '../markup.ts';

/** Longest opening tag that is read, in UTF-16 code units. */
const LONGEST = 1_000;
const KEY = /[:_\p{L}\p{N}][:_.\-\p{L}\p{N}]*/uy;
const EQUALS = /\s*=\s*/y;
const QUOTES = '"\'“”„‟«»‘’‚‹›';
const CURLY = /[“”„‟«»‘’‚‹›]/;

/**
 * Reads the attributes of a tag as MediaWiki does: only straight quotation marks hold a value together, one that is not
 * closed runs to the end of the tag, and of two attributes of one name the later counts.
 * @param from behind the tag's name
 * @param to before its closing sign
 */
export function attributesOf(text: string, from: number, to: number): Attribute[] {
  const tag = text.slice(from, Math.min(to, from + LONGEST));
  const found: Attribute[] = [];
  for (let at = 0; at < tag.length; ) {
    while (at < tag.length && isSpace(tag[at])) at++;
    KEY.lastIndex = at;
    const key = KEY.exec(tag)?.[0];
    if (key === undefined) {
      while (at < tag.length && !isSpace(tag[at])) at++;
      continue;
    }
    const start = at;
    at += key.length;
    EQUALS.lastIndex = at;
    if (!EQUALS.test(tag)) {
      found.push({ key: key.toLowerCase(), value: '', start: from + start, end: from + at });
      while (at < tag.length && !isSpace(tag[at])) at++;
      continue;
    }
    at = EQUALS.lastIndex;
    const quote = tag[at] === '"' || tag[at] === "'" ? tag[at] : undefined;
    let end = at;
    if (quote) {
      const close = tag.indexOf(quote, at + 1);
      end = close < 0 ? tag.length : close;
    } else while (end < tag.length && !isSpace(tag[end])) end++;
    const value = decoded(tag.slice(quote ? at + 1 : at, end)).trim();
    at = Math.min(tag.length, quote ? end + 1 : end);
    found.push({ key: key.toLowerCase(), value, start: from + start, end: from + at });
  }
  return found;
}

/** What the writer of an attribute seems to have meant, where MediaWiki may read something else. */
export interface Meant {
  readonly value: string;
  /** Whether it stands in curly quotation marks, at one end at least. */
  readonly isCurly: boolean;
  /** The value with its quotation marks, in the text. */
  readonly start: number;
  readonly end: number;
}

/** Reads an attribute as a person would, whatever quotation marks it stands in; undefined where there is none. */
export function meantAttribute(text: string, from: number, to: number, key: string): Meant | undefined {
  const tag = text.slice(from, Math.min(to, from + LONGEST));
  const head = new RegExp(`(?:^|\\s)${key}\\s*=\\s*`, 'i').exec(tag);
  if (!head) return undefined;
  const at = head.index + head[0].length;
  const first = tag[at];
  const isQuoted = first !== undefined && QUOTES.includes(first);
  let end = at + 1;
  if (isQuoted) {
    const isStraight = first === '"' || first === "'";
    const close = isStraight ? tag.indexOf(first, end) : -1;
    if (close >= 0) end = close + 1;
    else {
      while (end < tag.length && !(QUOTES.includes(tag[end]!) && /^[\s/]?$/.test(tag[end + 1] ?? ''))) end++;
      end = Math.min(tag.length, end + 1);
    }
  } else while (end < tag.length && !/[\s/]/.test(tag[end]!)) end++;
  const raw = tag.slice(at, end).trimEnd();
  // A pair of its own within the value closes nothing.
  const isOwnPair = raw.endsWith('»') && raw.includes('«', 1);
  const isClosed = isQuoted && raw.length > 1 && QUOTES.includes(raw.at(-1)!) && !isOwnPair;
  const value = decoded(raw.slice(isQuoted ? 1 : 0, isClosed ? -1 : undefined)).trim();
  const isCurly = isQuoted && (CURLY.test(first) || (isClosed && CURLY.test(raw.at(-1)!)));
  return { value, isCurly, start: from + at, end: from + at + raw.length };
}

const isSpace = (sign: string | undefined): boolean => sign !== undefined && /\s/.test(sign);

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const decoded = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
