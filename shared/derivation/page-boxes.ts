import type { Derivation, Stretch } from '../model/derivation.ts';
import type { Span } from '../text/text-like.ts';
import { lastStartingBy } from './locator.ts';

/** Left, bottom, right, top on the page in its own units. */
export type PageBox = readonly [number, number, number, number];

type BoxedStretch = Stretch & { readonly at: { readonly page: number; readonly box: PageBox } };

const isBoxed = (stretch: Stretch): stretch is BoxedStretch =>
  stretch.at.page !== undefined && stretch.at.box !== undefined;

/** A box so much higher than it is wide holds a line that runs up or down the page; it is not divided. */
const UPRIGHT = 1.5;

/** Knows where on the pages of a file words of its derived text stand, and which words stand at a place. */
export class PageBoxes {
  readonly #pages = new Map<number, BoxedStretch[]>();
  readonly #isRightToLeft: boolean;

  /** @param isRightToLeft whether lines are written so; parts of a line are measured from where it begins */
  constructor({ stretches }: Derivation, isRightToLeft = false) {
    this.#isRightToLeft = isRightToLeft;
    for (const stretch of stretches) {
      if (!isBoxed(stretch)) continue;
      const known = this.#pages.get(stretch.at.page);
      if (known) known.push(stretch);
      else this.#pages.set(stretch.at.page, [stretch]);
    }
  }

  /** @returns from where to where the text of a page goes; undefined where it has none */
  spanOf(page: number): Span | undefined {
    const stretches = this.#pages.get(page);
    return stretches && { start: stretches[0]!.start, end: stretches.at(-1)!.end };
  }

  /** @returns where on a page some words stand: a box for each line, cut to the words as if all letters were as wide */
  boxesOf(page: number, { start, end }: Span): PageBox[] {
    const stretches = this.#pages.get(page) ?? [];
    const boxes: PageBox[] = [];
    for (let at = Math.max(0, lastStartingBy(stretches, start)); at < stretches.length; at++) {
      const stretch = stretches[at]!;
      if (stretch.start >= end) break;
      const from = Math.max(start, stretch.start);
      const to = Math.min(end, stretch.end);
      if (from < to) boxes.push(this.#cut(stretch, from, to));
    }
    return boxes;
  }

  /** @returns the offset of the words at a place of a page; undefined where there are none within `reach` of its units */
  offsetAt(page: number, x: number, y: number, reach: number): number | undefined {
    let best: { stretch: BoxedStretch; away: number } | undefined;
    for (const stretch of this.#pages.get(page) ?? []) {
      const [left, bottom, right, top] = stretch.at.box;
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(bottom - y, 0, y - top));
      if (away <= reach && (!best || away < best.away)) best = { stretch, away };
    }
    if (!best) return undefined;
    const { start, end, at } = best.stretch;
    const [left, , right] = at.box;
    if (isUpright(at.box)) return start;
    const part = (x - left) / Math.max(right - left, 1e-6);
    const along = Math.min(1, Math.max(0, this.#isRightToLeft ? 1 - part : part));
    return Math.min(end - 1, start + Math.floor(along * (end - start)));
  }

  #cut({ start, end, at }: BoxedStretch, from: number, to: number): PageBox {
    const [left, bottom, right, top] = at.box;
    if (isUpright(at.box)) return at.box;
    const width = (right - left) / (end - start);
    const [before, after] = this.#isRightToLeft ? [end - to, end - from] : [from - start, to - start];
    return [left + before * width, bottom, left + after * width, top];
  }
}

const isUpright = ([left, bottom, right, top]: PageBox): boolean => top - bottom > UPRIGHT * (right - left);
