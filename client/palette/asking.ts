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

/** Longest question that the server takes, in UTF-16 code units. */
const LONGEST = 400;
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
    void this.#askOn(words, lists, limit, given.signal);
    const all = lists.flat();
    for (const kind of this.#found.keys()) if (!all.includes(kind)) this.#found.delete(kind);
    this.#host.requestUpdate();
  }

  /** Asks, and asks again while the server is still reading what is on the desk. */
  async #askOn(
    words: string,
    lists: readonly (readonly FindableKind[])[],
    limit: number,
    signal: AbortSignal,
  ): Promise<void> {
    do {
      const complete = await Promise.all(lists.map(kinds => this.#ask(words, kinds, limit, signal)));
      if (signal.aborted) return;
      this.complete = complete.every(Boolean);
      if (this.state === 'waiting') this.state = 'still';
      this.#host.requestUpdate();
      if (!this.complete) await new Promise(resolve => setTimeout(resolve, AGAIN));
    } while (!this.complete && !signal.aborted);
  }

  /** Gives up what was asked and forgets what was found. */
  end(): void {
    this.#given?.abort();
    this.#found.clear();
    this.state = 'still';
    this.complete = true;
  }

  /** @returns whether the server had looked through everything */
  async #ask(
    words: string,
    kinds: readonly FindableKind[],
    limit: number,
    signal: AbortSignal,
  ): Promise<boolean> {
    try {
      const query = { q: words.slice(0, LONGEST), kinds: kinds.join(','), limit };
      const { groups, complete } = await this.#store().client.search({ query }, { signal });
      this.#take(groups, signal);
      return complete;
    } catch (error) {
      if (signal.aborted) return true;
      this.#failure = error;
      this.state = error instanceof AwayError ? 'away' : 'failed';
      this.#take(findHere(this.#store(), words, kinds, limit), signal);
      return true;
    }
  }

  #take(groups: readonly FoundKind[], signal: AbortSignal): void {
    if (signal.aborted) return;
    for (const group of groups) this.#found.set(group.kind, group);
    this.#host.requestUpdate();
  }
}
