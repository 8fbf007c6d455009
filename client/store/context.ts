import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store, StoreEvent, Topic } from './store.ts';

export const storeContext = createContext<Store>('variorum-store');

/** Ties an element to the store: it draws anew when one of its topics changes. */
export class StoreController implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #topics: readonly Topic[];
  #consumer: ContextConsumer<typeof storeContext, ReactiveControllerHost & HTMLElement>;
  #listening: Store | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, ...topics: Topic[]) {
    this.#host = host;
    this.#topics = topics;
    this.#consumer = new ContextConsumer(host, {
      context: storeContext,
      callback: store => this.#listen(store),
    });
    host.addController(this);
  }

  /** @throws Error before the element stands inside the application */
  get store(): Store {
    if (!this.#consumer.value)
      throw new Error('This element stands outside the application, so it has no store.');
    return this.#consumer.value;
  }

  hostConnected(): void {
    if (this.#consumer.value) this.#listen(this.#consumer.value);
  }

  hostDisconnected(): void {
    this.#listening?.removeEventListener('change', this.#onChange);
    this.#listening = undefined;
  }

  #listen(store: Store): void {
    if (this.#listening === store) return;
    this.#listening?.removeEventListener('change', this.#onChange);
    this.#listening = store;
    store.addEventListener('change', this.#onChange);
  }

  #onChange = (event: Event): void => {
    if (this.#topics.some(topic => (event as StoreEvent).topics.has(topic))) this.#host.requestUpdate();
  };
}
