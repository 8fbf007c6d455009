import { entityKindOf } from '../../../shared/entities/name-entity.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { formsOf, plainForm } from './entity-forms.ts';

/** Which entity is known by some words. */
export class KnownForms {
  readonly #entities = new Map<string, Entity>();
  #byForm: Map<string, Set<Entity>> | undefined;

  put({ id, object, removed }: Versioned<'entity'>): void {
    if (removed) this.#entities.delete(id);
    else this.#entities.set(id, object);
    this.#byForm = undefined;
  }

  /** @returns the entity that words of a type name; undefined where there is none, or more than one */
  entityOf(type: string, ...words: readonly string[]): string | undefined {
    const kind = entityKindOf(type);
    if (!kind || this.#entities.size === 0) return undefined;
    for (const form of words) {
      const named = [...(this.#forms.get(plainForm(form)) ?? [])].filter(entity => entity.kind === kind);
      if (named.length > 0) return named.length === 1 ? named[0]!.id : undefined;
    }
    return undefined;
  }

  get #forms(): ReadonlyMap<string, ReadonlySet<Entity>> {
    if (this.#byForm) return this.#byForm;
    const byForm = new Map<string, Set<Entity>>();
    for (const entity of this.#entities.values())
      for (const form of formsOf(entity).map(plainForm))
        byForm.set(form, (byForm.get(form) ?? new Set()).add(entity));
    this.#byForm = byForm;
    return byForm;
  }
}
