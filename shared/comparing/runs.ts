import { explain } from './explain.ts';
import type { Run } from './run.ts';

/** Gathers runs from the beginning of two texts to their ends; offsets are UTF-16 code units. */
export class Runs {
  readonly all: Run[] = [];
  readonly #left: string;
  readonly #right: string;
  #atLeft = 0;
  #atRight = 0;

  constructor(left: string, right: string) {
    this.#left = left;
    this.#right = right;
  }

  /** Where the runs have come to. */
  get at(): { left: number; right: number } {
    return { left: this.#atLeft, right: this.#atRight };
  }

  /** Both are the same up to there. */
  same(leftEnd: number, rightEnd: number): void {
    if (leftEnd === this.#atLeft) return;
    const last = this.all.at(-1);
    const from = last?.kind === 'same' ? this.all.pop()! : undefined;
    this.all.push({
      kind: 'same',
      left: { start: from?.left.start ?? this.#atLeft, end: leftEnd },
      right: { start: from?.right.start ?? this.#atRight, end: rightEnd },
    });
    this.#goTo(leftEnd, rightEnd);
  }

  /** Up to there they differ; what differed just before is part of the same change. */
  change(leftEnd: number, rightEnd: number): void {
    let [left, right] = [this.#atLeft, this.#atRight];
    if (leftEnd === left && rightEnd === right) return;
    for (let last = this.all.at(-1); last && last.kind !== 'same'; last = this.all.at(-1)) {
      [left, right] = [Math.min(left, last.left.start), Math.min(right, last.right.start)];
      this.all.pop();
    }
    const [out, put] = [this.#left.slice(left, leftEnd), this.#right.slice(right, rightEnd)];
    // Scripts without spaces may be divided into words in two ways.
    if (out === put) {
      this.#goTo(left, right);
      this.same(leftEnd, rightEnd);
      return;
    }
    const note = explain(out, put);
    const noted = note ? { note } : {};
    if (out !== '')
      this.all.push({
        kind: 'gone',
        left: { start: left, end: leftEnd },
        right: { start: right, end: right },
        ...noted,
      });
    if (put !== '')
      this.all.push({
        kind: 'come',
        left: { start: leftEnd, end: leftEnd },
        right: { start: right, end: rightEnd },
        ...noted,
      });
    this.#goTo(leftEnd, rightEnd);
  }

  #goTo(left: number, right: number): void {
    this.#atLeft = left;
    this.#atRight = right;
  }
}
