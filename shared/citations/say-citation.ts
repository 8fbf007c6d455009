import type { CitationValue } from './citation.ts';
import { shortCitation } from './short-citation.ts';

/** Says a citation in one line: its title and where it appeared, or the reference it repeats. */
export function sayCitation(value: CitationValue, locale: string): string {
  if (!value.csl) return `Reference ${value.ref}`;
  const short = shortCitation(value.csl, locale);
  const { title } = value.csl;
  return title && !short.startsWith(title) ? `${title} (${short})` : short;
}
