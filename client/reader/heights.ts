/** Sums over a changing array of heights, in logarithmic time (a Fenwick tree). */
export class Heights {
  readonly #heights: Float64Array;
  readonly #tree: Float64Array;
  readonly #measured: Uint8Array;
  readonly #top: number;

  /** Takes one estimated height per chunk, in CSS pixels. */
  constructor(estimates: ArrayLike<number>) {
    const n = estimates.length;
    this.#heights = Float64Array.from(estimates);
    this.#tree = new Float64Array(n + 1);
    this.#measured = new Uint8Array(n);
    for (let i = 1; i <= n; i++) {
      this.#tree[i]! += this.#heights[i - 1]!;
      const parent = i + (i & -i);
      if (parent <= n) this.#tree[parent]! += this.#tree[i]!;
    }
    this.#top = 2 ** Math.floor(Math.log2(Math.max(1, n)));
  }

  get count(): number {
    return this.#heights.length;
  }

  get total(): number {
    return this.top(this.count);
  }

  /** Height of a chunk, measured or estimated. */
  of(chunk: number): number {
    return this.#heights[chunk]!;
  }

  isMeasured(chunk: number): boolean {
    return this.#measured[chunk] === 1;
  }

  /** Notes a measured height; returns whether it differs from what was assumed. */
  measure(chunk: number, height: number): boolean {
    this.#measured[chunk] = 1;
    const change = height - this.#heights[chunk]!;
    if (Math.abs(change) < 0.05) return false;
    this.#heights[chunk] = height;
    for (let i = chunk + 1; i <= this.count; i += i & -i) this.#tree[i]! += change;
    return true;
  }

  /** Distance from the top of the text to the top of a chunk. */
  top(chunk: number): number {
    let sum = 0;
    for (let i = Math.min(chunk, this.count); i > 0; i -= i & -i) sum += this.#tree[i]!;
    return sum;
  }

  /** The chunk that lies at a distance from the top of the text; the first or last beyond it. */
  at(y: number): number {
    let found = 0;
    let rest = y;
    for (let step = this.#top; step; step >>= 1)
      if (found + step <= this.count && this.#tree[found + step]! <= rest) {
        found += step;
        rest -= this.#tree[found]!;
      }
    return Math.min(found, this.count - 1);
  }
}
