import type { GroupOutcome } from '../../shared/api/routes/changes.ts';
import type { Change } from '../../shared/model/change.ts';
import { type Committed, commitGroup, outcomeOf } from './commit-group.ts';
import type { Desk } from './desk.ts';
import { badInput, Refusal } from './refusal.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Commits changes group by group. Groups that touch or name the same objects go one after the other in the order
 * given, all others side by side; one that is refused does not hold up the rest.
 * @returns what became of each group, in order of first appearance
 * @throws Refusal where a change id stands twice, or where the desk cannot be written
 */
export async function commitChanges(desk: Desk, changes: readonly Change[]): Promise<GroupOutcome[]> {
  if (desk.storage.readOnly !== undefined) throw new Refusal('read-only', desk.storage.readOnly);
  requireDistinct(changes);
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const members = groups.get(change.group);
    if (members) members.push(change);
    else groups.set(change.group, [change]);
  }
  return Promise.all([...groups].map(([group, members]) => outcomeOf(group, inTurn(desk, members))));
}

/** Commits a group that was not refused before. */
async function commitOnce(desk: Desk, changes: readonly Change[]): Promise<Committed> {
  desk.refused.requireNew(changes);
  requireNoRevision(changes);
  try {
    return await commitGroup(desk, changes);
  } catch (error) {
    desk.refused.remember(changes, error);
    throw error;
  }
}

/** What a text is and was, and where its claims went from one to the next, is not for everybody to say. */
function requireNoRevision(changes: readonly Change[]): void {
  for (const [i, { kind, operation }] of changes.entries()) {
    const listed = kind === 'document' && 'list' in operation && operation.list === 'revisions';
    if (listed && operation.op === 'drop')
      throw badInput(
        `changes.${i}.operation`,
        'A revision of a document never goes; add an earlier one again.',
      );
    if (operation.op === 'redact')
      throw badInput(
        `changes.${i}.operation`,
        'Words are destroyed by POST /api/documents/{id}/redactions, which looks after all that quotes them.',
      );
    if (operation.op === 'revise' || (listed && operation.op === 'add'))
      throw badInput(
        `changes.${i}.operation`,
        'A document takes a new revision by POST /api/documents/{id}/revisions, which looks after its claims.',
      );
  }
}

function requireDistinct(changes: readonly Change[]): void {
  if (changes.length === 1) return;
  const ids = new Set<string>();
  for (const [i, { id }] of changes.entries()) {
    if (ids.has(id)) throw badInput(`body.changes.${i}.id`, 'Two changes of one request have the same id.');
    ids.add(id);
  }
}

/** Commits a group when those before it that write the same objects are done. */
export function inTurn(
  desk: Desk,
  changes: readonly Change[],
  work: () => Promise<Committed> = () => commitOnce(desk, changes),
): Promise<Committed> {
  const writes = new Set<string>();
  for (const { objectId } of changes) writes.add(objectId);
  const names = new Set<string>();
  for (const { operation } of changes) collectIds(operation, names);
  for (const id of writes) names.delete(id);
  return desk.turns.take(writes, names, work);
}

/** Every string that could be the id of an object, wherever it stands. */
function collectIds(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length === 36 && UUID.test(value)) into.add(value);
  } else if (Array.isArray(value)) for (const item of value) collectIds(item, into);
  else if (value !== null && typeof value === 'object')
    for (const name in value) collectIds((value as Record<string, unknown>)[name], into);
}
