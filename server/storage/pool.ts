/** How many strings are remembered; then all of them are forgotten. */
const MOST = 4096;
/** Shorter ones the engine shares by itself; longer ones are hardly ever the same. */
const SHORTEST = 11;
const LONGEST = 64;

const NO_ITEMS = Object.freeze([]);
const NO_MEMBERS = Object.freeze({});

/**
 * Makes values share what is equal in them: ids, times and names, empty lists and empty records. A desk holds its claims in
 * much less memory for it.
 */
export class Pool {
  readonly #strings = new Map<string, string>();

  /** @param value fresh from a parser: it is changed in place @returns the same */
  shared<T>(value: T): T {
    return this.#shared(value) as T;
  }

  #shared(value: unknown): unknown {
    if (typeof value === 'string') return this.#string(value);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      if (value.length === 0) return NO_ITEMS;
      for (let i = 0; i < value.length; i++) value[i] = this.#shared(value[i]);
      return value;
    }
    const record = value as Record<string, unknown>;
    let isEmpty = true;
    for (const name in record) {
      isEmpty = false;
      const member = record[name];
      if (typeof member === 'number' || typeof member === 'boolean') continue;
      const shared = this.#shared(member);
      if (shared !== member) record[name] = shared;
    }
    return isEmpty ? NO_MEMBERS : record;
  }

  #string(text: string): string {
    if (text.length < SHORTEST || text.length > LONGEST) return text;
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    if (this.#strings.size >= MOST) this.#strings.clear();
    this.#strings.set(text, text);
    return text;
  }
}
