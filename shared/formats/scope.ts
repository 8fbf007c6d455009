import { z } from 'zod';
import { ClaimFilter } from '../claim-index/filter.ts';
import { Id } from '../model/ids.ts';

/** Which part of a desk an export holds. A filter asks its questions of the claims of one document, or of all. */
export const Scope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('whole') }),
  z.strictObject({ of: z.literal('document'), document: Id }),
  z.strictObject({ of: z.literal('filter'), filter: ClaimFilter, document: Id.optional() }),
]);
export type Scope = z.infer<typeof Scope>;

/** @returns the scope that a document and a filter, each given or not, ask for. */
export function scopeOf(document?: Id, filter?: ClaimFilter): Scope {
  if (filter !== undefined)
    return document === undefined ? { of: 'filter', filter } : { of: 'filter', filter, document };
  return document === undefined ? { of: 'whole' } : { of: 'document', document };
}
