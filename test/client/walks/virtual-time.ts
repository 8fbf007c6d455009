import type { Timer } from '#client/store/timer.js';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** Time that passes only when the test says so. */
export class VirtualTime implements Timer {
  #now = Date.UTC(2026, 4, 7, 10);
  /** In the order in which they were set. */
  readonly #due = new Set<Due>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const due: Due = { at: this.#now + milliseconds, run };
    this.#due.add(due);
    return () => this.#due.delete(due);
  }

  /** Lets time pass: does what is due in between, each with all that comes of it at once. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await quiet();
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#due.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await quiet();
    }
    this.#now = until;
  }

  #next(until: number): Due | undefined {
    let next: Due | undefined;
    for (const due of this.#due) if (due.at <= until && (!next || due.at < next.at)) next = due;
    return next;
  }
}

/** Resolves when whatever goes on without waiting for anything has come to rest. */
async function quiet(): Promise<void> {
  for (let i = 0; i < 6; i++) await new Promise(resolve => setImmediate(resolve));
}
