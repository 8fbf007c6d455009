/** Something that takes longer than a moment, as it is told to whoever waits for it. */
export interface Work {
  readonly label: string;
  /** When it began, by `performance.now()`. */
  readonly since: number;
  /** Share done, from 0 to 1; undefined while nobody knows. */
  readonly share: number | undefined;
  /** Calls it off, where that is possible. */
  readonly cancel?: () => void;
}

/** What the one who does the work tells of it. */
export interface WorkHand {
  /** @param share done so far, from 0 to 1 */
  done(share: number): void;
  readonly signal: AbortSignal;
}

/** What is under way. Fires `change` whenever something begins, goes on or ends, and `failed` with what nobody waits for. */
export class Works extends EventTarget {
  #all: readonly Work[] = [];

  get all(): readonly Work[] {
    return this.#all;
  }

  /**
   * Does something that may take long, and tells of it until it ends.
   * @param label what is being done: "Opening …"
   * @param canCancel whether it stops once its signal aborts
   */
  async run<T>(label: string, act: (hand: WorkHand) => Promise<T>, canCancel = true): Promise<T> {
    const stop = new AbortController();
    const rest = canCancel ? { cancel: () => stop.abort() } : {};
    let work: Work = { label, since: performance.now(), share: undefined, ...rest };
    this.#set([...this.#all, work]);
    const done = (share: number) => {
      const next = { ...work, share };
      this.#set(this.#all.map(other => (other === work ? next : other)));
      work = next;
    };
    try {
      return await act({ done, signal: stop.signal });
    } finally {
      this.#set(this.#all.filter(other => other !== work));
    }
  }

  /** Says what went wrong in something that nobody waits for. */
  failed(words: string): void {
    this.dispatchEvent(new CustomEvent('failed', { detail: words }));
  }

  #set(all: readonly Work[]): void {
    this.#all = all;
    this.dispatchEvent(new Event('change'));
  }
}
