import { splitsPair } from './text-like.ts';

/** A text in three: what another has too before and after, and what differs in between. */
export interface Differing {
  readonly head: string;
  readonly own: string;
  readonly tail: string;
}

/** @returns two texts, each with the one stretch in which they differ; no letter is cut in two */
export function differing(a: string, b: string): readonly [Differing, Differing] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  if (splitsPair(a, head) || splitsPair(b, head)) head--;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  if (splitsPair(a, a.length - tail) || splitsPair(b, b.length - tail)) tail--;
  const cut = (text: string): Differing => ({
    head: text.slice(0, head),
    own: text.slice(head, text.length - tail),
    tail: text.slice(text.length - tail),
  });
  return [cut(a), cut(b)];
}
