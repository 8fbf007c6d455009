import type { Before, Change, Operation, Versioned } from '../model/change.ts';
import type { AnyObject } from '../model/objects.ts';
import { shapes } from '../model/objects.ts';
import { itemId, stampsAfter } from './paths.ts';
import { readField } from './read-path.ts';

/** Why a change cannot be applied: where in the change, and what would mend it. */
export class ChangeError extends Error {
  readonly changeId: string;
  readonly path: string;
  constructor(change: Change, path: string, message: string) {
    super(message);
    this.name = 'ChangeError';
    this.changeId = change.id;
    this.path = path;
  }
}

export interface Applied {
  readonly held: Versioned;
  readonly before: Before;
}

type Fields = Record<string, unknown>;

/**
 * Applies one change to one object, leaving the old value as it was.
 * Whether the change clashes with somebody else's is `mergeChange`'s question, not asked here.
 * @param held the object as it stands, removed or not; undefined where there is none yet
 * @returns the new object and what the change overwrote
 * @throws ChangeError where the object is missing, exists already, is removed, or would no longer fit its schema
 */
export function applyChange(held: Versioned | undefined, change: Change): Applied {
  const { operation } = change;
  if (operation.op === 'create') return create(held, change);
  if (!held)
    throw new ChangeError(
      change,
      'objectId',
      `There is no ${change.kind} ${change.objectId}; create it first.`,
    );
  if (held.kind !== change.kind)
    throw new ChangeError(change, 'kind', `${change.objectId} is a ${held.kind}, not a ${change.kind}.`);
  if (operation.op === 'remove') return remove(held, change);
  if (operation.op === 'restore') return restore(held, change);
  if (operation.op === 'redact') return redact(held, change);
  if (held.removed)
    throw new ChangeError(
      change,
      'objectId',
      `This ${change.kind} was removed by ${held.removed.by}; restore it before changing it.`,
    );
  const object: Fields = { ...(held.object as unknown as Fields) };
  const before = edit(object, change);
  return { held: next(held, change, checkTouched(change, object)), before };
}

function create(held: Versioned | undefined, change: Change): Applied {
  if (held)
    throw new ChangeError(
      change,
      'objectId',
      `There is already a ${held.kind} ${change.objectId}; use another id.`,
    );
  const value = (change.operation as { value: Fields }).value;
  if (value.id !== change.objectId)
    throw new ChangeError(change, 'operation.value.id', 'The id in the value must be the id of the object.');
  const object = check(change, value);
  return {
    held: {
      kind: change.kind,
      id: change.objectId,
      version: 1,
      created: change.id,
      last: change.id,
      stamps: {},
      object,
    },
    before: {},
  };
}

/** The words were taken out of all that came before; what is left to do is to note that. */
function redact(held: Versioned, change: Change): Applied {
  if (change.kind !== 'document')
    throw new ChangeError(change, 'kind', `Words are redacted in a document, not in a ${change.kind}.`);
  return { held: next(held, change, held.object), before: {} };
}

function remove(held: Versioned, change: Change): Applied {
  if (held.removed)
    throw new ChangeError(change, 'objectId', `This ${held.kind} was already removed by ${held.removed.by}.`);
  const removed = { by: change.by, at: change.at, ...(change.why === undefined ? {} : { why: change.why }) };
  return { held: { ...next(held, change, held.object), removed }, before: {} };
}

function restore(held: Versioned, change: Change): Applied {
  if (!held.removed) throw new ChangeError(change, 'objectId', `This ${held.kind} is not removed.`);
  const { removed: _, ...kept } = next(held, change, held.object);
  return { held: kept, before: {} };
}

function next(held: Versioned, change: Change, object: AnyObject): Versioned {
  return { ...held, version: held.version + 1, last: change.id, stamps: stampsAfter(held, change), object };
}

function edit(object: Fields, change: Change): Before {
  const { operation } = change;
  const shape = shapes[change.kind];
  if (operation.op === 'set') {
    for (const path of Object.keys(operation.values)) {
      const [name, key] = path.split('.') as [string, string | undefined];
      const allowed = key === undefined ? shape.settable.includes(name) : shape.records.includes(name);
      if (!allowed)
        throw new ChangeError(
          change,
          `operation.values.${path}`,
          `"${path}" of a ${change.kind} cannot be set.`,
        );
    }
    return { values: setFields(object, operation.values) };
  }
  if (operation.op === 'revise') return revise(object, change);
  if (operation.op !== 'add' && operation.op !== 'edit' && operation.op !== 'drop') return {};
  const { list } = operation;
  if (!shape.lists.includes(list))
    throw new ChangeError(change, 'operation.list', `A ${change.kind} has no list "${list}".`);
  const items = [...(object[list] as unknown[])];
  object[list] = items;
  if (operation.op === 'add') {
    const id = itemId(operation.item);
    if (!id) throw new ChangeError(change, 'operation.item.id', 'A list item needs an id.');
    if (items.some(item => itemId(item) === id))
      throw new ChangeError(change, 'operation.item.id', `${list} already has an item ${id}.`);
    items.splice(operation.at ?? items.length, 0, operation.item);
    return {};
  }
  const at = items.findIndex(item => itemId(item) === operation.item);
  if (at < 0)
    throw new ChangeError(
      change,
      'operation.item',
      `${list} has no item ${operation.item}; it may have been taken out meanwhile.`,
    );
  if (operation.op === 'drop') {
    const [item] = items.splice(at, 1);
    return { item: item as NonNullable<Before['item']>, at };
  }
  if (typeof items[at] === 'string')
    throw new ChangeError(
      change,
      'operation.item',
      `Items of ${list} are plain text: drop one and add another.`,
    );
  if ('id' in operation.values)
    throw new ChangeError(change, 'operation.values.id', 'The id of an item cannot be changed.');
  const item = { ...(items[at] as Fields) };
  items[at] = item;
  return { values: setFields(item, operation.values) };
}

/** The document's part of it; what the revision does to claims is `carryClaims`'s. */
function revise(object: Fields, change: Change): Before {
  const { revision, carry } = change.operation as Extract<Operation, { op: 'revise' }>;
  const revisions = object.revisions as { id: string }[] | undefined;
  if (change.kind !== 'document' || !revisions)
    throw new ChangeError(change, 'operation', `A ${change.kind} has no revisions.`);
  if (revisions.some(({ id }) => id === revision.id))
    throw new ChangeError(change, 'operation.revision.id', `There is a revision ${revision.id} already.`);
  if (revisions.at(-1)?.id !== carry.from)
    throw new ChangeError(
      change,
      'operation.carry.from',
      `Revision ${carry.from} is not the current one; look at the preview again.`,
    );
  object.revisions = [...revisions, revision];
  return {};
}

function setFields(target: Fields, values: Record<string, unknown>): NonNullable<Before['values']> {
  const before: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    before[path] = readField(target, path) ?? null;
    const [name, key] = path.split('.') as [string, string | undefined];
    if (key === undefined) assign(target, name, value);
    else {
      const record = { ...(target[name] as Fields) };
      assign(record, key, value);
      target[name] = record;
    }
  }
  return before as NonNullable<Before['values']>;
}

function assign(target: Fields, name: string, value: unknown): void {
  if (value === null) delete target[name];
  else target[name] = value;
}

/** Checks the fields that a change reaches into: all others stand as they were when they were checked. */
function checkTouched(change: Change, object: Fields): AnyObject {
  const { shape } = shapes[change.kind].schema;
  // The whole object says what is wrong: where several fields are, always of the same one first.
  for (const name of touchedFields(change.operation))
    if (!shape[name]!.safeParse(object[name]).success) return check(change, object);
  return object as unknown as AnyObject;
}

function touchedFields(operation: Operation): string[] {
  if (operation.op === 'set') return Object.keys(operation.values).map(path => path.split('.', 1)[0]!);
  if (operation.op === 'revise') return ['revisions'];
  return 'list' in operation ? [operation.list] : [];
}

function check(change: Change, object: Fields): AnyObject {
  const result = shapes[change.kind].schema.safeParse(object);
  if (result.success) return object as unknown as AnyObject;
  const issue = result.error.issues[0]!;
  throw new ChangeError(
    change,
    issue.path.join('.') || 'operation',
    `The ${change.kind} would not be valid: ${issue.path.join('.')} ${issue.message}`,
  );
}
