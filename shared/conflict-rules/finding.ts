import type { FoundGround } from '../conflicts/found-ground.ts';
import type { ConflictKind } from '../conflicts/kinds.ts';
import type { FindingSeverity } from '../model/scales.ts';

/** Words in a document, in UTF-16 code units. `quote` is always the text of the range. */
export interface FoundSpan {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The claim that stands there, where there is one. */
  readonly claimId?: string;
  /** What it would be a claim of, where there is none yet. */
  readonly type?: string;
}

/** One side of a finding: a value, and every place that holds it. */
export interface FindingSide {
  readonly value: string;
  readonly spans: readonly FoundSpan[];
}

/** One replacement in a repair. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest repair of a defect: edits of one document in text order, apart from one another. */
export interface Repair {
  readonly documentId: string;
  readonly edits: readonly Edit[];
}

/** What a rule found, with its grounds: a conflict before a person has done anything about it. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly kind: ConflictKind;
  readonly severity: FindingSeverity;
  /** One sentence in English; `given` has what it names, for other languages, where the rule's id is the sentence's code. */
  readonly message: string;
  readonly given: Readonly<Record<string, string>>;
  /** At least one; at least two where something disagrees with something else. */
  readonly sides: readonly FindingSide[];
  readonly grounds: readonly FoundGround[];
  /**
   * By this a decision is remembered. It holds what is compared (rule, forms, slot), never offsets, so that it outlives
   * re-runs, edits elsewhere and new documents.
   */
  readonly key: string;
  readonly repair?: Repair;
  /** What readers of the rendered page do not see because of it. */
  readonly lost?: readonly FoundSpan[];
}
