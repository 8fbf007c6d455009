import type { Draft } from '../../shared/change/draft.ts';
import type { Anchor } from '../../shared/model/anchor.ts';
import type { Claim } from '../../shared/model/claim.ts';
import { dropEvidence, editEvidence, moveAnchor, removeClaim, type WordsRead } from './claim-drafts.ts';

/** Whether the words at a new place are other words than the claim was made of. */
export const readsAnew = (claim: Claim, anchor: Anchor): boolean =>
  claim.anchor.quote.exact !== anchor.quote.exact;

/** Whether a claim that is placed on other words loses a verdict or a tick by it. */
export const isJudged = ({ verdict, workflow }: Claim): boolean =>
  verdict !== undefined || workflow !== 'open';

/**
 * Places a claim that waits on words of the current revision. On other words than before it is read anew, and what was
 * judged about it is open again unless somebody says that it stands.
 * @param read what the words say when read as the claim's type
 * @param stands why the verdict stands all the same
 */
export function placeClaim(claim: Claim, anchor: Anchor, read: WordsRead, stands?: string): Draft {
  const why = stands ? { why: stands } : {};
  if (!readsAnew(claim, anchor))
    return {
      kind: 'claim',
      objectId: claim.id,
      operation: { op: 'set', values: { anchor: asJson(anchor), anchorState: 'intact' } },
      ...why,
    };
  const draft = moveAnchor(claim, anchor, read);
  if (stands !== undefined || !isJudged(claim) || draft.operation.op !== 'set') return { ...draft, ...why };
  const reopened = {
    ...(claim.verdict === undefined ? {} : { verdict: null }),
    ...(claim.workflow === 'open' ? {} : { workflow: 'open' }),
  };
  return { ...draft, operation: { op: 'set', values: { ...draft.operation.values, ...reopened } } };
}

/** Takes a claim out of the work since its words are gone; it can be brought back. */
export const retireClaim = (claim: Claim, why: string): Draft => ({
  ...removeClaim(claim),
  ...(why ? { why } : {}),
});

/** Ties a piece of evidence to words of the current revision. */
export const placeEvidence = (claim: Claim, evidenceId: string, passage: Anchor): Draft =>
  editEvidence(claim, evidenceId, { passage, asQuoted: undefined });

/** Says that a passage is quoted as it stood in its revision, whatever has become of the text. */
export const keepAsQuoted = (claim: Claim, evidenceId: string): Draft =>
  editEvidence(claim, evidenceId, { asQuoted: true });

/** Takes a piece of evidence away since its words are gone. */
export const retireEvidence = (claim: Claim, evidenceId: string, why: string): Draft => ({
  ...dropEvidence(claim, evidenceId),
  ...(why ? { why } : {}),
});

const asJson = (anchor: Anchor) => JSON.parse(JSON.stringify(anchor));
