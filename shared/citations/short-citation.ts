import { sayEdtf } from '../values/dates/say-date.ts';
import type { CslItem, CslName } from './csl.ts';
import { edtfOfCsl } from './csl-date.ts';

/**
 * Names a source in a few words for lists and chips: "Kaosenlared, 15 March 2026".
 * @param locale BCP 47 tag of the interface's language
 */
export function shortCitation(csl: CslItem, locale: string): string {
  const edtf = csl.issued && edtfOfCsl(csl.issued);
  const date = edtf === undefined ? csl.issued?.raw : sayEdtf(edtf, locale);
  return date ? `${whereFrom(csl)}, ${date}` : whereFrom(csl);
}

/** What readers know a source by: where it appeared, else who wrote it, else its publisher, title or host. */
function whereFrom(csl: CslItem): string {
  const author = csl.author?.[0] && sayCslName(csl.author[0]);
  return csl['container-title'] || author || csl.publisher || csl.title || hostOf(csl.URL) || csl.type;
}

/** @returns the name as it is spoken: given names first. */
export function sayCslName(name: CslName): string {
  const parts = [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ];
  return name.literal ?? parts.filter(Boolean).join(' ');
}

/** @returns the host of a web address without "www.", or undefined where there is none. */
export function hostOf(url: string | undefined): string | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url ?? '')?.[1];
  return host?.toLowerCase().replace(/^www\./, '');
}
