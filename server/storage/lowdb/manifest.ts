import { sha256 } from '../entry.ts';
import type { Head } from '../port.ts';
import { hashLine, soundHash } from './snapshot-text.ts';

/** Which files make up a snapshot, and the entry of the log up to which it goes. */
export interface Manifest {
  readonly at: Head;
  /** In the order in which their objects are listed. */
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  /** Below `snapshot/`, with slashes. */
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export const NO_SNAPSHOT: Manifest = { at: { seq: 0, hash: '0'.repeat(64) }, files: [] };

export function encodeManifest({ at, files }: Manifest): Buffer {
  const lines = files.map(({ name, sha256, size }) => JSON.stringify({ name, sha256, size }));
  const text = `{"seq":${at.seq},\n"hash":"${at.hash}",\n"files":[\n${lines.join(',\n')}\n],\n`;
  return Buffer.from(text + hashLine(sha256(text)));
}

/** @returns undefined for bytes that are not a manifest as it was written. */
export function decodeManifest(bytes: Buffer): Manifest | undefined {
  if (soundHash(bytes) === undefined) return undefined;
  const { seq, hash, files } = JSON.parse(bytes.toString('utf8')) as Head & Pick<Manifest, 'files'>;
  return { at: { seq, hash }, files };
}
