import type { CitationValue } from './citation.ts';
import { shortCitation } from './short-citation.ts';

/** What a reference is called before its number or name. */
const REFERENCE: Readonly<Record<string, string>> = {
  en: 'Reference',
  es: 'Referencia',
  fr: 'Référence',
  ru: 'Сноска',
};

/** Says a citation in one line: its title and where it appeared, or the reference it repeats. */
export function sayCitation(value: CitationValue, locale: string): string {
  if (!value.csl) return `${REFERENCE[new Intl.Locale(locale).language] ?? REFERENCE.en} ${value.ref}`;
  const short = shortCitation(value.csl, locale);
  const { title } = value.csl;
  return title && !short.startsWith(title) ? `${title} (${short})` : short;
}
