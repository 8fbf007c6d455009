import { type Landmark, landmarksOf } from '../../../shared/derivation/landmarks.ts';
import type { Derivation } from '../../../shared/model/derivation.ts';
import type { MediaType } from '../../../shared/model/document.ts';

/** A heading found in a text: where it stands (UTF-16 code units), how deep it is (from 1) and its words. */
export interface Heading {
  readonly start: number;
  readonly level: number;
  readonly title: string;
  /** What it is where it is no heading: a page, a time, a row of the original. */
  readonly landmark?: Exclude<Landmark, { kind: 'heading' }>;
}

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

/**
 * The contents of a derived text: its headings, else pages, times or rows of its original.
 * @param text all of it
 */
export function headingsOf(text: string, derivation: Derivation): Heading[] {
  const landmarks = landmarksOf(derivation);
  const levels = landmarks.flatMap(one => (one.kind === 'heading' ? [one.level] : []));
  const top = Math.min(...levels, 6);
  return landmarks.map((one, i): Heading => {
    if (one.kind !== 'heading')
      // What stands before the first of them belongs to it.
      return { start: i === 0 ? 0 : one.start, level: 1, title: '', landmark: one };
    const title = text.slice(one.words.start, one.words.end).replace(/\s+/g, ' ').trim();
    return { start: one.start, level: one.level - top + 1, title };
  });
}
