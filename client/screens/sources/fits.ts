import type { Claim } from '../../../shared/model/claim.ts';
import type { Fit } from '../../../shared/model/scales.ts';
import type { IconName } from '../../elements/icons.ts';

/** How well a source carries what it is cited for: the worst that was found, and how often which was. */
export interface FitSummary {
  readonly worst: Fit;
  readonly counts: ReadonlyMap<Fit, number>;
}

/** From bad to good. */
const ORDER: readonly Fit[] = ['contradicts', 'predates', 'unreachable', 'silent', 'weaker', 'states'];

/** @returns how a source fits the claims that cite it, or undefined where nobody has judged it */
export function fitOf(sourceId: string, claims: Iterable<Claim>): FitSummary | undefined {
  const counts = new Map<Fit, number>();
  for (const claim of claims) {
    for (const evidence of claim.evidence) {
      if (evidence.sourceId === sourceId && evidence.fit)
        counts.set(evidence.fit, (counts.get(evidence.fit) ?? 0) + 1);
    }
  }
  const worst = ORDER.find(step => counts.has(step));
  return worst && { worst, counts };
}

/** What stands before a fit's words: a sign for what disagrees, else an icon. */
export function fitSign(code: Fit): { readonly sign: string } | { readonly icon: IconName } {
  if (code === 'contradicts' || code === 'predates') return { sign: '≠' };
  return { icon: code === 'states' ? 'check' : code === 'unreachable' ? 'warning' : 'minus' };
}

export const isBad = (code: Fit): boolean => ['contradicts', 'predates', 'unreachable'].includes(code);
