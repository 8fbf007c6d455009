import type { Likeness } from '../../../shared/lists/align.ts';
import { findLikenesses, type ListedName } from '../../../shared/lists/likeness.ts';

/** Names to compare; the answer carries the same id. */
export interface LikenessRequest {
  readonly id: number;
  readonly names: readonly ListedName[];
}

export interface LikenessReply {
  readonly id: number;
  readonly likenesses: readonly Likeness[];
}

// Comparing every name with those that resemble it takes its time, and tables of letters that nothing else needs.
self.addEventListener('message', (event: MessageEvent<LikenessRequest>) => {
  const { id, names } = event.data;
  self.postMessage({ id, likenesses: findLikenesses(names) } satisfies LikenessReply);
});
