import type { Range } from '../model/anchor.ts';
import type { Claim } from '../model/claim.ts';
import type { Verdict, Workflow } from '../model/scales.ts';

/** What the index knows of a claim: everything it can be filtered by, and where it stands. */
export interface ClaimRow {
  readonly id: string;
  /** In text order, UTF-16 code units. */
  readonly ranges: readonly Range[];
  readonly type: string;
  readonly workflow: Workflow;
  readonly verdict?: Verdict;
  readonly tags: readonly string[];
  readonly by: string;
  /** Takes part in an open conflict. */
  readonly conflict: boolean;
  readonly evidence: boolean;
  readonly notes: boolean;
  /** Stands on another revision than the current one, so that its ranges say nothing of the current text. */
  readonly waiting: boolean;
}

/**
 * @param conflict whether the claim takes part in an open conflict
 * @param revision the current revision of its document; where none is known the claim does not wait
 * @returns the claim's row in the index
 */
export function rowOf(claim: Claim, conflict: boolean, revision: string | undefined): ClaimRow {
  return {
    id: claim.id,
    ranges: claim.anchor.ranges,
    type: claim.type,
    workflow: claim.workflow,
    ...(claim.verdict === undefined ? {} : { verdict: claim.verdict }),
    tags: claim.tags,
    by: claim.createdBy,
    conflict,
    evidence: claim.evidence.length > 0,
    notes: claim.notes.length > 0,
    waiting: revision !== undefined && claim.anchor.revision !== revision,
  };
}
