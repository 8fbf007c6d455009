import type { ConflictRule } from './rule.ts';
import { headingCountry } from './rules/heading-country.ts';
import { linkDesignation } from './rules/link-designation.ts';
import { repeatedLine } from './rules/repeated-line.ts';

/** Every conflict rule: one line each. */
export const conflictRules: readonly ConflictRule[] = [headingCountry, linkDesignation, repeatedLine];
