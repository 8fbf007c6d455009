import { msg, str } from '@lit/localize';
import type { Claim } from '../../../shared/model/claim.ts';
import { type Conflict, decisionInForce } from '../../../shared/model/conflict.ts';
import type { Evidence } from '../../../shared/model/source.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sideLetter } from './say.ts';

/**
 * Says what has come to the sides of a settled conflict since it was decided, or has gone from them. A decision keeps a
 * fingerprint of what it rests on, not a copy, so what was edited in place cannot be told.
 * @param find gives a claim by id; one that is missing was removed
 * @param nameOf names the source of a piece of evidence
 */
export function changedSince(
  conflict: Conflict,
  find: (id: string) => Claim | undefined,
  nameOf: (evidence: Evidence) => string,
): string[] {
  const decision = decisionInForce(conflict);
  if (!decision) return [];
  return conflict.sides.flatMap((side, i) => {
    const letter = sideLetter(i);
    const claims = side.claimIds.map(find);
    const gone = claims.filter(claim => claim === undefined).length;
    const added = claims
      .flatMap(claim => claim?.evidence ?? [])
      .filter(evidence => evidence.at > decision.at)
      .map(evidence =>
        msg(
          str`side ${letter} has new evidence, “${isolated(nameOf(evidence))}”, from ${isolated(evidence.by)}`,
        ),
      );
    return gone === 0
      ? added
      : [...added, plural(gone, msg(str`side ${letter} has lost ${sayNumber(gone)} {place¦places}`))];
  });
}
