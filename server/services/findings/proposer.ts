import { parentPort, workerData } from 'node:worker_threads';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { engineAt } from './engine.ts';
import { keptOf } from './kept-suggestions.ts';
import type { FromProposer, ToProposer } from './messages.ts';

const port = parentPort!;
const engine = await engineAt((workerData as { engine: string }).engine);
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

port.on('message', ({ job, facts, bytes, learned }: ToProposer) => {
  try {
    const text = new CheckedText({ ...facts, text: utf8.decode(bytes) });
    const kept = new TextEncoder().encode(JSON.stringify(keptOf(engine.suggest(text, learned), text.text)));
    port.postMessage({ job, bytes: kept } satisfies FromProposer, [kept.buffer as ArrayBuffer]);
  } catch (error) {
    port.postMessage({ job, why: String(error) } satisfies FromProposer);
  }
});
