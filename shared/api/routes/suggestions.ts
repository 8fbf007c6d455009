import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Offered } from '../found.ts';
import { byId, whole } from '../parts.ts';

/** Claims that are proposed. */
export const suggestionRoutes = {
  listSuggestions: endpoint({
    id: 'listSuggestions',
    method: 'get',
    path: '/api/documents/{id}/suggestions',
    summary:
      'Claims that are proposed in a document, in text order; none that a claim covers or that was refused. Answers with an ETag',
    params: byId,
    query: z.strictObject({
      /** Only those that touch a window of the text; UTF-16 code units. */
      start: whole(0).optional(),
      end: whole(1).optional(),
      type: z.string().max(40).optional(),
      limit: whole(1, 10_000).optional(),
    }),
    reply: z.strictObject({
      /** `pending` while the text has not been gone through yet, `failed` where that could not be done. */
      state: z.enum(['pending', 'ready', 'failed']),
      /** How many there are that fit the question, whatever the limit. */
      total: z.int().min(0),
      /** How many more were found in the document than are kept: those that are most worth checking are. */
      beyond: z.int().min(0),
      suggestions: z.array(Offered),
    }),
    fails: ['not-found'],
  }),
} as const;
