import { citationRules } from './citations.ts';
import type { ConflictRule } from './rule.ts';
import { acronym } from './rules/acronym.ts';
import { countAgainstList } from './rules/count-against-list.ts';
import { countContradiction } from './rules/count-contradiction.ts';
import { dateContradiction } from './rules/date-contradiction.ts';
import { duplicateEntry } from './rules/duplicate-entry.ts';
import { evidenceBeforeEvent, oneOrigin, quotationMissing } from './rules/evidence.ts';
import { flagName } from './rules/flag-name.ts';
import { headingCountry } from './rules/heading-country.ts';
import { ambiguousDate, impossibleDate } from './rules/impossible-date.ts';
import { leaderAlone } from './rules/leader-alone.ts';
import { linkDesignation } from './rules/link-designation.ts';
import { listAgainstList } from './rules/list-against-list.ts';
import { missingYear } from './rules/missing-year.ts';
import { nameVariant } from './rules/name-variant.ts';
import { officeHeldTwice } from './rules/office-held-twice.ts';
import { oneWordDiffers } from './rules/one-word-differs.ts';
import { onlyInitials } from './rules/only-initials.ts';
import { orderOfEvents } from './rules/order-of-events.ts';
import { otherAffiliation } from './rules/other-affiliation.ts';
import { otherScript } from './rules/other-script.ts';
import { repeatedLine } from './rules/repeated-line.ts';
import { rivalNames } from './rules/rival-names.ts';
import { sentenceDiffers } from './rules/sentence-differs.ts';
import { sourceBeforeEvent } from './rules/source-before-event.ts';
import { termWording } from './rules/term-wording.ts';
import { unmarkedName } from './rules/unmarked-name.ts';

/** Every conflict rule: one line each. */
export const conflictRules: readonly ConflictRule[] = [
  nameVariant,
  unmarkedName,
  oneWordDiffers,
  otherScript,
  sentenceDiffers,
  dateContradiction,
  countAgainstList,
  countContradiction,
  listAgainstList,
  duplicateEntry,
  missingYear,
  impossibleDate,
  ambiguousDate,
  acronym,
  termWording,
  headingCountry,
  linkDesignation,
  repeatedLine,
  flagName,
  rivalNames,
  orderOfEvents,
  officeHeldTwice,
  otherAffiliation,
  leaderAlone,
  onlyInitials,
  sourceBeforeEvent,
  quotationMissing,
  evidenceBeforeEvent,
  oneOrigin,
  ...citationRules,
];
