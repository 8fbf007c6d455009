import { formOf } from '../text/form.ts';
import type { Passages } from '../text/quotes/passages.ts';
import type { Span } from '../text/text-like.ts';
import type { Mapping } from './mapping.ts';
import { reachAfter, reachBefore } from './surroundings.ts';

/** A place where words stand in text that came, and on how many sides what stood beside them stands there too. */
export interface Elsewhere {
  readonly start: number;
  readonly sides: 0 | 1 | 2;
}

/** Shorter words are found with their neighbours only. */
const SHORTEST = 4;
/** As many places as a person can be asked to choose from. */
export const MOST_PLACES = 20;
/** Units of the same text that say on one side that words moved with their neighbours. */
const AGREEING = 8;

/** Where the words of a range stand in text that came, letter for letter; at most one more than `MOST_PLACES`. */
export function elsewhere(mapping: Mapping, came: Passages, range: Span): Elsewhere[] {
  const { before, after } = mapping.alignment;
  const words = before.slice(range.start, range.end);
  if (words.length < SHORTEST) return withNeighbours(mapping, came, range);
  const places = came.places(words, MOST_PLACES + 1);
  if (places.length === 0) return [];
  const head = headOf(before, range.start);
  const tail = tailOf(before, range.end);
  return places.map(start => {
    const itsHead = headOf(after, start);
    const itsTail = tailOf(after, start + words.length);
    const agrees = [
      head === itsHead || (itsHead.length >= AGREEING && head.endsWith(itsHead.slice(-AGREEING))),
      tail === itsTail || (itsTail.length >= AGREEING && tail.startsWith(itsTail.slice(0, AGREEING))),
    ];
    return { start, sides: agrees.filter(Boolean).length as 0 | 1 | 2 };
  });
}

/** Where words too short to be looked for stand with what stood beside them. */
function withNeighbours(mapping: Mapping, came: Passages, { start, end }: Span): Elsewhere[] {
  const { before } = mapping.alignment;
  const head = reachBefore(before, start).near;
  const passage = before.slice(start - head, end + reachAfter(before, end).near);
  return came.places(passage, MOST_PLACES + 1).map(at => ({ start: at + head, sides: 2 }));
}

/** The form of what stands before words, as far as it speaks of them. */
const headOf = (text: string, at: number): string =>
  formOf(text.slice(at - reachBefore(text, at).near, at)).trim();

const tailOf = (text: string, at: number): string =>
  formOf(text.slice(at, at + reachAfter(text, at).near)).trim();

/** Units on either side by which the place of changed words is found in text that moved. */
const FRAME = 24;
const NARROWEST = 8;

/**
 * Where words that moved and changed could stand: between what stood before and after them, found once in text that
 * came. Undefined where either side is too short to say so, or found more than once.
 */
export function framed(mapping: Mapping, came: Passages, range: Span): Span | undefined {
  const { before } = mapping.alignment;
  const head = before.slice(
    range.start - Math.min(FRAME, reachBefore(before, range.start).near),
    range.start,
  );
  const tail = before.slice(range.end, range.end + Math.min(FRAME, reachAfter(before, range.end).near));
  if (head.trim().length < NARROWEST || tail.trim().length < NARROWEST) return undefined;
  return came.between(head, tail, 2 * (range.end - range.start) + 40, MOST_PLACES);
}
