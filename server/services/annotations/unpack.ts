import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { AnnotationFile } from '../../../shared/formats/foreign.ts';
import { FormatError } from '../../../shared/formats/format.ts';

/** Most files of an archive, and most bytes of all of them unpacked. */
const MOST_FILES = 20_000;
const MOST_BYTES = 200 * 2 ** 20;

const isZip = (bytes: Uint8Array): boolean =>
  /^PK(\u0003\u0004|\u0005\u0006)/.test(strFromU8(bytes.subarray(0, 4), true));

/**
 * Takes the files out of an archive, or a file as it is.
 * @throws FormatError for an archive that is broken or too large, and for what is not UTF-8
 */
export function unpack(bytes: Uint8Array, name: string): AnnotationFile[] {
  if (!isZip(bytes)) return [{ name, text: utf8(bytes, name) }];
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name: inner, originalSize }) {
        if (inner.endsWith('/') || inner.startsWith('__MACOSX/')) return false;
        count++;
        size += originalSize;
        if (count > MOST_FILES || size > MOST_BYTES) throw new FormatError('', tooMuch());
        return true;
      },
    });
    return Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([inner, content]) => ({ name: path.posix.basename(inner), text: utf8(content, inner) }));
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('', `The archive cannot be unpacked: ${(error as Error).message}.`);
  }
}

const tooMuch = (): string =>
  `The archive holds more than ${MOST_FILES} files or ${MOST_BYTES / 2 ** 20} MB; take it in in parts.`;

function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormatError(name, `${name || 'The file'} is not text in UTF-8.`);
  }
}
