import type { Span } from '../../text/text-like.ts';

/** Something that markup says of a stretch of what is seen. Offsets are those of the view's text. */
type ViewMark =
  | (Span & { readonly kind: 'heading'; readonly level: number })
  | (Span & { readonly kind: 'bold' })
  | (Span & { readonly kind: 'link'; readonly target: string })
  /** An empty span where an entry of a list begins. */
  | (Span & { readonly kind: 'bullet'; readonly sign: string })
  /** An empty span where a flag of a country stands; `country` as written. */
  | (Span & { readonly kind: 'flag'; readonly country: string })
  /** An empty span where a footnote is called. */
  | (Span & { readonly kind: 'reference' });

/** A text as a reader sees it, and where each of its characters stands in the raw text. */
export class View {
  readonly text: string;
  /** In text order. */
  readonly marks: readonly ViewMark[];
  readonly #starts: Uint32Array | undefined;
  readonly #ends: Uint32Array | undefined;

  /** @param origins where each unit begins and ends in the raw text; none where the two are the same */
  constructor(
    text: string,
    marks: readonly ViewMark[],
    origins?: { readonly starts: Uint32Array; readonly ends: Uint32Array },
  ) {
    this.text = text;
    this.marks = marks;
    this.#starts = origins?.starts;
    this.#ends = origins?.ends;
  }

  /** @returns where a stretch of what is seen stands in the raw text, without the markup at its ends; it must not be empty */
  raw({ start, end }: Span): Span {
    return { start: this.#starts?.[start] ?? start, end: this.#ends?.[end - 1] ?? end };
  }

  /** @returns the first unit of what is seen that stands at a raw offset or behind it */
  at(raw: number): number {
    const starts = this.#starts;
    if (!starts) return Math.min(raw, this.text.length);
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < raw) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @returns the index of the first mark that begins at an offset or behind it */
  firstMark(from: number): number {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.marks[middle]!.start < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @returns the marks that begin within `[start, end)`; empty ones at `end` too */
  marksIn({ start, end }: Span): readonly ViewMark[] {
    const found: ViewMark[] = [];
    for (let i = this.firstMark(start); i < this.marks.length && this.marks[i]!.start <= end; i++)
      if (this.marks[i]!.end <= end) found.push(this.marks[i]!);
    return found;
  }
}

/** Collects what is seen of a text, stretch by stretch, in text order. */
export class ViewMaker {
  readonly #raw: string;
  readonly #pieces: string[] = [];
  readonly #marks: ViewMark[] = [];
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;
  #entity = -1;

  constructor(raw: string) {
    this.#raw = raw;
    this.#starts = new Uint32Array(raw.length + 64);
    this.#ends = new Uint32Array(raw.length + 64);
  }

  get length(): number {
    return this.#length;
  }

  /** What stands between two raw offsets is seen as it is, entities aside. */
  show(start: number, end: number): void {
    const raw = this.#raw;
    let from = start;
    for (let i = this.#entityFrom(start); i < end; i = this.#entityFrom(i + 1)) {
      const entity = /^&(nbsp|amp|ndash|mdash|quot|lt|gt|thinsp);/.exec(raw.slice(i, i + 9));
      if (!entity || i + entity[0].length > end) continue;
      this.#copy(from, i);
      this.put(ENTITIES[entity[1]!]!, i, i + entity[0].length);
      from = i + entity[0].length;
    }
    this.#copy(from, end);
  }

  /** Where the next "&" stands, from an offset on: however often it is asked, the text is searched once. */
  #entityFrom(offset: number): number {
    if (this.#entity < offset) {
      const found = this.#raw.indexOf('&', offset);
      this.#entity = found < 0 ? this.#raw.length : found;
    }
    return this.#entity;
  }

  /** Words that are seen instead of a stretch of the raw text, or where nothing stands. */
  put(words: string, start: number, end = start): void {
    this.#reserve(words.length);
    for (let i = 0; i < words.length; i++) {
      this.#starts[this.#length] = start;
      this.#ends[this.#length++] = end;
    }
    this.#pieces.push(words);
  }

  mark(mark: ViewMark): void {
    this.#marks.push(mark);
  }

  make(): View {
    const marks = this.#marks.sort((a, b) => a.start - b.start || b.end - a.end);
    const [starts, ends] = [this.#starts.subarray(0, this.#length), this.#ends.subarray(0, this.#length)];
    return new View(this.#pieces.join(''), marks, { starts, ends });
  }

  #copy(start: number, end: number): void {
    if (end <= start) return;
    this.#reserve(end - start);
    for (let i = start; i < end; i++) {
      this.#starts[this.#length] = i;
      this.#ends[this.#length++] = i + 1;
    }
    this.#pieces.push(this.#raw.slice(start, end));
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#starts.length) return;
    const size = Math.max(this.#length + count, this.#starts.length * 2);
    for (const name of ['starts', 'ends'] as const) {
      const larger = new Uint32Array(size);
      larger.set(name === 'starts' ? this.#starts : this.#ends);
      if (name === 'starts') this.#starts = larger;
      else this.#ends = larger;
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  ndash: '–',
  mdash: '—',
  quot: '"',
  lt: '<',
  gt: '>',
  thinsp: '\u2009',
};
