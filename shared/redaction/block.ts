import type { Range } from '../model/anchor.ts';

/** What stands for every UTF-16 code unit that was taken away, so that all offsets hold. */
export const BLOCK = '█';

/** Line ends stay, so that rows do. */
const isLineEnd = (unit: number): boolean =>
  unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;

/** @returns a text of the same length in which nothing but line ends is left of the ranges; sorted, apart from one another */
export function blockOut(text: string, ranges: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of ranges) {
    const [from, to] = [Math.max(start, at), Math.min(end, text.length)];
    if (to <= from) continue;
    out += text.slice(at, from);
    for (let i = from; i < to; i++) out += isLineEnd(text.charCodeAt(i)) ? text[i] : BLOCK;
    at = to;
  }
  return out + text.slice(at);
}

/** @returns the same text with nothing left of it but line ends. */
export const blockAll = (text: string): string => blockOut(text, [{ start: 0, end: text.length }]);

/** @returns ranges that cover the same units, sorted and apart from one another; empty ones are left out */
export function united(ranges: readonly Range[]): Range[] {
  const sorted = ranges.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const out: Range[] = [];
  for (const { start, end } of sorted) {
    const last = out.at(-1);
    if (last && start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else out.push({ start, end });
  }
  return out;
}

/** @returns whether two lists of ranges have a unit in common. */
export function meet(some: readonly Range[], others: readonly Range[]): boolean {
  return some.some(a => others.some(b => a.start < b.end && b.start < a.end));
}

/** @returns ranges widened so that none begins or ends within a surrogate pair of the text, cut to its length */
export function wholeCharacters(text: string, ranges: readonly Range[]): Range[] {
  const splits = (at: number) =>
    at > 0 && at < text.length && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
  return united(
    ranges.map(({ start, end }) => {
      const to = Math.min(end, text.length);
      return { start: splits(start) ? start - 1 : start, end: splits(to) ? to + 1 : to };
    }),
  );
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
