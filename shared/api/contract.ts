import { z } from 'zod';
import { CLAIM_INDEX_TYPE } from '../claim-index/codec.ts';
import { ClaimFilter } from '../claim-index/filter.ts';
import { Change, KindName, LogEntry, type Versioned } from '../model/change.ts';
import { Claim } from '../model/claim.ts';
import { Conflict } from '../model/conflict.ts';
import { Document, MediaType } from '../model/document.ts';
import { Entity } from '../model/entity.ts';
import { Id, Instant, LanguageTag, Signature } from '../model/ids.ts';
import { Source } from '../model/source.ts';
import { endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

const byId = z.strictObject({ id: Id });

/** A whole number as it stands in an address. */
const whole = (min: number, max = Number.MAX_SAFE_INTEGER) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,16}$/, 'expected a whole number')
        .transform(Number),
    ])
    .pipe(z.int().min(min).max(max));

/** An object with its version, stamps and, where it was removed, by whom. */
const versioned = <K extends z.ZodType, T extends z.ZodType>(kind: K, object: T) =>
  z.strictObject({
    kind,
    id: Id,
    version: z.int().min(1),
    created: Id,
    last: Id,
    stamps: z.record(z.string(), Id),
    removed: z.strictObject({ by: z.string(), at: z.string(), why: z.string().optional() }).optional(),
    object,
  });

const heldDocument = versioned(z.literal('document'), Document);
const heldClaim = versioned(z.literal('claim'), Claim);
const heldSource = versioned(z.literal('source'), Source);
const heldEntity = versioned(z.literal('entity'), Entity);
const heldConflict = versioned(z.literal('conflict'), Conflict);
const heldAny = versioned(KindName, z.looseObject({})) as unknown as z.ZodType<Versioned>;

/** A document as the Library lists it; `ticked` counts claims that are checked, in review or signed off. */
export const DocumentSummary = z.strictObject({
  held: heldDocument,
  claims: z.int().min(0),
  ticked: z.int().min(0),
  openConflicts: z.int().min(0),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** What looking at a file found, before anything is stored. */
export const Examination = z.strictObject({
  bytes: z.int(),
  sha256: z.string(),
  /** Encodings that fit, likeliest first, with the detector's confidence from 0 to 100. */
  encodings: z.array(z.strictObject({ encoding: z.string(), confidence: z.number() })),
  encoding: z.string(),
  bom: z.boolean(),
  mediaType: MediaType,
  title: z.string(),
  language: LanguageTag.optional(),
  /** UTF-16 code units of the decoded text, and its beginning. */
  length: z.int(),
  sample: z.string(),
  /** Places that did not decode: they show as U+FFFD. */
  undecodable: z.int(),
  /** A document here that has the same bytes. */
  sameAs: z.strictObject({ id: Id, title: z.string(), removed: z.boolean() }).optional(),
});
export type Examination = z.infer<typeof Examination>;

/** The layout of a revision's text (see `shared/text/layout.ts`). */
export const TextMapReply = z.strictObject({
  length: z.int(),
  rows: z.int(),
  chunkStarts: z.array(z.int()),
  chunkRows: z.array(z.int()),
  pieceChunks: z.array(z.int()),
});

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

/** What became of one group of changes; `objects` are those it touched, as they are now. */
export const GroupOutcome = z.strictObject({
  group: Id,
  status: z.enum(['committed', 'known', 'refused']),
  seq: z.int().optional(),
  objects: z.array(heldAny).optional(),
  problem: Problem.optional(),
});
export type GroupOutcome = z.infer<typeof GroupOutcome>;

/** A text that comes with the program and can be added to any desk. `bytes` counts bytes. */
export const Seed = z.strictObject({
  id: Id,
  title: z.string(),
  language: LanguageTag,
  mediaType: MediaType,
  origin: z.string(),
  bytes: z.int(),
});
export type Seed = z.infer<typeof Seed>;

const commaList = z
  .string()
  .max(4000)
  .transform(text => text.split(',').filter(Boolean));

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

/** Every route under /api. */
export const contract = {
  listDocuments: endpoint({
    id: 'listDocuments',
    method: 'get',
    path: '/api/documents',
    summary: 'Documents with their counts, removed ones last',
    query: z.strictObject({ removed: z.enum(['true', 'false']).optional() }),
    reply: z.strictObject({ seq: z.int(), documents: z.array(DocumentSummary) }),
  }),
  examine: endpoint({
    id: 'examine',
    method: 'post',
    path: '/api/documents/examine',
    summary: 'Look at a file before anything is stored',
    query: z.strictObject({ name: z.string().max(500).optional(), encoding: z.string().max(40).optional() }),
    body: { bytes: 'application/octet-stream', says: 'the file' },
    reply: Examination,
    fails: ['too-large', 'unreadable'],
  }),
  addDocument: endpoint({
    id: 'addDocument',
    method: 'post',
    path: '/api/documents',
    summary: 'Store a file as a document',
    query: z.strictObject({
      id: Id,
      change: Id,
      group: Id,
      revision: Id,
      by: Signature,
      at: Instant,
      title: z.string().min(1).max(500),
      mediaType: MediaType,
      encoding: z.string().min(1).max(40),
      language: LanguageTag.optional(),
      origin: z.string().max(2000).optional(),
    }),
    body: { bytes: 'application/octet-stream', says: 'the file' },
    reply: z.strictObject({ seq: z.int(), held: heldDocument }),
    status: 201,
    fails: ['too-large', 'unreadable', 'stale', 'read-only'],
  }),
  getDocument: endpoint({
    id: 'getDocument',
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'One document',
    params: byId,
    reply: heldDocument,
    fails: ['not-found'],
  }),
  getBytes: endpoint({
    id: 'getBytes',
    method: 'get',
    path: '/api/documents/{id}/text',
    summary: 'The exact bytes of the current revision',
    params: byId,
    reply: { bytes: 'text/plain', says: 'bytes as they came' },
    fails: ['not-found'],
  }),
  getRevisionBytes: endpoint({
    id: 'getRevisionBytes',
    method: 'get',
    path: '/api/documents/{id}/revisions/{revision}/bytes',
    summary: 'The exact bytes of a revision',
    params: z.strictObject({ id: Id, revision: Id }),
    reply: { bytes: 'text/plain', says: 'bytes as they came' },
    fails: ['not-found'],
  }),
  getTextMap: endpoint({
    id: 'getTextMap',
    method: 'get',
    path: '/api/documents/{id}/revisions/{revision}/map',
    summary: "How a revision's text is laid out",
    params: z.strictObject({ id: Id, revision: Id }),
    reply: TextMapReply,
    fails: ['not-found'],
  }),
  getPiece: endpoint({
    id: 'getPiece',
    method: 'get',
    path: '/api/documents/{id}/revisions/{revision}/text/{piece}',
    summary: 'A piece of the decoded text, as UTF-8',
    params: z.strictObject({ id: Id, revision: Id, piece: whole(0) }),
    reply: { bytes: 'text/plain; charset=utf-8', says: 'decoded text' },
    fails: ['not-found'],
  }),
  getClaimIndex: endpoint({
    id: 'getClaimIndex',
    method: 'get',
    path: '/api/documents/{id}/claim-index',
    summary: 'Claims of a document by column',
    params: byId,
    reply: { bytes: CLAIM_INDEX_TYPE, says: 'see shared/claim-index/codec.ts' },
    fails: ['not-found'],
  }),
  listClaims: endpoint({
    id: 'listClaims',
    method: 'get',
    path: '/api/claims',
    summary: 'Claims by id, or of a document page by page',
    query: z.strictObject({
      ids: commaList.optional(),
      document: Id.optional(),
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
  listSources: endpoint({
    id: 'listSources',
    method: 'get',
    path: '/api/sources',
    summary: 'Sources',
    reply: z.strictObject({
      seq: z.int(),
      sources: z.array(heldSource),
      uses: z.record(Id, z.array(Id)),
    }),
  }),
  listEntities: endpoint({
    id: 'listEntities',
    method: 'get',
    path: '/api/entities',
    summary: 'Entities',
    reply: z.strictObject({ seq: z.int(), entities: z.array(heldEntity) }),
  }),
  listConflicts: endpoint({
    id: 'listConflicts',
    method: 'get',
    path: '/api/conflicts',
    summary: 'Conflicts',
    query: z.strictObject({ document: Id.optional() }),
    reply: z.strictObject({ seq: z.int(), conflicts: z.array(heldConflict) }),
  }),
  postChanges: endpoint({
    id: 'postChanges',
    method: 'post',
    path: '/api/changes',
    summary: 'Commit groups of changes; each group whole or not at all, a repeated one recognised',
    body: z.strictObject({ changes: z.array(Change).min(1).max(5000) }),
    reply: z.strictObject({ seq: z.int(), groups: z.array(GroupOutcome) }),
    fails: ['read-only'],
  }),
  readLog: endpoint({
    id: 'readLog',
    method: 'get',
    path: '/api/log',
    summary: 'The log, or what concerns one object, oldest first',
    query: z.strictObject({
      after: whole(0).optional(),
      object: Id.optional(),
      limit: whole(1, 1000).optional(),
    }),
    reply: z.strictObject({
      head: z.strictObject({ seq: z.int(), hash: z.string() }),
      entries: z.array(LogEntry),
    }),
  }),
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
  listSeeds: endpoint({
    id: 'listSeeds',
    method: 'get',
    path: '/api/seeds',
    summary: 'Texts that come with the program',
    reply: z.strictObject({ seeds: z.array(Seed) }),
  }),
  getSeed: endpoint({
    id: 'getSeed',
    method: 'get',
    path: '/api/seeds/{id}/bytes',
    summary: 'The bytes of a text that comes with the program',
    params: byId,
    reply: { bytes: 'text/plain', says: 'bytes as they came' },
    fails: ['not-found'],
  }),
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
      limits: z.strictObject({ documentBytes: z.int(), importBytes: z.int() }),
      formats: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          extension: z.string(),
          mediaType: z.string(),
          canImport: z.boolean(),
        }),
      ),
    }),
  }),
} as const;
export type Contract = typeof contract;
