import { readList } from '../values/lists/read-list.ts';
import { readText } from '../values/texts/text.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';

/** An enumeration. */
export const list: ClaimType = claimTypeOf({
  id: 'list',
  label: 'List',
  plural: 'Lists',
  hue: 'green',
  digit: '2',
  valueKind: 'list',
  fields: [
    { name: 'of', label: 'List of what', kind: 'text', hint: 'Political parties, speakers, signatories …' },
    { name: 'subject', label: 'Whose list', kind: 'text' },
    { name: 'asserted', label: 'Length the text states', kind: 'count' },
  ],
  normalise: quote => readList(quote) ?? readText(quote),
});
