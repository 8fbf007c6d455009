import type { ToldFinding } from '../../../shared/api/found.ts';
/** A stretch of a text as it stands and as it would stand. */
export interface Repaired {
  readonly before: string;
  readonly after: string;
  /** What would stand there, without the signs for what was cut. */
  readonly words: string;
}
/**
 * Shows what a repair does to the words of a finding.
 * @returns the stretch before and after, as far as the finding's own words reach; undefined where there is no repair, or
 * it lies outside of them
 */
export declare function repaired({
  repair,
  sides,
}: Pick<ToldFinding, 'repair' | 'sides'>): Repaired | undefined;
/** A text in three: what another has too before and after, and what differs in between. */
export interface Differing {
  readonly head: string;
  readonly own: string;
  readonly tail: string;
}
/** @returns two texts, each with the one stretch in which they differ; no letter is cut in two */
export declare function differing(a: string, b: string): readonly [Differing, Differing];
