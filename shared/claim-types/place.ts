import { readPlace } from '../values/names/read-proper.ts';
import { readText } from '../values/texts/text.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';

/** Where something is or was. */
export const place: ClaimType = claimTypeOf({
  id: 'place',
  label: 'Place',
  plural: 'Places',
  hue: 'sky',
  digit: '9',
  valueKind: 'name',
  fields: [
    { name: 'country', label: 'Country', kind: 'text' },
    { name: 'role', label: 'Role', kind: 'text', hint: 'Headquarters, venue, birthplace …' },
  ],
  normalise: (quote, context) => readPlace(quote, context) ?? readText(quote),
});
