import type { Annotation } from '../model/annotation.ts';
import type { Claim } from '../model/claim.ts';
import type { Conflict } from '../model/conflict.ts';
import type { Entity } from '../model/entity.ts';
import type { Id } from '../model/ids.ts';
import type { AnyObject, Kind } from '../model/objects.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Source } from '../model/source.ts';

/** One object's mention of another, and the path at which it stands. */
export interface Reference {
  readonly kind: Kind;
  readonly id: Id;
  readonly path: string;
}

/** @returns every object that an object refers to, in the order of its fields; an object may be named more than once. */
export function referencesOf(kind: Kind, object: AnyObject): Reference[] {
  switch (kind) {
    case 'document':
      return [];
    case 'claim':
      return fromClaim(object as Claim);
    case 'source':
      return given('document', (object as Source).documentId, 'documentId');
    case 'entity':
      return (object as Entity).distinctFrom.map((id, i) => ({
        kind: 'entity',
        id,
        path: `distinctFrom.${i}`,
      }));
    case 'conflict':
      return (object as Conflict).sides.flatMap((side, s) =>
        side.claimIds.map((id, c): Reference => ({ kind: 'claim', id, path: `sides.${s}.claimIds.${c}` })),
      );
    case 'refusal':
      return given('document', (object as Refusal).documentId, 'documentId');
    case 'annotation':
      return given('claim', (object as Annotation).claimId, 'claimId');
  }
}

function fromClaim(claim: Claim): Reference[] {
  return [
    { kind: 'document', id: claim.anchor.documentId, path: 'anchor.documentId' },
    ...given('entity', claim.entityId, 'entityId'),
    ...claim.evidence.flatMap((evidence, i) => [
      ...given('source', evidence.sourceId, `evidence.${i}.sourceId`),
      ...given('document', evidence.passage?.documentId, `evidence.${i}.passage.documentId`),
    ]),
    ...claim.settled.map(
      ({ conflictId }, i): Reference => ({
        kind: 'conflict',
        id: conflictId,
        path: `settled.${i}.conflictId`,
      }),
    ),
  ];
}

function given(kind: Kind, id: Id | undefined, path: string): Reference[] {
  return id === undefined ? [] : [{ kind, id, path }];
}
