/** Things in the order in which they are listed, each by a key: an id, or a number that stands for it. */
export interface Listed<K> {
  readonly length: number;
  /** The key of the thing at a place. */
  at(place: number): K;
}

/** Which of many listed things are selected, as pointers and keys select in lists everywhere. */
export class Picked<K = string> {
  #keys = new Set<K>();
  /** Where a reach with Shift starts, and what the last one took in. */
  #from: K | undefined;
  #reached: readonly K[] = [];

  get size(): number {
    return this.#keys.size;
  }

  /** In the order in which they were selected. */
  get keys(): K[] {
    return [...this.#keys];
  }

  has(key: K): boolean {
    return this.#keys.has(key);
  }

  /** Selects one thing and nothing else. */
  only(key: K): void {
    this.#keys = new Set([key]);
    this.#start(key);
  }

  /** Selects a thing, or leaves it out. */
  toggle(key: K): void {
    if (!this.#keys.delete(key)) this.#keys.add(key);
    this.#start(key);
  }

  /**
   * Selects all between where the last selection began and a place, in place of what the last reach took in.
   * @param from where it begins if nothing was selected yet
   */
  reach(listed: Listed<K>, from: number, to: number): void {
    let start = from;
    if (this.#from !== undefined) {
      const place = placeOf(listed, this.#from, from);
      if (place >= 0) start = place;
    }
    for (const key of this.#reached) this.#keys.delete(key);
    const [first, last] = start < to ? [start, to] : [to, start];
    this.#reached = Array.from({ length: last - first + 1 }, (_, i) => listed.at(first + i));
    this.#from = listed.at(start);
    for (const key of this.#reached) this.#keys.add(key);
  }

  /** Selects all that is listed. */
  all(listed: Listed<K>): void {
    for (let place = 0; place < listed.length; place++) this.#keys.add(listed.at(place));
    this.#reached = [];
  }

  clear(): void {
    this.#keys.clear();
    this.#from = undefined;
    this.#reached = [];
  }

  /** Takes other keys for the same things; what has none is forgotten. */
  rename(keyOf: (key: K) => K | undefined): void {
    this.#keys = new Set([...this.#keys].map(keyOf).filter(key => key !== undefined));
    this.#from = undefined;
    this.#reached = [];
  }

  /** Forgets what is not there any more. @returns whether anything was forgotten */
  keep(isThere: (key: K) => boolean): boolean {
    const before = this.#keys.size;
    for (const key of this.#keys) if (!isThere(key)) this.#keys.delete(key);
    return this.#keys.size < before;
  }

  #start(key: K): void {
    this.#from = key;
    this.#reached = [key];
  }
}

/** Looks near a place first: where a reach began is mostly close by. */
function placeOf<K>(listed: Listed<K>, key: K, near: number): number {
  for (let away = 0; away < listed.length; away++) {
    if (near - away >= 0 && near - away < listed.length && listed.at(near - away) === key) return near - away;
    if (near + away < listed.length && listed.at(near + away) === key) return near + away;
  }
  return -1;
}
