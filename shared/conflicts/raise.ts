import type { Draft } from '../change/draft.ts';
import type { Conflict, Ground, Side } from '../model/conflict.ts';
import type { Severity } from '../model/scales.ts';
import { sayDifference } from './difference.ts';

/** What a person says when raising a conflict. Ids and time come from outside. */
export interface Raise {
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
  /** One entry a side, two or more: the value it holds and the claims that hold it. */
  readonly sides: readonly Side[];
  readonly reason?: string;
  readonly by: string;
  readonly at: string;
  readonly newId: () => string;
}

/** @returns the draft that raises a conflict by hand, with grounds that say how the first side differs from each other one. */
export function raiseConflict(raise: Raise): Draft {
  const [first, ...others] = raise.sides;
  const grounds: Ground[] = others.map(other => ({
    id: raise.newId(),
    rule: 'form.difference',
    says: sayDifference(first!.value, other.value),
    for: first!.value !== other.value,
  }));
  if (raise.reason) grounds.push({ id: raise.newId(), rule: 'by-hand', says: raise.reason, for: true });
  const conflict: Conflict = {
    id: raise.id,
    kind: raise.kind,
    key: `by-hand:${raise.sides
      .flatMap(side => side.claimIds)
      .sort()
      .slice(0, 4)
      .join('+')}`,
    title: raise.sides.map(side => short(side.value)).join(' / '),
    sides: [...raise.sides],
    grounds,
    severity: raise.severity,
    state: 'open',
    decisions: [],
    dissent: [],
    raisedBy: raise.by,
    raisedAt: raise.at,
  };
  return {
    kind: 'conflict',
    objectId: raise.id,
    operation: { op: 'create', value: conflict as unknown as Record<string, never> },
  };
}

function short(value: string): string {
  return value.length <= 60 ? value : `${value.slice(0, 57).replace(/[\ud800-\udbff]$/, '')}…`;
}
