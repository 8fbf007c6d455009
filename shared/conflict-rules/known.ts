import type { CheckedText } from '../detectors/checked-text.ts';
import type { Entity } from '../model/entity.ts';
import type { Evidence, Source } from '../model/source.ts';

/** What rules may know beside the mentions: the learned state, which changes in visible steps only. */
export interface Known {
  readonly entities: readonly Entity[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Evidence by the claim's id. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** The texts that the mentions stand in, by document. */
  readonly texts: ReadonlyMap<string, CheckedText>;
}
