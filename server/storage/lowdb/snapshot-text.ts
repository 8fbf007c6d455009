import { canonicalJson } from '../../../shared/json/canonical.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { sha256Aside } from '../blob-hashes.ts';
import { sha256 } from '../entry.ts';

/** What a snapshot file says of itself before its objects. */
export interface SnapshotHeader {
  readonly kind: Kind;
  /** Set for the claims of one document. */
  readonly documentId?: string;
  /** The entry of the log up to which the file's objects are as they are. */
  readonly seq: number;
  readonly hash: string;
}

const HASH_MEMBER = '"sha256":"';
const HASH_TAIL = HASH_MEMBER.length + 64 + '"}\n'.length;
const OBJECTS = '"objects":[\n';

/** Everything of a snapshot file before its first object. */
export function headText(header: SnapshotHeader): string {
  const { kind, documentId, seq, hash } = header;
  const members = { kind, ...(documentId !== undefined && { documentId }), seq, hash };
  const lines = Object.entries(members).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},\n`,
  );
  return `{${lines.join('')}${OBJECTS}`;
}

/**
 * One object in canonical key order, a line for each field of it: readable, and a changed field is one changed line.
 * Only an object's first line begins with a brace.
 */
export function objectText(held: Versioned): string {
  const record = held as unknown as Record<string, unknown>;
  const members = sortedNames(record).map(name =>
    name === 'object'
      ? `"object":{\n${fieldLines(record.object as Record<string, unknown>)}\n }`
      : member(record, name),
  );
  return `{${members.join(',')}}`;
}

/** What follows the last object, apart from the hash over all that precedes it. */
export const CLOSING = '\n],\n';

/** The last line of a snapshot file or of the manifest. */
export function hashLine(hash: string): string {
  return `${HASH_MEMBER}${hash}"}\n`;
}

/** @returns the hash that a file bears, where it is the hash of all that stands before it; else undefined. */
export function soundHash(bytes: Buffer): string | undefined {
  const end = bytes.length - HASH_TAIL;
  return end > 0 ? borne(bytes, end, sha256(bytes.subarray(0, end))) : undefined;
}

/** The same, worked out off the main thread. */
export async function soundHashAside(bytes: Buffer): Promise<string | undefined> {
  const end = bytes.length - HASH_TAIL;
  return end > 0 ? borne(bytes, end, await sha256Aside(bytes.subarray(0, end))) : undefined;
}

function borne(bytes: Buffer, end: number, hash: string): string | undefined {
  return bytes.toString('latin1', end) === hashLine(hash) ? hash : undefined;
}

/**
 * Reads the objects of a sound snapshot file, some at a time, so that no text of the whole file is made.
 * @param bytes as `soundHash` has found them
 */
export function* readObjects(bytes: Buffer): Generator<Versioned[]> {
  const end = bytes.length - HASH_TAIL - CLOSING.length;
  let start = bytes.indexOf(OBJECTS) + OBJECTS.length;
  while (start < end) {
    // JSON strings hold no raw line ends, so a line that begins with a brace begins an object.
    const next = bytes.indexOf('\n{', Math.min(end, start + READ_BYTES));
    const stop = next < 0 || next > end ? end : next;
    const text = bytes.toString('utf8', start, stop);
    yield JSON.parse(`[${text.endsWith(',') ? text.slice(0, -1) : text}]`) as Versioned[];
    start = stop + 1;
  }
}

const READ_BYTES = 1 << 20;

function fieldLines(object: Record<string, unknown>): string {
  return sortedNames(object)
    .map(name => `  ${member(object, name)}`)
    .join(',\n');
}

function member(record: Record<string, unknown>, name: string): string {
  const value = record[name];
  const text = typeof value === 'object' ? canonicalJson(value) : JSON.stringify(value);
  return `${JSON.stringify(name)}:${text}`;
}

function sortedNames(record: Record<string, unknown>): string[] {
  return Object.keys(record)
    .filter(name => record[name] !== undefined)
    .sort();
}
