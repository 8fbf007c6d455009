import type { Content } from '../../../shared/derivation/contents.ts';
import type { MediaType } from '../../../shared/model/document.ts';

/** A heading found in a text, or what stands in place of one. */
export type Heading = Content;

const MARKDOWN = /^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$/gm;
// Wiki headings also stand inside a line: pages are met whose line breaks were lost.
const WIKI = /(?<!=)(={2,6})[ \t]*([\p{L}\p{N}"'“‘(][^=\n\r{}<>|]{0,119}?)[ \t]*\1(?!=)/gu;

/**
 * Finds the headings of a piece of text: `#` lines of Markdown, `== … ==` of wikitext; plain text has none.
 * @param at offset at which the piece begins
 */
export function headingsIn(text: string, mediaType: MediaType, at: number): Heading[] {
  if (mediaType === 'text/plain') return [];
  const wiki = mediaType === 'text/x-wiki';
  return [...text.matchAll(wiki ? WIKI : MARKDOWN)].map(found => ({
    start: at + found.index + found[0].length - found[0].trimStart().length,
    level: found[1]!.length - (wiki ? 1 : 0),
    title: found[2]!.replaceAll(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|'{2,}|[*_`]/g, '$1').trim(),
  }));
}
