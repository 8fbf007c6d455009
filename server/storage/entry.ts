import * as crypto from 'node:crypto';
import { canonicalJson } from '../../shared/json/canonical.ts';
import type { LogEntry } from '../../shared/model/change.ts';

/** The hash that stands before the first entry. */
export const GENESIS = '0'.repeat(64);

const HASH_MEMBER = ',"hash":"';
const TAIL_LENGTH = HASH_MEMBER.length + 64 + '"}'.length;

/** A line of the log that is not what was once written, or never was complete. */
export class BrokenLine extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BrokenLine';
  }
}

/** @returns the SHA-256 of bytes, or of a string's UTF-8, in lower-case hex. */
export function sha256(bytes: Uint8Array | string): string {
  return oneShot ? oneShot('sha256', bytes, 'hex') : crypto.createHash('sha256').update(bytes).digest('hex');
}

/** Twice as fast for short texts, where this Node has it. */
const oneShot = (
  crypto as { hash?: (algorithm: string, data: Uint8Array | string, encoding: 'hex') => string }
).hash;

/**
 * Puts the hash to an entry. It is the SHA-256 of the canonical JSON of the entry without `hash`.
 * @returns the entry, and its line: that same JSON with `hash` as last member, without a line end
 */
export function sealEntry(open: Omit<LogEntry, 'hash'>): { entry: LogEntry; line: string } {
  const json = canonicalJson(open);
  const hash = sha256(json);
  return { entry: { ...open, hash }, line: `${json.slice(0, -1)}${HASH_MEMBER}${hash}"}` };
}

/** The members of an entry, those that are much as text already. */
export interface WrittenParts extends Pick<LogEntry, 'seq' | 'at' | 'by' | 'prevHash' | 'run'> {
  /** Canonical JSON of the changes, and of what they overwrote. */
  readonly changes: string;
  readonly before: string;
}

/** Does what `sealEntry` does where changes were written out before. @returns the entry's hash and its line */
export function sealWritten({ at, before, by, changes, prevHash, run, seq }: WrittenParts): {
  hash: string;
  line: string;
} {
  const text = (value: unknown) => canonicalJson(value);
  const json =
    `{"at":${text(at)},"before":${before},"by":${text(by)},"changes":${changes},"prevHash":${text(prevHash)},` +
    `${run ? `"run":${text(run)},` : ''}"seq":${seq}}`;
  const hash = sha256(json);
  return { hash, line: `${json.slice(0, -1)}${HASH_MEMBER}${hash}"}` };
}

/**
 * Makes what stands for a line of which words were destroyed. It bears the hash of the line as it was first written, so that
 * the chain holds, and is vouched for by a later entry: the change `redactedBy` lists the hash of its bytes.
 * @param entry without those words
 * @returns the line without a line end, and the SHA-256 of its bytes
 */
export function tombstone(entry: LogEntry, redactedBy: string): { line: string; sha256: string } {
  const { hash, ...open } = entry;
  const json = canonicalJson({ ...open, redactedBy });
  const line = `${json.slice(0, -1)}${HASH_MEMBER}${hash}"}`;
  return { line, sha256: sha256(line) };
}

/**
 * Reads one line, checking its hash against its exact bytes. Those of a tombstone have another hash, which is not checked
 * here: whether somebody vouches for them only the whole log can tell.
 * @param line the bytes of the line without its line end
 * @throws BrokenLine where the bytes are not the ones that were hashed
 */
export function readEntry(line: Buffer): LogEntry {
  const end = line.length - TAIL_LENGTH;
  const tail = end > 0 ? line.toString('latin1', end) : '';
  if (!tail.startsWith(HASH_MEMBER) || !tail.endsWith('"}'))
    throw new BrokenLine('it does not end in a hash, as every line does');
  const hash = crypto.createHash('sha256').update(line.subarray(0, end)).update('}').digest('hex');
  if (tail.slice(HASH_MEMBER.length, -2) === hash) return JSON.parse(line.toString('utf8')) as LogEntry;
  const redacted = line.includes(REDACTED_MEMBER) ? parsed(line) : undefined;
  if (redacted?.redactedBy === undefined)
    throw new BrokenLine('its text does not match its hash: it was altered after it was written');
  return redacted;
}

const REDACTED_MEMBER = '"redactedBy":"';

function parsed(line: Buffer): LogEntry | undefined {
  try {
    return JSON.parse(line.toString('utf8')) as LogEntry;
  } catch {
    return undefined;
  }
}
