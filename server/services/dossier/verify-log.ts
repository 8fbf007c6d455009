/** Goes with every dossier beside `verify.mjs`: reads the log line by line, and holds it against its hashes. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** As much of an entry of the log as is looked at. */
export interface Entry {
  readonly seq: number;
  readonly hash: string;
  readonly prevHash: string;
  readonly redactedBy?: string;
  readonly changes: readonly Change[];
}

export interface Change {
  readonly id: string;
  readonly kind: string;
  readonly objectId: string;
  readonly at: string;
  readonly by: string;
  readonly why?: string;
  readonly operation: { readonly op: string; readonly [member: string]: unknown };
}

/** How a log ends. */
export interface LogEnd {
  readonly seq: number;
  readonly hash: string;
}

const AT_ONCE = 2 ** 20;

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** @returns a file's pieces; its size does not matter */
export function* piecesOf(file: string): Generator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(AT_ONCE);
      const size = readSync(handle, piece);
      if (size === 0) return;
      yield piece.subarray(0, size);
    }
  } finally {
    closeSync(handle);
  }
}

/** @returns the lines of a file, without their ends; of those that end in none, the last */
export function* linesOf(file: string): Generator<string> {
  let open: Buffer[] = [];
  for (const piece of piecesOf(file)) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...open, piece.subarray(from, end)]).toString('utf8');
      open = [];
      from = end + 1;
    }
    if (from < piece.length) open.push(piece.subarray(from));
  }
  if (open.length > 0) yield Buffer.concat(open).toString('utf8');
}

/**
 * Goes through a log. The hash of a line is that of its JSON without the hash; a line of which words were destroyed is
 * vouched for by a later one.
 * @param fault told what is wrong
 * @param each given every entry, in order
 * @returns how it ends
 */
export function checkLog(
  file: string,
  fault: (says: string) => void,
  each: (entry: Entry) => void = () => undefined,
): LogEnd {
  const vouched = new Map<number, string>();
  const redacted = new Map<number, string>();
  let before: LogEnd = { seq: 0, hash: '0'.repeat(64) };
  let number = 0;
  for (const line of linesOf(file)) {
    number++;
    let entry: Entry;
    try {
      entry = JSON.parse(line) as Entry;
    } catch {
      fault(`log.jsonl line ${number} is not JSON; what comes after it was not looked at.`);
      return before;
    }
    const end = line.length - ',"hash":"'.length - 64 - '"}'.length;
    if (entry.seq !== before.seq + 1)
      fault(`log.jsonl line ${number} is entry ${entry.seq}, not ${before.seq + 1}.`);
    if (entry.prevHash !== before.hash) fault(`log.jsonl line ${number} does not follow the line before it.`);
    if (sha256(`${line.slice(0, end)}}`) !== entry.hash) {
      if (entry.redactedBy === undefined) fault(`log.jsonl line ${number} was altered.`);
      else redacted.set(entry.seq, sha256(line));
    }
    for (const { operation } of entry.changes)
      if (operation.op === 'redact')
        for (const [seq, hash] of (operation.lines ?? []) as [number, string][]) vouched.set(seq, hash);
    each(entry);
    before = entry;
  }
  for (const [seq, hash] of redacted)
    if (vouched.get(seq) !== hash)
      fault(`Entry ${seq} of the log was redacted, and no later entry vouches for it.`);
  return before;
}
