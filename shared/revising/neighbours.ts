import type { FateReason } from './fate.ts';
import type { Mapping } from './mapping.ts';
import { reachAfter, reachBefore, SENTENCE_REACH } from './surroundings.ts';
import { turningWords } from './turning-words.ts';

/** Nothing that speaks of words lies farther from them than this, line breaks that are looked across included. */
const CLEAR = SENTENCE_REACH + 64;
/** A longer passage beside words is not read for words that turn them; that it changed is enough. */
const READ = 2000;

/** Words that stand unchanged: where in either text, and in which stretch. */
export interface Standing {
  readonly start: number;
  readonly end: number;
  /** Where they begin in the later text. */
  readonly after: number;
  readonly stretch: number;
}

/** How far what stands beside words reaches, in UTF-16 code units: the longer of the two texts' reaches. */
export interface Reaches {
  readonly before: number;
  readonly after: number;
}

/** Whether an unchanged run of text holds words so deep that nothing beside them can have changed. */
export function isClear(mapping: Mapping, { start, end, stretch }: Standing): boolean {
  const { before, after, length } = mapping.stretch(stretch)!;
  const last = stretch === mapping.alignment.stretches.length - 1;
  const heads = before === 0 && after === 0;
  const tails =
    last &&
    before + length === mapping.alignment.before.length &&
    after + length === mapping.alignment.after.length;
  return (heads || start - before >= CLEAR) && (tails || before + length - end >= CLEAR);
}

/**
 * What changed beside words that stand. Anything counts that differs in more than form within a quote's context on
 * their line; farther off, to the end of their sentence, only what puts in or takes out a word that denies, doubts or
 * ascribes.
 * @returns the reasons, none where the neighbours are the same, and how far the near ones reach
 */
export function neighboursOf(mapping: Mapping, standing: Standing): { reasons: FateReason[]; near: Reaches } {
  const { before, after } = mapping.alignment;
  const end = standing.after + standing.end - standing.start;
  const sides = [
    { mine: reachBefore(before, standing.start), theirs: reachBefore(after, standing.after) },
    { mine: reachAfter(before, standing.end), theirs: reachAfter(after, end) },
  ] as const;
  const reasons: FateReason[] = [];
  if (changedBefore(mapping, standing, sides[0])) reasons.push('before-changed');
  if (changedAfter(mapping, standing, sides[1])) reasons.push('after-changed');
  const [left, right] = sides;
  return {
    reasons,
    near: {
      before: Math.max(left.mine.near, left.theirs.near),
      after: Math.max(right.mine.near, right.theirs.near),
    },
  };
}

type Sides = { readonly mine: { near: number; far: number }; readonly theirs: { near: number; far: number } };

function changedBefore(mapping: Mapping, standing: Standing, { mine, theirs }: Sides): boolean {
  for (let number = mapping.gapBefore(standing.stretch); ; number--) {
    const gap = mapping.gap(number);
    if (!gap) return false;
    const isWithin = (reach: 'near' | 'far') =>
      gap.before.end > standing.start - mine[reach] || gap.after.end > standing.after - theirs[reach];
    if (!isWithin('far')) return false;
    if (!mapping.isFormOnly(number) && (isWithin('near') || turns(mapping, number))) return true;
  }
}

function changedAfter(mapping: Mapping, standing: Standing, { mine, theirs }: Sides): boolean {
  const end = standing.after + standing.end - standing.start;
  for (let number = mapping.gapAfter(standing.stretch); ; number++) {
    const gap = mapping.gap(number);
    if (!gap) return false;
    const isWithin = (reach: 'near' | 'far') =>
      gap.before.start < standing.end + mine[reach] || gap.after.start < end + theirs[reach];
    if (!isWithin('far')) return false;
    if (!mapping.isFormOnly(number) && (isWithin('near') || turns(mapping, number))) return true;
  }
}

function turns(mapping: Mapping, number: number): boolean {
  const { before, after } = mapping.gap(number)!;
  if (before.end - before.start > READ || after.end - after.start > READ) return true;
  const gone = mapping.alignment.before.slice(before.start, before.end);
  const come = mapping.alignment.after.slice(after.start, after.end);
  return turningWords(gone) !== turningWords(come);
}
