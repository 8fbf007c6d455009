/** A run of chunks `[first, end)`. */
export interface Run {
  readonly first: number;
  readonly end: number;
}

export const chunksOf = (run: Run): number[] =>
  Array.from({ length: run.end - run.first }, (_, i) => run.first + i);

export const contains = (outer: Run, inner: Run): boolean =>
  outer.first <= inner.first && outer.end >= inner.end;

const meet = (a: Run, b: Run): boolean => a.first <= b.end && b.first <= a.end;

const union = (a: Run, b: Run): Run => ({ first: Math.min(a.first, b.first), end: Math.max(a.end, b.end) });

/** The run that holds `from` and of which every chunk passes `has`, within `run`; null if `from` does not. */
export function clip(run: Run, from: number, has: (chunk: number) => boolean): Run | null {
  if (!has(from)) return null;
  let first = from;
  let end = from + 1;
  while (first > run.first && has(first - 1)) first--;
  while (end < run.end && has(end)) end++;
  return { first, end };
}

/**
 * What to mount next, when `wanted` has come near. A growing window keeps what it has, and begins anew
 * only when the reader jumps further than it has got; a sliding one drops what is left behind.
 */
export function nextWindow(mounted: Run, wanted: Run, growing: boolean): Run {
  if (contains(mounted, wanted) && growing) return mounted;
  return growing && meet(mounted, wanted) ? union(mounted, wanted) : wanted;
}

/** The next few chunks that a growing window takes in when there is time: below first, then above. */
export function growth(mounted: Run, count: number, step: number): Run | null {
  if (mounted.end < count) return { first: mounted.end, end: Math.min(count, mounted.end + step) };
  if (mounted.first > 0) return { first: Math.max(0, mounted.first - step), end: mounted.first };
  return null;
}
