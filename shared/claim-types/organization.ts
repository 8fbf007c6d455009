import type { ReadingContext } from '../values/context.ts';
import { readOrganization } from '../values/names/read-proper.ts';
import { readText } from '../values/texts/text.ts';
import type { Value } from '../values/value.ts';
import { countryBeside } from './beside.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';

/** @returns the words as an organization's name, else as text. */
export function organizationName(quote: string, context: ReadingContext): Value {
  return readOrganization(quote, context) ?? readText(quote);
}

/** A party, body, company, newspaper or movement. */
export const organization: ClaimType = claimTypeOf({
  id: 'organization',
  label: 'Organization',
  plural: 'Organizations',
  hue: 'green',
  digit: '5',
  valueKind: 'name',
  fields: [
    { name: 'country', label: 'Country', kind: 'text' },
    { name: 'role', label: 'Role', kind: 'text', hint: 'What it does here' },
  ],
  normalise: organizationName,
  fieldsFrom: countryBeside,
});
