import { z } from 'zod';
import { languageCodes } from '../../languages/languages.ts';
import { endpoint } from '../endpoint.ts';

/** What a desk holds before anybody has worked on it, or `own`. */
export const Beginning = z.enum(['empty', 'seeds', 'example', 'own']);
export type Beginning = z.infer<typeof Beginning>;

/** How the desk is. */
export const statusRoutes = {
  getStatus: endpoint({
    id: 'getStatus',
    method: 'get',
    path: '/api/status',
    summary:
      'State of the desk: head of the log, whether it can be written, limits, formats, what opening it found',
    reply: z.strictObject({
      version: z.string(),
      seq: z.int(),
      hash: z.string(),
      readOnly: z.string().optional(),
      notices: z.array(z.string()),
      /** Whether the server fetches files by their addresses. */
      fetching: z.boolean(),
      limits: z.strictObject({ documentBytes: z.int(), importBytes: z.int() }),
      formats: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          extension: z.string(),
          mediaType: z.string(),
          /** The columns of a table that may be chosen among. */
          columns: z.array(z.string()).optional(),
          /** The languages that may be chosen among, where it is made of sentences. */
          languages: z.array(z.enum(languageCodes)).optional(),
          /** Whether it holds nothing to speak of where it is not the whole desk that is written. */
          ofWhole: z.literal(true).optional(),
          canExport: z.boolean(),
          canImport: z.boolean(),
        }),
      ),
    }),
  }),
  getBeginning: endpoint({
    id: 'getBeginning',
    method: 'get',
    path: '/api/beginning',
    summary: 'Whether anybody has worked on the desk yet, and what it holds otherwise',
    reply: z.strictObject({ beginning: Beginning }),
  }),
  resumeWriting: endpoint({
    id: 'resumeWriting',
    method: 'post',
    path: '/api/recover',
    summary: 'Take up writing again after the disk refused; says why where the cause persists',
    reply: z.strictObject({ writable: z.boolean(), why: z.string().optional() }),
  }),
} as const;
