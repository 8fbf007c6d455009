import { claimType, isKindOf } from '../claim-types/registry.ts';
import type { Range } from '../model/anchor.ts';

/** As much of a claim or a suggestion as tells what it is about. */
export interface Covering {
  readonly type: string;
  /** In text order. */
  readonly ranges: readonly Range[];
}

/**
 * Whether a claim leaves nothing to suggest: it shares words with the suggestion and is of the same or a more special
 * type, or names something by the very same words.
 */
export function covers(claim: Covering, suggestion: Covering): boolean {
  const [start, end] = [startOf(claim), endOf(claim)];
  if (start >= endOf(suggestion) || startOf(suggestion) >= end) return false;
  if (isKindOf(claim.type, suggestion.type)) return true;
  const isSame = start === startOf(suggestion) && end === endOf(suggestion);
  const bearsName = (type: string) => claimType(type)?.valueKind === 'name';
  return (
    isSame && bearsName(claim.type) && bearsName(suggestion.type) && !isKindOf(suggestion.type, claim.type)
  );
}

const startOf = ({ ranges }: Covering): number => ranges[0]!.start;
const endOf = ({ ranges }: Covering): number => ranges[ranges.length - 1]!.end;
