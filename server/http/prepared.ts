import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Send } from './mount.ts';

const SMALLEST = 1024;
const QUALITY = 5;

type Coding = 'identity' | 'br' | 'gzip';

/** Bytes ready to be sent: each coding is made when it is first asked for, and has an ETag of its own. */
export class Prepared {
  readonly identity: Buffer;
  readonly #tag: string;
  readonly #coded = new Map<Coding, Promise<Buffer>>();

  /**
   * @param tag what names the bytes for good, such as their hash
   * @param br the same bytes as Brotli codes them, where that has been done already
   */
  constructor(bytes: Uint8Array, tag: string, br?: Buffer) {
    this.identity = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#tag = tag;
    if (br) this.#coded.set('br', Promise.resolve(br));
  }

  /** What is held in memory, in bytes; coded forms are smaller than the bytes themselves. */
  get weight(): number {
    return this.identity.byteLength * 2;
  }

  etag(coding: Coding): string {
    return coding === 'identity' ? `"${this.#tag}"` : `"${this.#tag}-${coding}"`;
  }

  in(coding: Coding): Promise<Buffer> {
    if (coding === 'identity') return Promise.resolve(this.identity);
    let coded = this.#coded.get(coding);
    if (!coded) {
      coded = coding === 'br' ? brotli(this.identity) : promisify(gzip)(this.identity);
      this.#coded.set(coding, coded);
    }
    return coded;
  }
}

function brotli(bytes: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  });
}

/** How long a browser may keep an answer: for ever where the address stands for the same bytes for ever. */
export const FOR_EVER = 'public, max-age=31536000, immutable';
export const ASK_AGAIN = 'no-cache';

/**
 * Sends prepared bytes: coded as the client likes best, 304 where it has them, a range of the uncoded bytes where it
 * asks for one.
 */
export function sendPrepared(
  prepared: Prepared,
  headers: Readonly<Record<string, string>>,
  codings: readonly Coding[] = ['br', 'gzip'],
): Send {
  return async (request, response) => {
    response.set({ ...headers, vary: 'accept-encoding', 'accept-ranges': 'bytes' });
    const range = wantedRange(request, prepared);
    const coding =
      range || prepared.identity.byteLength < SMALLEST ? 'identity' : preferred(request, codings);
    response.set('etag', prepared.etag(coding));
    if (matches(request.headers['if-none-match'], prepared.etag(coding))) {
      response.status(304).end();
      return;
    }
    if (range === 'unsatisfiable') {
      response.set('content-range', `bytes */${prepared.identity.byteLength}`).status(416).end();
    } else if (range) {
      const { start, end } = range;
      response.set('content-range', `bytes ${start}-${end}/${prepared.identity.byteLength}`);
      finish(response.status(206), prepared.identity.subarray(start, end + 1));
    } else {
      if (coding !== 'identity') response.set('content-encoding', coding);
      finish(response.status(200), await prepared.in(coding));
    }
  };
}

function finish(response: Response, bytes: Buffer): void {
  response.set('content-length', String(bytes.byteLength)).end(bytes);
}

/** The first of our codings that the client takes at all: who takes several leaves the choice to us. */
function preferred(request: Request, codings: readonly Coding[]): Coding {
  const accepted = request.acceptsEncodings();
  return codings.find(coding => accepted.includes(coding)) ?? 'identity';
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some(tag => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

function wantedRange(
  request: Request,
  prepared: Prepared,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const onlyIf = request.headers['if-range'];
  if (onlyIf !== undefined && onlyIf !== prepared.etag('identity')) return undefined;
  const ranges = request.range(prepared.identity.byteLength);
  if (ranges === undefined || ranges === -2) return undefined;
  if (ranges === -1) return 'unsatisfiable';
  // Several ranges in one answer are not worth their format: the whole is a lawful answer.
  return ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
}
