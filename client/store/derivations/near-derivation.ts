import { DerivationIndex, type DerivationSummary } from '../../../shared/derivation/derivation-index.ts';
import type { Excerpt } from '../../../shared/derivation/excerpt.ts';
import type { SoughtPlace } from '../../../shared/derivation/sought-place.ts';
import type { Derivation } from '../../../shared/model/derivation.ts';
import type { KnownDerivation } from './known-derivation.ts';

/** A small derivation, which is at hand as a whole. */
export class NearDerivation implements KnownDerivation {
  readonly summary: DerivationSummary;
  readonly #index: DerivationIndex;
  readonly #whole: Excerpt;

  /** @param text all of the derived text */
  constructor(text: string, derivation: Derivation) {
    this.#index = new DerivationIndex(text, derivation);
    this.summary = this.#index.summary;
    this.#whole = this.#index.whole;
  }

  peek(): Excerpt {
    return this.#whole;
  }

  async excerpt(): Promise<Excerpt> {
    return this.#whole;
  }

  async find(sought: SoughtPlace): Promise<number | undefined> {
    return this.#index.find(sought);
  }

  close(): void {}
}
