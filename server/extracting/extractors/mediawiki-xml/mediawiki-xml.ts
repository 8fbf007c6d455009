import { declaredEncoding } from '../../declared-encoding.ts';
import type { ExtractOpened, Extractor, OriginalFile } from '../../extractor.ts';
import { markupStart } from '../../markup-start.ts';

const START = /^<mediawiki[\s>]/;

async function open({ text = '' }: OriginalFile): Promise<ExtractOpened> {
  const { openExport } = await import('./read-page-of-export.ts');
  return openExport(text);
}

/** Exports of MediaWiki, as Special:Export and dumps have them: one page of them, as wikitext. */
export const mediawikiXml: Extractor = {
  id: 'mediawiki-xml',
  version: '1',
  label: 'a MediaWiki export',
  mediaType: 'application/mediawiki+xml',
  endings: ['xml'],
  reads: 'text',
  recognises(beginning) {
    return START.test(markupStart(beginning));
  },
  encodingOf: beginning => declaredEncoding(beginning) ?? 'utf-8',
  open,
  extract: async (file, options) => (await open(file))(options),
};
