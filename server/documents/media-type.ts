import type { MediaType } from '../../shared/model/document.ts';

const BY_ENDING: Readonly<Record<string, MediaType>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  wiki: 'text/x-wiki',
  wikitext: 'text/x-wiki',
  mediawiki: 'text/x-wiki',
};
/** Templates, links, headings and references of wikitext. */
const WIKI_SIGNS = /\{\{[^{}\n]|\[\[[^[\]\n]+\]\]|^={2,6}[^=\n]+={2,6}\s*$|<ref[ >/]/gm;
const ENOUGH_SIGNS = 5;
const SAMPLE = 20_000;

/** @returns the kind of text, by the ending of its file's name or else by the signs of wikitext in it. */
export function guessMediaType(name: string | undefined, text: string): MediaType {
  const ending = /\.([a-z]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const told = Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
  if (told) return told;
  const sample = text.slice(0, SAMPLE);
  const signs = sample.match(WIKI_SIGNS)?.length ?? 0;
  return signs >= ENOUGH_SIGNS || /^\s*(\{\{|#REDIRECT\b)/i.test(sample) ? 'text/x-wiki' : 'text/plain';
}
