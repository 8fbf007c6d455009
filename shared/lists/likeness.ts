import { type CompareOptions, compareNames, SAME_FROM } from '../values/names/compare/compare.ts';
import { nameKeys } from '../values/names/compare/keys.ts';
import { type PreparedName, prepareName } from '../values/names/compare/prepare.ts';
import type { Bearer } from '../values/names/name.ts';
import type { Likeness } from './align.ts';

/** A name in lists, and which lists it stands in, by their places. */
export interface ListedName {
  readonly key: string;
  readonly form: string;
  readonly bearer: Bearer;
  readonly language?: string;
  readonly lists: readonly number[];
}

/** A key that more names share than this tells nobody apart. */
const CROWD = 60;

/**
 * Finds names that may name one, in lists that are laid side by side: names of one list are taken to differ. Some
 * thousand names take less than a second.
 * @returns pairs, each once, with how alike they are
 */
export function findLikenesses(names: readonly ListedName[], options: CompareOptions = {}): Likeness[] {
  const blocks = new Map<string, number[]>();
  const prepared: PreparedName[] = names.map((name, place) => {
    const ready = prepareName(name.form, { ...options, bearer: name.bearer, language: name.language });
    for (const key of nameKeys(ready)) {
      const block = blocks.get(`${name.bearer} ${key}`);
      if (block) block.push(place);
      else blocks.set(`${name.bearer} ${key}`, [place]);
    }
    return ready;
  });
  const seen = new Set<number>();
  const found: Likeness[] = [];
  for (const block of blocks.values()) {
    if (block.length > CROWD) continue;
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < block.length; j++) {
        const [one, other] = [block[i]!, block[j]!];
        const pair = one * names.length + other;
        if (seen.has(pair)) continue;
        seen.add(pair);
        if (names[one]!.lists.some(list => names[other]!.lists.includes(list))) continue;
        const { score, relation } = compareNames(prepared[one]!, prepared[other]!, options);
        if (score >= SAME_FROM && relation !== 'different')
          found.push({ a: names[one]!.key, b: names[other]!.key, score });
      }
    }
  }
  return found;
}
