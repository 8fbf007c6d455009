import type { Authorship, Draft } from '../change/draft.ts';
import type { Anchor } from '../model/anchor.ts';
import type { Claim, ClaimValue } from '../model/claim.ts';

/** What a claim says when it is made. */
export interface ClaimContent {
  readonly value?: ClaimValue | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly entityId?: string | undefined;
}

/** @returns a claim that nobody has looked at yet */
export function newClaim(
  id: string,
  type: string,
  anchor: Anchor,
  { value, fields, entityId }: ClaimContent,
  author: Authorship,
): Claim {
  return {
    id,
    type,
    anchor,
    ...(value ? { value } : {}),
    fields: { ...fields },
    ...(entityId === undefined ? {} : { entityId }),
    workflow: 'open',
    tags: [],
    evidence: [],
    notes: [],
    settled: [],
    anchorState: 'intact',
    createdBy: author.by,
    createdAt: author.at,
  };
}

/** @returns what makes an object of it; members that are undefined are left out */
export function draftOf(kind: Draft['kind'], object: { readonly id: string }): Draft {
  const value = JSON.parse(JSON.stringify(object));
  return { kind, objectId: object.id, operation: { op: 'create', value } };
}
