import { z } from 'zod';
import { Anchor } from '../../model/anchor.ts';
import { Id, Instant, Sha256, Signature } from '../../model/ids.ts';
import { Fate } from '../../revising/fate.ts';
import { endpoint } from '../endpoint.ts';
import { byId, heldDocument, whole } from '../parts.ts';
import { Examination, readingQuery } from './documents.ts';

/** How many anchors had each fate. */
export const FateCounts = z.strictObject({
  intact: z.int().min(0),
  shifted: z.int().min(0),
  relocated: z.int().min(0),
  'context-changed': z.int().min(0),
  edited: z.int().min(0),
  deleted: z.int().min(0),
  ambiguous: z.int().min(0),
});
export type FateCounts = z.infer<typeof FateCounts>;

/** An anchor that waits for a person: a claim of the document, or a passage that a claim anywhere takes as evidence. */
export const Waiting = z.strictObject({
  of: z.enum(['claim', 'evidence']),
  /** The claim; where the passage of an evidence waits, the claim that it belongs to. */
  claimId: Id,
  evidenceId: z.string().optional(),
  /** The anchor as it stands, on an older revision. */
  anchor: Anchor,
  fate: Fate,
});
export type Waiting = z.infer<typeof Waiting>;

/** Lines within which something differs, as people are shown it; lines are counted from 1 in either text. */
export const ChangedLines = z.strictObject({
  beforeLine: z.int().min(1),
  line: z.int().min(1),
  /** Long runs have their middle left out, with “…” in its place. */
  parts: z.array(z.strictObject({ is: z.enum(['same', 'gone', 'come']), text: z.string() })),
});
export type ChangedLines = z.infer<typeof ChangedLines>;

/** What a new revision would do, before anything is stored. */
export const RevisionPreview = z.strictObject({
  examination: Examination,
  /** The revision that is the current one now: the commit names it. */
  from: Id,
  /** Whether the decoded text is the same as now, whatever the bytes are. */
  sameText: z.boolean(),
  /** The revision of this document with the same bytes, where there is one. */
  sameAs: Id.optional(),
  textSha256: Sha256,
  /** UTF-16 code units that go and come, and the blocks of lines in which they lie. */
  difference: z.strictObject({ gone: z.int().min(0), come: z.int().min(0), blocks: z.int().min(0) }),
  /** The first of these blocks; as many as were asked for. */
  changes: z.array(ChangedLines),
  claims: FateCounts,
  evidence: FateCounts,
  /** What would wait, in text order; as many as were asked for. */
  waiting: z.array(Waiting),
});
export type RevisionPreview = z.infer<typeof RevisionPreview>;

/** New revisions of a document, and what waits for a person since one came. */
export const revisionRoutes = {
  previewRevision: endpoint({
    id: 'previewRevision',
    method: 'post',
    path: '/api/documents/{id}/revisions/preview',
    summary: 'What a file would do to a document and its claims as its new revision; nothing changes',
    params: byId,
    query: z.strictObject({
      name: z.string().max(500).optional(),
      encoding: z.string().max(40).optional(),
      ...readingQuery,
      /** An earlier revision whose bytes are taken again; the body is empty then. */
      again: Id.optional(),
      /** How many of those that would wait are told; 1,000 where it is not given. */
      limit: whole(0, 100_000).optional(),
      /** How many of the blocks that differ are told; 200 where it is not given. */
      changes: whole(0, 10_000).optional(),
    }),
    body: { bytes: 'application/octet-stream', says: 'the file' },
    reply: RevisionPreview,
    fails: ['not-found', 'too-large', 'unreadable'],
  }),
  addRevision: endpoint({
    id: 'addRevision',
    method: 'post',
    path: '/api/documents/{id}/revisions',
    summary: 'Make a file the current revision of a document; claims that it leaves alone move with it',
    params: byId,
    query: z.strictObject({
      change: Id,
      group: Id,
      revision: Id,
      /** The revision that the author saw as the current one. */
      from: Id,
      by: Signature,
      at: Instant,
      /** Of a file that is no text at all: `none`. */
      encoding: z.string().min(1).max(40),
      ...readingQuery,
      label: z.string().max(200).optional(),
      why: z.string().max(20_000).optional(),
      /**
       * An earlier revision whose bytes are taken again; the body is empty then. Its text is taken as it was, unless an
       * extractor or options are named.
       */
      again: Id.optional(),
    }),
    body: { bytes: 'application/octet-stream', says: 'the file' },
    reply: z.strictObject({ seq: z.int(), held: heldDocument, claims: FateCounts }),
    status: 201,
    fails: ['not-found', 'too-large', 'unreadable', 'stale', 'read-only'],
  }),
  listWaiting: endpoint({
    id: 'listWaiting',
    method: 'get',
    path: '/api/documents/{id}/waiting',
    summary:
      'Claims and passages of evidence that stand on older revisions, with their fate in the current one',
    params: byId,
    query: z.strictObject({ after: whole(0).optional(), limit: whole(1, 1000).optional() }),
    reply: z.strictObject({
      seq: z.int(),
      revision: Id,
      total: z.int().min(0),
      counts: FateCounts,
      waiting: z.array(Waiting),
    }),
    fails: ['not-found'],
  }),
} as const;
