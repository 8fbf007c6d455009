import { compareNames } from '../../../shared/values/names/compare/compare.ts';
import { type PreparedName, prepareName } from '../../../shared/values/names/compare/prepare.ts';
import { countRarity, type RarityTable } from '../../../shared/values/names/compare/rarity.ts';
import { shippedRarity } from '../../../shared/values/names/compare/shipped-rarity.ts';
import type { Bearer } from '../../../shared/values/names/name.ts';
import type { Matcher } from './matcher.ts';

/** The scorer of this project with a table of how rare words are. */
export const ours = (rarity: RarityTable = shippedRarity): Matcher<PreparedName> => ({
  name: 'Variorum',
  prepare: (name, bearer) => prepareName(name, { bearer, rarity }),
  score: (one, other) => compareNames(one, other).score,
});

/** The table a project has that holds these names: the shipped one with theirs counted on top. */
export const rarityOfNames = (names: readonly string[], bearer: Bearer): RarityTable =>
  countRarity(
    names.map(name => prepareName(name, { bearer }).tokens.map(({ fold }) => fold)),
    'counted',
    shippedRarity,
  );
