import { z } from 'zod';
import { Id } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { heldClaim, whole } from '../parts.ts';

/** Where a claim found by words stands. */
export const ClaimHit = z.strictObject({
  id: Id,
  documentId: Id,
  documentTitle: z.string(),
  type: z.string(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
});
export type ClaimHit = z.infer<typeof ClaimHit>;

const commaList = z
  .string()
  .max(8000)
  .transform(text => text.split(',').filter(Boolean));

/** Claims, whole. */
export const claimRoutes = {
  listClaims: endpoint({
    id: 'listClaims',
    method: 'get',
    path: '/api/claims',
    summary: 'Claims by id, or of a document page by page: those that stand, or those that were removed',
    query: z.strictObject({
      ids: commaList.optional(),
      document: Id.optional(),
      removed: z.enum(['true', 'false']).optional(),
      after: Id.optional(),
      limit: whole(1, 1000).optional(),
    }),
    reply: z.strictObject({ seq: z.int(), claims: z.array(heldClaim), next: Id.optional() }),
  }),
  findClaims: endpoint({
    id: 'findClaims',
    method: 'get',
    path: '/api/claims/find',
    summary: 'Claims by their words, across documents',
    query: z.strictObject({
      q: z.string().max(200),
      document: Id.optional(),
      limit: whole(1, 200).optional(),
    }),
    reply: z.strictObject({ hits: z.array(ClaimHit), total: z.int() }),
  }),
} as const;
