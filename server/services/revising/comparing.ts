import { parentPort } from 'node:worker_threads';
import { Comparer } from './comparer.ts';
import type { FromComparer, ToComparer } from './comparison.ts';

const port = parentPort!;
let comparer: Comparer | undefined;

const tell = (message: FromComparer) => port.postMessage(message);

port.on('message', (message: ToComparer) => {
  switch (message.says) {
    case 'compare':
      comparer = new Comparer(message.comparison);
      break;
    case 'standing':
      comparer!.take(message.standing);
      tell({ says: 'taken' });
      break;
    case 'tell':
      if (message.what === 'all') tell({ says: 'compared', compared: comparer!.compared() });
      else tell({ says: 'fates', fates: comparer!.fates() });
  }
});
