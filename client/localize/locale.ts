import { getLocale } from './localize.ts';

/** @returns the BCP 47 tag by which dates are said: the interface's language, and in English the day before the month */
export function locale(): string {
  const language = getLocale();
  return language === 'en' ? 'en-GB' : language;
}
