import type { IncomingMessage } from 'node:http';
import { Refusal } from '../services/refusal.ts';

/**
 * Collects the body of a request.
 * @param limit most bytes
 * @throws Refusal where the body is longer, compressed, or breaks off
 */
export async function collectBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  requirePlain(request);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else reject(tooLarge(limit));
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    // Without listening for it, a client that hangs up would end the process; nobody is left to read the answer.
    request.on('error', () => reject(new Refusal('bad-input', 'The body broke off.')));
  });
}

/** @throws Refusal where a body is compressed */
export function requirePlain(request: IncomingMessage): void {
  const coding = request.headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity')
    throw new Refusal(
      'unsupported-type',
      `Bodies are read as they are, not in the coding "${coding.slice(0, 40)}".`,
    );
}

/** What is answered to a body of more than so many bytes. */
export function tooLarge(limit: number): Refusal {
  return new Refusal('too-large', `The body is larger than ${limit} bytes, which is the most that is taken.`);
}
