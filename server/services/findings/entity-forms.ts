import type { Entity } from '../../../shared/model/entity.ts';

/** Shortest word by which a form is known again, in UTF-16 code units. */
const SHORTEST = 3;

/** @returns every form in which an entity is named */
export const formsOf = ({ preferred, variants }: Entity): string[] => [
  preferred,
  ...variants.map(({ form }) => form),
];

/** @returns a form as it is compared: big and small letters and kinds of space do not count */
export const plainForm = (form: string): string =>
  form.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** @returns the words of some forms by which other words may name the same */
export function wordsOfForms(forms: readonly string[]): Set<string> {
  const words = forms.flatMap(form => plainForm(form).split(/[^\p{L}\p{N}]+/u));
  return new Set(words.filter(word => word.length >= SHORTEST));
}
