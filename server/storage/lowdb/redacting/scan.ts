import type { LogEntry } from '../../../../shared/model/change.ts';
import type { Revision } from '../../../../shared/model/document.ts';
import type { RedactionOrder } from '../../../../shared/model/redaction.ts';
import type { Link } from '../../../../shared/redaction/spread.ts';
import { GENESIS } from '../../entry.ts';
import type { Head } from '../../port.ts';
import { CannotRedact } from '../../redaction.ts';
import type { FileLayer } from '../files.ts';
import { type Layout, segmentNumber } from '../layout.ts';
import { walkSegment } from '../segments.ts';

/** A segment's lines, each as it stands and as it reads. */
export interface SegmentLines {
  readonly number: number;
  readonly isLast: boolean;
  readonly lines: readonly { readonly line: string; readonly entry: LogEntry }[];
}

/**
 * Reads a sound journal, segment by segment; an end that is being written is left out.
 * @throws CannotRedact where a line is not as it was written: nothing is built on that
 */
export async function* segmentsOf(files: FileLayer, layout: Layout): AsyncGenerator<SegmentLines> {
  let head: Head = { seq: 0, hash: GENESIS };
  const numbers = (await files.list(layout.journal)).flatMap(name => segmentNumber(name) ?? []);
  for (const number of numbers) {
    const bytes = await files.read(layout.segment(number));
    const isLast = number === numbers.at(-1);
    const { entries, faults } = walkSegment(bytes, head, isLast);
    if (faults.some(({ kind }) => kind === 'altered'))
      throw new CannotRedact(
        `${layout.shown(layout.segment(number))} is not as it was written, so nothing is redacted; "variorum verify" says more.`,
      );
    const lines = bytes.toString('utf8').split('\n');
    yield {
      number,
      isLast,
      lines: entries.map((entry, i) => ({ line: lines[i]!, entry })),
    };
    const last = entries.at(-1);
    if (last) head = { seq: last.seq, hash: last.hash };
  }
}

/** What the log says of a document's texts, and of what was redacted. */
export interface Scan {
  readonly head: Head;
  /** Every revision that the document ever had, as it came. */
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly links: readonly Link[];
  readonly redactions: readonly RedactionOrder[];
}

/** Reads the log once for what concerns one document, or for redactions alone. */
export async function scan(files: FileLayer, layout: Layout, documentId?: string): Promise<Scan> {
  let head: Head = { seq: 0, hash: GENESIS };
  const revisions = new Map<string, Revision>();
  const links: Link[] = [];
  const redactions: RedactionOrder[] = [];
  for await (const { lines } of segmentsOf(files, layout))
    for (const { entry } of lines) {
      head = { seq: entry.seq, hash: entry.hash };
      for (const change of entry.changes) {
        const { kind, objectId, operation } = change;
        if (kind !== 'document') continue;
        if (operation.op === 'redact')
          redactions.push({
            ...{ id: change.id, documentId: objectId, passages: operation.passages },
            ...{
              whole: operation.whole === true,
              by: change.by,
              at: change.at,
              why: change.why ?? 'unknown',
            },
          });
        if (objectId !== documentId) continue;
        if (operation.op === 'create')
          for (const revision of operation.value.revisions as unknown as Revision[])
            revisions.set(revision.id, revision);
        if (operation.op === 'add' && operation.list === 'revisions') {
          const revision = operation.item as unknown as Revision;
          revisions.set(revision.id, revision);
        }
        if (operation.op === 'revise') {
          const { revision, carry } = operation;
          revisions.set(revision.id, revision);
          links.push({ from: carry.from, to: revision.id, stretches: carry.stretches });
        }
      }
    }
  return { head, revisions, links, redactions };
}
