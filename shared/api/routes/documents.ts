import { z } from 'zod';
import { CLAIM_INDEX_TYPE } from '../../claim-index/codec.ts';
import { Remark } from '../../derivation/remarks.ts';
import { Block, ExtractionOptions, Inline } from '../../model/derivation.ts';
import { MediaType } from '../../model/document.ts';
import { Id, Instant, LanguageTag, Sha256, Signature } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { byId, heldDocument, whole } from '../parts.ts';

/** A document as the Library lists it; `ticked` counts claims that are checked, in review or signed off. */
export const DocumentSummary = z.strictObject({
  held: heldDocument,
  claims: z.int().min(0),
  ticked: z.int().min(0),
  openConflicts: z.int().min(0),
  /** Claims, and passages quoted from it as evidence, that wait to be placed in its current text. */
  waiting: z.int().min(0),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

const BlockKind = z.enum(Block.options.map(({ shape }) => shape.kind.value));

/** Options of an extractor as they stand in an address: JSON. */
const OptionsInQuery = z
  .string()
  .max(8000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'expected JSON' });
      return z.NEVER;
    }
  })
  .pipe(ExtractionOptions);

/** How a file is to become text, and which file, where none is sent. */
export const readingQuery = {
  /** An extractor's id, or `plain` for plain text. */
  extractor: z.string().min(1).max(40).optional(),
  /** What is chosen of what the extractor offers, as JSON: `{"content":"page"}`. */
  options: OptionsInQuery.optional(),
  /** Bytes that are here already, by their SHA-256: kept at an examination, or of any document; the body is empty then. */
  upload: Sha256.optional(),
  /** What was fetched by its address and kept under this name; the body is empty then. */
  fetched: Id.optional(),
};

const ChoiceOffered = z.strictObject({
  name: z.string(),
  values: z.array(
    z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]), label: z.string().optional() }),
  ),
});

/** A way to read a file, and what such a file is called. */
const WayToRead = z.strictObject({ extractor: z.string(), label: z.string() });

/** What was made of a file that is no plain text, before anything is stored. */
export const ExtractionTold = z.strictObject({
  ...WayToRead.shape,
  mediaType: z.string(),
  /** As they were applied, with what was taken where nothing was said. */
  options: ExtractionOptions,
  choices: z.array(ChoiceOffered),
  /** What was left behind or may be wrong. */
  remarks: z.array(Remark),
  /** How many blocks of each kind there are. */
  blocks: z.partialRecord(BlockKind, z.int()),
  /** Those that begin within the sample, cut where it ends. */
  drawn: z.strictObject({ blocks: z.array(Block), inlines: z.array(Inline) }),
});
export type ExtractionTold = z.infer<typeof ExtractionTold>;

/** UTF-16 code units of a text that are shown before anything is stored. */
export const SAMPLE_LENGTH = 2000;

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
  /** Where the text was extracted: how, and what may be chosen. */
  extraction: ExtractionTold.optional(),
  /** All ways in which the file may be read, likeliest first. */
  extractors: z.array(WayToRead),
  /** A document here that has the same bytes and, where its text was extracted, the same text. */
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

/** Documents, their bytes and their texts. */
export const documentRoutes = {
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
    query: z.strictObject({
      name: z.string().max(500).optional(),
      encoding: z.string().max(40).optional(),
      ...readingQuery,
      /** Whether the bytes are kept for a day, so that documents can be made of them by `upload`. */
      keep: z.enum(['true', 'false']).optional(),
    }),
    body: { bytes: 'application/octet-stream', says: 'the file' },
    reply: Examination,
    fails: ['not-found', 'too-large', 'unreadable', 'read-only'],
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
      /** Of a file that is no text at all: `none`. */
      encoding: z.string().min(1).max(40),
      language: LanguageTag.optional(),
      origin: z.string().max(2000).optional(),
      ...readingQuery,
    }),
    body: { bytes: 'application/octet-stream', says: 'the file' },
    reply: z.strictObject({ seq: z.int(), held: heldDocument }),
    status: 201,
    fails: ['not-found', 'too-large', 'unreadable', 'stale', 'read-only'],
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
    reply: { bytes: 'application/octet-stream', says: 'bytes as they came, text as text/plain' },
    fails: ['not-found'],
  }),
  getRevisionBytes: endpoint({
    id: 'getRevisionBytes',
    method: 'get',
    path: '/api/documents/{id}/revisions/{revision}/bytes',
    summary: 'The exact bytes of a revision',
    params: z.strictObject({ id: Id, revision: Id }),
    reply: { bytes: 'application/octet-stream', says: 'bytes as they came, text as text/plain' },
    fails: ['not-found'],
  }),
  getDerivation: endpoint({
    id: 'getDerivation',
    method: 'get',
    path: '/api/documents/{id}/revisions/{revision}/derivation',
    summary: 'Where each stretch of an extracted text came from, and which blocks it forms',
    params: z.strictObject({ id: Id, revision: Id }),
    reply: { bytes: 'application/json', says: 'see shared/model/derivation.ts' },
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
    summary:
      'Claims of a document by column: all, or those that touch a window of the text (UTF-16 code units)',
    params: byId,
    query: z.strictObject({ from: whole(0).optional(), to: whole(1).optional() }),
    reply: { bytes: CLAIM_INDEX_TYPE, says: 'see shared/claim-index/codec.ts' },
    fails: ['not-found'],
  }),
} as const;
