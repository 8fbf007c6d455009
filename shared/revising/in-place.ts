import { formOf } from '../text/form.ts';
import type { Span } from '../text/text-like.ts';
import type { Mapping } from './mapping.ts';

/** What the difference put in the place of words. */
export interface InPlace extends Span {
  /** Whether only the form differs. */
  readonly form: boolean;
  /** Which share of the words still stands there, 0 to 1. */
  readonly kept: number;
}

/** Lines less alike than this are not taken for one another where a whole passage was replaced. */
const ALIKE = 0.5;
/** In a larger gap nothing faces anything. */
const LARGEST = 8000;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Finds what faces changed words in the later text; undefined where nothing does. */
export function inPlace(mapping: Mapping, range: Span): InPlace | undefined {
  const { before, after } = mapping.alignment;
  const words = before.slice(range.start, range.end);
  const kept = keptShare(mapping, range, words);
  const facing = trimmed(after, kept > 0 ? mapping.facing(range) : replacement(mapping, range), words);
  if (!facing) return undefined;
  if (kept === 0 && !isHeld(mapping, range, facing)) {
    if (likeness(words, after.slice(facing.start, facing.end)) < ALIKE) return undefined;
  }
  const form = formOf(after.slice(facing.start, facing.end)) === formOf(words);
  return { ...facing, form, kept };
}

/**
 * Whether what stands next to replaced words says that their replacement is theirs: a word beside them that stayed, or
 * that they began and ended their line and still do.
 */
function isHeld(mapping: Mapping, range: Span, facing: Span): boolean {
  const left = heldBefore(mapping, range.start, facing.start);
  const right = heldAfter(mapping, range.end, facing.end);
  return left === 'word' || right === 'word' || (left === 'line' && right === 'line');
}

function heldBefore(mapping: Mapping, at: number, other: number): 'word' | 'line' | undefined {
  const { before, after } = mapping.alignment;
  const mine = skippedBefore(before, at);
  const theirs = skippedBefore(after, other);
  if (endsLine(before, mine - 1)) return endsLine(after, theirs - 1) ? 'line' : undefined;
  const stretch = mapping.stretch(mapping.stretchAt(mine - 1));
  const isKept =
    stretch && mine <= stretch.before + stretch.length && stretch.after + mine - stretch.before === theirs;
  return isKept ? 'word' : undefined;
}

function heldAfter(mapping: Mapping, at: number, other: number): 'word' | 'line' | undefined {
  const { before, after } = mapping.alignment;
  const mine = skippedAfter(before, at);
  const theirs = skippedAfter(after, other);
  if (endsLine(before, mine)) return endsLine(after, theirs) ? 'line' : undefined;
  const stretch = mapping.stretch(mapping.stretchAt(mine));
  const isKept =
    stretch && mine < stretch.before + stretch.length && stretch.after + mine - stretch.before === theirs;
  return isKept ? 'word' : undefined;
}

const BETWEEN = /[^\p{L}\p{N}\p{M}\r\n]/u;
/** How many signs between words are looked across. */
const ACROSS = 16;

function skippedBefore(text: string, at: number): number {
  for (let i = 0; i < ACROSS && at > 0 && BETWEEN.test(text[at - 1]!); i++) at--;
  return at;
}

function skippedAfter(text: string, at: number): number {
  for (let i = 0; i < ACROSS && at < text.length && BETWEEN.test(text[at]!); i++) at++;
  return at;
}

const endsLine = (text: string, at: number): boolean =>
  at < 0 || at >= text.length || /[\r\n]/.test(text[at]!);

/** Which share of the words of a range lies in stretches, by their letters. */
function keptShare(mapping: Mapping, range: Span, words: string): number {
  let letters = 0;
  let kept = 0;
  for (const found of words.matchAll(WORD)) {
    const start = range.start + found.index;
    const stretch = mapping.stretch(mapping.stretchAt(start));
    letters += found[0].length;
    if (stretch && start + found[0].length <= stretch.before + stretch.length) kept += found[0].length;
  }
  return letters === 0 ? 0 : kept / letters;
}

/** What replaced words of which none stands any more: what the gaps have, or the line among several that is like theirs. */
function replacement(mapping: Mapping, range: Span): Span {
  const { before, after } = mapping.alignment;
  const facing = mapping.facing(range);
  const gap = mapping.gap(mapping.gapAfter(mapping.stretchAt(range.start)));
  if (!gap || range.start < gap.before.start || range.end > gap.before.end) return facing;
  if (gap.before.end - gap.before.start > LARGEST || gap.after.end - gap.after.start > LARGEST)
    return { start: facing.start, end: facing.start };
  const gone = linesOf(before, gap.before);
  const come = linesOf(after, gap.after);
  if (gone.length <= 1 && come.length <= 1) return facing;
  const mine = gone.findIndex(line => range.start < line.end);
  if (mine < 0) return { start: facing.start, end: facing.start };
  if (gone.length === come.length) return come[mine]!;
  const line = before.slice(gone[mine]!.start, gone[mine]!.end);
  let best: Span = { start: facing.start, end: facing.start };
  let most = ALIKE;
  for (const other of come) {
    const share = likeness(line, after.slice(other.start, other.end));
    if (share >= most) [best, most] = [other, share];
  }
  return best;
}

/** The lines in a range that have anything but spaces. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (const found of text.slice(start, end).matchAll(/[^\r\n]+/g))
    if (found[0].trim() !== '')
      lines.push({ start: start + found.index, end: start + found.index + found[0].length });
  return lines;
}

/** Dice's coefficient of the pairs of letters of two lines, 0 to 1. */
function likeness(a: string, b: string): number {
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (short * 3 < long - 4) return 0;
  const pairs = new Map<string, number>();
  const [x, y] = [formOf(a.slice(0, 2000)), formOf(b.slice(0, 2000))];
  for (let i = 0; i + 1 < x.length; i++)
    pairs.set(x.slice(i, i + 2), (pairs.get(x.slice(i, i + 2)) ?? 0) + 1);
  let both = 0;
  for (let i = 0; i + 1 < y.length; i++) {
    const left = pairs.get(y.slice(i, i + 2)) ?? 0;
    if (left > 0) both++;
    if (left > 0) pairs.set(y.slice(i, i + 2), left - 1);
  }
  return x.length + y.length < 4 ? Number(x === y) : (2 * both) / (x.length + y.length - 2);
}

/** A range without the spaces at its ends, where the words had none there. */
function trimmed(text: string, { start, end }: Span, words: string): Span | undefined {
  while (start < end && /\s/.test(text[start]!) && !/^\s/.test(words)) start++;
  while (end > start && /\s/.test(text[end - 1]!) && !/\s$/.test(words)) end--;
  return end > start && /\S/.test(text.slice(start, end)) ? { start, end } : undefined;
}
