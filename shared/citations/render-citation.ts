import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslItem } from './csl.ts';

/** Citation styles that come with the program. */
type CitationStyle = 'apa' | 'harvard1' | 'vancouver';

/** Languages in which styles have their terms; other languages are given the English ones. */
const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-US',
  es: 'es-ES',
  de: 'de-DE',
  fr: 'fr-FR',
  nl: 'nl-NL',
};

/**
 * Writes a source out in full in a citation style, as plain text. Load this module only when needed: the style engine
 * is large.
 * @param options.locale BCP 47 tag; only its language counts
 * @throws where the engine cannot make sense of the item
 */
export async function renderCitation(
  csl: CslItem,
  options: { readonly style: CitationStyle; readonly locale: string },
): Promise<string> {
  const language = options.locale.split('-', 1)[0]!.toLowerCase();
  const cite = new Cite({ id: 'source', ...csl }, { forceType: '@csl/object' });
  const written = cite.format('bibliography', {
    format: 'text',
    template: options.style,
    lang: LOCALES[language] ?? LOCALES.en!,
  });
  return written.trim();
}
