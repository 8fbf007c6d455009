import { addressChecks } from './addresses.ts';
import { authorChecks } from './authors.ts';
import { brokenTagChecks } from './broken-tags.ts';
import type { CitationCheck } from './check.ts';
import { complaintChecks } from './cite-complaints.ts';
import { closingChecks } from './closing.ts';
import { curlyNames } from './curly-names.ts';
import { dateChecks } from './dates.ts';
import { footnoteChecks } from './footnotes.ts';
import { languageChecks } from './languages.ts';
import { missingChecks } from './missing.ts';
import { originChecks } from './origins.ts';
import { parameterChecks } from './parameters.ts';
import { quoteChecks } from './quotes.ts';
import { titleChecks } from './titles.ts';

/** Every check of citations: one line for each family. */
export const citationChecks: readonly CitationCheck[] = [
  ...closingChecks,
  ...brokenTagChecks,
  curlyNames,
  ...complaintChecks,
  ...dateChecks,
  ...languageChecks,
  ...missingChecks,
  ...addressChecks,
  ...originChecks,
  ...authorChecks,
  ...titleChecks,
  ...quoteChecks,
  ...parameterChecks,
  ...footnoteChecks,
];
