import { webcrypto } from 'node:crypto';

/** @returns the SHA-256 of bytes in lower-case hex, worked out off the main thread: for large ones. */
export async function sha256Aside(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

/** @throws TypeError where bytes come under a hash that is not theirs */
export async function requireBlobHashes(
  blobs: ReadonlyMap<string, Uint8Array> | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> {
  for (const [name, bytes] of blobs ?? []) {
    const hash = await sha256Aside(bytes);
    if (hash !== name) throw new TypeError(`Bytes given as ${name} have the SHA-256 ${hash}.`);
  }
  return blobs ?? new Map();
}
