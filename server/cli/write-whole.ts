import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes a file aside and puts it in place once it is on the disk: under its final name it is whole. */
export async function writeWhole(file: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(partial, { flush: true }));
    await rename(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}

/** @returns the file to write: a name that says what and when, where only a folder is given */
export async function targetOf(place: string, what: string, now: string): Promise<string> {
  const isFolder = await stat(place).then(
    found => found.isDirectory(),
    () => false,
  );
  const stamp = now.slice(0, 19).replaceAll(/[:T]/g, '-');
  return isFolder ? path.join(place, `${what}-${stamp}.zip`) : place;
}
