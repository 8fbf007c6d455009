import { createHash } from 'node:crypto';
import type { Batch, Storage } from '../../../server/storage/port.ts';
import { readAtOf } from '../../../server/storage/read-at.ts';
import { applyGroup } from '../../../shared/change/group.ts';
import type { Json } from '../../../shared/json/canonical.ts';
import type { Change, Operation } from '../../../shared/model/change.ts';
import type { Revision } from '../../../shared/model/document.ts';
import type { Kind } from '../../../shared/model/objects.ts';

const AT = '2026-05-07T10:42:00.000Z';
const BY = 'Ana';

/** A UUID that says which one it is: `uuid('c', 7)`. */
export function uuid(prefix: string, n: number): string {
  const hex = createHash('sha256').update(`${prefix}/${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${n.toString(16).padStart(12, '0')}`;
}

export const sha = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

let counter = 0;

/** A change with an id of its own. */
export function change(kind: Kind, objectId: string, operation: Operation, id?: string): Change {
  return {
    id: id ?? uuid('change', ++counter),
    group: uuid('group', counter),
    kind,
    objectId,
    operation,
    base: {},
    at: AT,
    by: BY,
  };
}

export const create = (kind: Kind, value: Record<string, unknown>, id?: string): Change =>
  change(kind, value.id as string, { op: 'create', value: value as Record<string, Json> } as Operation, id);

export const set = (kind: Kind, objectId: string, values: Record<string, unknown>, id?: string): Change =>
  change(kind, objectId, { op: 'set', values } as Operation, id);

/** A document of one revision, and the bytes and text that it refers to. */
export function documentOf(
  id: string,
  text: string,
): { value: Record<string, unknown>; blobs: Map<string, Uint8Array> } {
  const bytes = new TextEncoder().encode(`\ufeff${text}`);
  const plain = new TextEncoder().encode(text);
  const blobs = new Map<string, Uint8Array>([
    [sha(bytes), bytes],
    [sha(plain), plain],
  ]);
  const revision = {
    id: uuid('revision', Number.parseInt(id.slice(-12), 16)),
    sha256: sha(bytes),
    bytes: bytes.length,
    reading: { decoder: 'utf-8', version: '1', encoding: 'utf-8', bom: true },
    textSha256: sha(plain),
    length: text.length,
    addedAt: AT,
    addedBy: BY,
  };
  return {
    value: { id, title: `Text ${id.slice(0, 4)}`, mediaType: 'text/plain', revisions: [revision] },
    blobs,
  };
}

/** The change that gives a document of `documentOf` another text, with the runs that both have, and its bytes. */
export function revisionOf(
  documentId: string,
  from: string,
  n: number,
  text: string,
  stretches: readonly (readonly [number, number, number])[],
): { change: Change; blobs: Map<string, Uint8Array> } {
  const { value, blobs } = documentOf(documentId, text);
  const [made] = (value as { revisions: Revision[] }).revisions;
  const carry = { from, stretches: stretches.map(([...run]) => run), stays: [], quotes: {}, placed: {} };
  const revision = { ...made!, id: uuid('revision', 1000 + n) };
  return { change: change('document', documentId, { op: 'revise', revision, carry } as Operation), blobs };
}

/** An open claim of the units `[start, end)` of a text. */
export function claimOf(
  id: string,
  documentId: string,
  text = 'Luis Pérez Leira',
  start = 0,
  end = text.length,
): Record<string, unknown> {
  return {
    id,
    type: 'person',
    anchor: {
      documentId,
      revision: uuid('revision', Number.parseInt(documentId.slice(-12), 16)),
      ranges: [{ start, end }],
      quote: {
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
    },
    fields: {},
    workflow: 'open',
    tags: [],
    evidence: [],
    notes: [],
    settled: [],
    anchorState: 'intact',
    createdBy: BY,
    createdAt: AT,
  };
}

/** Reads what the changes touch and makes the batch that writes them, as a service does. */
export async function batchFor(
  storage: Storage,
  changes: readonly Change[],
  blobs?: ReadonlyMap<string, Uint8Array>,
): Promise<Batch> {
  const held = new Map<string, Awaited<ReturnType<Storage['readObject']>>>();
  for (const { kind, objectId } of changes)
    held.set(`${kind}/${objectId}`, await storage.readObject(kind, objectId));
  const claims = changes.some(({ operation }) => operation.op === 'revise')
    ? await storage.readObjects('claim')
    : [];
  for (const claim of claims) held.set(`claim/${claim.id}`, claim);
  const around = {
    get: (kind: Kind, id: string) => held.get(`${kind}/${id}`),
    claimsOf: (home: string) => claims.filter(({ object }) => object.anchor.documentId === home),
  };
  const result = applyGroup(around.get, changes, around.claimsOf);
  if (!result.applied) throw new Error('the changes clash');
  const { objects, before } = result;
  const readAt = readAtOf(around, changes, objects);
  return { at: AT, by: BY, changes, before, objects, readAt, ...(blobs && { blobs }) };
}

/** Commits changes as one group. */
export async function commit(
  storage: Storage,
  changes: readonly Change[],
  blobs?: ReadonlyMap<string, Uint8Array>,
) {
  return storage.commit(await batchFor(storage, changes, blobs));
}

/** @returns the error that a promise rejects with. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a failure, but it succeeded');
}

/** All there is to see of a storage, to compare two of them. */
export async function everything(storage: Storage) {
  const log = [];
  for await (const entry of storage.readLog(0)) log.push(entry);
  const objects: Record<string, unknown> = {};
  for (const kind of ['document', 'claim', 'source', 'entity', 'conflict', 'refusal'] as const)
    objects[kind] = await storage.readObjects(kind);
  return JSON.parse(JSON.stringify({ head: storage.head, log, objects }));
}
