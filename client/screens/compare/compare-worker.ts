import type { Grain } from '../../../shared/comparing/compare.ts';
import { type Comparison, compareWhole } from '../../../shared/comparing/comparison.ts';

/** Two texts to lay beside each other. */
export interface CompareRequest {
  readonly left: string;
  readonly right: string;
  readonly by: Grain;
}

/** How far the comparison is, or what it found. */
export type CompareReply = { readonly share: number } | { readonly comparison: Comparison };

/** Milliseconds between two signs of progress. */
const CALM = 100;

// Long texts take longer than a frame.
self.addEventListener('message', (event: MessageEvent<CompareRequest>) => {
  const { left, right, by } = event.data;
  let last = 0;
  const told = (share: number) => {
    if (performance.now() - last < CALM) return;
    last = performance.now();
    self.postMessage({ share } satisfies CompareReply);
  };
  self.postMessage({ comparison: compareWhole(left, right, { by, told }) } satisfies CompareReply);
});
