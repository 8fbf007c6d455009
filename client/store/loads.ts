/** How far the log had come when things were loaded in this window: what was committed later has to be heard of. */
export class Loads {
  /** Resolves with the earliest entry of the first loads. */
  readonly first: Promise<number>;
  #lowest: number | undefined;
  #arrived: () => void = () => undefined;
  #listener: (seq: number) => void = () => undefined;

  constructor() {
    this.first = new Promise(resolve => {
      this.#arrived = () => resolve(this.#lowest!);
    });
  }

  /** The earliest entry at which something was loaded; undefined before. */
  get lowest(): number | undefined {
    return this.#lowest;
  }

  /** Something was loaded as it stood after an entry. */
  took(seq: number): void {
    this.#lowest = Math.min(this.#lowest ?? seq, seq);
    this.#arrived();
    this.#listener(seq);
  }

  /** @param listener is called with each load */
  hear(listener: (seq: number) => void): void {
    this.#listener = listener;
  }
}
