/**
 * Keeps what was costly to make until its bytes outgrow a budget; then what was least recently used goes.
 * Who asks for something that is being made waits for the same making; a failed one is forgotten.
 */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, { value: Promise<Value>; bytes: number }>();
  readonly #budget: number;
  readonly #bytesOf: (value: Value) => number;
  #bytes = 0;

  /** @param bytesOf what a value weighs, in bytes */
  constructor(budget: number, bytesOf: (value: Value) => number) {
    this.#budget = budget;
    this.#bytesOf = bytesOf;
  }

  /** @returns what is kept under a key, made where it is not there. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    if (known) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.value;
    }
    const entry = { value: make(), bytes: 0 };
    this.#entries.set(key, entry);
    entry.value.then(
      value => {
        if (this.#entries.get(key) !== entry) return;
        entry.bytes = this.#bytesOf(value);
        this.#bytes += entry.bytes;
        this.#shrink(key);
      },
      () => {
        if (this.#entries.get(key) === entry) this.#entries.delete(key);
      },
    );
    return entry.value;
  }

  #shrink(newest: string): void {
    for (const [key, entry] of this.#entries) {
      if (this.#bytes <= this.#budget) return;
      if (key === newest || entry.bytes === 0) continue;
      this.#entries.delete(key);
      this.#bytes -= entry.bytes;
    }
  }
}
