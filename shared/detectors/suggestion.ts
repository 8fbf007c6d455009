import type { Proposal } from './detector.ts';

/** A proposal that no claim covers yet and nobody has refused. */
export interface Suggestion extends Proposal {
  readonly documentId: string;
  readonly detector: string;
  /** The words under its ranges, joined by " … " where there are several. */
  readonly quote: string;
  /**
   * By this a refusal is remembered: it depends on the type, the words and the words beside them, not on the place, so
   * that it outlives edits elsewhere in the text.
   */
  readonly key: string;
  /** The words beside it. A refusal keeps them as its basis, so that it can be said what has changed. */
  readonly basis: string;
  /** Set where the same words were refused when other words stood beside them. */
  readonly returned?: Returned;
}

/** What has changed beside words that were refused. */
export interface Returned {
  /** The refusal's key. */
  readonly key: string;
  /** The words beside them then, and now. */
  readonly was: string;
  readonly now: string;
  readonly reason?: string;
}
