import type { Draft } from '../change/draft.ts';
import { distinguish, mergeEntities } from '../entities/merge.ts';
import { nameEntity, setEntity } from '../entities/name-entity.ts';
import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Row } from './align.ts';
import { formKey } from './form-key.ts';
import type { Entry } from './found-list.ts';

/** What is needed to put down what somebody says of a row. */
export interface Agreeing {
  /** Gives a claim that is not removed. */
  readonly claim: (id: string) => Claim | undefined;
  readonly entity: (id: string) => Entity | undefined;
  /** The claims that name an entity, wherever they stand. */
  readonly naming: (entityId: string) => readonly string[];
  /** Gives a fresh UUID at every call. */
  readonly newId: () => string;
}

/**
 * Says that those in an uncertain cell are who the row is about: all name one entity, which learns their forms;
 * entities that were two become one.
 * @param place the list whose cell is uncertain
 * @returns drafts of one group; none where no claim names them
 */
export function sayTheSame(row: Row, place: number, with_: Agreeing): Draft[] {
  const entries = [...certainIn(row, place), ...row.cells[place]!.entries];
  const head = row.entityId ? with_.entity(row.entityId) : undefined;
  const others = [...new Set(entries.map(({ entityId }) => entityId))]
    .filter(id => id !== undefined && id !== head?.id)
    .map(id => with_.entity(id!))
    .filter(entity => entity !== undefined);
  const [first, ...rest] = head ? [head, ...others] : others;
  const merged = first
    ? mergeEntities(
        first,
        rest,
        rest.flatMap(({ id }) => with_.naming(id)),
        with_.newId,
      )
    : [];
  const named = new Set(merged.map(({ objectId }) => objectId));
  const namings = namingsOf(entries, with_).filter(({ claim }) => !named.has(claim.id));
  const drafts = nameEntity(
    first ? namings.map(({ claim, form }) => ({ claim: { ...claim, entityId: first.id }, form })) : namings,
    first?.preferred ?? row.form,
    with_.entity,
    with_.newId,
  );
  if (!first) return withForms(drafts, entries, with_);
  const ties = namings
    .filter(({ claim }) => claim.entityId !== first.id)
    .map(({ claim }) => setEntity(claim.id, first.id));
  return withForms([...merged, ...unlike(drafts, merged), ...ties], entries, with_, first);
}

/** Of two gestures that teach an entity forms, what the second has beyond the first. */
const unlike = (drafts: readonly Draft[], known: readonly Draft[]): Draft[] =>
  drafts.filter(
    draft => formOf(draft) === undefined || !known.some(other => formOf(other) === formOf(draft)),
  );

function formOf({ operation }: Draft): string | undefined {
  if (operation.op !== 'add' || operation.list !== 'variants') return undefined;
  return (operation.item as { form?: string }).form;
}

/** Forms that only a list's words have, and no claim, are learned too. */
function withForms(
  drafts: readonly Draft[],
  entries: readonly Entry[],
  { newId }: Agreeing,
  known?: Entity,
): Draft[] {
  const made = drafts.find(({ kind, operation }) => kind === 'entity' && operation.op === 'create');
  const id = known?.id ?? made?.objectId;
  if (!id) return [...drafts];
  const has = new Set([
    ...(known?.variants.map(({ form }) => form) ?? []),
    ...drafts.map(formOf),
    ...(made?.operation.op === 'create'
      ? (made.operation.value as unknown as Entity).variants.map(({ form }) => form)
      : []),
  ]);
  const forms = new Set(entries.filter(({ isWords, form }) => isWords && !has.has(form)).map(e => e.form));
  return [
    ...drafts,
    ...[...forms].map(
      (form): Draft => ({
        kind: 'entity',
        objectId: id,
        operation: { op: 'add', list: 'variants', item: { id: newId(), form } },
      }),
    ),
  ];
}

const namingsOf = (entries: readonly Entry[], { claim }: Agreeing) =>
  entries
    .filter(({ isWords }) => !isWords)
    .map(entry => ({ claim: claim(entry.claimId), form: entry.form }))
    .filter((naming): naming is { claim: Claim; form: string } => naming.claim !== undefined);

/**
 * Says that those in an uncertain cell are not who the row is about. Each gets an entity if it has none, and both
 * remember it.
 * @param place the list whose cell is uncertain
 * @returns drafts of one group; none where one of the two has no claim that could name it
 */
export function sayDifferent(row: Row, place: number, with_: Agreeing): Draft[] {
  const guests = row.cells[place]!.entries;
  const one = entityFor(certainIn(row, place), row.entityId, row.form, with_);
  const other = entityFor(guests, guests[0]?.entityId, guests[0]?.form ?? '', with_);
  if (!one || !other || one.entity.id === other.entity.id) return [];
  return [...one.drafts, ...other.drafts, ...distinguish(one.entity, other.entity)];
}

/** Where lists name who the row is about beyond doubt; a disputed cell only by the row's own name. */
const certainIn = (row: Row, place: number): readonly Entry[] =>
  row.cells.flatMap(({ state, entries }, other) =>
    other === place || state === 'uncertain'
      ? []
      : entries.filter(
          ({ entityId, form }) =>
            state !== 'conflict' || entityId === row.entityId || formKey(form) === formKey(row.form),
        ),
  );

function entityFor(
  entries: readonly Entry[],
  entityId: string | undefined,
  form: string,
  with_: Agreeing,
): { entity: Entity; drafts: readonly Draft[] } | undefined {
  const known = entityId ? with_.entity(entityId) : undefined;
  if (known) return { entity: known, drafts: [] };
  const drafts = nameEntity(namingsOf(entries, with_), form, with_.entity, with_.newId);
  const made = drafts.find(({ kind, operation }) => kind === 'entity' && operation.op === 'create');
  if (made?.operation.op !== 'create') return undefined;
  return { entity: made.operation.value as unknown as Entity, drafts };
}
