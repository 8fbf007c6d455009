import { splitsPair } from '../text/text-like.ts';

/** A passage of a text. Its words reach a little into the next one where it had to be cut within a paragraph. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Where what is read with it ends; at `end` where a paragraph ends there. */
  readonly reach: number;
}

/** Lengths in UTF-16 code units: what a passage grows to, the longest, and how far words reach over a cut. */
const ENOUGH = 300;
const LONGEST = 600;
const OVER = 80;

/**
 * Divides a text into passages for finding: whole lines as long as they are short, long ones cut after a sentence or
 * else after a word. They cover the text without gaps.
 */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  const add = (end: number, isCut: boolean) => {
    let reach = isCut ? Math.min(text.length, end + OVER) : end;
    if (splitsPair(text, reach)) reach++;
    passages.push({ start, end, reach });
    start = end;
  };
  for (let line = 0; line < text.length; ) {
    const found = text.indexOf('\n', line);
    const end = found < 0 ? text.length : found + 1;
    if (start < line && end - start > LONGEST) add(line, false);
    while (end - start > LONGEST) add(cutBefore(text, start, start + LONGEST), true);
    if (end - start >= ENOUGH) add(end, false);
    line = end;
  }
  if (start < text.length) add(text.length, false);
  return passages;
}

/** Where to cut, later than half way: after a sentence, after a space, or where it must be. */
function cutBefore(text: string, start: number, latest: number): number {
  const half = start + ((latest - start) >> 1);
  const window = text.slice(half, latest);
  for (const pattern of [/[.!?。！？…]["'”»)\]]*\s/gu, /\s/gu, /[、，；]/gu]) {
    const last = [...window.matchAll(pattern)].at(-1);
    if (last) return half + last.index + last[0].length;
  }
  return splitsPair(text, latest) ? latest - 1 : latest;
}
