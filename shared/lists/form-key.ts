import { folded, wordKey } from '../values/folded.ts';

/** Words beyond this are not a name any more; in UTF-16 code units. */
const LONGEST = 500;

/** @returns what two ways of writing a name have in common when only case, accents, spaces and signs tell them apart */
export function formKey(form: string): string {
  const words = folded(form.slice(0, LONGEST)).split(/[^\p{L}\p{N}\p{M}'’ʼ]+/u);
  return words.map(wordKey).filter(Boolean).join(' ');
}
