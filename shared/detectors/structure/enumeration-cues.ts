import type { Word } from '../names/words.ts';
import { enumerationCues } from '../words/cue-words.ts';
import { wordSet } from '../words/words.ts';
import { roleOf } from './cues.ts';
import type { View } from './view.ts';

/** How much a cue tells: behind a weak one more must speak for a list. */
export type Cue = 'strong' | 'weak';

/** A sentence is looked back at over so many words. */
const SENTENCE = 40;
/** Cues that also stand where nothing is enumerated. */
const weakCues = wordSet(
  'like are were as following como son fueron são foram comme sont étaient sono erano come wie waren sind sowie как як jak kao као oraz čine чине nonché poput попут darunter dont',
);
/** Phrases by their last word, so that a cue is found from what stands behind it. */
const cuesByEnd = new Map<string, (readonly string[])[]>();
for (const phrase of enumerationCues) {
  const end = phrase.at(-1)!;
  cuesByEnd.set(end, [...(cuesByEnd.get(end) ?? []), phrase]);
}

/** Looks back from where an enumeration begins at the words that lead to it. */
export class EnumerationCues {
  readonly #view: View;
  readonly #words: readonly Word[];

  constructor(view: View, words: readonly Word[]) {
    this.#view = view;
    this.#words = words;
  }

  /** @returns how much the cue tells that ends right before a word; undefined where there is none */
  before(first: number): Cue | undefined {
    const last = this.#words[first - 1];
    const word = this.#words[first];
    if (!last || !word) return undefined;
    const between = this.#view.text.slice(last.end, word.start);
    const hasColon = /^\s*:\s*$/u.test(between);
    if (!hasColon && word.gap !== 'joined' && !/^,?\s*["“„«]?$/u.test(between)) return undefined;
    for (const phrase of cuesByEnd.get(last.key) ?? []) {
      const from = first - phrase.length;
      if (from < 0 || !phrase.every((key, i) => this.#words[from + i]!.key === key)) continue;
      return phrase.length === 1 && weakCues.has(phrase[0]!) && !hasColon ? 'weak' : 'strong';
    }
    return hasColon && roleOf(undefined, this.sentenceBefore(first)) ? 'strong' : undefined;
  }

  /** @returns the sentence up to a word */
  sentenceBefore(first: number): string {
    let at = first - 1;
    while (at > 0 && first - at < SENTENCE && this.#words[at]!.gap !== 'break') at--;
    return this.#view.text.slice(this.#words[Math.max(0, at)]?.start ?? 0, this.#words[first]!.start);
  }
}
