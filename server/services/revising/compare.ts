import { Worker } from 'node:worker_threads';
import type { Fate } from '../../../shared/revising/fate.ts';
import { Comparer } from './comparer.ts';
import type { Compared, Comparison, FromComparer, Standing, ToComparer } from './comparison.ts';

/** UTF-16 code units of all texts, and anchors, up to which a comparison takes no longer than to begin a thread. */
const SMALL_TEXTS = 60_000;
const SMALL_STANDING = 300;
/** So many anchors are handed over at a time, so that others get their turn. */
const SLICE = 1000;
/** Megabytes of objects after which a thread ends rather than take the memory of all others. */
const MOST_MEMORY = 2048;

/** Comparisons go one after the other: each may take the memory of several large texts. */
let last: Promise<unknown> = Promise.resolve();

/** Says what a text does to all that stands on others. @throws what `signal` gives as its reason, once it is given up */
export function compareAll(
  comparison: Comparison,
  standing: readonly Standing[],
  signal?: AbortSignal,
): Promise<Compared> {
  if (isSmall(comparison, standing)) return here(comparison, standing, comparer => comparer.compared());
  return inTurn(async () => {
    const answer = await apart(comparison, standing, 'all', signal);
    if (answer.says !== 'compared') throw new Error(`The comparison answered “${answer.says}”.`);
    return answer.compared;
  }, signal);
}

/** @returns the fate of each anchor in the new text, in the order given */
export function compareFates(
  comparison: Comparison,
  standing: readonly Standing[],
  signal?: AbortSignal,
): Promise<readonly Fate[]> {
  if (isSmall(comparison, standing)) return here(comparison, standing, comparer => comparer.fates());
  return inTurn(async () => {
    const answer = await apart(comparison, standing, 'fates', signal);
    if (answer.says !== 'fates') throw new Error(`The comparison answered “${answer.says}”.`);
    return answer.fates;
  }, signal);
}

function isSmall({ after, texts }: Comparison, standing: readonly Standing[]): boolean {
  let units = after.length;
  for (const text of texts.values()) units += text.length;
  return units <= SMALL_TEXTS && standing.length <= SMALL_STANDING;
}

async function here<T>(
  comparison: Comparison,
  standing: readonly Standing[],
  ask: (comparer: Comparer) => T,
): Promise<T> {
  const comparer = new Comparer(comparison);
  comparer.take(standing);
  return ask(comparer);
}

function inTurn<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const turn = last.then(() => {
    signal?.throwIfAborted();
    return work();
  });
  last = turn.catch(() => undefined);
  return turn;
}

async function apart(
  comparison: Comparison,
  standing: readonly Standing[],
  what: 'all' | 'fates',
  signal: AbortSignal | undefined,
): Promise<FromComparer> {
  const worker = new Worker(new URL('./comparing.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  const hear = (message: ToComparer) =>
    new Promise<FromComparer>((resolve, reject) => {
      const giveUp = () => reject(signal!.reason);
      worker.once('message', answer => {
        worker.off('error', reject);
        signal?.removeEventListener('abort', giveUp);
        resolve(answer as FromComparer);
      });
      worker.once('error', reject);
      signal?.addEventListener('abort', giveUp, { once: true });
      worker.postMessage(message);
    });
  try {
    worker.postMessage({ says: 'compare', comparison } satisfies ToComparer);
    for (let i = 0; i < standing.length; i += SLICE) {
      signal?.throwIfAborted();
      await hear({ says: 'standing', standing: standing.slice(i, i + SLICE) });
    }
    signal?.throwIfAborted();
    return await hear({ says: 'tell', what });
  } finally {
    void worker.terminate();
  }
}
