import type { FoundWords } from '../../shared/found-words/say-found.ts';
import { getLocale } from './localize.ts';

/** Sentences of rules in each language but English, in which the rules themselves say them. */
const loaders: Readonly<Record<string, () => Promise<{ readonly words: FoundWords }>>> = {
  es: () => import('../../shared/found-words/es.ts'),
  ru: () => import('../../shared/found-words/ru.ts'),
  fr: () => import('../../shared/found-words/fr.ts'),
};

const NONE: FoundWords = {};
const loaded = new Map<string, FoundWords>();

/** Loads what rules say in a language; once. */
export async function loadFoundWords(language: string): Promise<void> {
  const load = loaders[language];
  if (load && !loaded.has(language)) loaded.set(language, (await load()).words);
}

/** @returns what rules say in the interface's language; nothing in English */
export const foundWords = (): FoundWords => loaded.get(getLocale()) ?? NONE;
