import type { ConflictRule } from './rule.ts';

/** Every conflict rule: one line each. */
export const conflictRules: readonly ConflictRule[] = [];
