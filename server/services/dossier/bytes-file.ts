import type { Revision } from '../../../shared/model/document.ts';
import { fileEnding } from '../../extracting/file-ending.ts';

/** @returns the name under which a revision's bytes lie in a dossier: with an ending where they are no plain text. */
export const bytesFile = ({ reading: { extraction } }: Pick<Revision, 'reading'>): string =>
  extraction ? `bytes.${fileEnding(extraction)}` : 'bytes';
