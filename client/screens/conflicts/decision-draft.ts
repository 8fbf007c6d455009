import { outcomeAsks } from '../../../shared/conflicts/decide.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import type { Outcome } from '../../../shared/model/scales.ts';

/** A decision on its way: what has been filled in for one conflict. */
export interface DecisionDraft {
  readonly outcome?: Outcome;
  readonly sideId?: string;
  readonly preferred: string;
  readonly reason: string;
  /** Claims that the decision is not to reach. */
  readonly leftOut: ReadonlySet<string>;
}

export const emptyDraft: DecisionDraft = { preferred: '', reason: '', leftOut: new Set() };

/** @returns what is still missing from a decision, in words; undefined where it can be made. */
export function missing(
  draft: DecisionDraft,
  conflict: Conflict,
): 'outcome' | 'side' | 'preferred' | 'reason' | undefined {
  if (!draft.outcome) return 'outcome';
  if (outcomeAsks[draft.outcome].side && !conflict.sides.some(side => side.id === draft.sideId))
    return 'side';
  if (draft.outcome === 'same-entity' && draft.preferred.trim() === '') return 'preferred';
  return draft.reason.trim() === '' ? 'reason' : undefined;
}
