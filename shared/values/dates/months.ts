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

/** Forms of fewer letters are words of other languages too often. */
const TELLING = 5;

/**
 * Whether a word that can be a month is surely meant so in running text: it is one in the text's own language (a
 * widespread one, where that is unknown), or long enough not to be taken for another word.
 */
export function isTellingMonth(key: string, language: string | undefined): boolean {
  const languages = byWord.get(key) ?? (key.startsWith('d') ? byWord.get(key.slice(1)) : undefined);
  if (!languages) return false;
  if (key.length >= TELLING || key.charCodeAt(0) > 0x7f) return true;
  return language === undefined ? WIDESPREAD.some(one => languages.has(one)) : languages.has(language);
}

/** Whether the word is a month in English, where months are written with a capital. */
export function isEnglishMonth(key: string): boolean {
  return byWord.get(key)?.has('en') === true;
}

/** Whether the word, an elided "d’" before it and all, is a month in some language. */
export function isMonthName(key: string): boolean {
  return byWord.has(key) || (key.startsWith('d') && byWord.has(key.slice(1)));
}
