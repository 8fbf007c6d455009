import type { CountValue } from './count.ts';
import { isVague } from './vague-numbers.ts';

export interface CountComparison {
  /**
   * `equal`: the same number said the same way. `compatible`: some number satisfies both. `contradicts`: none does, or
   * a number that is said to be exact is so far above an "over" or "at least" that those words mislead.
   */
  readonly relation: 'equal' | 'compatible' | 'contradicts';
  /** By what it was decided. */
  readonly explanation:
    | 'same-number'
    | 'ranges-meet'
    | 'ranges-apart'
    | 'far-above-the-floor'
    | 'far-below-the-ceiling';
  /** Larger number over smaller one; 1 where they are equal, infinite beside zero. */
  readonly ratio: number;
}

/** How far an "about" reaches either way. */
const ABOUT = 0.2;
/** From how many times the number on an "over" misleads. */
const MISLEADING = 2;

/** Compares how many of the same thing there are said to be; whether it is the same thing is for the caller to know. */
export function compareCounts(one: CountValue, other: CountValue): CountComparison {
  const ratio = ratioOf(one.upper ?? one.number, other.upper ?? other.number);
  const isSame =
    one.number === other.number && one.comparator === other.comparator && one.upper === other.upper;
  if (isSame) return { relation: 'equal', explanation: 'same-number', ratio: 1 };
  const [a, b] = [rangeOf(one), rangeOf(other)];
  if (Math.max(a.from, b.from) > Math.min(a.to, b.to))
    return { relation: 'contradicts', explanation: 'ranges-apart', ratio };
  const isFar = (open: Range, closed: Range, end: number) =>
    open.from > 0 &&
    open.to === Number.POSITIVE_INFINITY &&
    closed.to !== Number.POSITIVE_INFINITY &&
    end >= open.from * MISLEADING;
  if ((isFar(a, b, b.from) && !isVague(one.text)) || (isFar(b, a, a.from) && !isVague(other.text)))
    return { relation: 'contradicts', explanation: 'far-above-the-floor', ratio };
  const isFarBelow = (open: CountValue, closed: CountValue) =>
    isCeiling(open) && !isCeiling(closed) && !isFloor(closed) && closed.number * MISLEADING <= open.number;
  if (isFarBelow(one, other) || isFarBelow(other, one))
    return { relation: 'contradicts', explanation: 'far-below-the-ceiling', ratio };
  return { relation: 'compatible', explanation: 'ranges-meet', ratio };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Which numbers satisfy the count. "Over 15" begins at 16: what is counted comes whole. */
function rangeOf({ number, upper, comparator }: CountValue): Range {
  switch (comparator) {
    case 'exactly':
      return { from: number, to: number };
    case 'between':
      return { from: number, to: upper! };
    case 'at-least':
      return { from: number, to: Number.POSITIVE_INFINITY };
    case 'more-than':
      return { from: Number.isInteger(number) ? number + 1 : number, to: Number.POSITIVE_INFINITY };
    case 'at-most':
      return { from: 0, to: number };
    case 'fewer-than':
      return { from: 0, to: Number.isInteger(number) ? Math.max(0, number - 1) : number };
    case 'about':
      return { from: Math.floor(number * (1 - ABOUT)), to: Math.ceil(number * (1 + ABOUT)) };
  }
}

const isCeiling = ({ comparator }: CountValue) => comparator === 'at-most' || comparator === 'fewer-than';
const isFloor = ({ comparator }: CountValue) => comparator === 'at-least' || comparator === 'more-than';

function ratioOf(a: number, b: number): number {
  if (a === b) return 1;
  const [low, high] = a < b ? [a, b] : [b, a];
  return low === 0 ? Number.POSITIVE_INFINITY : high / low;
}
