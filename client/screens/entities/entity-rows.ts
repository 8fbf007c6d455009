import type { Entity } from '../../../shared/model/entity.ts';
import { getLocale } from '../../localize/localize.ts';
import type { Store } from '../../store/store.ts';

/** An entity and the claims that name it. */
export interface EntityRow {
  readonly entity: Entity;
  readonly claimIds: readonly string[];
}

/**
 * @param uses the claims that name each entity, as the server counted them last
 * @returns entities by their preferred form, with what has changed here since
 */
export function entityRows(store: Store, uses: ReadonlyMap<string, readonly string[]>): EntityRow[] {
  const collator = new Intl.Collator(getLocale(), { numeric: true });
  const here = new Map<string, string[]>();
  for (const { id, object } of store.objects.all('claim'))
    if (object.entityId) here.set(object.entityId, [...(here.get(object.entityId) ?? []), id]);
  const stillNames = (entityId: string) => (id: string) => {
    const held = store.objects.get('claim', id);
    return !held || (!held.removed && held.object.entityId === entityId);
  };
  return store.objects
    .all('entity')
    .map(({ id, object }) => {
      const counted = (uses.get(id) ?? []).filter(stillNames(id));
      return { entity: object, claimIds: [...new Set([...counted, ...(here.get(id) ?? [])])] };
    })
    .sort((a, b) => collator.compare(a.entity.preferred, b.entity.preferred));
}
