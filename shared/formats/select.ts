import type { Versioned } from '../model/change.ts';
import type { Id } from '../model/ids.ts';
import { type Kind, kinds } from '../model/objects.ts';
import type { ObjectsByKind } from './format.ts';
import { referencesOf } from './references.ts';

/**
 * Takes a part of a desk: the given claims and documents, the sources, entities and documents that those claims
 * cite, the conflicts that they take part in, the annotations that they came from, and what was refused of the given
 * documents. Removed objects stay behind, but for those that are cited.
 * @param all every object of the desk
 * @param picked whether a claim that is not removed, and whose document is not, belongs to the part
 * @param documents documents that belong to it whatever their claims
 */
export function selectPart(
  all: ObjectsByKind,
  picked: (claim: Versioned<'claim'>) => boolean,
  documents: readonly Id[] = [],
): ObjectsByKind {
  const live = present(all);
  const claims = live.claim.filter(picked);
  const chosen: Record<Kind, Set<Id>> = {
    document: new Set(documents),
    claim: new Set(claims.map(({ id }) => id)),
    source: new Set(),
    entity: new Set(),
    conflict: new Set(),
    refusal: new Set(),
    annotation: new Set(),
  };
  for (const claim of claims)
    for (const { kind, id } of referencesOf('claim', claim.object)) chosen[kind].add(id);
  for (const source of all.source)
    if (chosen.source.has(source.id) && source.object.documentId !== undefined)
      chosen.document.add(source.object.documentId);
  for (const conflict of live.conflict)
    if (conflict.object.sides.some(side => side.claimIds.some(id => chosen.claim.has(id))))
      chosen.conflict.add(conflict.id);
  const own = new Set(documents);
  for (const { id, object } of live.refusal)
    if (object.documentId !== undefined && own.has(object.documentId)) chosen.refusal.add(id);
  for (const { id, object } of live.annotation)
    if (object.claimId !== undefined && chosen.claim.has(object.claimId)) chosen.annotation.add(id);
  const { claim, conflict, refusal, annotation } = live;
  const from = { ...all, claim, conflict, refusal, annotation };
  return eachKind(kind => from[kind].filter(({ id }) => chosen[kind].has(id)));
}

/** @returns the objects that are not removed, without the claims of documents that are. */
export function present(all: ObjectsByKind): ObjectsByKind {
  const documents = new Set(all.document.filter(held => !held.removed).map(({ id }) => id));
  return eachKind(kind =>
    (all[kind] as readonly Versioned[]).filter(
      held =>
        !held.removed &&
        (kind !== 'claim' || documents.has((held as Versioned<'claim'>).object.anchor.documentId)),
    ),
  );
}

function eachKind(list: (kind: Kind) => readonly Versioned[]): ObjectsByKind {
  return Object.fromEntries(kinds.map(kind => [kind, list(kind)])) as unknown as ObjectsByKind;
}
