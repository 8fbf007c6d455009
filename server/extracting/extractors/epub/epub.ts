import type { ExtractOpened, Extractor, OriginalFile } from '../../extractor.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** An EPUB's first file is `mimetype`, unpacked, with just this in it. */
const MIME_TYPE = 'mimetypeapplication/epub+zip';

async function open({ bytes }: OriginalFile): Promise<ExtractOpened> {
  const { openBook } = await import('./read-book.ts');
  return openBook(bytes);
}

/** Electronic books (EPUB 2 and 3): the whole book, or one of the files it consists of. */
export const epub: Extractor = {
  id: 'epub',
  version: '3',
  label: 'an EPUB book',
  mediaType: 'application/epub+zip',
  endings: ['epub'],
  reads: 'bytes',
  recognises(beginning, name = '') {
    if (!ZIP.every((byte, i) => beginning[i] === byte)) return false;
    const start = Buffer.from(beginning.subarray(0, 200)).toString('latin1');
    return start.includes(MIME_TYPE) || name.toLowerCase().endsWith('.epub');
  },
  open,
  extract: async (file, options) => (await open(file))(options),
};
