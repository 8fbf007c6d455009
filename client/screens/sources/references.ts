import type { CslItem } from '../../../shared/citations/csl.ts';
import { locale } from '../../localize/locale.ts';
import type { ReferenceReply, ReferenceRequest } from './reference-worker.ts';

const waiting = new Map<number, (words: string | undefined) => void>();
let worker: Worker | undefined;
let last = 0;

/** The worker is started when the first reference is wanted: its style engine is large, and most screens never need it. */
function theWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./reference-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<ReferenceReply>) => {
    waiting.get(event.data.id)?.(event.data.words);
    waiting.delete(event.data.id);
  });
  worker.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
    worker = undefined;
  });
  return worker;
}

/** @returns a source as a reference is written, or undefined where it cannot be written out */
export function writeReference(csl: CslItem): Promise<string | undefined> {
  const id = ++last;
  return new Promise(resolve => {
    waiting.set(id, resolve);
    theWorker().postMessage({ id, csl, locale: locale() } satisfies ReferenceRequest);
  });
}
