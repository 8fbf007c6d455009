import { applyChange } from '../../shared/change/apply.ts';
import { baseFor } from '../../shared/change/paths.ts';
import type { Change, Operation, Versioned } from '../../shared/model/change.ts';
import type { Claim } from '../../shared/model/claim.ts';
import type { Conflict } from '../../shared/model/conflict.ts';
import type { Kind, Objects } from '../../shared/model/objects.ts';

/** A UUID that can be read: `uuid(7)` ends in 7. */
export const uuid = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const AT = '2026-05-07T10:42:00.000Z';

/** A claim on the words at [10, 20) of a document; override what the case is about. */
export function claim(over: Partial<Claim> = {}): Claim {
  return {
    id: uuid(1),
    type: 'person',
    anchor: {
      documentId: uuid(100),
      revision: uuid(101),
      ranges: [{ start: 10, end: 20 }],
      quote: { exact: 'Luis Pérez', prefix: 'by ', suffix: ' Leira' },
    },
    fields: {},
    workflow: 'open',
    tags: [],
    evidence: [],
    notes: [],
    settled: [],
    anchorState: 'intact',
    createdBy: 'Marta',
    createdAt: AT,
    ...over,
  };
}

/** A conflict between two claims; override what the case is about. */
export function conflict(over: Partial<Conflict> = {}): Conflict {
  return {
    id: uuid(50),
    kind: 'name',
    key: 'by-hand:1',
    title: 'Luis / Lois',
    sides: [
      { id: uuid(51), value: 'Luis Pérez Leira', claimIds: [uuid(1)] },
      { id: uuid(52), value: 'Lois Pérez Leira', claimIds: [uuid(2)] },
    ],
    grounds: [],
    severity: 'high',
    state: 'open',
    decisions: [],
    dissent: [],
    raisedBy: 'Marta',
    raisedAt: AT,
    ...over,
  };
}

let count = 1000;

/** A change by someone who sees the object as `held`. */
export function change(
  held: Versioned | undefined,
  operation: Operation,
  over: Partial<Change> = {},
): Change {
  return {
    id: uuid(count++),
    group: uuid(count++),
    kind: held?.kind ?? 'claim',
    objectId: held?.id ?? uuid(1),
    operation,
    base: baseFor(held, operation),
    at: AT,
    by: 'Marta',
    ...over,
  };
}

/** An object as it is held after having been created. */
export function held<K extends Kind>(kind: K, object: Objects[K]): Versioned<K> {
  const created = change(
    undefined,
    { op: 'create', value: object as unknown as Record<string, never> },
    { kind, objectId: object.id },
  );
  return applyChange(undefined, created).held as Versioned<K>;
}
