import type { Examination } from '../../shared/api/routes/documents.ts';
import { PLAIN } from '../documents/read-document.ts';

/** @returns how a file is to be read that was looked at, so that the same comes of it. */
export const readAs = ({ extraction }: Pick<Examination, 'extraction'>) =>
  extraction
    ? { extractor: extraction.extractor, options: extraction.options }
    : ({ extractor: PLAIN } as const);
