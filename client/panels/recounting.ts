import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store, StoreEvent, Topic } from '../store/store.ts';

/** Milliseconds after a change until what the server counts is asked for again; all changes in between count as one. */
const SOON = 1000;

/** Asks again for what only the server can count, a moment after something has changed on which it rests. */
export class Recounting implements ReactiveController {
  readonly #store: () => Store;
  readonly #topics: readonly Topic[];
  readonly #recount: () => Promise<unknown>;
  #listening: Store | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    store: () => Store,
    topics: readonly Topic[],
    recount: () => Promise<unknown>,
  ) {
    this.#store = store;
    this.#topics = topics;
    this.#recount = recount;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#listening) return;
    this.#listening = this.#store();
    this.#listening.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#listening?.removeEventListener('change', this.#changed);
    this.#listening = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #changed = (event: Event): void => {
    if (this.#timer !== undefined || !this.#topics.some(topic => (event as StoreEvent).topics.has(topic)))
      return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // Where the server is away the counts stay as they were; the save sign says so.
      this.#recount().catch(() => undefined);
    }, SOON);
  };
}
