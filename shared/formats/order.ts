import type { Versioned } from '../model/change.ts';

/** Puts objects in the order of their ids. */
export function byId<T extends { readonly id: string }>(objects: readonly T[]): T[] {
  return [...objects].sort((a, b) => compare(a.id, b.id));
}

/** Puts claims in the order of the text: by document, then by where they start, the longer first. */
export function inTextOrder(claims: readonly Versioned<'claim'>[]): Versioned<'claim'>[] {
  return [...claims].sort((a, b) => {
    const [left, right] = [a.object.anchor, b.object.anchor];
    return (
      compare(left.documentId, right.documentId) ||
      left.ranges[0]!.start - right.ranges[0]!.start ||
      right.ranges.at(-1)!.end - left.ranges.at(-1)!.end ||
      compare(a.id, b.id)
    );
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
