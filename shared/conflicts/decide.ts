import type { Draft } from '../change/draft.ts';
import type { Claim } from '../model/claim.ts';
import type { Conflict, Decision, Side } from '../model/conflict.ts';
import type { Outcome, Verdict } from '../model/scales.ts';

/** What a decision would do to one claim. */
export interface Effect {
  readonly claimId: string;
  readonly side: Side;
  /** The verdict it gets; undefined where the outcome says nothing about it. */
  readonly verdict?: Verdict;
  /** The form it is to take, where the outcome prefers one. */
  readonly preferred?: string;
}

/** Whether an outcome needs a side to be named, and whether it takes a preferred form. */
export const outcomeAsks: {
  readonly [O in Outcome]: { readonly side: boolean; readonly preferred: boolean };
} = {
  'one-side': { side: true, preferred: false },
  both: { side: false, preferred: false },
  'same-entity': { side: false, preferred: true },
  neither: { side: false, preferred: true },
  'no-conflict': { side: false, preferred: false },
  unsettled: { side: false, preferred: false },
};

/** @returns what an outcome does to every claim of a conflict, side by side, for the preview and for the decision itself. */
export function effectsOf(
  conflict: Conflict,
  outcome: Outcome,
  choice: { sideId?: string; preferred?: string },
): Effect[] {
  const all = conflict.sides.flatMap(side =>
    side.claimIds.map((claimId): Effect => {
      const verdict = verdictFor(outcome, side, choice);
      const preferred = preferredFor(conflict, outcome, choice);
      return {
        claimId,
        side,
        ...(verdict === undefined ? {} : { verdict }),
        ...(preferred === undefined ? {} : { preferred }),
      };
    }),
  );
  // A claim that stands on several sides is reached once: as one of the right side where it is on that.
  const once = new Map<string, Effect>();
  for (const effect of all)
    if (!once.has(effect.claimId) || effect.side.id === choice.sideId) once.set(effect.claimId, effect);
  return [...once.values()];
}

function verdictFor(
  outcome: Outcome,
  side: Side,
  choice: { sideId?: string; preferred?: string },
): Verdict | undefined {
  switch (outcome) {
    case 'one-side':
      return side.id === choice.sideId ? 'accurate' : 'contradicted';
    case 'both':
      return 'accurate';
    case 'same-entity':
      return side.value === choice.preferred ? 'accurate' : 'imprecise';
    case 'neither':
      return 'contradicted';
    case 'no-conflict':
      return undefined;
    case 'unsettled':
      return 'disputed';
  }
}

function preferredFor(
  conflict: Conflict,
  outcome: Outcome,
  choice: { sideId?: string; preferred?: string },
): string | undefined {
  if (outcome === 'one-side') return conflict.sides.find(side => side.id === choice.sideId)?.value;
  return outcomeAsks[outcome].preferred ? choice.preferred || undefined : undefined;
}

/**
 * @param decision complete but for what is derived; its reason is kept for good
 * @param effects those of `effectsOf` that the person left ticked
 * @param find gives a claim by id; one that is missing is left alone
 * @returns drafts of one group: the decision, and what it lays on the claims
 */
export function decideConflict(
  conflict: Conflict,
  decision: Decision,
  effects: readonly Effect[],
  find: (id: string) => Claim | undefined,
): Draft[] {
  const drafts: Draft[] = [
    {
      kind: 'conflict',
      objectId: conflict.id,
      operation: { op: 'add', list: 'decisions', item: decision as unknown as Record<string, never> },
      why: decision.reason,
    },
  ];
  if (conflict.state !== 'settled')
    drafts.push({
      kind: 'conflict',
      objectId: conflict.id,
      operation: { op: 'set', values: { state: 'settled' } },
    });
  for (const effect of effects) {
    const claim = find(effect.claimId);
    if (!claim) continue;
    const mark = {
      id: decision.id,
      conflictId: conflict.id,
      ...(effect.preferred === undefined ? {} : { preferred: effect.preferred }),
    };
    drafts.push({
      kind: 'claim',
      objectId: claim.id,
      operation: { op: 'add', list: 'settled', item: mark },
      why: decision.reason,
    });
    if (effect.verdict !== undefined && effect.verdict !== claim.verdict) {
      drafts.push({
        kind: 'claim',
        objectId: claim.id,
        operation: { op: 'set', values: { verdict: effect.verdict } },
        why: decision.reason,
      });
    }
  }
  return drafts;
}

/**
 * Takes a settled conflict up again. The decision stays on record with who reopened it and why; the claims lose its mark
 * and keep their verdicts until it is decided anew.
 * @returns drafts of one group; none where the conflict is open
 */
export function reopenConflict(
  conflict: Conflict,
  reopened: { by: string; at: string; reason: string },
  find: (id: string) => Claim | undefined,
): Draft[] {
  const decision = conflict.decisions[conflict.decisions.length - 1];
  if (conflict.state !== 'settled' || !decision) return [];
  const drafts: Draft[] = [
    {
      kind: 'conflict',
      objectId: conflict.id,
      operation: { op: 'edit', list: 'decisions', item: decision.id, values: { reopened } },
      why: reopened.reason,
    },
    {
      kind: 'conflict',
      objectId: conflict.id,
      operation: { op: 'set', values: { state: 'open' } },
      why: reopened.reason,
    },
  ];
  for (const id of conflict.sides.flatMap(side => side.claimIds)) {
    if (find(id)?.settled.some(mark => mark.id === decision.id)) {
      drafts.push({
        kind: 'claim',
        objectId: id,
        operation: { op: 'drop', list: 'settled', item: decision.id },
      });
    }
  }
  return drafts;
}
