import { applyGroup } from '../../shared/change/group.ts';
import { bytesNamedIn } from '../../shared/change/named-bytes.ts';
import { type ImportPlan, pluralOf } from '../../shared/formats/format.ts';
import { sameJson } from '../../shared/json/canonical.ts';
import type { Change, Operation, Versioned } from '../../shared/model/change.ts';
import type { Conflict } from '../../shared/model/conflict.ts';
import { type AnyObject, kinds } from '../../shared/model/objects.ts';
import { StaleVersion, type Storage } from '../storage/port.ts';
import type { ImportRequest, TakenIn } from './import.ts';
import { type Incoming, Neighbourhood } from './import-neighbourhood.ts';
import { Refusal } from './refusal.ts';

/** How often objects are sorted out anew where others write meanwhile. */
const ATTEMPTS = 5;

interface Sorted {
  readonly fresh: readonly Incoming[];
  readonly known: number;
  readonly notes: readonly string[];
}

/**
 * Takes in the objects of a file as new ones, in one group. What is here already, and is the same, is recognised.
 * @throws FormatError where an object needs something that is neither in the file nor here
 * @throws Refusal where an object here has the same id and is not the same
 */
export async function addObjects(
  storage: Storage,
  plan: ImportPlan,
  request: ImportRequest,
): Promise<TakenIn> {
  for (let attempt = 1; ; attempt++) {
    const { fresh, known, notes } = await sortOut(storage, incomingOf(plan), plan);
    try {
      if (fresh.length > 0) await commit(storage, changesFor(fresh, request), plan, request);
    } catch (error) {
      // Somebody made one of these objects since: whether it is the same has to be asked anew.
      if (error instanceof StaleVersion && attempt < ATTEMPTS) continue;
      throw error;
    }
    const added: Record<string, number> = {};
    for (const { kind } of fresh) added[kind] = (added[kind] ?? 0) + 1;
    return { added, notes: [...notesOn(plan, fresh.length, known), ...notes] };
  }
}

function incomingOf(plan: ImportPlan): Incoming[] {
  const live = kinds.flatMap(kind =>
    plan.objects[kind].map((object, i): Incoming => ({ kind, object, path: `${pluralOf[kind]}.${i}` })),
  );
  const removed = plan.removed.map((item, i): Incoming => ({ ...item, path: `removed.${i}.object` }));
  return [...live, ...removed];
}

async function sortOut(storage: Storage, incoming: readonly Incoming[], plan: ImportPlan): Promise<Sorted> {
  const around = await Neighbourhood.of(storage, incoming, plan);
  const fresh: Incoming[] = [];
  const clashes: { readonly held: Versioned; readonly incoming: Incoming }[] = [];
  const notes: string[] = [];
  let known = 0;
  for (const one of incoming) {
    const held = around.held(one.kind, one.object.id);
    if (!held) {
      const missing = around.missingClaims(one);
      if (missing > 0) notes.push(leftOut(one.object as Conflict, missing));
      else {
        around.requireSound(one);
        fresh.push(one);
      }
    } else if (!isSame(held.object, one.object) || Boolean(held.removed) !== Boolean(one.removed))
      clashes.push({ held, incoming: one });
    else known++;
  }
  if (clashes.length > 0) throw refusalOf(clashes);
  notes.push(...(await around.strayed(fresh)));
  return { fresh, known, notes };
}

/** Two desks that were begun with the same texts have the same documents, whenever each of them took the texts in. */
function isSame(here: AnyObject, there: AnyObject): boolean {
  return sameJson(withoutArrival(here), withoutArrival(there));
}

function withoutArrival(object: AnyObject): object {
  if (!('revisions' in object)) return object;
  const revisions = object.revisions.map(({ addedAt: _at, addedBy: _by, ...rest }) => rest);
  return { ...object, revisions };
}

function leftOut({ id, title }: Conflict, missing: number): string {
  return `The conflict “${title}” (${id}) was left out: ${missing} of its claims are neither in the file nor here.`;
}

function refusalOf(clashes: readonly { held: Versioned; incoming: Incoming }[]): Refusal {
  const list = clashes.slice(0, 100).map(({ held, incoming: { kind, object, path, removed } }) => {
    const differs = differences(held, object, Boolean(removed));
    return {
      error: { path, message: `The ${kind} ${object.id} differs in: ${differs.join(', ')}.` },
      clash: {
        changeId: held.last,
        objectId: object.id,
        path: differs[0] ?? '*',
        theirChange: held.last,
      },
    };
  });
  return new Refusal(
    'stale',
    `Nothing was taken in: ${clashes.length} of the objects in this file are on this desk too, and are different here. First: ${list[0]!.error.message} Take the file in on an empty desk, or make the two agree first.`,
    { errors: list.map(({ error }) => error), clashes: list.map(({ clash }) => clash) },
  );
}

function differences(held: Versioned, object: object, removed: boolean): string[] {
  const [here, there] = [held.object, object] as unknown as Record<string, unknown>[];
  const names = [...new Set([...Object.keys(here!), ...Object.keys(there!)])].sort();
  const differing = names.filter(name => !sameJson(here![name], there![name]));
  return Boolean(held.removed) === removed ? differing : ['removed', ...differing];
}

function changesFor(fresh: readonly Incoming[], { at, by, newId }: ImportRequest): Change[] {
  const group = newId();
  const change = ({ kind, object }: Incoming, operation: Operation, why: string): Change => ({
    id: newId(),
    group,
    kind,
    objectId: object.id,
    operation,
    base: {},
    at,
    by,
    why,
  });
  return fresh.flatMap(one => {
    const value = one.object as unknown as (Operation & { op: 'create' })['value'];
    const create = change(one, { op: 'create', value }, 'Taken in from a file');
    return one.removed
      ? [create, change(one, { op: 'remove' }, one.removed.why ?? `Removed by ${one.removed.by} before`)]
      : [create];
  });
}

async function commit(
  storage: Storage,
  changes: readonly Change[],
  plan: ImportPlan,
  { at, by }: ImportRequest,
): Promise<void> {
  const result = applyGroup(() => undefined, changes);
  if (!result.applied) throw new Error('New objects cannot clash.');
  const { objects, before } = result;
  const readAt = Object.fromEntries(objects.map(({ id }) => [id, 0]));
  const blobs = new Map<string, Uint8Array>();
  for (const name of changes.flatMap(bytesNamedIn)) {
    const bytes = plan.blobs.get(name);
    if (bytes) blobs.set(name, bytes);
  }
  await storage.commit({ at, by, changes, before, objects, readAt, blobs });
}

function notesOn({ log }: ImportPlan, fresh: number, known: number): string[] {
  const notes: string[] = [];
  if (known > 0)
    notes.push(
      fresh === 0 ? 'All of this file is here already.' : `${known} of its objects were here already.`,
    );
  if (log && fresh > 0)
    notes.push('The log of the file was left aside, because this desk has a history of its own.');
  return notes;
}
