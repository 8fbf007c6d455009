import { isKindOf } from '../claim-types/registry.ts';
import type { CheckedText } from '../detectors/checked-text.ts';
import { findSeen } from '../detectors/structure/seen.ts';
import type { Span } from '../text/text-like.ts';
import { FEATURES, featuresAt, findTagged, type TaggedText } from './features.ts';
import { beginning, inside, labels, OUTSIDE, type TaggedType, type Tagger } from './tagger.ts';

/** A text with what people said of stretches of it. Offsets of the raw text. */
export interface TrainingText {
  readonly text: CheckedText;
  readonly accepted: readonly (Span & { readonly type: string })[];
  readonly refused: readonly Span[];
}

const PASSES = 6;
/** By so much the right label must lead for nothing to be learned. */
const LEAD = 2;
/** More examples teach little more and take longer: the later ones in the order of the texts are left out. */
const MOST_EXAMPLES = 4_000;
/** So many words beside an example are learned from, too. */
const BESIDE = 4;

/** Words that follow one another, with the label that each should have; without one it is not known. */
interface Sequence {
  readonly text: TaggedText;
  readonly first: number;
  readonly labels: readonly (number | undefined)[];
}

/**
 * Learns from what was accepted and refused: an averaged perceptron (Collins 2002) over words. The same texts in the same
 * order give the same tagger; it takes less than a second for some thousand examples.
 */
export function train(texts: readonly TrainingText[]): Tagger {
  const counts: Record<TaggedType, number> = { person: 0, organization: 0, member: 0 };
  let refused = 0;
  let room = MOST_EXAMPLES;
  const sequences: Sequence[] = [];
  for (const one of texts) {
    const accepted = one.accepted.filter(({ type }) => taggedAs(type) !== undefined).slice(0, room);
    room -= accepted.length;
    const denied = one.refused.slice(0, room);
    room -= denied.length;
    for (const { type } of accepted) counts[taggedAs(type)!]++;
    refused += denied.length;
    sequences.push(...sequencesOf(one.text, accepted, denied));
  }
  const perceptron = new Perceptron();
  for (let pass = 0; pass < PASSES; pass++) for (const sequence of sequences) learn(perceptron, sequence);
  return {
    kind: 'tagger',
    features: FEATURES,
    weights: perceptron.averaged(),
    support: supportOf(sequences),
    accepted: counts,
    refused,
  };
}

/** What claims of a type are learned as; nothing where they are no names. */
export function taggedAs(type: string): TaggedType | undefined {
  if (isKindOf(type, 'person')) return 'person';
  return type === 'member' || type === 'organization' ? type : undefined;
}

function sequencesOf(
  text: CheckedText,
  accepted: readonly (Span & { type: string })[],
  refused: readonly Span[],
): Sequence[] {
  const view = text.once(findSeen);
  const tagged = text.once(findTagged);
  const { words } = tagged;
  const known = new Map<number, number>();
  const bounds: (readonly [number, number])[] = [];
  const wordsIn = (span: Span): readonly [number, number] | undefined => {
    const [start, end] = [view.at(span.start), view.at(span.end)];
    const first = firstFrom(words, start);
    let last = first;
    while (last + 1 < words.length && words[last + 1]!.start < end) last++;
    return first < words.length && words[first]!.start < end ? [first, last] : undefined;
  };
  for (const span of refused) {
    const found = wordsIn(span);
    if (!found) continue;
    bounds.push(found);
    for (let i = found[0]; i <= found[1]; i++) known.set(i, OUTSIDE);
  }
  for (const span of accepted) {
    const found = wordsIn(span);
    if (!found) continue;
    bounds.push(found);
    const type = taggedAs(span.type)!;
    for (let i = found[0]; i <= found[1]; i++) known.set(i, i === found[0] ? beginning(type) : inside(type));
  }
  return merged(bounds, words.length).map(([first, last]) => ({
    text: tagged,
    first,
    labels: Array.from({ length: last - first + 1 }, (_, i) => {
      const at = first + i;
      // Nobody has said anything of capitalised words further off: they may be names too.
      const isBeside = known.has(at - 1) || known.has(at + 1);
      return known.get(at) ?? (isBeside || !words[at]!.isCapital ? OUTSIDE : undefined);
    }),
  }));
}

function firstFrom(words: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Examples with the words beside them, joined where they touch. */
function merged(bounds: readonly (readonly [number, number])[], length: number): [number, number][] {
  const found: [number, number][] = [];
  for (const [from, to] of [...bounds].sort((a, b) => a[0] - b[0])) {
    const [first, last] = [Math.max(0, from - BESIDE), Math.min(length - 1, to + BESIDE)];
    const open = found.at(-1);
    if (open && first <= open[1] + 1) open[1] = Math.max(open[1], last);
    else found.push([first, last]);
  }
  return found;
}

function learn(perceptron: Perceptron, { text, first, labels: known }: Sequence): void {
  let before = labels[OUTSIDE]!;
  for (const [i, right] of known.entries()) {
    const features = featuresAt(text, first + i, before);
    if (right !== undefined) perceptron.learn(features, right);
    before = labels[right ?? highest(perceptron.scores(features))]!;
  }
}

function supportOf(sequences: readonly Sequence[]): Record<string, number[]> {
  const support: Record<string, number[]> = Object.create(null);
  for (const { text, first, labels: known } of sequences) {
    for (const [i, label] of known.entries()) {
      if (label === undefined || label === OUTSIDE || label % 2 === 0) continue;
      for (const feature of featuresAt(text, first + i, labels[OUTSIDE]!)) {
        support[feature] ??= labels.map(() => 0);
        support[feature][label]!++;
      }
    }
  }
  return { ...support };
}

/** Weights that are learned by mistakes, and their average over all steps. */
class Perceptron {
  readonly #weights = new Map<string, Float64Array>();
  readonly #sums = new Map<string, Float64Array>();
  readonly #changed = new Map<string, Float64Array>();
  #step = 0;

  scores(features: readonly string[]): Float64Array {
    const scores = new Float64Array(labels.length);
    for (const feature of features) {
      const weights = this.#weights.get(feature);
      if (weights) for (let i = 0; i < scores.length; i++) scores[i]! += weights[i]!;
    }
    return scores;
  }

  /** Learns where the right label does not lead by enough. */
  learn(features: readonly string[], right: number): void {
    this.#step++;
    const scores = this.scores(features);
    const led = scores[right]!;
    scores[right] = Number.NEGATIVE_INFINITY;
    const rival = highest(scores);
    if (led - scores[rival]! >= LEAD) return;
    for (const feature of features) {
      this.#change(feature, right, 1);
      this.#change(feature, rival, -1);
    }
  }

  #change(feature: string, label: number, by: number): void {
    const weights = of(this.#weights, feature);
    const sums = of(this.#sums, feature);
    const changed = of(this.#changed, feature);
    sums[label]! += (this.#step - changed[label]!) * weights[label]!;
    changed[label] = this.#step;
    weights[label]! += by;
  }

  averaged(): Record<string, number[]> {
    const averages: [string, number[]][] = [];
    for (const [feature, weights] of this.#weights) {
      const sums = of(this.#sums, feature);
      const changed = of(this.#changed, feature);
      const average = [...weights].map((weight, i) => {
        const sum = sums[i]! + (this.#step - changed[i]!) * weight;
        return Math.round((sum / Math.max(1, this.#step)) * 1000) / 1000;
      });
      while (average.length > 0 && average.at(-1) === 0) average.pop();
      if (average.length > 0) averages.push([feature, average]);
    }
    return Object.fromEntries(averages);
  }
}

const of = (map: Map<string, Float64Array>, feature: string): Float64Array => {
  let found = map.get(feature);
  if (!found) {
    found = new Float64Array(labels.length);
    map.set(feature, found);
  }
  return found;
};

/** The first of the highest. */
export function highest(scores: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i;
  return best;
}
