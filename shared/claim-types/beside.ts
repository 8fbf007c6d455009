import type { Fields } from './claim-type.ts';

/** @returns the country of a flag template before a name, `{{flagicon|Russia}}`, as a field; no field where there is none. */
export function countryBeside(quote: string): Fields {
  const flag = /\{\{\s*flag(?:icon|country|deco|u)?\s*\|\s*([^|{}]{1,80})[|}]/i.exec(quote);
  return flag ? { country: flag[1]!.trim() } : {};
}
