import { msg, str } from '@lit/localize';
import type { Draft } from '../../../shared/change/draft.ts';
import type { Source } from '../../../shared/model/source.ts';
import { editEvidence } from '../../commands/claim-drafts.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { asOne } from '../../panels/as-one.ts';
import { inPieces } from '../../store/in-pieces.ts';
import type { Store } from '../../store/store.ts';

const remove = (id: string): Draft => ({ kind: 'source', objectId: id, operation: { op: 'remove' } });

/** Removes sources as one gesture. @returns whether it was done */
export const removeSources = (store: Store, ids: readonly string[]): Promise<boolean> =>
  asOne(store, plural(ids.length, msg(str`Removed ${sayNumber(ids.length)} {source¦sources}`)), async () =>
    ids.map(remove),
  );

/**
 * Makes one source of several: what cited the others cites it, and the others go.
 * @param keep the source that stays
 * @param uses the claims that cite each source
 * @returns whether it was done
 */
export function mergeSources(
  store: Store,
  keep: Source,
  others: readonly string[],
  uses: ReadonlyMap<string, readonly string[]>,
): Promise<boolean> {
  const words = isolated(keep.csl.title ?? keep.csl.URL ?? '');
  const count = sayNumber(others.length + 1);
  return asOne(store, msg(str`Merged ${count} sources into “${words}”`), async hand => {
    const gone = new Set(others);
    const citing = [...new Set(others.flatMap(id => uses.get(id) ?? []))];
    await inPieces(citing, 200, piece => store.loadClaims(piece), hand);
    const moved = citing
      .map(id => store.get('claim', id)?.object)
      .filter(claim => claim !== undefined)
      .flatMap(claim =>
        claim.evidence
          .filter(({ sourceId }) => sourceId !== undefined && gone.has(sourceId))
          .map(evidence => editEvidence(claim, evidence.id, { sourceId: keep.id })),
      );
    return [...moved, ...others.map(remove)];
  });
}
