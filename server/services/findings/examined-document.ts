import type { Mention } from '../../../shared/conflict-rules/mention.ts';
import type { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { covers } from '../../../shared/detectors/covering.ts';
import { type Anchor, hull, type Range } from '../../../shared/model/anchor.ts';
import type { Claim } from '../../../shared/model/claim.ts';

interface Kept {
  readonly mention: Mention;
  readonly key: string;
  /** How many claims say the same. */
  covered: number;
}

/** A text, and what is suggested in it with how many claims already say so. */
export class ExaminedDocument {
  readonly text: CheckedText;
  readonly #revision: string;
  /** By where they start. */
  readonly #kept: readonly Kept[];
  readonly #byId: ReadonlyMap<string, Kept>;
  /** Units from the start to the end of the longest. */
  readonly #longest: number;

  constructor(
    text: CheckedText,
    revision: string,
    suggested: readonly { readonly mention: Mention; readonly key: string }[],
  ) {
    this.text = text;
    this.#revision = revision;
    this.#kept = suggested
      .map(one => ({ ...one, covered: 0 }))
      .sort((a, b) => startOf(a.mention) - startOf(b.mention));
    this.#byId = new Map(this.#kept.map(kept => [kept.mention.id, kept]));
    this.#longest = this.#kept.reduce((most, { mention }) => Math.max(most, lengthOf(mention)), 0);
  }

  /** All that is suggested, covered or refused or not. */
  get mentions(): readonly Mention[] {
    return this.#kept.map(({ mention }) => mention);
  }

  get revision(): string {
    return this.#revision;
  }

  /** Whether a claim stands in this text. */
  has({ anchor }: { readonly anchor: Anchor }): boolean {
    return anchor.documentId === this.text.documentId && anchor.revision === this.#revision;
  }

  keyOf(mention: Mention): string {
    return this.#byId.get(mention.id)!.key;
  }

  /** What no claim says and nobody has refused. */
  open(isRefused: (key: string) => boolean): Mention[] {
    return this.#kept.filter(({ covered, key }) => covered === 0 && !isRefused(key)).map(one => one.mention);
  }

  /** Open suggestions of a key, whether it was refused or not. */
  withKey(key: string): Mention[] {
    return this.#kept.filter(one => one.covered === 0 && one.key === key).map(one => one.mention);
  }

  /** Counts a claim that comes (1) or goes (-1). @returns what by that is covered for the first time, or open again */
  cover(claim: Claim, by: 1 | -1): Mention[] {
    if (!this.has(claim)) return [];
    const { start, end } = hull(claim.anchor);
    const touched: Mention[] = [];
    for (let i = this.#firstFrom(start - this.#longest); i < this.#kept.length; i++) {
      const kept = this.#kept[i]!;
      if (startOf(kept.mention) >= end) break;
      if (!covers({ type: claim.type, ranges: claim.anchor.ranges }, kept.mention)) continue;
      kept.covered += by;
      if (kept.covered === (by === 1 ? 1 : 0)) touched.push(kept.mention);
    }
    return touched;
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(this.#kept[middle]!.mention) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const startOf = ({ ranges }: { readonly ranges: readonly Range[] }): number => ranges[0]!.start;

const lengthOf = ({ ranges }: { readonly ranges: readonly Range[] }): number =>
  ranges[ranges.length - 1]!.end - ranges[0]!.start;
