import { configureLocalization, LOCALE_STATUS_EVENT, type LocaleModule } from '@lit/localize';
import { type Language, languages } from '../../shared/languages/languages.ts';
import { remember, remembered } from '../frame/memory.ts';
import { loadFoundWords } from './found-words.ts';

/** Templates of each language; a chunk of its own, loaded when chosen. */
const loaders: Readonly<Record<string, () => Promise<LocaleModule>>> = {
  es: () => import('./locales/es.ts'),
  ru: () => import('./locales/ru.ts'),
  fr: () => import('./locales/fr.ts'),
};

/** The words of the controls themselves. Nothing waits for them: they change them when they come. */
const controlWords: Readonly<Record<string, () => Promise<unknown>>> = {
  es: () => import('@awesome.me/webawesome/dist/translations/es.js'),
  ru: () => import('@awesome.me/webawesome/dist/translations/ru.js'),
  fr: () => import('@awesome.me/webawesome/dist/translations/fr.js'),
};

/** Interface texts stand in `msg()` where they are used, and are looked up each time they are drawn. */
export const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: Object.keys(loaders),
  loadLocale: async language => {
    const [templates] = await Promise.all([loaders[language]!(), loadFoundWords(language)]);
    controlWords[language]!().catch(() => undefined);
    return templates;
  },
});

window.addEventListener(LOCALE_STATUS_EVENT, event => {
  if (event.detail.status === 'ready') document.documentElement.lang = event.detail.readyLocale;
});

const isLanguage = (name: string | undefined): name is Language => name !== undefined && name in languages;

/** @returns the language that was chosen in this browser, or undefined where it follows the browser's own */
export function chosenLanguage(): Language | undefined {
  const name = remembered('language');
  return isLanguage(name) ? name : undefined;
}

/** @returns the first of the browser's languages that the interface speaks, else English */
function browserLanguage(): Language {
  return navigator.languages.map(tag => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

/**
 * Shows the interface in the chosen language, or in the browser's. A language that cannot be loaded leaves the one
 * that is shown.
 */
export async function speak(): Promise<void> {
  await setLocale(chosenLanguage() ?? browserLanguage()).catch(() => undefined);
}

/** Chooses the language from now on; undefined follows the browser's. */
export async function chooseLanguage(language: Language | undefined): Promise<void> {
  remember('language', language);
  await speak();
}
