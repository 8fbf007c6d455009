import type { Token } from '../tokens.ts';

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'.split(' ');

/** @returns the number that a token in Roman capitals stands for, 1 to 21 (months and centuries), or undefined. */
export function romanNumber(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word' || token.text.length > 5) return undefined;
  const at = ROMAN.indexOf(token.text.toLowerCase());
  return at < 0 || token.text !== token.text.toUpperCase() ? undefined : at + 1;
}
