import type { Token } from '../tokens.ts';

const CYRILLIC = /\p{Script=Cyrillic}/u;
const IN_CYRILLIC = new Set(['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'bs']);
const WITH_TABLES = new Set(['en', 'es', 'fr', 'ru', 'de', 'it', 'pt', 'sr', 'uk', 'pl']);

/**
 * The language whose number words and nouns are tried at a word: the text's own where there are tables of it and the
 * script is its own; else Russian for Cyrillic and English for other letters.
 */
export function numberLanguageOf(token: Token, own: string | undefined): string {
  const language = own === 'hr' || own === 'bs' ? 'sr' : own;
  const isCyrillic = token.kind === 'word' && CYRILLIC.test(token.text);
  if (language !== undefined && WITH_TABLES.has(language)) {
    const fits = token.kind !== 'word' || language === 'sr' || isCyrillic === IN_CYRILLIC.has(language);
    if (fits) return language;
  }
  return isCyrillic ? 'ru' : 'en';
}
