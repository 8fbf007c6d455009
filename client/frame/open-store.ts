import { LiveConnection } from '../live/connection.ts';
import { createDeskClient } from '../store/client.ts';
import { openDatabase } from '../store/keeping/database.ts';
import { KeptQueue } from '../store/keeping/kept-queue.ts';
import { KeptReplica } from '../store/keeping/replica.ts';
import { Store, type StoreEvent } from '../store/store.ts';
import { BrowserTabs } from '../store/tabs/browser-tabs.ts';
import { sendFile } from '../store/upload.ts';
import { rememberedSignature } from './signature.ts';

/** @returns the desk in this browser: with what waits and what is kept here, its other windows, and the live connection */
export function openStore(): Store {
  const opening = openDatabase();
  opening.catch(() => undefined);
  const signature = rememberedSignature();
  const store = new Store(createDeskClient(), {
    ...(signature === undefined ? {} : { signature }),
    room: new KeptQueue(opening),
    replica: new KeptReplica(opening),
    tabs: new BrowserTabs(),
    sendFile,
  });
  store.follow(options => new LiveConnection(options));
  store.addEventListener('change', (event: Event) => {
    // Everything on the screen is another desk's; what waits for that one stays here until it is back.
    if ((event as StoreEvent).topics.has('desk')) location.reload();
  });
  window.addEventListener('online', () => store.retry());
  window.addEventListener('pagehide', () => store.delivery.flush());
  return store;
}
