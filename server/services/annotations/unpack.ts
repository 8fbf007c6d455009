import path from 'node:path';
import type { AnnotationFile } from '../../../shared/formats/foreign.ts';
import { FormatError } from '../../../shared/formats/format.ts';
import { Unextractable } from '../../extracting/extractor.ts';
import { openArchive } from '../../extracting/unzip.ts';

/** Most bytes of all files of an archive unpacked. */
const MOST_BYTES = 200 * 2 ** 20;

/** Whether bytes begin as a ZIP archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  /^PK(\u0003\u0004|\u0005\u0006)/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));

/**
 * Takes the files out of an archive, or a file as it is.
 * @throws FormatError for an archive that is broken or too large, and for what is not UTF-8
 */
export async function unpack(bytes: Uint8Array, name: string): Promise<AnnotationFile[]> {
  if (!isZip(bytes)) return [{ name, text: utf8(bytes, name) }];
  try {
    const archive = await openArchive(bytes, MOST_BYTES);
    const files: AnnotationFile[] = [];
    for (const inner of archive.names.toSorted()) {
      if (inner.startsWith('__MACOSX/')) continue;
      files.push({ name: path.posix.basename(inner), text: utf8(await archive.bytes(inner), inner) });
    }
    return files;
  } catch (error) {
    throw error instanceof Unextractable ? new FormatError('', error.message) : error;
  }
}

function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormatError(name, `${name || 'The file'} is not text in UTF-8.`);
  }
}
