/** How seasons are said beside a year, spring first; languages without a row show the date as it is written. */
const SEASONS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: ['spring', 'summer', 'autumn', 'winter'],
  es: ['primavera de', 'verano de', 'otoño de', 'invierno de'],
  fr: ['printemps', 'été', 'automne', 'hiver'],
  ru: ['весна', 'лето', 'осень', 'зима'],
  de: ['Frühling', 'Sommer', 'Herbst', 'Winter'],
  it: ['primavera', 'estate', 'autunno', 'inverno'],
  pt: ['primavera de', 'verão de', 'outono de', 'inverno de'],
  uk: ['весна', 'літо', 'осінь', 'зима'],
};

/** @returns the season's word (21 spring to 24 winter) in the language of the locale, or undefined. */
export function seasonWord(season: number, locale: string): string | undefined {
  return SEASONS[new Intl.Locale(locale).language]?.[season - 21];
}
