import type { Grain } from '../../../shared/comparing/compare.ts';
import { type Comparison, compareWhole } from '../../../shared/comparing/comparison.ts';
import type { WorkHand } from '../../store/works.ts';
import type { CompareReply, CompareRequest } from './compare-worker.ts';

/** Texts shorter than this together are compared at once; UTF-16 code units. */
const SHORT = 10_000;

/** Compares two texts, long ones in a worker. Rejects with the signal's reason once it aborts. */
export function compareOffThread(
  left: string,
  right: string,
  by: Grain,
  { done, signal }: WorkHand,
): Promise<Comparison> {
  if (left.length + right.length < SHORT) return Promise.resolve(compareWhole(left, right, { by }));
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Comparison>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.addEventListener('error', event => reject(new Error(event.message)));
    worker.addEventListener('message', (event: MessageEvent<CompareReply>) => {
      if ('share' in event.data) done(event.data.share);
      else resolve(event.data.comparison);
    });
    worker.postMessage({ left, right, by } satisfies CompareRequest);
  }).finally(() => worker.terminate());
}
