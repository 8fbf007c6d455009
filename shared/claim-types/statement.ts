import { readText } from '../values/texts/text.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';

/** Any other assertion, in its own words. */
export const statement: ClaimType = claimTypeOf({
  id: 'statement',
  label: 'Statement',
  plural: 'Statements',
  hue: 'ink',
  valueKind: 'text',
  fields: [
    { name: 'subject', label: 'About', kind: 'text' },
    { name: 'date', label: 'As of', kind: 'date' },
  ],
  normalise: readText,
});
