import type { HistoryLine } from '../../../shared/api/routes/history.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { whyOf } from '../../frame/why.ts';
import type { DeskClient } from '../../store/client.ts';
import { AwayError } from '../../store/client.ts';
import type { Names } from './say-line.ts';
import { spanOf } from './say-when.ts';

/** Which entries are wanted; what is left out asks nothing. `day` is one of the person's own time zone: "2026-05-07". */
export interface LogLook {
  readonly by?: string;
  readonly kind?: Kind;
  readonly object?: string;
  readonly document?: string;
  readonly day?: string;
}

/** Entries that are fetched at once. */
const PAGE = 100;
/** Most that are fetched to catch up; beyond that all is fetched anew. */
const CATCH_UP = 500;

/** The log as far as it has been looked at, newest first. Tells `change`. */
export class HistoryLog extends EventTarget {
  lines: readonly HistoryLine[] = [];
  names: Names = {};
  /** Whether there are older ones. */
  more = true;
  stage: 'loading' | 'ready' | 'away' | 'failed' = 'loading';
  problem = '';
  readonly #client: DeskClient;
  #look: LogLook = {};
  #asking = 0;
  #isBusy = false;
  #isOld = false;

  constructor(client: DeskClient) {
    super();
    this.#client = client;
  }

  get look(): LogLook {
    return this.#look;
  }

  /** Begins anew with other entries. */
  show(look: LogLook): Promise<void> {
    this.#look = look;
    this.lines = [];
    this.more = true;
    this.stage = 'loading';
    this.#asking++;
    this.#isBusy = false;
    this.#tell();
    return this.loadMore();
  }

  /** Fetches older ones, unless there are none or they are on their way. */
  async loadMore(): Promise<void> {
    if (this.#isBusy || !this.more) return;
    const before = this.lines[this.lines.length - 1]?.seq;
    await this.#fetch({ ...(before === undefined ? {} : { before }), limit: PAGE }, reply => {
      this.lines = [...this.lines, ...reply.lines];
      this.more = reply.more;
    });
  }

  /** Fetches what has been committed since. */
  async refresh(): Promise<void> {
    if (this.stage !== 'ready') return;
    if (this.#isBusy) {
      this.#isOld = true;
      return;
    }
    const after = this.lines[0]?.seq;
    if (after === undefined) {
      this.more = true;
      await this.loadMore();
      return;
    }
    let isFar = false;
    await this.#fetch({ after, limit: CATCH_UP }, reply => {
      isFar = reply.more;
      this.lines = [...reply.lines, ...this.lines];
    });
    if (isFar) await this.show(this.#look);
  }

  async again(): Promise<void> {
    await (this.lines.length === 0 ? this.show(this.#look) : this.loadMore());
  }

  async #fetch(
    page: { readonly before?: number; readonly after?: number; readonly limit: number },
    take: (reply: Awaited<ReturnType<DeskClient['listHistory']>>) => void,
  ): Promise<void> {
    const asking = this.#asking;
    this.#isBusy = true;
    try {
      const { day, ...filter } = this.#look;
      const reply = await this.#client.listHistory({
        query: { ...filter, ...(day ? spanOf(day) : {}), ...page },
      });
      if (asking !== this.#asking) return;
      this.names = { ...this.names, ...reply.names };
      take(reply);
      this.stage = 'ready';
    } catch (error) {
      if (asking !== this.#asking) return;
      this.stage = error instanceof AwayError ? 'away' : 'failed';
      this.problem = whyOf(error);
    } finally {
      if (asking === this.#asking) this.#isBusy = false;
    }
    this.#tell();
    if (!this.#isOld) return;
    this.#isOld = false;
    await this.refresh();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}
