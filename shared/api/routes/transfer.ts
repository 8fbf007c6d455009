import { z } from 'zod';
import { ClaimFilter } from '../../claim-index/filter.ts';
import { Id, Instant, Signature } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';

/** Which part of the desk an export takes; nothing means the whole. `filter` is a claim filter as JSON. */
export const ExportQuery = z.strictObject({
  document: Id.optional(),
  filter: z
    .string()
    .max(10_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'expected a claim filter as JSON' });
        return z.NEVER;
      }
    })
    .pipe(ClaimFilter)
    .optional(),
});

/** Taking work away and bringing it in. */
export const transferRoutes = {
  exportDesk: endpoint({
    id: 'exportDesk',
    method: 'get',
    path: '/api/export/{format}',
    summary: 'The desk, a document or a filter of it in a format',
    params: z.strictObject({ format: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) }),
    query: ExportQuery,
    reply: { bytes: 'application/json', says: 'as the format has it' },
    fails: ['not-found'],
  }),
  importDesk: endpoint({
    id: 'importDesk',
    method: 'post',
    path: '/api/import',
    summary: 'Take in an export',
    query: z.strictObject({ format: z.string().max(40).optional(), by: Signature, at: Instant }),
    body: { bytes: 'application/octet-stream', says: 'the exported file' },
    reply: z.strictObject({
      seq: z.int(),
      format: z.string(),
      added: z.record(z.string(), z.int()),
      notes: z.array(z.string()),
    }),
    status: 201,
    fails: ['stale', 'too-large', 'unreadable', 'read-only'],
  }),
} as const;
