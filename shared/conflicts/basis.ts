import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../json/canonical.ts';
import type { Claim } from '../model/claim.ts';
import type { Conflict } from '../model/conflict.ts';

/**
 * Fingerprints what a decision rests on: the sides' values, the words of their claims and the evidence on each.
 * Notes, tags, workflow and verdicts do not count.
 * @param find gives a claim by id; one that is missing counts as gone
 * @returns SHA-256 in hex over the canonical JSON
 */
export function basisOf(conflict: Pick<Conflict, 'sides'>, find: (id: string) => Claim | undefined): string {
  const sides = conflict.sides.map(side => ({
    value: side.value,
    claims: [...side.claimIds].sort().map(id => claimBasis(id, find(id))),
  }));
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(sides))));
}

function claimBasis(id: string, claim: Claim | undefined) {
  if (!claim) return { id, gone: true };
  return {
    id,
    quote: claim.anchor.quote.exact,
    value: claim.value ?? null,
    evidence: claim.evidence.map(({ id, sourceId, passage, stance, fit, quote, locator }) => ({
      id,
      sourceId,
      passage,
      stance,
      fit,
      quote,
      locator,
    })),
  };
}

/** @returns whether a settled conflict should be looked at again, because what was decided upon is no longer what it was. */
export function basisChanged(conflict: Conflict, find: (id: string) => Claim | undefined): boolean {
  const decision = conflict.decisions[conflict.decisions.length - 1];
  return (
    conflict.state === 'settled' &&
    decision?.basis !== undefined &&
    decision.basis !== basisOf(conflict, find)
  );
}
