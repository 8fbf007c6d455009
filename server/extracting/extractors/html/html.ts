import { declaredEncoding } from '../../declared-encoding.ts';
import type { Extractor } from '../../extractor.ts';
import { markupStart } from '../../markup-start.ts';

const ENDINGS = ['html', 'htm', 'xhtml', 'xht'];
/** Endings under which a page's source is kept as a text, to be read as it is. */
const SOURCES = /\.(?:txt|text|md|markdown|wiki|mediawiki)$/i;
const START = /^<(?:!doctype\s+html|html|head|body)[\s>/]/i;
const TAG = /<[a-z!?/]/i;

/** Web pages: their main content, or all that they show. */
export const html: Extractor = {
  id: 'html',
  version: '4',
  label: 'a web page',
  mediaType: 'text/html',
  endings: ENDINGS,
  reads: 'text',
  recognises(beginning, name = '') {
    const start = markupStart(beginning);
    if (ENDINGS.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) return TAG.test(start);
    return !SOURCES.test(name) && START.test(start);
  },
  encodingOf: declaredEncoding,
  async extract(file, options) {
    const { readPage } = await import('./read-page.ts');
    return readPage(file.text ?? '', options);
  },
};
