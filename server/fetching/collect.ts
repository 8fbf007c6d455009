import type { IncomingMessage } from 'node:http';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { Refusal } from '../services/refusal.ts';
import { told } from './ask.ts';
import { unreachable } from './unreachable.ts';

/**
 * Collects the body of an answer and undoes the compression it was sent in.
 * @param limit most bytes, as they come and unpacked
 * @throws Refusal where it is larger, breaks off, or comes in a coding that was not asked for
 */
export async function collect(
  response: IncomingMessage,
  url: URL,
  limit: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = unpackers[coding];
  if (!unpack)
    throw unreachable(
      `${url.hostname} sends it in the coding "${coding.slice(0, 40)}", which was not asked for. Save the file with the browser and add it.`,
    );
  if (Number(response.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const pieces: Buffer[] = [];
  try {
    await pipeline(
      [response, counted(limit), ...unpack(), counted(limit, pieces)] as unknown as [
        IncomingMessage,
        Writable,
      ],
      { signal },
    );
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (/^(Z_|ERR_)/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw unreachable(`What ${url.hostname} sends is damaged or breaks off. Try again later.`);
    throw told(error as Error, url);
  }
  return Buffer.concat(pieces);
}

const unpackers: Readonly<Record<string, () => Transform[]>> = {
  identity: () => [],
  gzip: () => [createGunzip()],
  'x-gzip': () => [createGunzip()],
  br: () => [createBrotliDecompress()],
};

/** Counts what passes, and lets it go where it is kept. */
function counted(limit: number, keep?: Buffer[]): Transform {
  let length = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      length += piece.length;
      if (length > limit) {
        done(tooLarge(limit));
        return;
      }
      keep?.push(piece);
      done(null, keep ? undefined : piece);
    },
  });
}

function tooLarge(limit: number): Refusal {
  return new Refusal(
    'too-large',
    `The file is larger than ${Math.floor(limit / 2 ** 20)} MB, which is the most that is fetched.`,
  );
}
