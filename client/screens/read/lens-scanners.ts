import type { Scanner } from '../../../shared/markup/markup.ts';
import { scanWikitext } from '../../../shared/markup/wikitext/scan.ts';
import type { MediaType } from '../../../shared/model/document.ts';

const atHand: Partial<Record<MediaType, Scanner>> = { 'text/x-wiki': scanWikitext };

/** Scanners that come with a parser of their own, fetched with the first text that needs them. */
const toLoad: Partial<Record<MediaType, () => Promise<Scanner>>> = {
  'text/markdown': async () => (await import('../../../shared/markup/markdown/scan.ts')).scanMarkdown,
};

/** Whether a kind of text has markup that can be folded. */
export const hasScanner = (mediaType: MediaType): boolean => mediaType in atHand || mediaType in toLoad;

/** What finds the markup of a kind of text, where it is here already. */
export const scannerAtHand = (mediaType: MediaType): Scanner | undefined => atHand[mediaType];

/** Fetches what finds the markup of a kind of text. Rejects where it cannot be fetched, or there is none. */
export async function loadScanner(mediaType: MediaType): Promise<Scanner> {
  const scanner = atHand[mediaType] ?? (await toLoad[mediaType]?.());
  if (!scanner) throw new Error(`Texts of the kind ${mediaType} have no markup.`);
  atHand[mediaType] = scanner;
  return scanner;
}
