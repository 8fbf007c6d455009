import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store, StoreEvent, Topic } from '../store/store.ts';

/** Something costly that is worked out from the store: once, and again after one of its topics has changed. */
export class Derived<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store;
  readonly #topics: readonly Topic[];
  readonly #derive: () => T;
  #value: { readonly of: T } | undefined;
  #listening: Store | undefined;

  /** @param derive works it out */
  constructor(host: ReactiveControllerHost, store: () => Store, topics: readonly Topic[], derive: () => T) {
    this.#host = host;
    this.#store = store;
    this.#topics = topics;
    this.#derive = derive;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#listening?.removeEventListener('change', this.#changed);
    this.#listening = undefined;
    this.#value = undefined;
  }

  get value(): T {
    if (!this.#listening) {
      this.#listening = this.#store();
      this.#listening.addEventListener('change', this.#changed);
    }
    this.#value ??= { of: this.#derive() };
    return this.#value.of;
  }

  /** It is to be worked out again. */
  drop(): void {
    this.#value = undefined;
    this.#host.requestUpdate();
  }

  #changed = (event: Event): void => {
    if (this.#topics.some(topic => (event as StoreEvent).topics.has(topic))) this.drop();
  };
}
