import { declaredEncoding } from '../../declared-encoding.ts';
import type { Extractor } from '../../extractor.ts';

const ENDINGS = ['html', 'htm', 'xhtml', 'xht'];
/** Endings under which a page's source is kept as a text, to be read as it is. */
const SOURCES = /\.(?:txt|text|md|markdown|wiki|mediawiki)$/i;
const START =
  /^(?:\ufeff|\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body)[\s>/]/i;
const TAG = /<[a-z!?/]/i;

/** Web pages: their main content, or all that they show. */
export const html: Extractor = {
  id: 'html',
  version: '2',
  label: 'a web page',
  mediaType: 'text/html',
  endings: ENDINGS,
  reads: 'text',
  recognises(beginning, name = '') {
    // Signs of UTF-16 are recognised without its zeros.
    const start = Buffer.from(beginning.subarray(0, 8192)).toString('latin1').replaceAll('\0', '');
    const plain = start.replace(/^(?:\xff\xfe|\xfe\xff)/, '');
    if (ENDINGS.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) return TAG.test(plain);
    return !SOURCES.test(name) && START.test(plain);
  },
  encodingOf: declaredEncoding,
  async extract(file, options) {
    const { readPage } = await import('./read-page.ts');
    return readPage(file.text ?? '', options);
  },
};
