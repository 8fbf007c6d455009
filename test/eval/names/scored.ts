const BINS = 1000;

/** Scores of pairs in bins of a thousandth, by fold and by whether the pair is one: learns a threshold and applies it. */
export class ScoredPairs {
  readonly #folds: readonly { readonly same: Float64Array; readonly other: Float64Array }[];

  constructor(folds: number) {
    this.#folds = Array.from({ length: folds }, () => ({
      same: new Float64Array(BINS + 1),
      other: new Float64Array(BINS + 1),
    }));
  }

  add(fold: number, score: number, isSame: boolean): void {
    const bins = this.#folds[fold]!;
    (isSame ? bins.same : bins.other)[Math.floor(Math.min(1, Math.max(0, score)) * BINS)]! += 1;
  }

  /** Precision, recall and F1 over all folds, each judged by the threshold with the best F1 on the others. */
  crossValidated(): { precision: number; recall: number; f1: number; thresholds: readonly number[] } {
    const thresholds = this.#folds.map((_, fold) =>
      this.#best(this.#folds.filter((_, other) => other !== fold)),
    );
    let right = 0;
    let wrong = 0;
    let all = 0;
    for (const [fold, { same, other }] of this.#folds.entries()) {
      right += above(same, thresholds[fold]!);
      wrong += above(other, thresholds[fold]!);
      all += above(same, 0);
    }
    const precision = right / Math.max(1, right + wrong);
    const recall = right / Math.max(1, all);
    return {
      precision,
      recall,
      f1: (2 * right) / Math.max(1, right + wrong + all),
      thresholds: thresholds.map(bin => bin / BINS),
    };
  }

  #best(folds: readonly { readonly same: Float64Array; readonly other: Float64Array }[]): number {
    let best = BINS;
    let most = -1;
    let right = 0;
    let wrong = 0;
    const all = folds.reduce((sum, { same }) => sum + above(same, 0), 0);
    for (let bin = BINS; bin > 0; bin--) {
      for (const { same, other } of folds) {
        right += same[bin]!;
        wrong += other[bin]!;
      }
      const f1 = (2 * right) / (right + wrong + all);
      if (f1 > most) {
        most = f1;
        best = bin;
      }
    }
    return best;
  }
}

function above(bins: Float64Array, from: number): number {
  let sum = 0;
  for (let bin = from; bin <= BINS; bin++) sum += bins[bin]!;
  return sum;
}
