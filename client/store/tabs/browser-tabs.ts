import type { TabMessage, Tabs } from './tabs.ts';

const NAME = 'variorum';

/**
 * The windows of this browser: they talk over a BroadcastChannel, and one Web Lock makes one of them the one that speaks
 * with the server; when it goes, however it goes, the browser gives the lock to the next. Where there are no locks, each
 * speaks for itself, and the server recognises what it is told twice.
 */
export class BrowserTabs implements Tabs {
  readonly lead: Promise<void>;
  readonly #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);

  constructor() {
    this.lead = new Promise(resolve => {
      const { locks } = navigator;
      if (!locks || !this.#channel) return resolve();
      locks
        .request(NAME, () => {
          resolve();
          return new Promise<never>(() => undefined);
        })
        .catch(() => resolve());
    });
  }

  tell(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  hear(listener: (message: TabMessage) => void): void {
    this.#channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => listener(event.data));
  }
}
