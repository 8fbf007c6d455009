import { monthNames } from './month-names.ts';

type ByWord = ReadonlyMap<string, ReadonlyMap<string, number>>;

function indexed(): ByWord {
  const byWord = new Map<string, Map<string, number>>();
  for (const [language, months] of Object.entries(monthNames)) {
    for (const [index, forms] of months.split('|').entries()) {
      for (const form of forms.split(' ')) {
        const languages = byWord.get(form) ?? new Map<string, number>();
        languages.set(language, index + 1);
        byWord.set(form, languages);
      }
    }
  }
  return byWord;
}

const byWord = indexed();
/** Languages tried before the others where the language is not known. */
const WIDESPREAD = ['en', 'es', 'fr', 'ru', 'de', 'it', 'pt', 'uk'];

/**
 * Finds the months (1 to 12) that a word can mean. One where the language or common use decides; several where
 * languages disagree, as over "listopad", which is October in Croatian and November in Polish.
 * @param key the word as `wordKey` makes it, a Romance "d’" before it and all
 * @param language primary language subtag, where known
 */
export function monthsNamed(key: string, language: string | undefined): readonly number[] {
  const languages = byWord.get(key) ?? (key.startsWith('d') ? byWord.get(key.slice(1)) : undefined);
  if (!languages) return [];
  const own = language === undefined ? undefined : languages.get(language);
  if (own !== undefined) return [own];
  const known = language === undefined ? WIDESPREAD.find(one => languages.has(one)) : undefined;
  if (known !== undefined) return [languages.get(known)!];
  return [...new Set(languages.values())].sort((a, b) => a - b);
}
