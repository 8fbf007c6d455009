import { formOf } from '../../../shared/text/form.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import type { Edited } from './edits.ts';

/** What is true of a placement, by the two texts and the edits made. */
export interface Judgement {
  /** The words there are letter for letter the claim's. */
  readonly sameWords: boolean;
  /** They are the very units that the claim stood on. */
  readonly samePlace: boolean;
  /** What stands next to them on their line is the same but for its form. */
  readonly sameNeighbours: boolean;
}

/** Units that are read on either side, and units of their form that are held against each other. */
const BESIDE = 80;
const HELD = 16;

/** The forms of what stands before a place and after it on its line. */
function besideOf(text: string, { start, end }: Span): readonly [string, string] {
  const before = text
    .slice(Math.max(0, start - BESIDE), start)
    .split(/[\r\n]/)
    .at(-1)!;
  const after = text.slice(end, end + BESIDE).split(/[\r\n]/)[0]!;
  return [formOf(before).trimStart(), formOf(after).trimEnd()];
}

/** Whether the same stands beside two places, as far as their lines go and at most so far. */
function agrees(one: readonly [string, string], other: readonly [string, string]): boolean {
  return one[0].slice(-HELD) === other[0].slice(-HELD) && one[1].slice(0, HELD) === other[1].slice(0, HELD);
}

/** Where the words of a range stand after the edits, if all their units do, side by side; else undefined. */
export function placeOf({ origins }: Edited, { start, end }: Span): Span | undefined {
  const at = origins.indexOf(start);
  if (at < 0) return undefined;
  for (let i = 1; i < end - start; i++) if (origins[at + i] !== start + i) return undefined;
  return { start: at, end: at + end - start };
}

/** The smallest range that holds what is left of a range's units in their order; undefined where nothing is. */
export function remainsOf({ origins }: Edited, { start, end }: Span): Span | undefined {
  let first = -1;
  let last = -1;
  for (let i = 0; i < origins.length; i++)
    if (origins[i]! >= start && origins[i]! < end) {
      if (first < 0) first = i;
      last = i;
    }
  return first < 0 ? undefined : { start: first, end: last + 1 };
}

export function judge(before: string, edited: Edited, was: Span, is: Span): Judgement {
  return {
    sameWords: before.slice(was.start, was.end) === edited.text.slice(is.start, is.end),
    samePlace: placeOf(edited, was)?.start === is.start,
    sameNeighbours: agrees(besideOf(before, was), besideOf(edited.text, is)),
  };
}
