import { parentPort } from 'node:worker_threads';
import type { FromSearcher, ToSearcher } from './messages.ts';
import { SearchIndex } from './search-index.ts';

/** Milliseconds of taking in after which questions are looked for. */
const SLICE = 12;

const port = parentPort!;
const index = new SearchIndex();
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const work: Generator<void>[] = [];
let isWorking = false;
let texts = 0;

const tell = (message: FromSearcher) => port.postMessage(message);

port.on('message', (message: ToSearcher) => {
  switch (message.says) {
    case 'feed':
      for (const { kind, id, entry } of message.fed) {
        if (entry) index.put(kind, entry);
        else index.drop(kind, id);
      }
      tell({ says: 'fed' });
      break;
    case 'text':
      begin(index.putText(message.documentId, message.revision, utf8.decode(message.bytes)));
      break;
    case 'no-text':
      begin(index.dropText(message.documentId));
      break;
    case 'find': {
      // One question that cannot be answered must not end the answering of others.
      try {
        tell({ says: 'found', groups: index.find(message.typed, message.kinds, message.limit) });
      } catch (error) {
        tell({ says: 'failed', why: String(error) });
      }
    }
  }
});

function begin(steps: Generator<void>): void {
  work.push(steps);
  if (isWorking) return;
  isWorking = true;
  setImmediate(goOn);
}

/** Takes in texts a slice at a time, so that questions do not wait long. */
function goOn(): void {
  const end = performance.now() + SLICE;
  while (work.length > 0 && performance.now() < end) {
    if (!work[0]!.next().done) continue;
    work.shift();
    texts++;
  }
  if (work.length > 0) {
    setImmediate(goOn);
    return;
  }
  isWorking = false;
  tell({ says: 'idle', texts });
}
