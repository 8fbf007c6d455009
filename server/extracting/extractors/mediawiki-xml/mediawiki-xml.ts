import { declaredEncoding } from '../../declared-encoding.ts';
import type { Extractor } from '../../extractor.ts';

const START = /^(?:\ufeff|\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*<mediawiki[\s>]/;

/** Exports of MediaWiki, as Special:Export and dumps have them: one page of them, as wikitext. */
export const mediawikiXml: Extractor = {
  id: 'mediawiki-xml',
  version: '1',
  label: 'a MediaWiki export',
  mediaType: 'application/mediawiki+xml',
  endings: ['xml'],
  reads: 'text',
  recognises(beginning) {
    const start = Buffer.from(beginning.subarray(0, 8192)).toString('latin1').replaceAll('\0', '');
    return START.test(start.replace(/^(?:\xff\xfe|\xfe\xff)/, ''));
  },
  encodingOf: beginning => declaredEncoding(beginning) ?? 'utf-8',
  async extract(file, options) {
    const { readPageOfExport } = await import('./read-page-of-export.ts');
    return readPageOfExport(file.text ?? '', options);
  },
};
