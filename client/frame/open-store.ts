import { LiveConnection } from '../live/connection.ts';
import { whenIdle } from '../reader/idle.ts';
import { createDeskClient } from '../store/client.ts';
import { openDatabase } from '../store/keeping/database.ts';
import { KeptDocuments } from '../store/keeping/kept-documents.ts';
import { KeptQueue } from '../store/keeping/kept-queue.ts';
import { fetchOrKept, KeptTexts } from '../store/keeping/kept-texts.ts';
import { KeptReplica } from '../store/keeping/replica.ts';
import { Store, type StoreEvent } from '../store/store.ts';
import { BrowserTabs } from '../store/tabs/browser-tabs.ts';
import { machineTime } from '../store/timer.ts';
import { sendFile } from '../store/upload.ts';
import { rememberedSignature } from './signature.ts';

/** Milliseconds without a key or a touch after which hands count as resting. */
const RESTING = 1000;

/** @returns what resolves once the hands rest and the browser has nothing better to do */
function spareTime(): () => Promise<void> {
  let touched = Number.NEGATIVE_INFINITY;
  const left = () => touched + RESTING - performance.now();
  const touch = () => {
    touched = performance.now();
  };
  for (const type of ['keydown', 'pointerdown', 'wheel'])
    window.addEventListener(type, touch, { capture: true, passive: true });
  return async () => {
    for (let wait = left(); wait > 0; wait = left()) await new Promise(resolve => setTimeout(resolve, wait));
    await new Promise<void>(resolve => whenIdle(() => resolve()));
  };
}

/** @returns the desk in this browser: with what waits and what is kept here, its other windows, and the live connection */
export function openStore(): Store {
  const opening = openDatabase();
  opening.catch(() => undefined);
  const signature = rememberedSignature();
  const texts = new KeptTexts();
  const client = createDeskClient(fetchOrKept(texts));
  const idle = spareTime();
  const replica = new KeptReplica(opening, machineTime, idle);
  const store = new Store(client, {
    ...(signature === undefined ? {} : { signature }),
    room: new KeptQueue(opening),
    replica,
    kept: new KeptDocuments({ opening, client, replica, texts, idle, now: Date.now }),
    tabs: new BrowserTabs(),
    sendFile,
  });
  store.follow(options => new LiveConnection(options));
  store.addEventListener('change', (event: Event) => {
    // Everything on the screen is another desk's; what waits for that one stays here until it is back.
    if ((event as StoreEvent).topics.has('desk')) location.reload();
  });
  window.addEventListener('online', () => store.retry());
  window.addEventListener('offline', () => store.delivery.lost());
  window.addEventListener('pagehide', () => store.delivery.flush());
  return store;
}
