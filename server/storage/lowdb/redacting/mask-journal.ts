import { v5 as uuidOfName } from 'uuid';
import { ChangeError } from '../../../../shared/change/apply.ts';
import { bytesNamedIn } from '../../../../shared/change/named-bytes.ts';
import { Overlay } from '../../../../shared/change/surroundings.ts';
import { sameJson } from '../../../../shared/json/canonical.ts';
import type { Range } from '../../../../shared/model/anchor.ts';
import type { Before, Change, LogEntry, Operation } from '../../../../shared/model/change.ts';
import type { RedactionOrder } from '../../../../shared/model/redaction.ts';
import { type Masking, maskChange } from '../../../../shared/redaction/mask-change.ts';
import { sealEntry, tombstone } from '../../entry.ts';
import { HeldObjects } from '../../held-objects.ts';
import type { Head } from '../../port.ts';
import { CannotRedact } from '../../redaction.ts';
import type { FileLayer } from '../files.ts';
import type { Layout } from '../layout.ts';
import { layReady } from './plan.ts';
import { segmentsOf } from './scan.ts';

/** A journal without the words, made ready. */
export interface MaskedJournal {
  readonly objects: HeldObjects;
  readonly tombstones: readonly [number, string][];
  /** Hashes of all bytes that any line names. */
  readonly named: ReadonlySet<string>;
  /** Names of the segments that were made ready. */
  readonly segments: readonly string[];
}

/** Makes ready the segments in which anything changes, and the last one with the entry that vouches for all of it. */
export async function maskJournal(
  files: FileLayer,
  layout: Layout,
  order: RedactionOrder,
  head: Head,
  masking: Masking,
  write: boolean,
): Promise<MaskedJournal> {
  const objects = new HeldObjects();
  const tombstones: [number, string][] = [];
  const named = new Set<string>();
  const segments: string[] = [];
  const take = (entry: LogEntry) => {
    for (const name of entry.changes.flatMap(bytesNamedIn)) named.add(name);
  };
  for await (const { number, lines, isLast } of segmentsOf(files, layout)) {
    const out: string[] = [];
    let isChanged = isLast;
    for (const { line, entry } of lines) {
      const masked = maskEntry(entry, masking, objects);
      take(masked);
      if (masked === entry) out.push(line);
      else {
        const stone = tombstone(masked, order.id);
        tombstones.push([entry.seq, stone.sha256]);
        out.push(stone.line);
        isChanged = true;
      }
    }
    if (isLast) {
      const { entry, line } = signature(order, masking, tombstones, head, objects);
      take(entry);
      out.push(line);
    }
    const name = layout.shown(layout.segment(number));
    if (!isChanged) continue;
    segments.push(name);
    if (write) await layReady(files, layout, name, Buffer.from(out.map(line => `${line}\n`).join('')));
  }
  return { objects, tombstones, named, segments };
}

/** @returns the same entry where nothing in it is masked */
function maskEntry(entry: LogEntry, masking: Masking, objects: HeldObjects): LogEntry {
  const overlay = new Overlay(objects);
  const changes: Change[] = [];
  const before: Before[] = [];
  try {
    for (const change of entry.changes) {
      const masked = maskChange(change, masking, documentId => overlay.claimsOf(documentId));
      before.push(overlay.apply(masked));
      changes.push(masked);
    }
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    throw new CannotRedact(
      `Entry ${entry.seq} of the log would not apply without these words: ${error.message}`,
    );
  }
  for (const held of overlay.objects) objects.set(held);
  return sameJson(changes, entry.changes) && sameJson(before, entry.before)
    ? entry
    : { ...entry, changes, before };
}

/** The entry that says what was redacted and vouches for every tombstone; the document, if all of it went, is removed. */
function signature(
  order: RedactionOrder,
  { gone, documentId }: Masking,
  tombstones: readonly [number, string][],
  head: Head,
  objects: HeldObjects,
): { entry: LogEntry; line: string } {
  const { id, by, at, why, whole } = order;
  const common = { group: id, kind: 'document', objectId: documentId, base: {}, at, by, why } as const;
  const lines = tombstones.map(([seq, hash]): [number, string] => [seq, hash]);
  const operation: Operation = {
    op: 'redact',
    passages: passagesOf(gone),
    ...(whole ? { whole } : {}),
    lines,
  };
  const changes: Change[] = [{ ...common, id, operation }];
  if (whole && !objects.get('document', documentId)?.removed)
    changes.push({ ...common, id: derivedId(id), operation: { op: 'remove' } });
  const overlay = new Overlay(objects);
  const before = changes.map(change => overlay.apply(change));
  for (const held of overlay.objects) objects.set(held);
  return sealEntry({ seq: head.seq + 1, at, by, changes, before, prevHash: head.hash });
}

/** The id of the second change of a redaction: the same wherever the redaction is done again. */
const derivedId = (id: string): string => uuidOfName('remove', id);

/** @returns what is gone, as the log says it */
export const passagesOf = (gone: ReadonlyMap<string, readonly Range[]>) =>
  [...gone].map(([revision, ranges]) => ({ revision, ranges: [...ranges] }));
