import type { Draft } from '../../../shared/change/draft.ts';
import { mergeEntities } from '../../../shared/entities/merge.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { inPieces } from '../../store/in-pieces.ts';
import { newId, type Store } from '../../store/store.ts';
import type { WorkHand } from '../../store/works.ts';
import type { EntityRow } from './entity-rows.ts';

/** Makes one entity of several. @returns the drafts, once the claims that move are loaded */
export async function mergeInto(
  store: Store,
  into: Entity,
  others: readonly EntityRow[],
  hand: WorkHand,
): Promise<Draft[]> {
  const claimIds = others.flatMap(row => row.claimIds);
  await inPieces(claimIds, 200, piece => store.loadClaims(piece), hand);
  return mergeEntities(
    into,
    others.map(({ entity }) => entity),
    claimIds.filter(id => store.get('claim', id)),
    newId,
  );
}
