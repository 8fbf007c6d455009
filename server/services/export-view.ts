import { createHash } from 'node:crypto';
import { v5 as uuidOfName } from 'uuid';
import { bytesNamedBy, bytesNamedIn } from '../../shared/change/named-bytes.ts';
import { compileFilter } from '../../shared/claim-index/filter.ts';
import { rowOf } from '../../shared/claim-index/row.ts';
import { ClaimTable } from '../../shared/claim-index/table.ts';
import type { DeskView, ObjectsByKind } from '../../shared/formats/format.ts';
import { inTextOrder } from '../../shared/formats/order.ts';
import { documentsOf, isOfClaims, type Scope } from '../../shared/formats/scope.ts';
import { present, selectPart } from '../../shared/formats/select.ts';
import { canonicalJson } from '../../shared/json/canonical.ts';
import type { Versioned } from '../../shared/model/change.ts';
import type { Derivation } from '../../shared/model/derivation.ts';
import { currentRevision, type Revision } from '../../shared/model/document.ts';
import { kinds } from '../../shared/model/objects.ts';
import type { Head, Storage } from '../storage/port.ts';
import { OpenConflicts } from './open-conflicts.ts';
import { Refusal } from './refusal.ts';

/** Names exports among all that is named by UUID. */
const EXPORTS = 'b6f8c0de-3f1c-4f0a-9a1e-0d6c8f2b7a54';
/** How often reading is begun anew where somebody wrote meanwhile. */
const ATTEMPTS = 50;

/**
 * Takes a part of the desk as it is at one moment.
 * @throws Refusal where the document is not there or was removed
 */
export async function viewDesk(storage: Storage, scope: Scope): Promise<DeskView> {
  const { head, objects: all } = await readAll(storage);
  const objects = pick(all, scope);
  let times: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    id: nameOf(scope, objects),
    scope,
    head,
    objects,
    text: async revision =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob(storage, revision.textSha256)),
    derivation: revision => derivationIn(storage, revision),
    async *blobs() {
      if (isOfClaims(scope)) return;
      for (const sha256 of await blobNames(storage, scope, head, objects))
        yield [sha256, await blob(storage, sha256)] as const;
    },
    async *log() {
      if (scope.of === 'whole') yield* storage.readLog(0, head.seq);
    },
    async changedAt(id) {
      times ??= timesOfChange(storage, head);
      return (await times).get(id);
    },
  };
}

/** What is known of a revision whose text was derived from a file of another kind; undefined of others. */
export async function derivationIn(storage: Storage, revision: Revision): Promise<Derivation | undefined> {
  const { extraction } = revision.reading;
  if (!extraction) return undefined;
  return JSON.parse(new TextDecoder().decode(await blob(storage, extraction.derivationSha256))) as Derivation;
}

async function readAll(storage: Storage): Promise<{ head: Head; objects: ObjectsByKind }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { head } = storage;
    const [document, claim, source, entity, conflict, refusal, annotation] = await Promise.all([
      storage.readObjects('document'),
      storage.readObjects('claim'),
      storage.readObjects('source'),
      storage.readObjects('entity'),
      storage.readObjects('conflict'),
      storage.readObjects('refusal'),
      storage.readObjects('annotation'),
    ]);
    if (storage.head.seq === head.seq)
      return { head, objects: { document, claim, source, entity, conflict, refusal, annotation } };
  }
  throw new Error(
    'The desk is being written so fast that it cannot be read as it is at one moment; try again.',
  );
}

function pick(all: ObjectsByKind, scope: Scope): ObjectsByKind {
  if (scope.of === 'whole') return all;
  if (scope.of === 'claims') return selectPart(all, named(all, scope.claims));
  const asked = scope.of === 'filter' ? [scope.document].filter(id => id !== undefined) : documentsOf(scope);
  const documents = asked?.length ? asked : undefined;
  if (documents) requireDocuments(all, documents);
  const homes = documents && new Set(documents);
  const passes = scope.of === 'filter' ? passing(all, scope) : () => true;
  return selectPart(
    all,
    claim => (homes?.has(claim.object.anchor.documentId) ?? true) && passes(claim),
    documents,
  );
}

/** @throws Refusal where one is not there or was removed */
function requireDocuments(all: ObjectsByKind, documents: readonly string[]): void {
  const held = new Map(all.document.map(one => [one.id, one]));
  for (const id of documents) {
    if (!held.has(id)) throw new Refusal('not-found', `There is no document ${id}.`);
    if (held.get(id)!.removed)
      throw new Refusal('not-found', `The document ${id} was removed; restore it to export it.`);
  }
}

/** Picks claims one by one. @throws Refusal where one is not there, or was removed with its document or alone */
function named(all: ObjectsByKind, claims: readonly string[]): (claim: Versioned<'claim'>) => boolean {
  const wanted = new Set(claims);
  const here = new Set<string>();
  for (const { id } of present(all).claim) if (wanted.has(id)) here.add(id);
  const missing = claims.find(id => !here.has(id));
  if (missing !== undefined)
    throw new Refusal(
      'not-found',
      `${wanted.size - here.size} of the ${wanted.size} claims that were named are not here, or were removed: ${missing}${wanted.size - here.size > 1 ? ' and others' : ''}.`,
    );
  return ({ id }) => wanted.has(id);
}

/** Asks the filter of the claims document by document, as the reading screen does. */
function passing(all: ObjectsByKind, { filter, document }: Scope & { of: 'filter' }) {
  const conflicts = new OpenConflicts();
  for (const conflict of all.conflict) conflicts.put(conflict);
  const revisions = new Map(all.document.map(({ id, object }) => [id, currentRevision(object).id]));
  const tables = new Map<string, ClaimTable>();
  // In the order of the text, so that no claim has to be put in between others.
  for (const { id, object } of inTextOrder(present(all).claim)) {
    const home = object.anchor.documentId;
    if (document !== undefined && home !== document) continue;
    const table = tables.get(home) ?? new ClaimTable({ revision: revisions.get(home) });
    tables.set(home, table);
    table.put(rowOf(object, conflicts.has(id), table.revision));
  }
  const tests = new Map([...tables].map(([home, table]) => [home, compileFilter(table, filter)]));
  return ({ id, object }: Versioned<'claim'>): boolean => {
    const home = object.anchor.documentId;
    const slot = tables.get(home)?.slotOf(id) ?? -1;
    return slot >= 0 && tests.get(home)!(slot);
  };
}

/** The same objects at the same versions have the same name. */
function nameOf(scope: Scope, objects: ObjectsByKind): string {
  const hash = createHash('sha256').update(canonicalJson(scope));
  for (const kind of kinds) for (const { id, last } of objects[kind]) hash.update(`\n${kind} ${id} ${last}`);
  return uuidOfName(hash.digest('hex'), EXPORTS);
}

/** Hashes of all bytes that the objects name, and for the whole also of those that are named only in the log. */
async function blobNames(
  storage: Storage,
  scope: Scope,
  head: Head,
  objects: ObjectsByKind,
): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const kind of ['document', 'claim'] as const)
    for (const { object } of objects[kind]) for (const name of bytesNamedBy(kind, object)) names.add(name);
  if (scope.of === 'whole')
    for await (const entry of storage.readLog(0, head.seq))
      for (const change of entry.changes) for (const name of bytesNamedIn(change)) names.add(name);
  return [...names].sort();
}

async function blob(storage: Storage, sha256: string): Promise<Uint8Array> {
  const bytes = await storage.readBlob(sha256);
  if (!bytes)
    throw new Error(`The store has lost the bytes ${sha256}; "variorum verify" says what else is missing.`);
  return bytes;
}

async function timesOfChange(storage: Storage, head: Head): Promise<ReadonlyMap<string, string>> {
  const times = new Map<string, string>();
  for await (const { at, changes } of storage.readLog(0, head.seq))
    for (const { objectId } of changes) times.set(objectId, at);
  return times;
}
