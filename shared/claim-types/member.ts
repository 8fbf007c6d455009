import { countryBeside } from './beside.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';
import { organizationName } from './organization.ts';

/** Somebody or something on a list: a party in an alliance, a country at a forum. */
export const member: ClaimType = claimTypeOf({
  id: 'member',
  label: 'Member',
  plural: 'Members',
  hue: 'green',
  parent: 'organization',
  digit: '1',
  valueKind: 'name',
  fields: [
    { name: 'list', label: 'List', kind: 'text', hint: 'Which list it stands on' },
    { name: 'country', label: 'Country', kind: 'text' },
    { name: 'affiliation', label: 'Affiliation', kind: 'text' },
    { name: 'role', label: 'Role', kind: 'text' },
  ],
  normalise: organizationName,
  fieldsFrom: countryBeside,
});
