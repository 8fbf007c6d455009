import { claimType } from '../claim-types/registry.ts';
import type { Range } from '../model/anchor.ts';

/** As much of a claim or a suggestion as tells what it is about. */
export interface Covering {
  readonly type: string;
  /** In text order. */
  readonly ranges: readonly Range[];
}

/**
 * Whether a claim already says what a suggestion would: it is of the same family of types (a speaker is a person) and
 * shares words with it, or has the very same words.
 */
export function covers(claim: Covering, suggestion: Covering): boolean {
  const sameFamily = familyOf(claim.type) === familyOf(suggestion.type);
  return sameFamily ? overlap(claim.ranges, suggestion.ranges) : sameRanges(claim.ranges, suggestion.ranges);
}

/** The most general type that a type is a kind of. */
function familyOf(type: string): string {
  let family = type;
  for (let parent = claimType(family)?.parent; parent; parent = claimType(family)?.parent) family = parent;
  return family;
}

const overlap = (some: readonly Range[], others: readonly Range[]): boolean =>
  some.some(one => others.some(other => one.start < other.end && other.start < one.end));

const sameRanges = (some: readonly Range[], others: readonly Range[]): boolean =>
  some.length === others.length &&
  some.every(({ start, end }, i) => start === others[i]!.start && end === others[i]!.end);
