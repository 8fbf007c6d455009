import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LongFile } from '../../../shared/formats/foreign.ts';
import { FormatError } from '../../../shared/formats/format.ts';

/** A file to be taken in, which need not be in memory. */
export interface ImportFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Its bytes from the beginning, in pieces. */
  pieces(): AsyncIterable<Uint8Array>;
  /** All of its bytes. */
  bytes(): Promise<Uint8Array>;
}

const PIECE = 128 << 10;

/** @returns a file of bytes that are in memory. */
export function fileOf(bytes: Uint8Array, name: string): ImportFile {
  return {
    name,
    size: bytes.length,
    async *pieces() {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
    bytes: async () => bytes,
  };
}

/** @returns a file that lies on the disk, and stays as it is. @throws where there is none */
export async function fileAt(place: string, name = path.basename(place)): Promise<ImportFile> {
  const { size } = await stat(place);
  return {
    name,
    size,
    pieces: () => createReadStream(place, { highWaterMark: PIECE }),
    bytes: () => readFile(place),
  };
}

/** @returns the beginning of a file. @param most bytes */
export async function headOf(file: ImportFile, most: number): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    read.push(piece);
    length += piece.length;
    if (length >= most) break;
  }
  return Buffer.concat(read).subarray(0, most);
}

/** @param passed hears how many bytes were read in each pass */
export function longFile(file: ImportFile, passed: (bytes: number) => void): LongFile {
  return {
    name: file.name,
    async *text() {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      let read = 0;
      for await (const piece of file.pieces()) {
        yield decoded(decoder, file.name, piece);
        read += piece.length;
        passed(read);
      }
      const rest = decoded(decoder, file.name);
      if (rest !== '') yield rest;
    },
  };
}

function decoded(decoder: InstanceType<typeof TextDecoder>, name: string, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new FormatError(name, `${name || 'The file'} is not text in UTF-8.`);
  }
}
