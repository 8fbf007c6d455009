import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Unextractable } from './extractor.ts';

/** Most bytes of all that is unpacked of one archive, where nothing else is said, and most files in one. */
const MOST_BYTES = 100 * 2 ** 20;
const MOST_ENTRIES = 20_000;

/** A zip archive of which only what is asked for is unpacked. */
export interface Archive {
  /** In the order of the archive, without folders. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Bytes that a file is said to have when it is unpacked. @throws Unextractable where there is no such file */
  size(name: string): number;
  /** A file as it is unpacked, from its beginning each time. @throws Unextractable as `bytes` does */
  pieces(name: string): AsyncIterable<Uint8Array>;
  /** @throws Unextractable where there is no such file, it is damaged, or more is unpacked than is taken */
  bytes(name: string): Promise<Uint8Array>;
  /** @returns a file as text, in UTF-16 where its byte order mark says so and in UTF-8 otherwise, without the mark */
  text(name: string): Promise<string>;
  /** Lets go of the file that it was opened from. */
  close(): void;
}

/**
 * Opens a zip archive.
 * @param file its bytes, or where they lie
 * @param most bytes of all that is unpacked of it
 * @throws Unextractable where it is broken or holds too much
 */
export async function openArchive(file: Uint8Array | string, most = MOST_BYTES): Promise<Archive> {
  const { zip, entries } = await readDirectory(file);
  let left = most;
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name);
    if (!entry) throw new Unextractable(`${name} is missing in this file. Save it anew and add it again.`);
    return entry;
  };
  const bytes = async (name: string): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of unpack(zip, entryOf(name), left, most)) chunks.push(chunk);
    const unpacked = Buffer.concat(chunks);
    left -= unpacked.length;
    return unpacked;
  };
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    size: name => entryOf(name).uncompressedSize,
    pieces: name => unpack(zip, entryOf(name), most, most),
    bytes,
    text: async name => decode(await bytes(name), name),
    close: () => zip.close(),
  };
}

async function readDirectory(
  file: Uint8Array | string,
): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  let zip: ZipFile | undefined;
  const entries = new Map<string, Entry>();
  try {
    zip =
      typeof file === 'string'
        ? await yauzl.openPromise(file, { autoClose: false })
        : await yauzl.fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    if (zip.entryCount > MOST_ENTRIES)
      throw new Unextractable(
        `This file holds ${zip.entryCount} files, which is more than the ${MOST_ENTRIES} that are taken.`,
      );
    for await (const entry of zip.eachEntry())
      if (!entry.fileName.endsWith('/') && !entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    return { zip, entries };
  } catch (error) {
    zip?.close();
    throw error instanceof Unextractable ? error : broken(error);
  }
}

async function* unpack(zip: ZipFile, entry: Entry, left: number, most: number): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted())
    throw new Unextractable('This file is protected with a password. Save it without one and add it again.');
  if (entry.uncompressedSize > left) throw tooMuch(most);
  let size = 0;
  let sum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > left) throw tooMuch(most);
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Unextractable ? error : broken(error, entry.fileName);
  }
  if (sum !== entry.crc32)
    throw broken(new Error('its bytes are not those that were packed'), entry.fileName);
}

const tooMuch = (most: number): Unextractable =>
  new Unextractable(
    `Unpacked, this file holds more than ${Math.floor(most / 2 ** 20)} MB of text. Divide it and add its parts.`,
  );

function broken(error: unknown, name?: string): Unextractable {
  const says = (error as Error).message.replace(/[.\s]+$/, '');
  const where = name === undefined ? 'it cannot be unpacked' : `${name} in it cannot be unpacked`;
  return new Unextractable(
    `This file is damaged or cut off: ${where} (${says}). Open it in the program that made it, save it anew, and add it again.`,
  );
}

function decode(bytes: Uint8Array, name: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unextractable(
      `${name} in this file does not decode as ${encoding.toUpperCase()}. Open the file in the program that made it, save it anew, and add it again.`,
    );
  }
}
