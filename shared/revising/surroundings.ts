import { QUOTE_CONTEXT } from '../model/anchor.ts';

/** How far a sentence is looked along on either side, in UTF-16 code units. */
export const SENTENCE_REACH = 400;
/** A line at least this long that does not end a sentence goes on in the next one: the text is wrapped. */
const WRAPPED = 50;

const GOES_ON = /^[ \t]*\p{Ll}/u;
const BEGINS_ITEM = /^[ \t]*(?:[*#\-–—•·|{}=:;>+]|\d+[.)]|$)/u;
const ENDS_SENTENCE = /[.!?:;…。！？؟।][\p{Pe}\p{Pf}"'\])]*[ \t]*$/u;

const isBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d;

/**
 * How far what stands around words speaks of them, on one side of an offset, in UTF-16 code units. `near` reaches as
 * far as a quote's context on the same line; a line that is merely wrapped goes on in the next. `far` reaches to the
 * sentence's end, and at least as far as `near`.
 */
export interface Reach {
  readonly near: number;
  readonly far: number;
}

/** What stands before an offset. */
export function reachBefore(text: string, offset: number): Reach {
  const from = Math.max(0, offset - SENTENCE_REACH);
  let far = 0;
  for (let at = offset; at > from; at--) {
    const unit = text.charCodeAt(at - 1);
    if (isBreak(unit)) {
      const start = unit === 0x0a && text.charCodeAt(at - 2) === 0x0d ? at - 2 : at - 1;
      if (divides(text, start, at)) break;
      at = start + 1;
    }
    far = offset - at + 1;
    if (far >= QUOTE_CONTEXT && endsSentence(text, at - 2) && at < offset) break;
  }
  return { near: Math.min(far, QUOTE_CONTEXT), far };
}

/** What stands after an offset. */
export function reachAfter(text: string, offset: number): Reach {
  const to = Math.min(text.length, offset + SENTENCE_REACH);
  let far = 0;
  for (let at = offset; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (isBreak(unit)) {
      const end = unit === 0x0d && text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
      if (divides(text, at, end)) break;
      at = end - 1;
    }
    far = at + 1 - offset;
    if (far >= QUOTE_CONTEXT && endsSentence(text, at)) break;
  }
  return { near: Math.min(far, QUOTE_CONTEXT), far };
}

/** Whether a sentence ends with the unit at `at`: a sign that ends one, and a space or the text's end after it. */
function endsSentence(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  if (sign === 0x3002 || sign === 0xff01 || sign === 0xff1f) return true;
  if (sign !== 0x2e && sign !== 0x21 && sign !== 0x3f && sign !== 0x2026 && sign !== 0x61f && sign !== 0x964)
    return false;
  return /^(?:\s+[^\p{Ll}\s]|\s*$)/u.test(text.slice(at + 1, at + 4));
}

/** Whether the line break at `[start, end)` ends what is said: anything but a break that only wraps a paragraph. */
function divides(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(0, start - WRAPPED), start);
  const next = text.slice(end, end + 12);
  if (/^[ \t]*[\r\n]/.test(next) || next === '' || /(?:^|[\r\n])[ \t]*$/.test(line)) return true;
  if (GOES_ON.test(next)) return false;
  const isLong = line.length === WRAPPED && !/[\r\n]/.test(line);
  return !isLong || ENDS_SENTENCE.test(line) || BEGINS_ITEM.test(next);
}
