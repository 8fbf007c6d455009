import type { FoundGround } from '../conflicts/found-ground.ts';
import type { Range } from '../model/anchor.ts';
import type { Value } from '../values/value.ts';
import type { CheckedText } from './checked-text.ts';

/** A claim that a detector proposes. */
export interface Proposal {
  /** A claim type's id. */
  readonly type: string;
  /** In text order, UTF-16 code units; more than one where the claim is discontinuous. */
  readonly ranges: readonly Range[];
  readonly value: Value;
  readonly fields: Readonly<Record<string, string>>;
  /** Why it is proposed, and what speaks against. */
  readonly grounds: readonly FoundGround[];
  /** How much the claim is worth checking, 0 to 1: what is specific, checkable and prominent comes first. */
  readonly worth: number;
}

/** Finds claims of some types in a text. */
export interface Detector {
  readonly id: string;
  /** Counts up with every change in what it finds, so that what was found before is found anew. */
  readonly version: number;
  /** The claim types that it proposes. */
  readonly types: readonly string[];
  /**
   * Proposes claims in text order. Pure: the same text gives the same proposals. Takes time in proportion to the length,
   * whatever the text; never throws.
   */
  detect(text: CheckedText): Iterable<Proposal>;
}
