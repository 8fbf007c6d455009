import fc from 'fast-check';
import { ChangeError } from '../../../shared/change/apply.ts';
import { World } from '../../../shared/history/world.ts';
import type { Before, Change, LogEntry, Operation } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { AT, claim, conflict, uuid } from '../../support/objects.ts';

/** What a test says of a change: the object by number, and what is done to it. */
export interface Deed {
  readonly kind?: Kind;
  readonly id: number;
  readonly operation: Operation;
}

let count = 50_000;

/** @returns a log of gestures, each of some deeds; a gesture of which something cannot be done is left out, and its number with it */
export function historyOf(gestures: readonly (readonly Deed[])[]): { entries: LogEntry[]; world: World } {
  const entries: LogEntry[] = [];
  let world = new World();
  for (const deeds of gestures) {
    const after = world.copy();
    const group = uuid(count++);
    const changes = deeds.map(
      ({ kind = 'claim', id, operation }): Change => ({
        ...{ id: uuid(count++), group, kind, objectId: uuid(id), operation, base: {}, at: AT, by: 'Marta' },
      }),
    );
    const before = repeated(after, changes);
    if (!before) continue;
    world = after;
    const seq = entries.length + 1;
    entries.push({ seq, at: AT, by: 'Marta', changes, before, prevHash: '', hash: '' });
  }
  return { entries, world };
}

/** @returns what changes overwrote, or undefined where one could not be done */
export function repeated(world: World, changes: readonly Change[]): Before[] | undefined {
  try {
    return changes.map(change => world.repeat(change));
  } catch (error) {
    if (error instanceof ChangeError) return undefined;
    throw error;
  }
}

const note = (n: number) => ({ id: uuid(n), text: `note ${n}`, by: 'Ines', at: AT });

export const create = {
  claim: (id: number): Deed => ({ id, operation: { op: 'create', value: claim({ id: uuid(id) }) as never } }),
  entity: (id: number): Deed => ({
    kind: 'entity',
    id,
    operation: {
      op: 'create',
      value: { id: uuid(id), kind: 'person', preferred: 'Luis', variants: [], distinctFrom: [] } as never,
    },
  }),
  conflict: (id: number, left: number, right: number): Deed => ({
    kind: 'conflict',
    id,
    operation: {
      op: 'create',
      value: conflict({
        id: uuid(id),
        sides: [
          { id: uuid(id + 1000), value: 'Luis', claimIds: [uuid(left)] },
          { id: uuid(id + 2000), value: 'Lois', claimIds: [uuid(right)] },
        ],
      }) as never,
    },
  }),
};
export const set = (id: number, values: Record<string, string | null>, kind: Kind = 'claim'): Deed => ({
  kind,
  id,
  operation: { op: 'set', values },
});
export const add = (id: number, list: string, item: string, at?: number): Deed => ({
  id,
  operation: { op: 'add', list, item, ...(at === undefined ? {} : { at }) },
});
export const drop = (id: number, list: string, item: string): Deed => ({
  id,
  operation: { op: 'drop', list, item },
});
export const addNote = (id: number, n: number): Deed => ({
  id,
  operation: { op: 'add', list: 'notes', item: note(n) },
});
export const editNote = (id: number, n: number, text: string): Deed => ({
  id,
  operation: { op: 'edit', list: 'notes', item: uuid(n), values: { text } },
});
export const remove = (id: number, kind: Kind = 'claim'): Deed => ({ kind, id, operation: { op: 'remove' } });
export const restore = (id: number, kind: Kind = 'claim'): Deed => ({
  kind,
  id,
  operation: { op: 'restore' },
});

const CLAIMS = [1, 2, 3] as const;
const ENTITIES = [11, 12] as const;
const someClaim = fc.constantFrom(...CLAIMS);
const someEntity = fc.constantFrom(...ENTITIES);
const someTag = fc.constantFrom('a', 'b', 'c');
const someNote = fc.constantFrom(21, 22);

const someDeed: fc.Arbitrary<Deed> = fc.oneof(
  someClaim.map(create.claim),
  someEntity.map(create.entity),
  fc.tuple(someClaim, someClaim).map(([left, right]) => create.conflict(31, left, right)),
  fc
    .tuple(someClaim, fc.constantFrom('accurate', 'disputed', null))
    .map(([id, verdict]) => set(id, { verdict })),
  fc
    .tuple(someClaim, fc.constantFrom('open', 'checking', 'checked'))
    .map(([id, workflow]) => set(id, { workflow })),
  fc
    .tuple(someClaim, fc.constantFrom('speaker', 'host', null))
    .map(([id, role]) => set(id, { 'fields.role': role })),
  fc
    .tuple(someClaim, fc.option(someEntity, { nil: null }))
    .map(([id, entity]) => set(id, { entityId: entity === null ? null : uuid(entity) })),
  fc
    .tuple(someClaim, someTag, fc.option(fc.nat(2), { nil: undefined }))
    .map(([id, tag, at]) => add(id, 'tags', tag, at)),
  fc.tuple(someClaim, someTag).map(([id, tag]) => drop(id, 'tags', tag)),
  fc.tuple(someClaim, someNote).map(([id, n]) => addNote(id, n)),
  fc.tuple(someClaim, someNote, fc.constantFrom('x', 'y')).map(([id, n, text]) => editNote(id, n, text)),
  fc.tuple(someClaim, someNote).map(([id, n]) => drop(id, 'notes', uuid(n))),
  fc
    .tuple(someEntity, fc.constantFrom('Luis', 'Lois'))
    .map(([id, preferred]) => set(id, { preferred }, 'entity')),
  someClaim.map(id => remove(id)),
  someClaim.map(id => restore(id)),
  someEntity.map(id => remove(id, 'entity')),
  someEntity.map(id => restore(id, 'entity')),
);

/** Histories of a few objects that are changed in every way, most gestures of one change. */
export const someHistory = fc
  .array(fc.array(someDeed, { minLength: 1, maxLength: 3 }), { minLength: 10, maxLength: 60 })
  .map(gestures => historyOf([[create.claim(1)], [create.claim(2)], [create.entity(11)], ...gestures]))
  .filter(({ entries }) => entries.length > 5);
