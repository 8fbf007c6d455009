import type { Draft } from '../change/draft.ts';
import { isKindOf } from '../claim-types/registry.ts';
import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';

const KINDS = ['person', 'organization', 'place'] as const satisfies readonly Entity['kind'][];

/** @returns what claims of a type name: a speaker is a person; undefined where they name nobody and nothing */
export function entityKindOf(type: string): Entity['kind'] | undefined {
  return KINDS.find(kind => isKindOf(type, kind));
}

/** A claim, and the form in which it names its entity. */
export interface Naming {
  readonly claim: Pick<Claim, 'id' | 'type' | 'entityId'>;
  readonly form: string;
}

/**
 * Says that claims name one entity. One that any of them names already is taken, the first of several; else a new one is
 * made. It learns the forms that it does not have yet.
 * @param preferred the form to use; undefined leaves that of a known entity, and takes the first form for a new one
 * @param find gives an entity that is not removed
 * @param newId gives a fresh UUID at every call
 * @returns drafts of one group; none where the claims name neither person, organization nor place
 */
export function nameEntity(
  namings: readonly Naming[],
  preferred: string | undefined,
  find: (id: string) => Entity | undefined,
  newId: () => string,
): Draft[] {
  const kind = namings.map(({ claim }) => entityKindOf(claim.type)).find(found => found !== undefined);
  if (!kind) return [];
  const known = namings.map(({ claim }) => claim.entityId && find(claim.entityId)).find(Boolean) || undefined;
  const wanted = (preferred ?? known?.preferred ?? namings[0]!.form).trim().slice(0, LONGEST);
  if (wanted === '') return [];
  const forms = [...new Set([wanted, ...namings.map(({ form }) => form.trim().slice(0, LONGEST))])].filter(
    Boolean,
  );
  const id = known?.id ?? newId();
  return [
    ...(known ? learn(known, wanted, forms, newId) : [create(id, kind, wanted, forms, newId)]),
    ...namings
      .filter(({ claim }) => claim.entityId !== id)
      .map(({ claim }): Draft => setEntity(claim.id, id)),
  ];
}

const LONGEST = 1000;

/** Says which entity a claim names, or that it names none. */
export const setEntity = (claimId: string, entityId: string | undefined): Draft => ({
  kind: 'claim',
  objectId: claimId,
  operation: { op: 'set', values: { entityId: entityId ?? null } },
});

/** Prefers a form of an entity; it is one of its variants from then on. */
export function preferForm(entity: Entity, form: string, newId: () => string): Draft[] {
  return learn(entity, form, [form], newId);
}

function create(
  id: string,
  kind: Entity['kind'],
  preferred: string,
  forms: readonly string[],
  newId: () => string,
): Draft {
  const variants = forms.map(form => ({ id: newId(), form }));
  const value = { id, kind, preferred, variants, distinctFrom: [] };
  return { kind: 'entity', objectId: id, operation: { op: 'create', value } };
}

function learn(entity: Entity, wanted: string, forms: readonly string[], newId: () => string): Draft[] {
  const has = new Set([...entity.variants.map(({ form }) => form)]);
  const drafts: Draft[] = [entity.preferred, ...forms]
    .filter((form, i, all) => !has.has(form) && all.indexOf(form) === i)
    .map(form => ({
      kind: 'entity',
      objectId: entity.id,
      operation: { op: 'add', list: 'variants', item: { id: newId(), form } },
    }));
  if (entity.preferred !== wanted)
    drafts.push({
      kind: 'entity',
      objectId: entity.id,
      operation: { op: 'set', values: { preferred: wanted } },
    });
  return drafts;
}
