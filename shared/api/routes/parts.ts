import { z } from 'zod';
import { Remark } from '../../derivation/remarks.ts';
import { ExtractionOptions } from '../../model/derivation.ts';
import { MediaType } from '../../model/document.ts';
import { Id, Instant, LanguageTag, Sha256, Signature } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { heldDocument } from '../parts.ts';
import { Problem } from '../problem.ts';

/** So many parts of a file are stored by one request. */
export const MOST_AT_ONCE = 100;

/** A part of a file that is to be a document. */
export const PartToAdd = z.strictObject({
  id: Id,
  revision: Id,
  change: Id,
  /** What the file's choice `part` names it by. */
  part: z.union([z.string().max(500), z.int(), z.boolean()]),
  /** What it is called; found out where nothing is said. */
  title: z.string().min(1).max(500).optional(),
});
export type PartToAdd = z.infer<typeof PartToAdd>;

/** What a part's document is, or would be. */
export const PartFound = z.strictObject({
  title: z.string(),
  mediaType: MediaType,
  language: LanguageTag.optional(),
  /** UTF-16 code units. */
  length: z.int(),
  options: ExtractionOptions,
  remarks: z.array(Remark),
});
export type PartFound = z.infer<typeof PartFound>;

/** What became of a part: what was found in it and the document that it is now, the one that it was already, or why it is none. */
export const PartAdded = z.strictObject({
  id: Id,
  found: PartFound.optional(),
  held: heldDocument.optional(),
  sameAs: z.strictObject({ id: Id, title: z.string() }).optional(),
  problem: Problem.optional(),
});
export type PartAdded = z.infer<typeof PartAdded>;

/** Parts of a file, many at once. */
export const partRoutes = {
  addParts: endpoint({
    id: 'addParts',
    method: 'post',
    path: '/api/documents/parts',
    summary: 'Store parts of a file that is here already, each as a document',
    body: z.strictObject({
      /** The file: bytes that were kept at an examination or are of a document, by their SHA-256. */
      upload: Sha256.optional(),
      /** The file: what was fetched and kept under this name. */
      fetched: Id.optional(),
      by: Signature,
      at: Instant,
      group: Id,
      /** Of a file that is no text at all: `none`. */
      encoding: z.string().min(1).max(40),
      extractor: z.string().min(1).max(40).optional(),
      /** What is chosen for all of them, of what the extractor offers. */
      options: ExtractionOptions.optional(),
      /** Of each; found out where nothing is said. */
      language: LanguageTag.optional(),
      origin: z.string().max(2000).optional(),
      parts: z.array(PartToAdd).min(1).max(MOST_AT_ONCE),
      /** Whether parts that are documents here already are added once more. */
      twice: z.boolean().optional(),
      /** Whether nothing is stored, and only said what would be. */
      dry: z.boolean().optional(),
    }),
    reply: z.strictObject({ seq: z.int(), parts: z.array(PartAdded) }),
    status: 201,
    fails: ['not-found', 'unreadable', 'stale', 'read-only'],
  }),
} as const;
