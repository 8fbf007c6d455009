import type { Draft } from '../change/draft.ts';
import type { Entity } from '../model/entity.ts';
import { setEntity } from './name-entity.ts';

/** What goes to the new entity: whole forms, and claims with the forms in which they name it. */
export interface Going {
  readonly variantIds: readonly string[];
  readonly claims: readonly { readonly id: string; readonly form: string }[];
}

/** What a split makes, and what does it. */
export interface Split {
  readonly drafts: readonly Draft[];
  readonly made: Entity;
  /** The form that the old entity is called by from then on. */
  readonly stays: string;
}

/**
 * Makes two entities of one and tells them apart. A form that only some of its claims leave is known to both from then on.
 * @returns undefined where nothing would go, or nothing would stay
 */
export function splitEntity(entity: Entity, going: Going, newId: () => string): Split | undefined {
  const leaves = new Set(going.variantIds);
  const gone = entity.variants.filter(({ id }) => leaves.has(id));
  const left = entity.variants.filter(({ id }) => !leaves.has(id));
  const forms = [...new Set([...gone.map(({ form }) => form), ...going.claims.map(({ form }) => form)])];
  if (forms.length === 0 || left.length === 0) return undefined;
  const languages = new Map(entity.variants.map(({ form, language }) => [form, language]));
  const made: Entity = {
    id: newId(),
    kind: entity.kind,
    preferred: forms[0]!,
    variants: forms.map(form => {
      const language = languages.get(form);
      return language === undefined ? { id: newId(), form } : { id: newId(), form, language };
    }),
    distinctFrom: [entity.id],
  };
  const isStaying = left.some(({ form }) => form === entity.preferred);
  const stays = isStaying ? entity.preferred : left[0]!.form;
  const own = (operation: Draft['operation']): Draft => ({ kind: 'entity', objectId: entity.id, operation });
  return {
    made,
    stays,
    drafts: [
      { kind: 'entity', objectId: made.id, operation: { op: 'create', value: { ...made } } },
      ...(isStaying ? [] : [own({ op: 'set', values: { preferred: stays } })]),
      ...gone.map(({ id }) => own({ op: 'drop', list: 'variants', item: id })),
      own({ op: 'add', list: 'distinctFrom', item: made.id }),
      ...going.claims.map(({ id }) => setEntity(id, made.id)),
    ],
  };
}

/** Says which language a form is of; undefined takes it away. */
export const sayLanguage = (entityId: string, variantId: string, language: string | undefined): Draft => ({
  kind: 'entity',
  objectId: entityId,
  operation: { op: 'edit', list: 'variants', item: variantId, values: { language: language ?? null } },
});
