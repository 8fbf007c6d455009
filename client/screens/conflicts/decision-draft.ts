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

/** @returns a draft with another outcome; where one form is to be preferred, the first side's is offered. */
export function withOutcome(draft: DecisionDraft, outcome: Outcome, conflict: Conflict): DecisionDraft {
  const offered = outcome === 'same-entity' && !draft.preferred ? conflict.sides[0]!.value : draft.preferred;
  return { ...draft, outcome, preferred: offered };
}

/** What a decision can lack. */
export type Lack = 'outcome' | 'side' | 'preferred' | 'reason';

/** @returns what is still missing from a decision; undefined where it can be made. */
export function missing(draft: DecisionDraft, conflict: Conflict): Lack | undefined {
  if (!draft.outcome) return 'outcome';
  if (outcomeAsks[draft.outcome].side && !conflict.sides.some(side => side.id === draft.sideId))
    return 'side';
  if (draft.outcome === 'same-entity' && draft.preferred.trim() === '') return 'preferred';
  return draft.reason.trim() === '' ? 'reason' : undefined;
}
