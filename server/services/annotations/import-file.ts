import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { LongFile } from '../../../shared/formats/foreign.ts';
import { FormatError } from '../../../shared/formats/format.ts';
import type { Meter } from '../import-progress.ts';

/** A file whose bytes need not be in memory. */
export interface ReadableFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Its bytes from the beginning, in pieces. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** A file to be taken in. */
export interface ImportFile extends ReadableFile {
  /** Its bytes where they are in memory, or else where they lie on the disk. */
  readonly at: Uint8Array | string;
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
    at: bytes,
  };
}

/** @returns a file that lies on the disk, and stays as it is. @throws where there is none */
export async function fileAt(place: string, name = path.basename(place)): Promise<ImportFile> {
  const { size } = await stat(place);
  return {
    name,
    size,
    pieces: () => createReadStream(place, { highWaterMark: PIECE }),
    at: place,
  };
}

/** @returns the beginning of a file. @param most bytes */
export async function headOf(file: ReadableFile, most: number): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    read.push(piece);
    length += piece.length;
    if (length >= most) break;
  }
  return Buffer.concat(read).subarray(0, most);
}

/** @param meter hears how far it is read */
export function longFile(file: ReadableFile, meter: Meter): LongFile {
  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let read = 0;
    for await (const piece of file.pieces()) {
      yield decoded(decoder, file.name, piece);
      read += piece.length;
      meter.read(file, read);
      await meter.turn();
    }
    const rest = decoded(decoder, file.name);
    if (rest !== '') yield rest;
  }
  return {
    name: file.name,
    text,
    async whole() {
      meter.leaveOut(file);
      const pieces: string[] = [];
      for await (const piece of text()) pieces.push(piece);
      return pieces.join('');
    },
  };
}

function decoded(decoder: InstanceType<typeof TextDecoder>, name: string, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new NotText(name);
  }
}

/** A file is not text in UTF-8. */
export class NotText extends FormatError {
  constructor(name: string) {
    super(name, `${name || 'The file'} is not text in UTF-8.`);
    this.name = 'NotText';
  }
}
