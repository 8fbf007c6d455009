import { bytesNamedIn } from '../../../../shared/change/named-bytes.ts';
import { GENESIS } from '../../entry.ts';
import type { Head } from '../../port.ts';
import type { FileLayer } from '../files.ts';
import { readFormat } from '../format.ts';
import { type Layout, segmentNumber } from '../layout.ts';
import { noDesk } from '../messages.ts';
import { walkSegment } from '../segments.ts';
import { unfinishedRun } from '../unfinished.ts';

/** What of a desk goes into a backup. */
export interface Contents {
  readonly format: number;
  readonly head: Head;
  /** Segments, oldest first, with the bytes up to the end of their last complete line. */
  readonly segments: readonly { readonly number: number; readonly size: number }[];
  /** Hashes of all bytes that the journal up to there has ever named, as far as they are here. */
  readonly blobs: readonly string[];
}

/**
 * Settles what a backup holds, while somebody may be writing. The journal only grows at its end, and the bytes that a
 * line names were durable before it: whatever was complete when its segment was read is a state that the desk once had,
 * and everything that belongs to it is there. Snapshots and indexes follow from it and are left out; so are uploads,
 * which no change has named yet.
 * @throws UnknownFormat where the folder holds no desk that this program knows
 */
export async function contentsOf(files: FileLayer, layout: Layout): Promise<Contents> {
  const format = await readFormat(files, layout);
  if (format === undefined) throw new Error(noDesk(layout.root));
  const numbers = (await files.list(layout.journal)).flatMap(name => segmentNumber(name) ?? []);
  const segments: { number: number; size: number }[] = [];
  const named = new Set<string>();
  let head: Head = { seq: 0, hash: GENESIS };
  const from = await unfinishedRun(files, layout, numbers);
  for (const [i, number] of numbers.entries()) {
    const bytes = await files.read(layout.segment(number));
    const walk = walkSegment(bytes, head, i === numbers.length - 1);
    // Somebody may be in the midst of writing a run: it counts when all of it is there.
    const stop = walk.entries.findIndex(({ seq }) => from !== undefined && seq >= from);
    for (const entry of stop < 0 ? walk.entries : walk.entries.slice(0, stop)) {
      for (const name of entry.changes.flatMap(bytesNamedIn)) named.add(name);
      head = { seq: entry.seq, hash: entry.hash };
    }
    segments.push({ number, size: stop < 0 ? walk.end : walk.starts[stop]! });
    if (stop >= 0) break;
  }
  const here = await files.list(layout.blobs);
  return { format, head, segments, blobs: here.filter(name => named.has(name)) };
}
