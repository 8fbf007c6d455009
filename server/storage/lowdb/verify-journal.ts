import { ChangeError } from '../../../shared/change/apply.ts';
import { bytesNamedIn } from '../../../shared/change/named-bytes.ts';
import { sameJson } from '../../../shared/json/canonical.ts';
import { LogEntry } from '../../../shared/model/change.ts';
import { GENESIS } from '../entry.ts';
import { HeldObjects } from '../held-objects.ts';
import type { Head } from '../port.ts';
import { replay } from '../replay.ts';
import type { FileLayer } from './files.ts';
import { type Layout, segmentNumber } from './layout.ts';
import { alteredLine } from './messages.ts';
import { walkSegment } from './segments.ts';
import { unfinishedRun } from './unfinished.ts';

/** What the journal says, read from its first line to its last. */
export interface JournalReading {
  readonly entries: number;
  readonly head: Head;
  /** The objects as the journal makes them. */
  readonly objects: HeldObjects;
  /** The hash of each entry, by sequence number. */
  readonly hashes: ReadonlyMap<number, string>;
  /** Hashes of all bytes that a change ever named. */
  readonly named: ReadonlySet<string>;
  readonly findings: readonly string[];
}

/**
 * Reads every segment and does every change again.
 * @param reached told when the objects stand as an entry left them
 */
export async function readJournal(
  files: FileLayer,
  layout: Layout,
  reached: (seq: number, objects: HeldObjects) => void,
): Promise<JournalReading> {
  const objects = new HeldObjects();
  const findings: string[] = [];
  const hashes = new Map<number, string>();
  const named = new Set<string>();
  const numbers = (await files.list(layout.journal)).flatMap(name => segmentNumber(name) ?? []);
  const newest = numbers.at(-1) ?? 0;
  const vouching = new Vouching();
  let head: Head | undefined = { seq: 0, hash: GENESIS };
  let last = head;
  reached(0, objects);
  for (let number = 1; number <= newest; number++) {
    const file = layout.shown(layout.segment(number));
    if (!numbers.includes(number)) {
      findings.push(`${file} is missing. Put it back from a backup.`);
      head = undefined;
      continue;
    }
    const walk = walkSegment(await files.read(layout.segment(number)), head, number === newest);
    for (const fault of walk.faults)
      findings.push(
        fault.kind === 'torn'
          ? `${alteredLine({ ...fault, file })} It was never acknowledged; the next start cuts it off.`
          : `${alteredLine({ ...fault, file })} Put the file back from a backup.`,
      );
    for (const entry of walk.entries) {
      vouching.take(entry, walk.tombstones.get(entry.seq), file);
      const faults = redo(objects, entry, file);
      findings.push(...faults);
      if (faults.length === 0) for (const name of entry.changes.flatMap(bytesNamedIn)) named.add(name);
      last = { seq: entry.seq, hash: entry.hash };
      hashes.set(entry.seq, entry.hash);
      reached(entry.seq, objects);
    }
    head =
      walk.faults.some(fault => fault.kind === 'altered') && walk.entries.length === 0 ? undefined : last;
  }
  const from = await unfinishedRun(files, layout, numbers);
  if (from !== undefined)
    findings.push(
      `The journal ends in the midst of a run that begins with entry ${from}. It was never acknowledged; the next start cuts it off.`,
    );
  findings.push(...vouching.findings());
  return { entries: hashes.size, head: last, objects, hashes, named, findings };
}

/** Holds the lines that stand for redacted ones against the entries that vouch for them. */
class Vouching {
  readonly #tombstones = new Map<number, { readonly sha256: string | undefined; readonly file: string }>();
  /** What the last redaction of a line says of it. */
  readonly #said = new Map<number, { readonly sha256: string; readonly by: number }>();

  take(entry: LogEntry, tombstone: string | undefined, file: string): void {
    this.#tombstones.set(entry.seq, { sha256: tombstone, file });
    for (const { operation } of entry.changes)
      if (operation.op === 'redact')
        for (const [seq, sha256] of operation.lines) this.#said.set(seq, { sha256, by: entry.seq });
  }

  findings(): string[] {
    const findings: string[] = [];
    for (const [seq, { sha256, file }] of this.#tombstones) {
      const said = this.#said.get(seq);
      const where = `Entry ${seq} in ${file}`;
      if (sha256 !== undefined && !(said && said.by > seq))
        findings.push(
          `${where} stands for a redacted one, but no later entry says that it was redacted. ${FROM_BACKUP}`,
        );
      else if (sha256 !== undefined && said && said.sha256 !== sha256)
        findings.push(
          `${where} stands for a redacted one, but is not what entry ${said.by} put there. ${FROM_BACKUP}`,
        );
      else if (sha256 === undefined && said)
        findings.push(
          `${where} was redacted by entry ${said.by}, yet its words are here again: the file comes from before that. ${FROM_BACKUP} Or restore this desk from a backup of its own, which redacts again.`,
        );
    }
    return findings;
  }
}

const FROM_BACKUP = 'Put the file back from a backup made since.';

function redo(objects: HeldObjects, entry: LogEntry, file: string): string[] {
  const where = `Entry ${entry.seq} in ${file}`;
  const fits = LogEntry.safeParse(entry);
  if (!fits.success) {
    const issue = fits.error.issues[0]!;
    return [`${where} is not an entry of the log: ${issue.path.join('.')} ${issue.message}.`];
  }
  try {
    const { objects: changed, before } = replay(objects, entry);
    for (const held of changed) objects.set(held);
    return sameJson(before, entry.before)
      ? []
      : [
          `${where} says that it overwrote something else than it did; undoing it would not bring back what was there.`,
        ];
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    return [`${where} does not apply to what came before it: ${error.message}`];
  }
}
