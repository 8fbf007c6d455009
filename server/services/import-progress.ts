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
/** The share that looking through files comes to at most, before the first annotation is read. */
const LOOKING = 0.1;

interface Measured {
  readonly size: number;
}

/** Tells how far something has come, lets others have their turn, and stops where nobody wants it any more. */
export class Meter {
  readonly #progress: ((progress: ImportProgress) => void) | undefined;
  readonly #signal: AbortSignal | undefined;
  /** How far each file was read in this pass, in bytes. */
  readonly #read = new Map<Measured, number>();
  readonly #leftOut = new Set<Measured>();
  #size: number;
  #items = 0;
  /** The share that was done before the last pass began. */
  #before: number | undefined;
  /** Bytes that were looked through before it. */
  #looked = 0;
  #reported = 0;
  #since = performance.now();

  /** @param size bytes of all files together */
  constructor(
    size: number,
    { progress, signal }: { progress?: (progress: ImportProgress) => void; signal?: AbortSignal } = {},
  ) {
    this.#size = size;
    this.#progress = progress;
    this.#signal = signal;
  }

  /** So many bytes of a file were read in this pass; a form may ask for several passes. */
  read(file: Measured, bytes: number): void {
    if (this.#leftOut.has(file)) return;
    const before = this.#read.get(file) ?? 0;
    this.#looked += bytes > before ? bytes - before : bytes;
    // Where each of several files has passes of its own, the first of them counts.
    if (this.#before === undefined || bytes > before) this.#read.set(file, bytes);
  }

  /** A file that is read at once, and counts for nothing. */
  leaveOut(file: Measured): void {
    if (this.#leftOut.has(file)) return;
    this.#leftOut.add(file);
    this.#size -= file.size;
  }

  /** The first of what is wanted was read: what follows is the last pass. */
  begin(): void {
    if (this.#before !== undefined) return;
    this.#before = this.#share;
    this.#read.clear();
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

  /** From 0 to 1; it never goes back. */
  get #share(): number {
    if (this.#size <= 0) return 1;
    if (this.#before === undefined) return LOOKING * (1 - 2 ** (-this.#looked / this.#size));
    const read = [...this.#read.values()].reduce((sum, bytes) => sum + bytes, 0);
    return this.#before + (1 - this.#before) * Math.min(1, read / this.#size);
  }
}
