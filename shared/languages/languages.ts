/** Languages that the program speaks, each by its own name. English is the language of the source. */
export const languages = { en: 'English', es: 'Español', ru: 'Русский', fr: 'Français' } as const;
export type Language = keyof typeof languages;

export const languageCodes = Object.keys(languages) as readonly Language[] as [Language, ...Language[]];

/** @returns the BCP 47 tag by which dates and numbers are said: the language, and in English the day before the month */
export const tagOf = (language: string): string => (language === 'en' ? 'en-GB' : language);
