import type { LogEntry } from '../../../shared/model/change.ts';
import { ChangeIds } from '../change-ids.ts';
import { GENESIS } from '../entry.ts';
import type { Head } from '../port.ts';
import { type FileLayer, readIfThere, replaceFile } from './files.ts';
import { type Layout, segmentNumber } from './layout.ts';
import {
  changesOf,
  decodeIndex,
  encodeIndex,
  type IndexedChange,
  type Segment,
  type SegmentIndex,
} from './segment-index.ts';
import { type Fault, type Walk, walkSegment } from './segments.ts';
import { unfinishedRun } from './unfinished.ts';

/** A fault and the file that it is in. */
export interface Located extends Fault {
  readonly file: string;
}

/** What a start learns from the journal's folder. */
export interface FoundJournal {
  readonly segments: readonly Segment[];
  readonly ids: ChangeIds;
  readonly activeChanges: readonly IndexedChange[];
  /** An end that was not written out: never acknowledged, to be cut off. */
  readonly torn: Located | undefined;
  /** What was acknowledged and is no longer as it was. */
  readonly altered: readonly Located[];
  /** A run of entries at the end that was not written out: never acknowledged, to be cut off. */
  readonly unfinished: { readonly from: number; readonly surplus: readonly number[] } | undefined;
}

/**
 * Looks through the journal. Sealed segments are known from their indexes, the newest is read line by line.
 * @param write whether indexes that are missing may be written
 */
export async function findJournal(files: FileLayer, layout: Layout, write: boolean): Promise<FoundJournal> {
  const numbers = (await files.list(layout.journal)).flatMap(name => segmentNumber(name) ?? []);
  const newest = numbers.at(-1) ?? 0;
  const segments: Segment[] = [];
  const altered: Located[] = [];
  const ids = new ChangeIds();
  let activeChanges: readonly IndexedChange[] = [];
  let torn: Located | undefined;
  let before: Head | undefined = { seq: 0, hash: GENESIS };
  const from = await unfinishedRun(files, layout, numbers);
  for (let number = 1; number <= newest; number++) {
    const path = layout.segment(number);
    const file = layout.shown(path);
    if (!numbers.includes(number)) {
      altered.push({ kind: 'altered', file, line: 1, offset: 0, says: 'the file is missing' });
      before = undefined;
      continue;
    }
    const isNewest = number === newest;
    let found: SegmentIndex | undefined;
    if (!isNewest) found = await fromIndex(files, layout, number, before);
    if (!found) {
      const walk = walkSegment(await files.read(path), before, isNewest);
      for (const fault of walk.faults)
        if (fault.kind === 'torn') torn = { ...fault, file };
        else altered.push({ ...fault, file });
      found = {
        segment: { number, ...spanOf(walk.entries, before), size: walk.end },
        changes: changesOf(walk.entries),
      };
      if (write && !isNewest && walk.faults.length === 0)
        await replaceFile(files, layout.segmentIndex(number), encodeIndex(found));
    }
    if (from !== undefined && found.segment.last.seq >= from) {
      const kept = cutBefore(from, walkSegment(await files.read(path), before, isNewest), number, before);
      for (const [id, seq] of kept.changes) ids.set(id, seq);
      const surplus = numbers.filter(other => other > number);
      const unfinished = { from, surplus };
      segments.push(kept.segment);
      return { segments, ids, activeChanges: kept.changes, torn: undefined, altered, unfinished };
    }
    segments.push(found.segment);
    for (const [id, seq] of found.changes) ids.set(id, seq);
    if (isNewest) activeChanges = found.changes;
    before = found.segment.last;
  }
  return { segments, ids, activeChanges, torn, altered, unfinished: undefined };
}

/** What of a segment stands before an entry. */
function cutBefore(seq: number, walk: Walk, number: number, before: Head | undefined): SegmentIndex {
  const first = walk.entries.findIndex(entry => entry.seq >= seq);
  const entries = walk.entries.slice(0, first);
  return {
    segment: { number, ...spanOf(entries, before), size: walk.starts[first]! },
    changes: changesOf(entries),
  };
}

async function fromIndex(
  files: FileLayer,
  layout: Layout,
  number: number,
  before: Head | undefined,
): Promise<SegmentIndex | undefined> {
  const bytes = await readIfThere(files, layout.segmentIndex(number));
  const index = bytes && decodeIndex(bytes);
  if (!index || !before || index.segment.number !== number) return undefined;
  const { segment } = index;
  const fits = segment.before.seq === before.seq && segment.before.hash === before.hash;
  return fits && segment.size === (await files.stat(layout.segment(number)))?.size ? index : undefined;
}

function spanOf(entries: readonly LogEntry[], before: Head | undefined): { before: Head; last: Head } {
  const first = entries[0];
  const last = entries.at(-1);
  const start = before ?? { seq: first ? first.seq - 1 : 0, hash: first?.prevHash ?? GENESIS };
  return { before: start, last: last ? { seq: last.seq, hash: last.hash } : start };
}
