import type { LogEntry } from '../../../shared/model/change.ts';
import { BrokenLine, readEntry, sha256 } from '../entry.ts';
import type { Head } from '../port.ts';

/** What is wrong with a segment, and where. */
export interface Fault {
  /** `torn`: the end of the file was not written out. `altered`: something acknowledged is not as it was. */
  readonly kind: 'torn' | 'altered';
  /** One-based line and zero-based byte at which it begins. */
  readonly line: number;
  readonly offset: number;
  readonly says: string;
}

/** A segment read line by line: the entries whose bytes match their hash, and what is wrong with the others. */
export interface Walk {
  readonly entries: readonly LogEntry[];
  /** The byte at which each of them begins. */
  readonly starts: readonly number[];
  readonly faults: readonly Fault[];
  /** Of lines that stand for redacted ones, the hash of their bytes, by sequence number. */
  readonly tombstones: ReadonlyMap<number, string>;
  /** Bytes up to the end of the last complete line. */
  readonly end: number;
}

const LINE_END = 0x0a;

/**
 * Reads all lines of a segment.
 * @param after the entry that the first one has to follow; undefined where that is not known
 * @param last whether it is the newest segment: only there can an incomplete end be a write that was cut short
 */
export function walkSegment(bytes: Buffer, after: Head | undefined, last: boolean): Walk {
  const entries: LogEntry[] = [];
  const starts: number[] = [];
  const faults: Fault[] = [];
  const tombstones = new Map<number, string>();
  let expected = after;
  let line = 0;
  let start = 0;
  while (start < bytes.length) {
    line++;
    const end = bytes.indexOf(LINE_END, start);
    if (end < 0) {
      faults.push({ kind: last ? 'torn' : 'altered', line, offset: start, says: 'it is incomplete' });
      break;
    }
    try {
      const entry = readEntry(bytes.subarray(start, end));
      if (entry.redactedBy !== undefined) tombstones.set(entry.seq, sha256(bytes.subarray(start, end)));
      const says = expected && unchained(entry, expected);
      if (says !== undefined) faults.push({ kind: 'altered', line, offset: start, says });
      entries.push(entry);
      starts.push(start);
      expected = { seq: entry.seq, hash: entry.hash };
    } catch (error) {
      if (!(error instanceof BrokenLine)) throw error;
      faults.push({ kind: 'altered', line, offset: start, says: error.message });
      expected = undefined;
    }
    start = end + 1;
  }
  return { entries, starts, faults, tombstones, end: start };
}

function unchained(entry: LogEntry, expected: Head): string | undefined {
  if (entry.seq !== expected.seq + 1)
    return `it holds entry ${entry.seq} where entry ${expected.seq + 1} belongs: lines were lost, added or moved`;
  return entry.prevHash === expected.hash
    ? undefined
    : `it does not follow the entry before it: that one was replaced, or this one comes from another history`;
}
