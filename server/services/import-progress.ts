/** How far taking in has come. */
export interface ImportProgress {
  /** `reading` and placing what is read; `writing` it to the desk, which cannot be given up any more. */
  readonly step: 'reading' | 'writing';
  /** How many annotations were placed, or could not be. */
  readonly items: number;
  /** The share of the step that is done, from 0 to 1; undefined where it is not known. */
  readonly share: number | undefined;
}

/** Milliseconds between two reports, and after which others have their turn. */
const REPORT_MS = 200;
const SLICE_MS = 12;

/** Tells how far something has come, lets others have their turn, and stops where nobody wants it any more. */
export class Meter {
  readonly #size: number;
  readonly #progress: ((progress: ImportProgress) => void) | undefined;
  readonly #signal: AbortSignal | undefined;
  #read = 0;
  #items = 0;
  #total: number | undefined;
  #reported = 0;
  #since = performance.now();

  /** @param size bytes of the file */
  constructor(
    size: number,
    { progress, signal }: { progress?: (progress: ImportProgress) => void; signal?: AbortSignal } = {},
  ) {
    this.#size = size;
    this.#progress = progress;
    this.#signal = signal;
  }

  /** So many bytes were read in this pass. */
  read(bytes: number): void {
    this.#read = bytes;
  }

  /** It is known how many annotations there are. */
  total(items: number): void {
    this.#total = items;
  }

  /** One more was placed. */
  placed(): void {
    this.#items++;
  }

  /** Resolves at once or when others had their turn. @throws the signal's reason where it was given up */
  async turn(): Promise<void> {
    const now = performance.now();
    if (now - this.#since < SLICE_MS) return;
    await new Promise<void>(resolve => setImmediate(resolve));
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
    if (now - this.#reported < REPORT_MS) return;
    this.#reported = now;
    this.#progress?.({ step: 'reading', items: this.#items, share: this.#share });
  }

  writing(): void {
    this.#signal?.throwIfAborted();
    this.#progress?.({ step: 'writing', items: this.#items, share: undefined });
  }

  get #share(): number | undefined {
    if (this.#total !== undefined) return this.#total === 0 ? 1 : this.#items / this.#total;
    return this.#size === 0 ? 1 : this.#read / this.#size;
  }
}
