import { msg, str } from '@lit/localize';
import { basisOf } from '../../../shared/conflicts/basis.ts';
import { decideConflict, effectsOf } from '../../../shared/conflicts/decide.ts';
import type { Severity } from '../../../shared/model/scales.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { stepWord } from '../../localize/say-step.ts';
import { asOne } from '../../panels/as-one.ts';
import { inPieces } from '../../store/in-pieces.ts';
import { newId, type Store } from '../../store/store.ts';

/** Settles conflicts as none, with one reason for all, as one gesture. @returns whether it was done */
export function settleAsNone(store: Store, ids: readonly string[], reason: string): Promise<boolean> {
  const open = ids
    .map(id => store.get('conflict', id)?.object)
    .filter(conflict => conflict?.state === 'open')
    .filter(conflict => conflict !== undefined);
  const label = plural(
    open.length,
    msg(str`Settled ${sayNumber(open.length)} {conflict¦conflicts} as not a conflict`),
  );
  return asOne(store, label, async hand => {
    const claims = open.flatMap(({ sides }) => sides.flatMap(side => side.claimIds));
    await inPieces(claims, 200, piece => store.loadClaims(piece), hand);
    const find = (id: string) => store.get('claim', id)?.object;
    const author = { by: store.signature, at: new Date().toISOString() };
    return open.flatMap(conflict => {
      const decision = {
        id: newId(),
        outcome: 'no-conflict' as const,
        reason,
        ...author,
        basis: basisOf(conflict, find),
      };
      return decideConflict(conflict, decision, effectsOf(conflict, 'no-conflict', {}), find);
    });
  });
}

/** Gives conflicts a severity as one gesture. @returns whether it was done */
export function setSeverityOfAll(store: Store, ids: readonly string[], severity: Severity): Promise<boolean> {
  const says = msg(str`Severity set to ${stepWord('severity', severity)}`);
  const label = plural(ids.length, msg(str`${says}: ${sayNumber(ids.length)} {conflict¦conflicts}`));
  return asOne(store, label, async () =>
    ids
      .filter(id => store.get('conflict', id)?.object.severity !== severity)
      .map(id => ({
        kind: 'conflict' as const,
        objectId: id,
        operation: { op: 'set' as const, values: { severity } },
      })),
  );
}
