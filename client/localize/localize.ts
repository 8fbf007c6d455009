import { configureLocalization } from '@lit/localize';

/**
 * Interface texts stand in `msg()` where they are used. English is the source language and the only one so far;
 * another is a file of templates in `locales/` and its code in `targetLocales`.
 */
export const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: [],
  loadLocale: () => Promise.reject(new Error('There is no other language yet.')),
});
