import { type ClaimType, claimTypeOf } from './claim-type.ts';
import { affiliationBeside, personName } from './person.ts';

/** Somebody who spoke. */
export const speaker: ClaimType = claimTypeOf({
  id: 'speaker',
  label: 'Speaker',
  plural: 'Speakers',
  hue: 'blue',
  parent: 'person',
  digit: '3',
  valueKind: 'name',
  fields: [
    { name: 'role', label: 'Role', kind: 'text' },
    { name: 'affiliation', label: 'Affiliation', kind: 'text' },
    { name: 'event', label: 'Event', kind: 'text' },
    { name: 'language', label: 'Language', kind: 'text', hint: 'The language spoken in' },
    {
      name: 'mode',
      label: 'Mode',
      kind: 'choice',
      options: [
        { value: 'in-person', label: 'In person' },
        { value: 'video', label: 'By video' },
        { value: 'letter', label: 'By letter' },
      ],
    },
  ],
  normalise: personName,
  fieldsFrom: affiliationBeside,
});
