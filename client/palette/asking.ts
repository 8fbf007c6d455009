import type { ReactiveControllerHost } from 'lit';
import type { FindableKind, SearchHit } from '../../shared/api/routes/search.ts';
import { AwayError } from '../store/client.ts';
import type { Store } from '../store/store.ts';
import { findHere } from './found-here.ts';

export interface FoundKind {
  readonly kind: FindableKind;
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
}

/** Milliseconds after which a server that is still reading is asked again. */
const AGAIN = 500;

/** How asking stands: what was found may be of the words before, as long as it waits. */
export type AskingState = 'still' | 'waiting' | 'away' | 'failed';

/** Asks the server for what is sought, giving up what was asked before; without the server looks through what is here. */
export class Asking {
  state: AskingState = 'still';
  /** Whether the server has looked through everything; else it is still reading what is on the desk. */
  complete = true;
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store;
  #found = new Map<FindableKind, FoundKind>();
  #given: AbortController | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #failure: unknown;

  constructor(host: ReactiveControllerHost, store: () => Store) {
    this.#host = host;
    this.#store = store;
  }

  get failure(): unknown {
    return this.#failure;
  }

  of(kind: FindableKind): FoundKind | undefined {
    return this.#found.get(kind);
  }

  /** Seeks words; nothing where there are none. Kinds in different lists come when they come. */
  seek(words: string, lists: readonly (readonly FindableKind[])[], limit: number): void {
    this.#given?.abort();
    clearTimeout(this.#again);
    const given = new AbortController();
    this.#given = given;
    this.complete = true;
    if (words.trim() === '' || lists.length === 0) {
      this.#found.clear();
      this.state = 'still';
      this.#host.requestUpdate();
      return;
    }
    this.state = 'waiting';
    void this.#askAll(words, lists, limit, given.signal).then(() => {
      if (given.signal.aborted) return;
      if (this.state === 'waiting') this.state = 'still';
      if (!this.complete)
        this.#again = setTimeout(() => this.#repeat(words, lists, limit, given.signal), AGAIN);
      this.#host.requestUpdate();
    });
    const all = lists.flat();
    for (const kind of this.#found.keys()) if (!all.includes(kind)) this.#found.delete(kind);
    this.#host.requestUpdate();
  }

  /** Asks anew while the server is still reading what is on the desk; what was found stays meanwhile. */
  async #repeat(
    words: string,
    lists: readonly (readonly FindableKind[])[],
    limit: number,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return;
    this.complete = true;
    await this.#askAll(words, lists, limit, signal);
    if (!this.complete && !signal.aborted)
      this.#again = setTimeout(() => this.#repeat(words, lists, limit, signal), AGAIN);
  }

  #askAll(
    words: string,
    lists: readonly (readonly FindableKind[])[],
    limit: number,
    signal: AbortSignal,
  ): Promise<unknown> {
    return Promise.all(lists.map(kinds => this.#ask(words, kinds, limit, signal)));
  }

  /** Gives up what was asked and forgets what was found. */
  end(): void {
    this.#given?.abort();
    clearTimeout(this.#again);
    this.#found.clear();
    this.state = 'still';
    this.complete = true;
  }

  async #ask(words: string, kinds: readonly FindableKind[], limit: number, signal: AbortSignal) {
    try {
      const query = { q: words.slice(0, 400), kinds: kinds.join(','), limit };
      const { groups, complete } = await this.#store().client.search({ query }, { signal });
      if (signal.aborted) return;
      this.complete &&= complete;
      for (const group of groups) this.#found.set(group.kind, group);
    } catch (error) {
      if (signal.aborted) return;
      this.#failure = error;
      this.state = error instanceof AwayError ? 'away' : 'failed';
      for (const group of findHere(this.#store(), words, kinds, limit)) this.#found.set(group.kind, group);
    }
    this.#host.requestUpdate();
  }
}
