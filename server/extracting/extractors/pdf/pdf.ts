import { ownChoice } from '../../../../shared/derivation/own-values.ts';
import { type Choice, type Extracted, type Extractor, Unextractable } from '../../extractor.ts';

/** PDF allows bytes before its header; its readers look within so many. */
const HEADER_WITHIN = 1024;

const choices: readonly Choice[] = [
  ownChoice('lines', ['joined', 'as-printed']),
  ownChoice('running', ['left-out', 'kept']),
];

/** Reads the text layer of PDF files: paragraphs in reading order, page by page. */
export const pdf: Extractor = {
  id: 'pdf',
  version: '4',
  label: 'a PDF',
  mediaType: 'application/pdf',
  endings: ['pdf'],
  reads: 'bytes',
  recognises: beginning => {
    const header = String.fromCharCode(...beginning.subarray(0, HEADER_WITHIN));
    return header.includes('%PDF-');
  },
  extract: async ({ bytes }, options): Promise<Extracted> => {
    const [{ readPages }, { compose }] = await Promise.all([
      import('./read-pages.ts'),
      import('./compose.ts'),
    ]);
    const chosen = {
      lines: options.lines === 'as-printed' ? 'as-printed' : 'joined',
      running: options.running === 'kept' ? 'kept' : 'left-out',
    } as const;
    const file = await readPages(bytes);
    const composed = compose(file.pages, chosen);
    if (!composed.text) throw new Unextractable(withoutText(file.pages.length));
    return {
      text: composed.text,
      derivation: composed.derivation,
      options: chosen,
      choices,
      ...(file.title ? { title: file.title } : {}),
      ...(file.language ? { language: file.language } : {}),
      remarks: [...file.remarks, ...composed.remarks],
    };
  },
};

const withoutText = (pages: number): string =>
  `This PDF has no text layer (${pages === 1 ? 'one page' : `${pages} pages`}, probably scanned as pictures). Run text recognition (OCR) on it, and add the PDF that comes of it.`;
