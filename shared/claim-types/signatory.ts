import { type ClaimType, claimTypeOf } from './claim-type.ts';
import { affiliationBeside, personName } from './person.ts';

/** Somebody who signed. */
export const signatory: ClaimType = claimTypeOf({
  id: 'signatory',
  label: 'Signatory',
  plural: 'Signatories',
  hue: 'blue',
  parent: 'person',
  valueKind: 'name',
  fields: [
    { name: 'document', label: 'Signed', kind: 'text', hint: 'What was signed' },
    { name: 'role', label: 'Role', kind: 'text' },
    { name: 'affiliation', label: 'Affiliation', kind: 'text' },
    { name: 'date', label: 'Date', kind: 'date' },
  ],
  normalise: personName,
  fieldsFrom: affiliationBeside,
});
