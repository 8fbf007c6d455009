import { foldOf } from '../../values/names/compare/fold.ts';
import { rarityOf } from '../../values/names/compare/rarity.ts';
import { shippedRarity } from '../../values/names/compare/shipped-rarity.ts';
import { countryNamed, countryOfAdjective } from './countries.ts';
import { designation } from './designations.ts';

const RARE = 0.8;
const known = new Map<string, boolean>();
/** So many answers are kept. */
const MOST_KEPT = 20_000;

/** Whether a word tells whose name it is in: no common part of names ("international", "party"), no country. */
export function isRareWord(word: string): boolean {
  let rare = known.get(word);
  if (rare === undefined) {
    rare =
      rarityOf(foldOf(word), shippedRarity) > RARE &&
      designation(word) === undefined &&
      countryNamed(word) === undefined &&
      countryOfAdjective(word) === undefined;
    if (known.size >= MOST_KEPT) known.clear();
    known.set(word, rare);
  }
  return rare;
}
