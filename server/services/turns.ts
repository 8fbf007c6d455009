type Ids = readonly string[] | ReadonlySet<string>;

/**
 * Lets whoever is about to write the same objects go one after the other, in the order in which they asked,
 * while others go at once. Nobody can lock up: each waits only for those who asked before.
 */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /**
   * @param held ids of what will be written: those who ask later for one of them wait
   * @param reads ids of what must not be in the middle of being written: waited for, not held
   * @param work what to do when the turn has come
   */
  async take<T>(held: Ids, reads: Ids, work: () => Promise<T>): Promise<T> {
    const before: Promise<void>[] = [];
    for (const ids of [held, reads])
      for (const id of ids) {
        const last = this.#last.get(id);
        if (last) before.push(last);
      }
    let finish!: () => void;
    const finished = new Promise<void>(resolve => {
      finish = resolve;
    });
    for (const id of held) this.#last.set(id, finished);
    try {
      if (before.length > 0) await Promise.all(before);
      return await work();
    } finally {
      for (const id of held) if (this.#last.get(id) === finished) this.#last.delete(id);
      finish();
    }
  }
}
