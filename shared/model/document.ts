import { z } from 'zod';
import { Range } from './anchor.ts';
import { Extraction, Retrieval } from './derivation.ts';
import { Id, Instant, LanguageTag, Sha256, Signature } from './ids.ts';

/** Kinds of text the reader takes. */
export const MediaType = z.enum(['text/plain', 'text/markdown', 'text/x-wiki']);
export type MediaType = z.infer<typeof MediaType>;

/**
 * What made text of bytes: a decoder, its version, and what it was told; then an extractor where the file is no plain
 * text. Files that are no text at all have the decoder and the encoding `none`.
 */
export const Reading = z.strictObject({
  decoder: z.string().min(1).max(60),
  version: z.string().min(1).max(40),
  encoding: z.string().min(1).max(40),
  bom: z.boolean(),
  extraction: Extraction.optional(),
});
export type Reading = z.infer<typeof Reading>;

/**
 * What was taken away of a revision for good, by which change, and what its bytes and its text were before. There are no
 * ranges where only the file went from which the text was extracted, since words stood in it that are not in this text.
 */
export const Redacted = z.strictObject({
  change: Id,
  ranges: z.array(Range),
  was: z.strictObject({ sha256: Sha256, textSha256: Sha256 }),
});
export type Redacted = z.infer<typeof Redacted>;

/**
 * Bytes plus the reading that made them text. `length` counts UTF-16 code units of the decoded text, `bytes` the bytes.
 * Where something was redacted, blocks stand for it in both, and the bytes are UTF-8 whatever they came in.
 */
export const Revision = z.strictObject({
  id: Id,
  sha256: Sha256,
  bytes: z.int().min(1),
  reading: Reading,
  textSha256: Sha256,
  length: z.int().min(0),
  addedAt: Instant,
  addedBy: Signature,
  label: z.string().max(200).optional(),
  redacted: z.array(Redacted).min(1).optional(),
  retrieved: Retrieval.optional(),
});
export type Revision = z.infer<typeof Revision>;

/** A text under check. The last revision is the current one. */
export const Document = z.strictObject({
  id: Id,
  title: z.string().trim().min(1).max(500),
  language: LanguageTag.optional(),
  mediaType: MediaType,
  /** Where the text came from, as given: a file name, an address, "pasted". */
  origin: z.string().max(2000).optional(),
  revisions: z.array(Revision).min(1),
});
export type Document = z.infer<typeof Document>;

/** @returns the revision that is read by default: the last one. */
export function currentRevision(document: Document): Revision {
  return document.revisions[document.revisions.length - 1]!;
}
