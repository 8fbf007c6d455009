/**
 * What disagrees in a conflict. `citation-defect` and the other kinds that end in "defect", `date-incomplete` and
 * `implausible-value` may have a single side: something is wrong with one passage by itself.
 */
export const conflictKinds = [
  'name-variant',
  'duplicated-entry',
  'date-mismatch',
  'date-incomplete',
  'source-predates-event',
  'self-contradiction',
  'count-mismatch',
  'list-membership',
  'affiliation-mismatch',
  'role-mismatch',
  'classification-mismatch',
  'implausible-value',
  'citation-defect',
  'duplicate-citation',
  'source-support',
  'editing-defect',
  'translation-defect',
  'attribution',
  'framing-mismatch',
  'incomplete-identification',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];
