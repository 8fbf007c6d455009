import { editDistance } from './edit.ts';

/** Least similarity of words that are taken for one another. */
export const LEAST_SIMILAR = 0.66;

/**
 * How alike two folds are: 1 for equal ones, 0 below .66. A wrong letter weighs more in a short word than in a long one.
 * @param letters bits of the letters of each, for telling hopeless pairs quickly
 */
export function editSimilarity(one: string, other: string, letters: number, otherLetters: number): number {
  if (one === other) return 1;
  const length = (one.length + other.length) / 2 + 0.5;
  const bound = Math.floor((1 - LEAST_SIMILAR) * length * 100);
  if (cheapestDifference(letters, otherLetters) > bound) return 0;
  if (Math.abs(one.length - other.length) * CHEAPEST > bound) return 0;
  const distance = editDistance(one, other, bound);
  return distance > bound ? 0 : 1 - distance / (length * 100);
}

/** The cheapest that a letter can be left out or replaced for, in hundredths. */
const CHEAPEST = 25;

function cheapestDifference(one: number, other: number): number {
  return Math.max(bitCount(one & ~other), bitCount(other & ~one)) * CHEAPEST;
}

/** @returns how many bits are set */
export function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
