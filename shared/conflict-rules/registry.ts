import type { ConflictRule } from './rule.ts';
import { countAgainstList } from './rules/count-against-list.ts';
import { countContradiction } from './rules/count-contradiction.ts';
import { dateContradiction } from './rules/date-contradiction.ts';
import { headingCountry } from './rules/heading-country.ts';
import { linkDesignation } from './rules/link-designation.ts';
import { nameVariant } from './rules/name-variant.ts';
import { oneWordDiffers } from './rules/one-word-differs.ts';
import { repeatedLine } from './rules/repeated-line.ts';

/** Every conflict rule: one line each. */
export const conflictRules: readonly ConflictRule[] = [
  nameVariant,
  oneWordDiffers,
  dateContradiction,
  countAgainstList,
  countContradiction,
  headingCountry,
  linkDesignation,
  repeatedLine,
];
