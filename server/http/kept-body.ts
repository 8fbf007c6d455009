import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileAt, fileOf, type ImportFile } from '../services/annotations/import-file.ts';
import { Refusal } from '../services/refusal.ts';
import { collectBody, requirePlain, tooLarge } from './read-body.ts';

/** Up to so many bytes stay in memory. */
const IN_MEMORY = 1 << 20;

/** A body that came whole, in memory or in a file of its own. */
export interface KeptBody extends Omit<ImportFile, 'name'> {
  /** Lets go of the file. */
  drop(): Promise<void>;
}

/**
 * Takes in the body of a request, however long, without holding it in memory.
 * @param limit most bytes
 * @throws Refusal as `collectBody` does
 */
export async function keepBody(request: IncomingMessage, limit: number): Promise<KeptBody> {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (length <= IN_MEMORY)
    return {
      ...fileOf(await collectBody(request, Math.min(limit, IN_MEMORY)), ''),
      drop: async () => undefined,
    };
  requirePlain(request);
  if (length > limit) throw tooLarge(limit);
  const folder = await mkdtemp(path.join(tmpdir(), 'variorum-'));
  const drop = () => rm(folder, { recursive: true, force: true });
  try {
    const place = path.join(folder, 'body');
    await pipeline(request, atMost(limit), createWriteStream(place));
    return { ...(await fileAt(place)), drop };
  } catch (error) {
    await drop();
    if (error instanceof Refusal) throw error;
    throw request.destroyed ? new Refusal('bad-input', 'The body broke off.') : error;
  }
}

function atMost(limit: number) {
  return async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let length = 0;
    for await (const piece of pieces) {
      length += piece.length;
      if (length > limit) throw tooLarge(limit);
      yield piece;
    }
  };
}
