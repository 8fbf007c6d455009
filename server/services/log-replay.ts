import { ChangeError } from '../../shared/change/apply.ts';
import { Overlay } from '../../shared/change/surroundings.ts';
import { FormatError, type ImportPlan, pluralOf } from '../../shared/formats/format.ts';
import { sameJson } from '../../shared/json/canonical.ts';
import type { Before, LogEntry, Versioned } from '../../shared/model/change.ts';
import { kinds } from '../../shared/model/objects.ts';
import { GENESIS, sealEntry } from '../storage/entry.ts';
import { HeldObjects } from '../storage/held-objects.ts';
import { MOST_IN_ENTRY } from '../storage/port.ts';
import { readAtOf } from '../storage/read-at.ts';

type Log = NonNullable<ImportPlan['log']>;

/** An entry of a log, and what it made of the objects that it touched. */
export interface Step {
  readonly entry: LogEntry;
  readonly objects: readonly Versioned[];
  /** The version each object had before; 0 for one that did not exist. */
  readonly readAt: Readonly<Record<string, number>>;
}

/**
 * Checks that a log is whole and as it was written: numbers, chain, hashes, head.
 * @throws FormatError with the path of the first entry that is not
 */
export async function requireSealed({ entries, head }: Log): Promise<void> {
  let last = { seq: 0, hash: GENESIS };
  for (const [i, entry] of entries.entries()) {
    await letOthers(i);
    const { hash, ...open } = entry;
    const path = `log.${i}`;
    if (entry.seq !== last.seq + 1)
      throw new FormatError(
        `${path}.seq`,
        `Entry ${last.seq + 1} of the log is missing: ${path} has the number ${entry.seq}.`,
      );
    if (sealEntry(open).entry.hash !== hash)
      throw new FormatError(
        `${path}.hash`,
        `Entry ${entry.seq} of the log does not match its hash: it was altered after it was written. Export the desk again.`,
      );
    if (entry.prevHash !== last.hash)
      throw new FormatError(
        `${path}.prevHash`,
        `Entry ${entry.seq} of the log does not follow the entry before it: the chain is broken. Export the desk again.`,
      );
    last = entry;
  }
  if (head.seq !== last.seq || head.hash !== last.hash)
    throw new FormatError('head', `The log ends at entry ${last.seq}, and "head" names another end.`);
  requireRuns(entries);
}

/** @throws FormatError where a run of entries is not whole: they come together or not at all */
function requireRuns(entries: readonly LogEntry[]): void {
  let open: LogEntry['run'];
  for (const [i, { run, seq, changes }] of entries.entries()) {
    const part = open ? open.part + 1 : 1;
    const isDue = run === undefined ? !open : run.part === part && run.of === (open?.of ?? run.of);
    const isFull = run === undefined || run.part === run.of || changes.length === MOST_IN_ENTRY;
    if (!isDue || !isFull)
      throw new FormatError(
        `log.${i}.run`,
        `Entry ${seq} of the log does not fit the run of entries that it stands in. Export the desk again.`,
      );
    open = run && run.part < run.of ? run : undefined;
  }
  if (open)
    throw new FormatError(
      `log.${entries.length - 1}.run`,
      `The log ends within a run of ${open.of} entries, which come together or not at all. Export the desk again.`,
    );
}

/**
 * Applies a log from its beginning.
 * @throws FormatError where an entry cannot be applied or says that it overwrote what it did not
 */
export async function replay(entries: readonly LogEntry[]): Promise<{ steps: Step[]; state: HeldObjects }> {
  const state = new HeldObjects();
  const steps: Step[] = [];
  for (const [i, entry] of entries.entries()) {
    await letOthers(i);
    const step = repeatEntry(state, entry, `log.${i}`);
    for (const held of step.objects) state.set(held);
    steps.push(step);
  }
  return { steps, state };
}

function repeatEntry(state: HeldObjects, entry: LogEntry, path: string): Step {
  const overlay = new Overlay(state);
  const before: Before[] = entry.changes.map((change, c) => {
    try {
      return overlay.apply(change);
    } catch (error) {
      if (!(error instanceof ChangeError)) throw error;
      throw new FormatError(
        `${path}.changes.${c}.${error.path}`,
        `Entry ${entry.seq} of the log cannot be repeated: ${error.message}`,
      );
    }
  });
  if (!sameJson(before, entry.before))
    throw new FormatError(
      `${path}.before`,
      `Entry ${entry.seq} of the log says that it overwrote something else than it did.`,
    );
  const { objects } = overlay;
  return { entry, objects, readAt: readAtOf(state, entry.changes, objects) };
}

/** A long log must not keep everybody else waiting. */
async function letOthers(i: number): Promise<void> {
  if (i % 200 === 199) await new Promise(resolve => setImmediate(resolve));
}

/** @throws FormatError where the objects of a file are not the ones that its log makes */
export function requireAgreement(plan: ImportPlan, state: HeldObjects): void {
  let named = 0;
  const compare = (path: string, held: Versioned | undefined, object: unknown, removed: unknown) => {
    named++;
    if (!held || !sameJson(held.object, object) || !sameJson(held.removed, removed))
      throw new FormatError(
        path,
        `${path} is not what the log of this file makes of it: one of the two was altered. Export the desk again.`,
      );
  };
  for (const kind of kinds)
    for (const [i, object] of plan.objects[kind].entries())
      compare(`${pluralOf[kind]}.${i}`, state.get(kind, object.id), object, undefined);
  for (const [i, { kind, object, removed }] of plan.removed.entries())
    compare(`removed.${i}`, state.get(kind, object.id), object, removed);
  const all = kinds.flatMap(kind => state.list(kind).map(({ id }) => `${kind}/${id}`));
  if (named === all.length) return;
  const listed = new Set([
    ...kinds.flatMap(kind => plan.objects[kind].map(({ id }) => `${kind}/${id}`)),
    ...plan.removed.map(({ kind, object }) => `${kind}/${object.id}`),
  ]);
  const missing = all.find(key => !listed.has(key));
  throw new FormatError(
    '',
    `The log of this file makes ${missing?.replace('/', ' ')}, which the file does not list.`,
  );
}
