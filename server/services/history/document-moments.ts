import { rowOf } from '../../../shared/claim-index/row.ts';
import { ClaimTable } from '../../../shared/claim-index/table.ts';
import { claimsOf } from '../../../shared/conflicts/raise.ts';
import { inTextOrder } from '../../../shared/formats/order.ts';
import type { World } from '../../../shared/history/world.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import type { Desk } from '../desk.ts';

/** Of more moments than this only every so many are given, and the last. */
const MOST = 5000;

/** The entries that changed a document or what belongs to it, by column. */
export interface DocumentMoments {
  readonly count: number;
  readonly seqs: number[];
  readonly at: number[];
  readonly by: number[];
  readonly people: string[];
}

export async function momentsOf(desk: Desk, documentId: string): Promise<DocumentMoments> {
  const all = await desk.log.find({ document: documentId });
  const every = Math.ceil(all.length / MOST);
  const seqs = all.filter((_seq, i) => i % every === 0 || i === all.length - 1);
  const places = new Map<string, number>();
  const signed = seqs.map(seq => desk.log.signatureOf(seq));
  for (const { by } of signed) if (!places.has(by)) places.set(by, places.size);
  return {
    count: all.length,
    seqs,
    at: signed.map(({ at }) => at),
    by: signed.map(({ by }) => places.get(by)!),
    people: [...places.keys()],
  };
}

/** @returns a document as it was after an entry, and how many claims it had then */
export async function documentAt(
  desk: Desk,
  documentId: string,
  seq: number,
): Promise<{ held?: Versioned<'document'>; claims: number; elsewhere: number }> {
  const world = await desk.moments.worldAt(seq, documentId);
  const held = world.get('document', documentId);
  if (!held) return { claims: 0, elsewhere: 0 };
  const revision = currentRevision(held.object).id;
  let claims = 0;
  let elsewhere = 0;
  for (const { removed, object } of world.claimsOf(documentId)) {
    if (removed) continue;
    claims++;
    if (object.anchor.revision !== revision) elsewhere++;
  }
  return { held, claims, elsewhere };
}

/** @returns the claims of a document after an entry, by column */
export async function tableAt(desk: Desk, documentId: string, seq: number): Promise<ClaimTable> {
  const world = await desk.moments.worldAt(seq, documentId);
  const held = world.get('document', documentId);
  if (!held) return new ClaimTable();
  const revision = currentRevision(held.object).id;
  const table = new ClaimTable({ revision });
  const disputed = disputedIn(world);
  const present = [...world.claimsOf(documentId)].filter(({ removed }) => !removed);
  for (const { id, object } of inTextOrder(present)) table.put(rowOf(object, disputed.has(id), revision));
  return table;
}

function disputedIn(world: World): ReadonlySet<string> {
  const claims = new Set<string>();
  for (const { kind, removed, object } of world.all) {
    if (kind !== 'conflict' || removed || (object as Conflict).state !== 'open') continue;
    for (const id of claimsOf(object as unknown as Record<string, unknown>)) claims.add(id);
  }
  return claims;
}
