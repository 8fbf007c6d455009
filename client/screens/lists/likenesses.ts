import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Identity, Likeness } from '../../../shared/lists/align.ts';
import type { FoundList } from '../../../shared/lists/found-list.ts';
import type { ListedName } from '../../../shared/lists/likeness.ts';
import type { LikenessReply, LikenessRequest } from './likeness-worker.ts';

const NONE: readonly Likeness[] = [];

/** Who of those listed may be one: found by a worker, asked again when other names are listed. */
export class Likenesses implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #worker: Worker | undefined;
  #asked = '';
  #of: readonly Identity[] | undefined;
  #id = 0;
  #found: readonly Likeness[] = NONE;
  /** Whether names are being compared. */
  isPending = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#asked = '';
    this.#of = undefined;
  }

  /** @returns what is known now; the host is drawn anew when more is */
  of(
    lists: readonly FoundList[],
    all: readonly Identity[],
    languageOf: (documentId: string) => string | undefined,
  ): readonly Likeness[] {
    if (lists.length < 2) return NONE;
    if (all === this.#of) return this.#found;
    this.#of = all;
    const names = all.map(({ key, form, kind, entries }): ListedName => {
      const places = [...entries.keys()];
      const language = languageOf(lists[places[0]!]!.documentId);
      return { key, form, bearer: kind, lists: places, ...(language ? { language } : {}) };
    });
    const asked = names.map(({ key, lists: places }) => `${key}\t${places.join(',')}`).join('\n');
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#ask(names);
    }
    return this.#found;
  }

  #ask(names: readonly ListedName[]): void {
    this.#worker ??= this.#start();
    this.isPending = true;
    this.#worker.postMessage({ id: ++this.#id, names } satisfies LikenessRequest);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./likeness-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<LikenessReply>) => {
      if (event.data.id !== this.#id) return;
      this.isPending = false;
      this.#found = event.data.likenesses;
      this.#host.requestUpdate();
    });
    worker.addEventListener('error', () => {
      this.isPending = false;
      this.#worker = undefined;
      this.#host.requestUpdate();
    });
    return worker;
  }
}
