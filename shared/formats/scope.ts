import { z } from 'zod';
import { ClaimFilter } from '../claim-index/filter.ts';
import { Id } from '../model/ids.ts';

/** Most documents and claims that an export names one by one. */
export const MOST_DOCUMENTS = 10_000;
export const MOST_CLAIMS = 200_000;

/**
 * Which part of a desk an export holds. A filter asks its questions of the claims of one document, or of all; documents
 * and claims are named one by one.
 */
export const Scope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('whole') }),
  z.strictObject({ of: z.literal('document'), document: Id }),
  z.strictObject({ of: z.literal('documents'), documents: z.array(Id).min(1).max(MOST_DOCUMENTS) }),
  z.strictObject({ of: z.literal('filter'), filter: ClaimFilter, document: Id.optional() }),
  z.strictObject({ of: z.literal('claims'), claims: z.array(Id).min(1).max(MOST_CLAIMS) }),
]);
export type Scope = z.infer<typeof Scope>;

/** What may be asked for; nothing means the whole. */
export interface PartAsked {
  /** One document or several. */
  readonly documents?: readonly Id[] | undefined;
  readonly filter?: ClaimFilter | undefined;
  readonly claims?: readonly Id[] | undefined;
}

/**
 * @returns the scope that is asked for; undefined where it is asked for in ways that do not go together: claims stand for
 *   themselves, and a filter goes with one document at most
 */
export function scopeOf({ documents = [], filter, claims }: PartAsked): Scope | undefined {
  const named = [...new Set(documents)];
  const [document] = named;
  if (claims !== undefined)
    return filter === undefined && document === undefined && claims.length > 0
      ? { of: 'claims', claims: [...new Set(claims)] }
      : undefined;
  if (filter !== undefined) {
    if (named.length > 1) return undefined;
    return document === undefined ? { of: 'filter', filter } : { of: 'filter', filter, document };
  }
  if (document === undefined) return { of: 'whole' };
  return named.length === 1 ? { of: 'document', document } : { of: 'documents', documents: named };
}

/** @returns the documents that belong to a part whatever their claims; undefined where only those with claims do */
export function documentsOf(scope: Scope): readonly Id[] | undefined {
  if (scope.of === 'document') return [scope.document];
  return scope.of === 'documents' ? scope.documents : undefined;
}

/** Whether a part is made of claims, and texts only go along with them. */
export const isOfClaims = ({ of }: Scope): boolean => of === 'filter' || of === 'claims';
