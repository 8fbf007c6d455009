/** Things in the order in which they are listed. */
export interface Listed {
  readonly length: number;
  /** The id of the thing at a place. */
  at(place: number): string;
}

/** Which of many listed things are selected, as pointers and keys select in lists everywhere. */
export class Picked {
  #ids = new Set<string>();
  /** Where a reach with Shift starts, and what the last one took in. */
  #from: string | undefined;
  #reached: readonly string[] = [];

  get size(): number {
    return this.#ids.size;
  }

  /** In the order in which they were selected. */
  get ids(): string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Selects one thing and nothing else. */
  only(id: string): void {
    this.#ids = new Set([id]);
    this.#start(id);
  }

  /** Selects a thing, or leaves it out. */
  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#start(id);
  }

  /**
   * Selects all between where the last selection began and a place, in place of what the last reach took in.
   * @param from where it begins if nothing was selected yet
   */
  reach(listed: Listed, from: number, to: number): void {
    let start = from;
    if (this.#from !== undefined) {
      const place = placeOf(listed, this.#from, from);
      if (place >= 0) start = place;
    }
    for (const id of this.#reached) this.#ids.delete(id);
    const [first, last] = start < to ? [start, to] : [to, start];
    this.#reached = Array.from({ length: last - first + 1 }, (_, i) => listed.at(first + i));
    this.#from = listed.at(start);
    for (const id of this.#reached) this.#ids.add(id);
  }

  /** Selects all that is listed. */
  all(listed: Listed): void {
    for (let place = 0; place < listed.length; place++) this.#ids.add(listed.at(place));
    this.#reached = [];
  }

  clear(): void {
    this.#ids.clear();
    this.#from = undefined;
    this.#reached = [];
  }

  /** Forgets what is not there any more. @returns whether anything was forgotten */
  keep(isThere: (id: string) => boolean): boolean {
    const before = this.#ids.size;
    for (const id of this.#ids) if (!isThere(id)) this.#ids.delete(id);
    return this.#ids.size < before;
  }

  #start(id: string): void {
    this.#from = id;
    this.#reached = [id];
  }
}

/** Looks near a place first: where a reach began is mostly close by. */
function placeOf(listed: Listed, id: string, near: number): number {
  for (let away = 0; away < listed.length; away++) {
    if (near - away >= 0 && near - away < listed.length && listed.at(near - away) === id) return near - away;
    if (near + away < listed.length && listed.at(near + away) === id) return near + away;
  }
  return -1;
}
