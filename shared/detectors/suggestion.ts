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
}
