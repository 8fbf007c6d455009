import { Zip, ZipDeflate } from 'fflate';
import type { WrittenFile } from '../../shared/formats/format.ts';

/** What the files of an export travel as. */
export interface Wrapped {
  readonly isArchive: boolean;
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** Archives do not know when they were made, so that equal files give equal archives. */
const MADE = new Date(1980, 0, 2);

/** @returns the one file as it is, or all of them in a ZIP archive; an archive without files where there is none. */
export async function wrap(files: AsyncIterable<WrittenFile>): Promise<Wrapped> {
  const coming = files[Symbol.asyncIterator]();
  const first = await coming.next();
  if (first.done) return { isArchive: true, pieces: archive(following([], coming)) };
  // A generator of files may tell the next one only when the pieces of this one have been read.
  const begun = await gather(first.value);
  const second = await coming.next();
  if (second.done) return { isArchive: false, pieces: begun.pieces };
  return { isArchive: true, pieces: archive(following([begun, second.value], coming)) };
}

async function* following(
  begun: readonly WrittenFile[],
  rest: AsyncIterator<WrittenFile>,
): AsyncGenerator<WrittenFile> {
  yield* begun;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function gather({ name, pieces }: WrittenFile): Promise<WrittenFile> {
  const read: string[] = [];
  for await (const piece of pieces) read.push(piece);
  return {
    name,
    pieces: (async function* () {
      yield* read;
    })(),
  };
}

/** A file on its way into an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** Writes a ZIP archive while its files come, one at a time. */
export async function* archive(files: AsyncIterable<ArchivedFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for await (const { name, pieces } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = MADE;
    zip.add(entry);
    for await (const piece of pieces) {
      entry.push(typeof piece === 'string' ? encoder.encode(piece) : piece);
      yield* ready;
      ready = [];
    }
    entry.push(new Uint8Array(), true);
    yield* ready;
    ready = [];
  }
  zip.end();
  yield* ready;
}
