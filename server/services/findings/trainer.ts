import { parentPort, workerData } from 'node:worker_threads';
import { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { engineAt } from './engine.ts';
import type { FromTrainer, ToTrainer } from './messages.ts';

const port = parentPort!;
const engine = await engineAt((workerData as { engine: string }).engine);
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

port.on('message', ({ texts }: ToTrainer) => {
  try {
    const examples = texts.map(({ facts, bytes, accepted, refused }) => ({
      text: new CheckedText({ ...facts, text: utf8.decode(bytes) }),
      accepted,
      refused,
    }));
    port.postMessage({ model: JSON.stringify(engine.learn(examples)) } satisfies FromTrainer);
  } catch (error) {
    port.postMessage({ why: String(error) } satisfies FromTrainer);
  }
});
