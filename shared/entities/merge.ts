import type { Draft } from '../change/draft.ts';
import type { Entity } from '../model/entity.ts';
import { setEntity } from './name-entity.ts';

/**
 * Makes one entity of several: what is said of the others is said of `into`, with all their forms and whom they are told
 * apart from, and they go.
 * @param claimIds the claims that name one of the others
 * @returns none where there are no others
 */
export function mergeEntities(
  into: Entity,
  others: readonly Entity[],
  claimIds: readonly string[],
  newId: () => string,
): Draft[] {
  if (others.length === 0) return [];
  const gone = new Set(others.map(({ id }) => id));
  const apart = new Set(others.flatMap(({ distinctFrom }) => distinctFrom));
  return [
    ...newForms(into, others).map(item => add(into.id, 'variants', { id: newId(), ...item })),
    ...into.distinctFrom.filter(id => gone.has(id)).map(id => dropApart(into.id, id)),
    ...[...apart]
      .filter(id => id !== into.id && !gone.has(id) && !into.distinctFrom.includes(id))
      .map(id => add(into.id, 'distinctFrom', id)),
    ...claimIds.map(id => setEntity(id, into.id)),
    ...others.map(({ id }): Draft => ({ kind: 'entity', objectId: id, operation: { op: 'remove' } })),
  ];
}

/** A form, and its language where that is known. */
interface Form {
  readonly form: string;
  readonly language?: string;
}

/** @returns the forms of other entities that an entity does not have yet, each once, with their languages */
export function newForms(into: Entity, others: readonly Entity[]): Form[] {
  const forms = new Map<string, Form>();
  const has = new Set([into.preferred, ...into.variants.map(({ form }) => form)]);
  const seen = others.flatMap(({ preferred, variants }): Form[] => [{ form: preferred }, ...variants]);
  for (const { form, language } of seen)
    if (!has.has(form) && forms.get(form)?.language === undefined)
      forms.set(form, language === undefined ? { form } : { form, language });
  const lacksOwn = !into.variants.some(({ form }) => form === into.preferred);
  return [...(lacksOwn ? [{ form: into.preferred }] : []), ...forms.values()];
}

/** Says of two entities that they are different ones; both remember it. */
export function distinguish(one: Entity, other: Entity): Draft[] {
  return bothWays(one, other)
    .filter(([from, to]) => !from.distinctFrom.includes(to.id))
    .map(([from, to]) => add(from.id, 'distinctFrom', to.id));
}

/** Takes back that two entities are different ones. */
export function undistinguish(one: Entity, other: Entity): Draft[] {
  return bothWays(one, other)
    .filter(([from, to]) => from.distinctFrom.includes(to.id))
    .map(([from, to]) => dropApart(from.id, to.id));
}

/** @returns whether somebody has told two entities apart */
export const areApart = (one: Entity, other: Entity): boolean =>
  one.distinctFrom.includes(other.id) || other.distinctFrom.includes(one.id);

const bothWays = (one: Entity, other: Entity): (readonly [Entity, Entity])[] => [
  [one, other],
  [other, one],
];

const add = (
  id: string,
  list: 'variants' | 'distinctFrom',
  item: string | { id: string; form: string; language?: string },
): Draft => ({ kind: 'entity', objectId: id, operation: { op: 'add', list, item } });

const dropApart = (id: string, item: string): Draft => ({
  kind: 'entity',
  objectId: id,
  operation: { op: 'drop', list: 'distinctFrom', item },
});
