import type { CheckedText } from '../detectors/checked-text.ts';
import type { Word } from '../detectors/names/words.ts';
import { findSeen } from '../detectors/structure/seen.ts';
import type { Span } from '../text/text-like.ts';
import { FEATURES, featuresAt, findTagged } from './features.ts';
import { beginning, inside, labels, OUTSIDE, type TaggedType, type Tagger, typeOfLabel } from './tagger.ts';
import { highest } from './train.ts';

/** A stretch that is like what was accepted. Offsets of the raw text. */
interface Tagged extends Span {
  readonly type: TaggedType;
  /** By how much it is rather this than no name; the least of its words. */
  readonly margin: number;
  /** What of it was seen most with those that were accepted, and with how many of them. */
  readonly like: { readonly feature: string; readonly count: number };
}

/** From so many accepted claims of a type on, it is proposed. */
const FEWEST = 3;

/** Finds what is like the claims that a tagger has learned from; nothing where it looked at other features. */
export function tag(text: CheckedText, tagger: Tagger): Tagged[] {
  if (tagger.features !== FEATURES) return [];
  const view = text.once(findSeen);
  const tagged = text.once(findTagged);
  const { words } = tagged;
  const weights = new Map(Object.entries(tagger.weights));
  const found: Tagged[] = [];
  let open:
    | { type: TaggedType; first: number; last: number; margin: number; features: readonly string[] }
    | undefined;
  const close = () => {
    if (open && tagger.accepted[open.type] >= FEWEST) {
      const span = view.raw({ start: words[open.first]!.start, end: words[open.last]!.end });
      found.push({
        ...span,
        type: open.type,
        margin: open.margin,
        like: likeness(open.features, tagger, weights, open.type),
      });
    }
    open = undefined;
  };
  let before = labels[OUTSIDE]!;
  const scores = new Float64Array(labels.length);
  for (const [i, word] of words.entries()) {
    if (
      word.gap === 'break' ||
      (open && word.gap !== 'joined' && !isWithin(view.text, words[i - 1]!, word))
    ) {
      close();
      before = labels[OUTSIDE]!;
    }
    scores.fill(0);
    const features = featuresAt(tagged, i, before);
    for (const feature of features) {
      const own = weights.get(feature);
      if (own) for (let k = 0; k < own.length; k++) scores[k]! += own[k]!;
    }
    const label = highest(scores);
    const type = typeOfLabel(label);
    const margin = scores[label]! - scores[OUTSIDE]!;
    if (open && type === open.type && label === inside(type)) {
      open.last = i;
      open.margin = Math.min(open.margin, margin);
    } else {
      close();
      // Small words that begin a sentence begin no name.
      if (type !== undefined && label === beginning(type) && !word.isSmall)
        open = { type, first: i, last: i, margin, features };
    }
    before = labels[open ? label : OUTSIDE]!;
  }
  close();
  return found;
}

/** Whether only a dash or a quotation mark stands between two words. */
function isWithin(text: string, before: Word, word: Word): boolean {
  return /^\s?["“„«”»–—-]\s?$/u.test(text.slice(before.end, word.start));
}

/** The feature that spoke most for a type among those that accepted claims had. */
function likeness(
  features: readonly string[],
  { support }: Tagger,
  weights: ReadonlyMap<string, readonly number[]>,
  type: TaggedType,
): Tagged['like'] {
  const label = beginning(type);
  let best = { feature: features[0]!, count: 0 };
  let most = 0;
  for (const feature of features) {
    const weight = weights.get(feature)?.[label] ?? 0;
    const count = support[feature]?.[label] ?? 0;
    if (count > 0 && weight > most) {
      most = weight;
      best = { feature, count };
    }
  }
  return best;
}
