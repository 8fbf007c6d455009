import { readCitation } from '../citations/read-citation.ts';
import { readText } from '../values/texts/text.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';

/** A reference to a source. */
export const citation: ClaimType = claimTypeOf({
  id: 'citation',
  label: 'Citation',
  plural: 'Citations',
  hue: 'grey',
  valueKind: 'citation',
  fields: [
    { name: 'url', label: 'Address', kind: 'url' },
    { name: 'archived', label: 'Archived copy', kind: 'url' },
    { name: 'supports', label: 'What it should prove', kind: 'text' },
  ],
  normalise: (quote, context) => readCitation(quote, context) ?? readText(quote),
});
