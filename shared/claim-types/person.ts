import type { ReadingContext } from '../values/context.ts';
import { readPerson } from '../values/names/read-person.ts';
import { readText } from '../values/texts/text.ts';
import type { Value } from '../values/value.ts';
import { type ClaimType, claimTypeOf, type Fields } from './claim-type.ts';

/** @returns the words as a person's name, else as text. */
export function personName(quote: string, context: ReadingContext): Value {
  return readPerson(quote, context) ?? readText(quote);
}

/** @returns the affiliation that brackets after a person's name give. */
export function affiliationBeside(quote: string, context: ReadingContext): Fields {
  const name = readPerson(quote, context);
  const affiliation = name?.affiliation ?? name?.acronym;
  return affiliation === undefined ? {} : { affiliation };
}

/** Somebody who is named. */
export const person: ClaimType = claimTypeOf({
  id: 'person',
  label: 'Person',
  plural: 'People',
  hue: 'blue',
  digit: '4',
  valueKind: 'name',
  fields: [
    { name: 'role', label: 'Role', kind: 'text' },
    { name: 'affiliation', label: 'Affiliation', kind: 'text' },
    { name: 'country', label: 'Country', kind: 'text' },
  ],
  normalise: personName,
  fieldsFrom: affiliationBeside,
});
