import type { MediaType } from '../model/document.ts';
import { scanMarkdown } from './markdown/scan.ts';
import type { Scanner } from './markup.ts';
import { scanWikitext } from './wikitext/scan.ts';

/** How the markup of each kind of text is found; plain text has none. */
const scanners: Partial<Record<MediaType, Scanner>> = {
  'text/x-wiki': scanWikitext,
  'text/markdown': scanMarkdown,
};

/** @returns what finds the markup of a kind of text; undefined where there is none to be found. */
export const scannerFor = (mediaType: MediaType): Scanner | undefined => scanners[mediaType];
