import { parentPort, workerData } from 'node:worker_threads';
import { NameIndex } from '../../../shared/values/names/compare/name-index.ts';
import { crowd, type Form } from './crowd.ts';

/** What a worker is to do: compare every `of`-th name, from `part` on, with all names before it. */
export interface Part {
  readonly count: number;
  readonly seed: number;
  readonly part: number;
  readonly of: number;
}

/** What it found. */
export interface Done {
  readonly found: number;
  readonly planted: Readonly<Partial<Record<Form, number>>>;
  readonly plantedFound: Readonly<Partial<Record<Form, number>>>;
  readonly memoryMb: number;
  /** Milliseconds that looking up one more name takes, each. */
  readonly oneMore: readonly number[];
}

const ONE_MORE = 300;

function compare({ count, seed, part, of }: Part): Done {
  const index = new NameIndex<number>({ bearer: 'person' });
  const planted: Partial<Record<Form, number>> = {};
  const plantedFound: Partial<Record<Form, number>> = {};
  let found = 0;
  let place = 0;
  for (const entry of crowd(count, seed)) {
    if (place % of === part) {
      const matches = index.matchAndAdd(place, entry.name);
      found += matches.length;
      if (entry.form !== undefined) {
        planted[entry.form] = (planted[entry.form] ?? 0) + 1;
        if (matches.some(({ id }) => id === entry.of))
          plantedFound[entry.form] = (plantedFound[entry.form] ?? 0) + 1;
      }
    } else index.add(place, entry.name);
    place++;
  }
  const oneMore = [...crowd(ONE_MORE, seed + 1)].map(({ name }) => {
    const from = performance.now();
    index.matches(name);
    return performance.now() - from;
  });
  return { found, planted, plantedFound, memoryMb: process.memoryUsage().rss / 2 ** 20, oneMore };
}

parentPort?.postMessage(compare(workerData as Part));
