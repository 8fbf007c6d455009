import path from 'node:path';
import { FormatError } from '../../../shared/formats/format.ts';
import { Unextractable } from '../../extracting/extractor.ts';
import { type Archive, openArchive } from '../../extracting/unzip.ts';
import { headOf, type ImportFile, type ReadableFile } from './import-file.ts';

/** Most bytes of all files of an archive unpacked. */
const MOST_BYTES = 200 * 2 ** 20;

/** Files that are read together, and are let go of then. */
export interface Unpacked {
  readonly files: readonly ReadableFile[];
  close(): void;
}

/** Whether bytes begin as a ZIP archive does. */
const isZip = (bytes: Uint8Array): boolean =>
  /^PK(\u0003\u0004|\u0005\u0006)/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));

/**
 * The files in an archive, which are unpacked while they are read; or a file as it is.
 * @throws FormatError for an archive that is broken or too large, then or while a file is read
 */
export async function unpack(file: ImportFile): Promise<Unpacked> {
  if (!isZip(await headOf(file, 4))) return { files: [file], close: () => undefined };
  const archive = await open(file);
  const files = archive.names
    .filter(name => !name.startsWith('__MACOSX/'))
    .toSorted()
    .map(name => ({
      name: path.posix.basename(name),
      size: archive.size(name),
      pieces: () => readable(archive.pieces(name)),
    }));
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
    archive.close();
    throw new FormatError(
      '',
      `Unpacked, this file holds more than ${MOST_BYTES / 2 ** 20} MB. Divide it and take in its parts.`,
    );
  }
  return { files, close: () => archive.close() };
}

async function* readable(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    throw inFormat(error);
  }
}

async function open({ at }: ImportFile): Promise<Archive> {
  try {
    return await openArchive(at, MOST_BYTES);
  } catch (error) {
    throw inFormat(error);
  }
}

const inFormat = (error: unknown): unknown =>
  error instanceof Unextractable ? new FormatError('', error.message) : error;
