import type { FateReason } from './fate.ts';
import type { Mapping } from './mapping.ts';
import { reachAfter, reachBefore, SENTENCE_REACH } from './surroundings.ts';
import { turningWords } from './turning-words.ts';

/** How much text past its own end the reach of words depends on. */
const LOOKED_AT = 64;
/** Nothing that speaks of words lies farther from them than this, line breaks that are looked across included. */
const CLEAR = SENTENCE_REACH + LOOKED_AT;
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

/**
 * What changed beside words that stand. Anything counts that differs in more than form within a quote's context on
 * their line; farther off, to the end of their sentence, only what puts in or takes out a word that denies, doubts or
 * ascribes.
 * @returns the reasons, none where the neighbours are the same, and how far the near ones reach; 0 where nothing that
 * differs is near enough to matter
 */
export function neighboursOf(mapping: Mapping, standing: Standing): { reasons: FateReason[]; near: Reaches } {
  const reasons: FateReason[] = [];
  const before = sideOf(mapping, standing, reachBefore, -1);
  const after = sideOf(mapping, standing, reachAfter, 1);
  if (before.isChanged) reasons.push('before-changed');
  if (after.isChanged) reasons.push('after-changed');
  return { reasons, near: { before: before.near, after: after.near } };
}

/** Looks at one side of words: outwards from gap to gap, as far as either text's reach goes. */
function sideOf(
  mapping: Mapping,
  { start, end, after, stretch }: Standing,
  reachOf: typeof reachBefore,
  way: -1 | 1,
): { isChanged: boolean; near: number } {
  const texts = mapping.alignment;
  const held = mapping.stretch(stretch)!;
  const room = way < 0 ? start - held.before : held.before + held.length - end;
  if (room >= CLEAR) return { isChanged: false, near: 0 };
  const [at, other] = way < 0 ? [start, after] : [end, after + end - start];
  const mine = reachOf(texts.before, at);
  if (room >= mine.far + LOOKED_AT) return { isChanged: false, near: mine.near };
  const theirs = reachOf(texts.after, other);
  const near = Math.max(mine.near, theirs.near);
  for (let number = way < 0 ? mapping.gapBefore(stretch) : mapping.gapAfter(stretch); ; number += way) {
    const gap = mapping.gap(number);
    if (!gap) return { isChanged: false, near };
    const gone = way < 0 ? at - gap.before.end : gap.before.start - at;
    const come = way < 0 ? other - gap.after.end : gap.after.start - other;
    if (gone >= mine.far && come >= theirs.far) return { isChanged: false, near };
    const isNear = gone < mine.near || come < theirs.near;
    if (!mapping.isFormOnly(number) && (isNear || turns(mapping, number))) return { isChanged: true, near };
  }
}

function turns(mapping: Mapping, number: number): boolean {
  const { before, after } = mapping.gap(number)!;
  if (before.end - before.start > READ || after.end - after.start > READ) return true;
  const gone = mapping.alignment.before.slice(before.start, before.end);
  const come = mapping.alignment.after.slice(after.start, after.end);
  return turningWords(gone) !== turningWords(come);
}
