import type { Emphasis } from '../markup.ts';

interface Open {
  readonly kind: Emphasis['kind'];
  readonly start: number;
  /** Where its signs end. */
  readonly inner: number;
}

const LENGTH = { italic: 2, bold: 3 } as const;

/** Reads the apostrophes of one stretch of wikitext: two for italics, three for bold type, five for both. */
export class Quotes {
  readonly #found: (span: Emphasis) => void;
  readonly #open: Open[] = [];

  constructor(found: (span: Emphasis) => void) {
    this.#found = found;
  }

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  /** Takes a run of apostrophes. Of four the first is one, as are all but five of more. */
  take(start: number, length: number): void {
    const count = length === 4 ? 3 : Math.min(length, 5);
    const from = start + length - count;
    if (count < 5) this.#toggle(count === 2 ? 'italic' : 'bold', from);
    else if (this.#open.length > 0) {
      const first = this.#open[this.#open.length - 1]!.kind;
      this.#toggle(first, from);
      this.#toggle(first === 'bold' ? 'italic' : 'bold', from + LENGTH[first]);
    } else {
      this.#toggle('bold', from);
      this.#toggle('italic', from + 3);
    }
  }

  /** Ends what is open: at the end of a line nothing stays emphasised. */
  closeAll(at: number): void {
    while (this.#open.length > 0) this.#close(at, at);
  }

  #toggle(kind: Emphasis['kind'], at: number): void {
    const end = at + LENGTH[kind];
    const depth = this.#open.findIndex(one => one.kind === kind);
    if (depth < 0) {
      this.#open.push({ kind, start: at, inner: end });
      return;
    }
    // What was opened inside goes on behind, so that the two do not cross.
    const isCrossed = depth < this.#open.length - 1;
    const over = isCrossed ? this.#open[this.#open.length - 1]!.kind : undefined;
    if (isCrossed) this.#close(at, at);
    this.#close(at, end);
    if (over) this.#open.push({ kind: over, start: end, inner: end });
  }

  #close(at: number, end: number): void {
    const { kind, start, inner } = this.#open.pop()!;
    if (end > start && at >= inner) this.#found({ kind, start, end, inner: { start: inner, end: at } });
  }
}
