const SPACES = /[\s\u200b\u2060\ufeff]+/gu;
/** Most words: nothing about them has to be looked at more closely. */
const PLAIN = /^[A-Za-z0-9]*$/;
const UNHEARD = /[\p{M}'’ʼ]+/gu;

/** @returns the text in NFC with every run of white space folded to one space, and none at the ends. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(SPACES, ' ').trim();
}

/** @returns the form under which words are looked up: lower case, without accents, apostrophes or a closing dot. */
export function wordKey(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const bare = word.toLowerCase().normalize('NFD').replace(UNHEARD, '').normalize('NFC');
  return bare.endsWith('.') ? bare.slice(0, -1) : bare;
}
