import type { z } from 'zod';
import { urlOf } from '../../shared/api/client.ts';
import type { FindingsNews } from '../../shared/api/routes/findings.ts';
import {
  type LiveEntry,
  type LiveHead,
  liveEvents,
  liveRoutes,
  type Presence,
} from '../../shared/api/routes/live.ts';
import { machineTime, type Timer } from '../store/timer.ts';

/** What a connection tells. */
export interface LiveEvents {
  /** A group was committed, by anybody, also by this window. Each entry is told once, in order of `seq`. */
  onEntry(entry: LiveEntry): void;
  /** What happened cannot be told entry by entry: whatever was loaded is to be fetched anew. Entries go on after `head.seq`. */
  onReload(head: LiveHead): void;
  /** Where the desk stands, each time the stream begins; entries up to `head.seq` follow where they are missing. */
  onHead?(head: LiveHead): void;
  /** Every open window, this one too. */
  onPresence?(present: readonly Presence[]): void;
  /** How the search for claims and contradictions goes. */
  onFindings?(news: FindingsNews): void;
  /** Whether the stream is open. */
  onState?(online: boolean): void;
}

export interface LiveOptions extends LiveEvents {
  /** The last entry that is known; without it, the stream begins with what comes next. */
  readonly after?: number;
  /** The desk that is known, as `LiveHead` names it: another one under this address begins with `onReload`. */
  readonly desk?: string;
  /** Opens the stream: `EventSource`, or what does as it does. */
  readonly open?: (url: string) => EventStream;
  readonly timer?: Timer;
}

/** As much of `EventSource` as is used. */
export interface EventStream {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

/** Milliseconds before another attempt; the last one goes on. */
const PAUSES = [250, 500, 1000, 2000, 5000, 10_000];
/** Milliseconds that a stream has to hold for the pauses to begin anew. */
const HELD = 5000;
const NO_DESK = '0'.repeat(64);

/**
 * Follows what is committed on the desk. When the stream breaks it is opened again where it stopped, so that nothing is
 * missed and nothing told twice. Knows nothing of what its entries are for.
 */
export class LiveConnection {
  readonly #events: LiveEvents;
  readonly #open: (url: string) => EventStream;
  #after: number | undefined;
  #desk: string | undefined;
  #stream: EventStream | undefined;
  #online = false;
  #attempt = 0;
  #openedAt = Number.POSITIVE_INFINITY;
  readonly #timer: Timer;
  #callOff: (() => void) | undefined;
  #closed = false;

  constructor(options: LiveOptions) {
    this.#events = options;
    this.#after = options.after;
    this.#desk = options.desk;
    this.#open = options.open ?? (url => new EventSource(url) as EventStream);
    this.#timer = options.timer ?? machineTime;
    this.#connect();
  }

  /** The last entry that was told or was known from the start. */
  get after(): number | undefined {
    return this.#after;
  }

  get online(): boolean {
    return this.#online;
  }

  /** Tries now instead of when the pause is over. */
  retry(): void {
    if (this.#closed || this.#callOff === undefined) return;
    this.#attempt = 0;
    this.#connect();
  }

  /** Ends it for good; nothing is told any more. */
  close(): void {
    this.#closed = true;
    this.#callOff?.();
    this.#stream?.close();
    this.#stream = undefined;
  }

  #connect(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    const query = this.#after === undefined ? {} : { after: this.#after };
    const stream = this.#open(urlOf(liveRoutes.followDesk, { query }));
    this.#stream = stream;
    const hear = <K extends keyof typeof liveEvents>(
      name: K,
      take: (data: z.output<(typeof liveEvents)[K]>) => void,
    ): void =>
      stream.addEventListener(name, ({ data }) => {
        if (this.#stream !== stream) return;
        const read = liveEvents[name].safeParse(parsed(data));
        if (read.success) take(read.data as z.output<(typeof liveEvents)[K]>);
        // What cannot be read may have been an entry: the stream begins again before it.
        else this.#broken();
      });
    hear('head', head => this.#begin(head));
    hear('entry', entry => {
      const next = (this.#after ?? entry.seq - 1) + 1;
      if (entry.seq > next) this.#broken();
      if (entry.seq !== next) return;
      this.#after = entry.seq;
      this.#events.onEntry(entry);
    });
    hear('reload', head => this.#reload(head));
    hear('presence', ({ present }) => this.#events.onPresence?.(present));
    hear('findings', news => this.#events.onFindings?.(news));
    stream.addEventListener('error', () => {
      if (this.#stream === stream) this.#broken();
    });
  }

  #begin(head: LiveHead): void {
    this.#openedAt = this.#timer.now();
    this.#tell(true);
    const known = this.#desk ?? NO_DESK;
    this.#desk = head.desk;
    if (known !== NO_DESK && known !== head.desk) {
      this.#reload(head);
      // The stream was asked for what comes after an entry of the other desk.
      this.#connectAnew();
      return;
    }
    this.#after ??= head.seq;
    this.#events.onHead?.(head);
  }

  #reload(head: LiveHead): void {
    this.#after = head.seq;
    this.#desk = head.desk;
    this.#events.onReload(head);
  }

  #connectAnew(): void {
    this.#stream?.close();
    this.#connect();
  }

  #broken(): void {
    this.#stream?.close();
    this.#stream = undefined;
    this.#tell(false);
    if (this.#timer.now() - this.#openedAt > HELD) this.#attempt = 0;
    this.#openedAt = Number.POSITIVE_INFINITY;
    const pause = PAUSES[Math.min(this.#attempt++, PAUSES.length - 1)]!;
    this.#callOff = this.#timer.after(pause, () => this.#connect());
  }

  #tell(online: boolean): void {
    if (this.#closed || this.#online === online) return;
    this.#online = online;
    this.#events.onState?.(online);
  }
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
