import type { ItemReport } from '../../../shared/formats/item-report.ts';

/** How many of each state are kept to be told one by one. */
const KEPT = 2000;

/** What became of annotations: how many came to what, and some of each. */
export class Tally {
  readonly counts = { exact: 0, repaired: 0, unplaced: 0, known: 0 };
  readonly items: ItemReport[] = [];
  readonly #most: number;

  /** @param most of each state that are kept */
  constructor(most = KEPT) {
    this.#most = most;
  }

  add(item: ItemReport): void {
    if (++this.counts[item.state] <= this.#most) this.items.push(item);
  }

  get total(): number {
    const { exact, repaired, unplaced, known } = this.counts;
    return exact + repaired + unplaced + known;
  }
}
