import { z } from 'zod';
import { ClaimFilter } from '../../claim-index/filter.ts';
import { ItemsReport } from '../../formats/item-report.ts';
import { Scope } from '../../formats/scope.ts';
import { languageCodes } from '../../languages/languages.ts';
import { Id, Instant, Signature } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';

/** Most of what an address names one by one; more is kept as a part first. */
export const MOST_NAMED = 200;

const split = (text: string): string[] => text.split(',').map(piece => piece.trim());
const ids = z.string().max(10_000).transform(split).pipe(z.array(Id).min(1).max(MOST_NAMED));

/**
 * Which part of the desk an export takes; nothing means the whole. `document` and `claims` are ids apart by commas, `part`
 * is what was kept with `POST /api/export-parts`, `filter` is a claim filter as JSON, `columns` are the ids of a table's
 * columns apart by commas, `lang` is the language of a format that is made of sentences.
 */
export const ExportQuery = z.strictObject({
  document: ids.optional(),
  claims: ids.optional(),
  part: Id.optional(),
  lang: z.enum(languageCodes).optional(),
  columns: z.string().max(1000).transform(split).optional(),
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

/** What is said of a file that is taken in. `document` and `unit` are about annotations of other programs. */
export const ImportQuery = z.strictObject({
  format: z.string().max(40).optional(),
  name: z.string().max(500).optional(),
  document: Id.optional(),
  unit: z.enum(['utf16', 'points', 'bytes']).optional(),
  /** A name under which others can ask how far it has come. */
  job: Id.optional(),
  by: Signature,
  at: Instant,
});

const formatParams = z.strictObject({ format: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) });

const ImportReply = z.strictObject({
  seq: z.int(),
  format: z.string(),
  added: z.record(z.string(), z.int()),
  notes: z.array(z.string()),
  items: ItemsReport.optional(),
});

/**
 * How far taking in has come: `reading` and placing, which ends where the request is given up, then `writing`. `share` is
 * from 0 to 1, where it is known.
 */
const ImportProgress = z.strictObject({
  step: z.enum(['reading', 'writing']),
  items: z.int(),
  share: z.number().optional(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** What would become of the annotations of a file. */
export type TriedImport = z.infer<typeof ImportReply>;

/** Taking work away and bringing it in. */
export const transferRoutes = {
  exportDesk: endpoint({
    id: 'exportDesk',
    method: 'get',
    path: '/api/export/{format}',
    summary: 'The desk, or documents or claims of it, in a format',
    params: formatParams,
    query: ExportQuery,
    reply: { bytes: 'application/json', says: 'as the format has it' },
    fails: ['not-found'],
  }),
  reportExport: endpoint({
    id: 'reportExport',
    method: 'get',
    path: '/api/export/{format}/losses',
    summary: 'What a format cannot carry of the desk, or of documents or claims of it, and how long it is',
    params: formatParams,
    query: ExportQuery,
    reply: z.strictObject({
      bytes: z.int().describe('How many bytes the export has, as the desk is now.'),
      losses: z.array(
        z.strictObject({ code: z.string(), says: z.string(), count: z.int(), some: z.array(z.string()) }),
      ),
    }),
    fails: ['not-found'],
  }),
  keepPart: endpoint({
    id: 'keepPart',
    method: 'post',
    path: '/api/export-parts',
    summary: 'Keep for a day which documents or claims to export, where they are too many for an address',
    body: z.strictObject({ scope: Scope }),
    reply: z.strictObject({ part: Id }),
    status: 201,
    fails: ['read-only'],
  }),
  getDossier: endpoint({
    id: 'getDossier',
    method: 'get',
    path: '/api/dossier',
    summary:
      'Everything the desk holds, to be read and verified without this program: texts byte for byte, every export, the log, a page and a script',
    query: z.strictObject({ lang: z.enum(languageCodes).optional() }),
    reply: { bytes: 'application/zip', says: 'a ZIP archive' },
  }),
  importDesk: endpoint({
    id: 'importDesk',
    method: 'post',
    path: '/api/import',
    summary: 'Take in an export, or annotations of another program',
    query: ImportQuery,
    body: {
      bytes: 'application/octet-stream',
      says: 'the exported file, or a ZIP archive of several',
      isLong: true,
    },
    reply: ImportReply,
    status: 201,
    fails: ['stale', 'too-large', 'unreadable', 'read-only', 'not-found'],
  }),
  tryImport: endpoint({
    id: 'tryImport',
    method: 'post',
    path: '/api/import/preview',
    summary: 'Say what would become of each annotation of a file, and write nothing',
    query: ImportQuery,
    body: { bytes: 'application/octet-stream', says: 'the file, or a ZIP archive of several', isLong: true },
    reply: ImportReply,
    fails: ['too-large', 'unreadable', 'not-found'],
  }),
  getImportProgress: endpoint({
    id: 'getImportProgress',
    method: 'get',
    path: '/api/import/{job}',
    summary: 'How far something has come that is being taken in',
    params: z.strictObject({ job: Id }),
    reply: z.strictObject({ now: ImportProgress.nullable() }),
  }),
} as const;
