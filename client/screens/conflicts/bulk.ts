import { msg, str } from '@lit/localize';
import type { ToldFinding } from '../../../shared/api/found.ts';
import { basisOf } from '../../../shared/conflicts/basis.ts';
import { decideConflict, effectsOf } from '../../../shared/conflicts/decide.ts';
import { refuseFinding } from '../../../shared/conflicts/from-finding.ts';
import type { Severity } from '../../../shared/model/scales.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { stepWord } from '../../localize/say-step.ts';
import { asOne } from '../../panels/as-one.ts';
import { inPieces } from '../../store/in-pieces.ts';
import { newId, type Store } from '../../store/store.ts';
import type { FoundCase } from './found/cases.ts';

/**
 * Settles conflicts as none, with one reason for all, as one gesture.
 * @param found what is only found among them: it is remembered as refused, and makes no claims
 * @returns whether it was done
 */
export function settleAsNone(
  store: Store,
  ids: readonly string[],
  found: readonly ToldFinding[],
  reason: string,
): Promise<boolean> {
  const open = ids
    .map(id => store.get('conflict', id)?.object)
    .filter(conflict => conflict?.state === 'open')
    .filter(conflict => conflict !== undefined);
  const count = open.length + found.length;
  const label = plural(count, msg(str`Settled ${sayNumber(count)} {conflict¦conflicts} as not a conflict`));
  return asOne(store, label, async hand => {
    const claims = open.flatMap(({ sides }) => sides.flatMap(side => side.claimIds));
    await inPieces(claims, 200, piece => store.loadClaims(piece), hand);
    const find = (id: string) => store.get('claim', id)?.object;
    const author = { by: store.signature, at: new Date().toISOString() };
    const refused = found.map(told => refuseFinding(told, reason, newId, author));
    const decided = open.flatMap(conflict => {
      const decision = {
        id: newId(),
        outcome: 'no-conflict' as const,
        reason,
        ...author,
        basis: basisOf(conflict, find),
      };
      return decideConflict(conflict, decision, effectsOf(conflict, 'no-conflict', {}), find);
    });
    return [...refused, ...decided];
  });
}

/**
 * Gives conflicts a severity as one gesture; what is only found among them goes on the record by it.
 * @returns whether it was done
 */
export function setSeverityOfAll(
  store: Store,
  ids: readonly string[],
  found: readonly FoundCase[],
  severity: Severity,
): Promise<boolean> {
  const says = msg(str`Severity set to ${stepWord('severity', severity)}`);
  const label = plural(ids.length, msg(str`${says}: ${sayNumber(ids.length)} {conflict¦conflicts}`));
  const recorded = ids.map(id => store.get('conflict', id)?.object).filter(one => one !== undefined);
  const all = [...recorded, ...found.map(({ held }) => held.object)];
  return asOne(store, label, async () => [
    ...found.flatMap(({ drafts }) => drafts),
    ...all
      .filter(one => one.severity !== severity)
      .map(({ id }) => ({
        kind: 'conflict' as const,
        objectId: id,
        operation: { op: 'set' as const, values: { severity } },
      })),
  ]);
}
