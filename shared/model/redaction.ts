import { z } from 'zod';
import { Range } from './anchor.ts';
import { KindName } from './change.ts';
import { Id, Instant, Signature } from './ids.ts';

/** Which words of a document: by revision, in UTF-16 code units. With `whole`, all there is of it in every revision. */
export const RedactedWords = z.strictObject({
  passages: z.array(z.strictObject({ revision: Id, ranges: z.array(Range).min(1) })).min(1),
  whole: z.boolean(),
});
export type RedactedWords = z.infer<typeof RedactedWords>;

/** What is to be destroyed, as a person orders it, or as it was ordered once for another copy of the desk. */
export const RedactionOrder = RedactedWords.extend({
  /** Id of the change that says so in the log: the same order is carried out once. */
  id: Id,
  documentId: Id,
  by: Signature,
  at: Instant,
  why: z.string().trim().min(1).max(20_000),
});
export type RedactionOrder = z.infer<typeof RedactionOrder>;

/** The list of what was redacted in a desk, for other copies of it. It holds no words. */
export const RedactionList = z.strictObject({
  format: z.literal('variorum-redactions'),
  version: z.literal(1),
  redactions: z.array(RedactionOrder),
});
export type RedactionList = z.infer<typeof RedactionList>;

/** What a redaction reaches: told before it is done, and again after it. */
export const RedactionReport = z.strictObject({
  documentId: Id,
  title: z.string(),
  /** UTF-16 code units that are blocked out, by revision. */
  revisions: z.array(z.strictObject({ revision: Id, units: z.int().min(1) })),
  /** Lines of the log of which words are destroyed. */
  lines: z.int().min(0),
  /** Objects in which words are blocked out, or that lose a value, by the names they went by. */
  objects: z.array(z.strictObject({ kind: KindName, id: Id, name: z.string() })),
  /**
   * Files of other kinds than plain text. Those go in which the words stand, with their pages, headings and places; their
   * texts stay. Other files of the document, in whose texts the words do not stand, are kept.
   */
  files: z.array(z.strictObject({ documentId: Id, title: z.string(), revision: Id, goes: z.boolean() })),
  /** Attachments of claims on the passage whose bytes are kept, since nothing can be searched for in them. */
  attachments: z.array(z.strictObject({ claimId: Id, name: z.string() })),
  /** Documents in which the same words stand and stay. */
  elsewhere: z.array(z.strictObject({ documentId: Id, title: z.string() })),
});
export type RedactionReport = z.infer<typeof RedactionReport>;
