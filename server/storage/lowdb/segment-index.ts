import type { LogEntry } from '../../../shared/model/change.ts';
import { sha256 } from '../entry.ts';
import type { Head } from '../port.ts';

/** What is known of a segment without reading it. */
export interface Segment {
  readonly number: number;
  /** Entry before its first one, and its last one. */
  readonly before: Head;
  readonly last: Head;
  /** Bytes. */
  readonly size: number;
}

/** A sealed segment and the changes in it: what a start needs in place of the segment itself. */
export interface SegmentIndex {
  readonly segment: Segment;
  readonly changes: readonly IndexedChange[];
}

export type IndexedChange = readonly [changeId: string, seq: number];

/** @returns every change of some entries with its sequence number. */
export function changesOf(entries: readonly LogEntry[]): IndexedChange[] {
  return entries.flatMap(({ seq, changes }) => changes.map(({ id }): IndexedChange => [id, seq]));
}

/** @returns the bytes of the file: a hash over the rest, what is known of the segment, and a line per change. */
export function encodeIndex({ segment, changes }: SegmentIndex): Buffer {
  const body = `${JSON.stringify(segment)}\n${changes.map(([id, seq]) => `${id} ${seq}\n`).join('')}`;
  return Buffer.from(`${sha256(body)}\n${body}`);
}

/** @returns undefined for bytes that are not an index as it was written: it can be made again from its segment. */
export function decodeIndex(bytes: Buffer): SegmentIndex | undefined {
  const body = bytes.subarray(65);
  if (bytes.toString('latin1', 0, 64) !== sha256(body)) return undefined;
  const [first, ...lines] = body.toString('utf8').split('\n');
  lines.pop();
  const segment = JSON.parse(first!) as Segment;
  return {
    segment,
    changes: lines.map((line): IndexedChange => {
      const gap = line.indexOf(' ');
      return [line.slice(0, gap), Number(line.slice(gap + 1))];
    }),
  };
}
