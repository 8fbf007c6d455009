import type { Versioned } from '../../shared/model/change.ts';
import type { Desk } from './desk.ts';

const USUAL = 500;

export interface ClaimPage {
  readonly claims: readonly Versioned<'claim'>[];
  /** The last claim of this page, where there are more after it. */
  readonly next?: string;
}

/** @returns those of the claims that exist, removed ones too, in the order asked for. */
export function claimsById(desk: Desk, ids: readonly string[]): Versioned<'claim'>[] {
  return ids.map(id => desk.claims.claim(id)).filter(claim => claim !== undefined);
}

interface ClaimQuery {
  /** The last claim of the page before; the first page where it is not given. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  /** Whether those that were removed are asked for, instead of those that were not. */
  readonly isRemoved?: boolean;
}

/** @returns claims of a document, in order of creation, page by page */
export function claimPage(
  desk: Desk,
  documentId: string,
  { after, limit = USUAL, isRemoved = false }: ClaimQuery = {},
): ClaimPage {
  const claims: Versioned<'claim'>[] = [];
  let begun = after === undefined;
  for (const claim of desk.claims.of(documentId).claims.values()) {
    if (!begun) begun = claim.id === after;
    else if (claims.length === limit) return { claims, next: claims[limit - 1]!.id };
    else if ((claim.removed !== undefined) === isRemoved) claims.push(claim);
  }
  return { claims };
}
