import { ChangeError } from '../../../shared/change/apply.ts';
import type { LogEntry, Versioned } from '../../../shared/model/change.ts';
import type { HeldObjects } from '../held-objects.ts';
import type { Head } from '../port.ts';
import { replay } from '../replay.ts';
import type { FileLayer } from './files.ts';
import type { Layout } from './layout.ts';
import type { Located } from './open-journal.ts';
import type { Segment } from './segment-index.ts';
import { walkSegment } from './segments.ts';

/** How far the objects could be brought, and what stood in the way. */
export interface Replayed {
  readonly head: Head;
  readonly altered: readonly Located[];
  /** Whether the snapshot belongs to another history than the journal. */
  readonly foreign: boolean;
}

/**
 * Brings objects from a snapshot to the end of the journal, as far as entries follow one another.
 * @param at the entry up to which `objects` are as they are
 * @param touch told of every object replayed, and of documents that claims have left
 */
export async function replayTail(
  files: FileLayer,
  layout: Layout,
  segments: readonly Segment[],
  objects: HeldObjects,
  at: Head,
  touch: (held: readonly Versioned[], left: readonly string[]) => void,
): Promise<Replayed> {
  const altered: Located[] = [];
  let head = at;
  for (const segment of segments) {
    if (segment.last.seq < Math.max(1, at.seq)) continue;
    const path = layout.segment(segment.number);
    const file = layout.shown(path);
    const bytes = (await files.read(path)).subarray(0, segment.size);
    const walk = walkSegment(bytes, segment.before, false);
    for (const fault of walk.faults) altered.push({ ...fault, file });
    for (const entry of walk.entries) {
      if (entry.seq === at.seq && entry.hash !== at.hash) return { head, altered, foreign: true };
      if (entry.seq !== head.seq + 1 || entry.prevHash !== head.hash) continue;
      const says = redo(objects, entry, touch);
      if (says !== undefined) {
        const line = walk.entries.indexOf(entry) + 1;
        altered.push({ kind: 'altered', file, line, offset: -1, says });
        return { head, altered, foreign: false };
      }
      head = { seq: entry.seq, hash: entry.hash };
    }
  }
  return { head, altered, foreign: false };
}

function redo(
  objects: HeldObjects,
  entry: LogEntry,
  touch: (held: readonly Versioned[], left: readonly string[]) => void,
): string | undefined {
  try {
    const { objects: changed } = replay(objects, entry);
    touch(
      changed,
      changed.flatMap(held => objects.set(held) ?? []),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    return `entry ${entry.seq} does not apply to what came before it: ${error.message}`;
  }
}
