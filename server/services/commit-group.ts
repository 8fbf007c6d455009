import type { GroupOutcome } from '../../shared/api/routes/changes.ts';
import { ChangeError } from '../../shared/change/apply.ts';
import { applyGroup, type GroupClash } from '../../shared/change/group.ts';
import type { Change, LogEntry, Versioned } from '../../shared/model/change.ts';
import { type Kind, kinds } from '../../shared/model/objects.ts';
import { AlreadyCommitted, type Batch, StaleVersion, StorageStopped } from '../storage/port.ts';
import { attachedBytes } from './attachments.ts';
import type { Desk } from './desk.ts';
import { checkReferences, type Find } from './references.ts';
import { badInput, Refusal } from './refusal.ts';

const ATTEMPTS = 20;

export interface Committed {
  readonly status: 'committed' | 'known';
  readonly seq: number;
  readonly objects: readonly Versioned[];
}

/**
 * Commits one group: recognises a retry, merges and applies the changes to the objects as they stand, checks what
 * they refer to, and writes. Starts over where an object was changed in between.
 * @param blobs bytes that the changes bring along, by SHA-256
 * @param at the time to stamp into the log; the server's own where it is not given
 * @throws Refusal where the group cannot be committed; nothing of it is
 */
export async function commitGroup(
  desk: Desk,
  changes: readonly Change[],
  blobs?: Batch['blobs'],
  at?: string,
): Promise<Committed> {
  if (desk.storage.readOnly !== undefined) throw new Refusal('read-only', desk.storage.readOnly);
  const by = oneSignature(changes);
  for (let attempt = 1; ; attempt++) {
    const known = await knownAs(desk, changes);
    if (known !== undefined)
      return { status: 'known', seq: known, objects: [...(await current(desk, changes)).values()] };
    try {
      const batch = await prepare(desk, changes, by, at ?? desk.now(), blobs);
      const entry: LogEntry = await desk.storage.commit(batch);
      return { status: 'committed', seq: entry.seq, objects: batch.objects };
    } catch (error) {
      if (error instanceof StorageStopped) throw new Refusal('read-only', error.message);
      if (error instanceof AlreadyCommitted) continue;
      if (!(error instanceof StaleVersion)) throw error;
      if (attempt === ATTEMPTS)
        throw new Refusal('stale', `Object ${error.objectId} is being changed all the time; try again.`);
    }
  }
}

/** @returns what became of a group, as it travels; never rejects for a refusal. */
export async function outcomeOf(group: string, committing: Promise<Committed>): Promise<GroupOutcome> {
  try {
    const { status, seq, objects } = await committing;
    return { group, status, seq, objects: [...objects] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { group, status: 'refused', problem: error.toProblem() };
  }
}

function oneSignature(changes: readonly Change[]): string {
  const { by } = changes[0]!;
  const other = changes.findIndex(change => change.by !== by);
  if (other >= 0)
    throw badInput(`changes.${other}.by`, `A group is signed by one person; this one began with "${by}".`);
  return by;
}

async function knownAs(desk: Desk, changes: readonly Change[]): Promise<number | undefined> {
  if (changes.length === 1) return desk.storage.committedAs(changes[0]!.id);
  // All are asked at once, for a retry may meet the group itself while it lands.
  const seqs = await Promise.all(changes.map(change => desk.storage.committedAs(change.id)));
  const known = seqs.findIndex(seq => seq !== undefined);
  if (known < 0) return undefined;
  const odd = seqs.findIndex(seq => seq !== seqs[known]);
  if (odd >= 0)
    throw badInput(
      `changes.${odd}.id`,
      `Change ${changes[known]!.id} is in the log as entry ${seqs[known]}, this one is not in that entry; a retry sends the same group.`,
    );
  return seqs[known];
}

/** The objects that some changes reach, as they stand, by kind and id; without those that do not exist yet. */
async function current(desk: Desk, changes: readonly Change[]): Promise<Map<string, Versioned>> {
  const standing = new Map<string, Versioned>();
  for (const { kind, objectId } of changes) {
    const held = await desk.storage.readObject(kind, objectId);
    if (held) standing.set(keyOf(kind, objectId), held);
  }
  return standing;
}

const keyOf = (kind: Kind, id: string): string => `${kind}/${id}`;

async function prepare(
  desk: Desk,
  changes: readonly Change[],
  by: string,
  at: string,
  blobs: Batch['blobs'],
): Promise<Batch> {
  const standing = await current(desk, changes);
  const readAt: Record<string, number> = {};
  for (const { kind, objectId } of changes) {
    const held = standing.get(keyOf(kind, objectId));
    readAt[objectId] = held?.version ?? 0;
    if (!held) await requireUnused(desk, kind, objectId);
  }
  const result = apply(standing, changes);
  if (!result.applied) throw clash(result.clashes);
  let after: Map<string, Versioned> | undefined;
  const find: Find = async <K extends Kind>(kind: K, id: string) => {
    after ??= new Map(result.objects.map(held => [keyOf(held.kind, held.id), held]));
    return (after.get(keyOf(kind, id)) as Versioned<K> | undefined) ?? desk.storage.readObject(kind, id);
  };
  const bytes = new Map(blobs);
  for (const held of result.objects) {
    const before = standing.get(keyOf(held.kind, held.id));
    if (!(blobs && held.kind === 'document')) await checkReferences(desk, find, before, held);
    for (const [sha256, attached] of await attachedBytes(desk.storage, before, held))
      bytes.set(sha256, attached);
  }
  return {
    at,
    by,
    changes,
    before: result.before,
    objects: result.objects,
    readAt,
    ...(bytes.size > 0 ? { blobs: bytes } : {}),
  };
}

/** An id names one object, whatever its kind. */
async function requireUnused(desk: Desk, kind: Kind, id: string): Promise<void> {
  for (const other of kinds) {
    if (other !== kind && (await desk.storage.readObject(other, id)))
      throw badInput('objectId', `${id} is the id of a ${other} already; use another id.`);
  }
}

function apply(standing: ReadonlyMap<string, Versioned>, changes: readonly Change[]) {
  try {
    return applyGroup((kind, id) => standing.get(keyOf(kind, id)), changes);
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    const at = changes.findIndex(change => change.id === error.changeId);
    throw badInput(`changes.${at}.${error.path}`, error.message);
  }
}

function clash(clashes: readonly GroupClash[]): Refusal {
  const paths = [...new Set(clashes.map(({ path }) => (path === '*' ? 'the object as a whole' : path)))];
  return new Refusal(
    'stale',
    `Somebody else has changed ${paths.join(', ')} meanwhile; both values are given, choose one.`,
    {
      clashes: clashes.map(({ change, path, mine, theirs, theirChange }) => ({
        changeId: change.id,
        objectId: change.objectId,
        path,
        mine: mine as null,
        theirs: theirs as null,
        theirChange,
      })),
    },
  );
}
