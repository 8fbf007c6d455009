import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Claim } from '../../shared/model/claim.ts';
import { currentRevision } from '../../shared/model/document.ts';
import { whyOf } from '../frame/why.ts';
import { AwayError } from '../store/client.ts';
import type { Store } from '../store/store.ts';

/** So many claims are fetched between two signs of progress. */
const PIECE = 400;
/** So many documents are asked for at once. */
const HANDS = 6;
/** Most claims that are fetched; a screen that draws more draws nothing that anybody could read. */
const MOST = 20_000;

/** The claims of some types in all documents, whole: fetched once, and from then on as the store sees them. */
export class DeskClaims implements ReactiveController {
  state: 'loading' | 'ready' | 'failed' = 'loading';
  /** Whether all have been here once; before, what could be counted of them would be wrong. */
  isWhole = false;
  /** Why they could not be fetched. */
  failed = '';
  /** How many are to be fetched, and how many are here. */
  progress = { done: 0, total: 0 };
  /** Claims that are left out, being too many. */
  left = 0;
  /** Documents whose claims cannot be had: the server is away, and this browser has not kept them. */
  away = 0;
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store;
  readonly #wants: (type: string) => boolean;

  /** @param wants whether claims of a type are fetched */
  constructor(host: ReactiveControllerHost, store: () => Store, wants: (type: string) => boolean) {
    this.#host = host;
    this.#store = store;
    this.#wants = wants;
    host.addController(this);
  }

  hostConnected(): void {
    this.#loaded = undefined;
  }

  hostUpdated(): void {
    this.#loaded ??= this.load();
  }

  #loaded: Promise<void> | undefined;

  /** Fetches what is not here. Without the server it gives what this browser has kept. */
  async load(): Promise<void> {
    const store = this.#store();
    this.state = 'loading';
    this.#host.requestUpdate();
    try {
      await Promise.all([
        store.loadDocuments(),
        store.loadConflicts(),
        store.loadEntities().catch(() => undefined),
      ]);
      const ids = await this.#ids(store);
      this.left = Math.max(0, ids.length - MOST);
      const wanted = ids.slice(0, MOST);
      for (let done = 0; done < wanted.length; done += PIECE) {
        this.progress = { done, total: wanted.length };
        this.#host.requestUpdate();
        await store.loadClaims(wanted.slice(done, done + PIECE));
      }
      this.state = 'ready';
      this.isWhole = true;
    } catch (error) {
      this.state = 'failed';
      this.failed = whyOf(error);
    }
    this.#host.requestUpdate();
  }

  async #ids(store: Store): Promise<string[]> {
    const waiting = store.objects
      .all('document')
      .filter(({ id }) => store.summaries.get(id)?.claims !== 0)
      .map(({ id, object }, place) => ({ id, place, length: Math.max(1, currentRevision(object).length) }));
    const found: string[][] = [];
    this.away = 0;
    const hand = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const peeked = await store.peekClaims(next.id, 0, next.length).catch((error: unknown) => {
          if (!(error instanceof AwayError)) throw error;
          this.away++;
        });
        if (!peeked) continue;
        const { table } = peeked;
        found[next.place] = Array.from(table.order, slot => table.rowAt(slot))
          .filter(({ type }) => this.#wants(type))
          .map(({ id }) => id);
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    return found.flat();
  }

  /** All that are here and not removed, by document, in the order of the documents. */
  get byDocument(): Map<string, Claim[]> {
    const store = this.#store();
    const found = new Map<string, Claim[]>(store.objects.all('document').map(({ id }) => [id, []]));
    for (const { object } of store.objects.all('claim'))
      if (this.#wants(object.type)) found.get(object.anchor.documentId)?.push(object);
    return found;
  }
}
