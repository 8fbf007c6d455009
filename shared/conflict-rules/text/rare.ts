import { organizationNouns } from '../../detectors/words/organization-words.ts';
import { foldOf } from '../../values/names/compare/fold.ts';
import { rarityOf } from '../../values/names/compare/rarity.ts';
import { shippedRarity } from '../../values/names/compare/shipped-rarity.ts';
import { countryWords } from './countries.ts';
import { designationWords } from './designations.ts';
import { bareWord } from './stems.ts';

const RARE = 0.8;
let common: ReadonlySet<string> | undefined;

/**
 * Whether a word tells whose name it is in: no common part of names ("international", "party"), no country.
 * @param key the word as `bareWord` makes it
 */
export function isRareWord(key: string): boolean {
  common ??= new Set([...designationWords, ...countryWords()].map(bareWord));
  return !common.has(key) && !organizationNouns.has(key) && rarityOf(foldOf(key), shippedRarity) > RARE;
}
