import type { NameToken, TokenRole } from './name-token.ts';
import { lettersOf, type Reading } from './read-tokens.ts';

type Letters = ReturnType<typeof lettersOf>;

/**
 * Keeps the words of many names, so that each is made ready once and has a number. Grows with every new word; keep one
 * for one set of names and one table of rarity.
 */
export class TokenMemory {
  readonly #letters = new Map<string, Letters>();
  readonly #tokens = new Map<TokenRole, Map<string, NameToken>>();
  #size = 0;

  /** How many different words it has. */
  get size(): number {
    return this.#size;
  }

  letters(text: string, language: string | undefined): Letters {
    const key = language === undefined ? text : `${language} ${text}`;
    let letters = this.#letters.get(key);
    if (!letters) {
      letters = lettersOf(text, language);
      this.#letters.set(key, letters);
    }
    return letters;
  }

  /** @returns the word in that role, made by `make` the first time, with its number */
  token(text: string, role: TokenRole, { bearer, language }: Reading, make: () => NameToken): NameToken {
    let inRole = this.#tokens.get(role);
    if (!inRole) {
      inRole = new Map();
      this.#tokens.set(role, inRole);
    }
    const isUsual = bearer === 'person' && language === undefined;
    const key = isUsual ? text : `${bearer} ${language ?? ''} ${text}`;
    let token = inRole.get(key);
    if (!token) {
      token = { ...make(), serial: this.#size++ };
      inRole.set(key, token);
    }
    return token;
  }
}
