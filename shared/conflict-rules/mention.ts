import type { Range } from '../model/anchor.ts';
import type { Value } from '../values/value.ts';

/** What a text asserts at a place, be it a claim or a suggestion: what rules compare. */
export interface Mention {
  /** The claim's id, or the suggestion's key within its document. Unique. */
  readonly id: string;
  readonly documentId: string;
  readonly claimId?: string;
  readonly entityId?: string;
  readonly type: string;
  /** In text order, UTF-16 code units. */
  readonly ranges: readonly Range[];
  readonly quote: string;
  readonly value: Value;
  readonly fields: Readonly<Record<string, string>>;
}
