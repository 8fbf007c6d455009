/** Formatters are slow to make and few in kind; each is made once. */
const made = new Map<string, unknown>();
/** Beyond this many, locales are being made up, and what was kept is let go. */
const MOST = 200;

function once<T>(key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known as T;
  if (made.size >= MOST) made.clear();
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

/** @returns the formatter of dates in the Gregorian calendar for the locale and the parts to show. */
export function dateFormat(locale: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`date ${locale} ${JSON.stringify(style)}`, () => {
    const gregorian = new Intl.Locale(locale, { calendar: 'gregory' });
    return new Intl.DateTimeFormat(gregorian, { ...style, timeZone: 'UTC' });
  });
}

/** @returns the formatter of numbers, up to six decimals, for the locale. */
export function numberFormat(locale: string): Intl.NumberFormat {
  return once(`number ${locale}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));
}
