import { bytesNamedIn } from '../../shared/change/named-bytes.ts';
import { FormatError, type ImportPlan } from '../../shared/formats/format.ts';
import type { LogEntry } from '../../shared/model/change.ts';
import { AlreadyCommitted, StaleVersion, type Storage } from '../storage/port.ts';
import type { TakenIn } from './import.ts';
import { replay, requireAgreement, requireSealed, type Step } from './log-replay.ts';
import { Refusal } from './refusal.ts';

/** How many entries may be on their way to the disk at once. */
const IN_FLIGHT = 500;

/**
 * Repeats the entries of a file's log that this desk does not have yet. Entries keep their time, their author and
 * their hash. A repetition that was cut short goes on where it stopped when the file is taken in again.
 * @returns undefined where the file has no log, or where this desk has a history of its own
 * @throws FormatError where log, objects and bytes of the file do not belong together
 */
export async function continueLog(storage: Storage, plan: ImportPlan): Promise<TakenIn | undefined> {
  if (!plan.log) return undefined;
  await requireSealed(plan.log);
  const { steps, state } = await replay(plan.log.entries);
  requireAgreement(plan, state);
  const { head } = storage;
  if (head.seq > steps.length)
    return (await hasEntry(storage, plan.log.head))
      ? { added: {}, notes: ['All of this file is here already, and more has been done since.'] }
      : undefined;
  if (head.seq > 0 && steps[head.seq - 1]!.entry.hash !== head.hash) return undefined;
  const missing = steps.slice(head.seq);
  await requireBytes(storage, missing, plan.blobs);
  await repeat(storage, missing, plan.blobs);
  return { added: countNew(missing), notes: notesOn(head.seq, missing.length) };
}

/** @throws FormatError where an entry names bytes that are neither in the file nor here */
async function requireBytes(
  storage: Storage,
  steps: readonly Step[],
  bytes: ImportPlan['blobs'],
): Promise<void> {
  for (const { entry } of steps)
    for (const name of entry.changes.flatMap(bytesNamedIn))
      if (!bytes.has(name) && !(await storage.readBlob(name)))
        throw new FormatError(
          `blobs.${name}`,
          `Entry ${entry.seq} of the log names the bytes ${name}, which are neither in this file nor on this desk. Export the desk again.`,
        );
}

async function hasEntry(storage: Storage, { seq, hash }: Pick<LogEntry, 'seq' | 'hash'>): Promise<boolean> {
  if (seq === 0) return false;
  for await (const entry of storage.readLog(seq - 1, 1)) return entry.hash === hash;
  return false;
}

async function repeat(storage: Storage, steps: readonly Step[], bytes: ImportPlan['blobs']): Promise<void> {
  let flying: Promise<void>[] = [];
  for (const together of inRuns(steps)) {
    const [step] = together as [Step];
    if (together.length > 1) {
      flying = await landed(flying);
      await repeatRun(storage, together, bytes);
      continue;
    }
    const blobs = blobsOf(step, bytes);
    // Bytes take their own time on the way: what comes after them must not overtake them.
    if (blobs.size > 0 || flying.length >= IN_FLIGHT) flying = await landed(flying);
    flying.push(repeatOne(storage, step, blobs));
    if (blobs.size > 0) flying = await landed(flying);
  }
  await landed(flying);
}

/** Steps as they were committed: those of a run of entries belong together. */
function* inRuns(steps: readonly Step[]): Generator<readonly Step[]> {
  for (let i = 0; i < steps.length; ) {
    const { run } = steps[i]!.entry;
    const length = run ? run.of - run.part + 1 : 1;
    yield steps.slice(i, i + length);
    i += length;
  }
}

function repeatOne(storage: Storage, step: Step, blobs: Map<string, Uint8Array>): Promise<void> {
  const { at, before, by, changes } = step.entry;
  const { objects, readAt } = step;
  return asItWas(step, () => storage.commit({ at, by, changes, before, objects, readAt, blobs }));
}

/** Repeats a run of entries: all of it or nothing, as it was written first. */
async function repeatRun(storage: Storage, run: readonly Step[], bytes: ImportPlan['blobs']): Promise<void> {
  const gathering = await storage.gather();
  const last = run.at(-1)!;
  const { at, by } = last.entry;
  try {
    for (const { entry } of run) for (const change of entry.changes) await gathering.add(change);
    const blobs = new Map(run.flatMap(step => [...blobsOf(step, bytes)]));
    await asItWas(last, () => gathering.commit({ at, by, blobs }));
  } finally {
    await gathering.drop();
  }
}

/** @throws Refusal where an entry did not become what it was */
async function asItWas({ entry: { hash, seq } }: Step, commit: () => Promise<LogEntry>): Promise<void> {
  const disturbed = new Refusal(
    'stale',
    `Somebody wrote to this desk while it took in entry ${seq} of the file. Take the file in on an empty desk that nobody else uses.`,
  );
  try {
    if ((await commit()).hash !== hash) throw disturbed;
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof AlreadyCommitted) throw disturbed;
    throw error;
  }
}

/** Waits for all, so that nothing is under way when the first failure is told. */
async function landed(flying: readonly Promise<void>[]): Promise<[]> {
  for (const result of await Promise.allSettled(flying))
    if (result.status === 'rejected') throw result.reason;
  return [];
}

function blobsOf({ entry }: Step, bytes: ImportPlan['blobs']): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  for (const name of entry.changes.flatMap(bytesNamedIn)) {
    const given = bytes.get(name);
    if (given) blobs.set(name, given);
  }
  return blobs;
}

function countNew(steps: readonly Step[]): Record<string, number> {
  const added: Record<string, number> = {};
  for (const { entry } of steps)
    for (const { kind, operation } of entry.changes)
      if (operation.op === 'create') added[kind] = (added[kind] ?? 0) + 1;
  return added;
}

function notesOn(before: number, missing: number): string[] {
  if (missing === 0) return ['All of this file is here already.'];
  return [
    before === 0
      ? `The whole history came in: ${missing} entries of the log, with their times and authors.`
      : `This desk had the first ${before} entries of the file's log; the ${missing} after them came in.`,
  ];
}
