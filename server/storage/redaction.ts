import { z } from 'zod';
import { Range } from '../../shared/model/anchor.ts';
import { Id, Instant, Signature } from '../../shared/model/ids.ts';

/** What is to be destroyed, as a person orders it, or as it was ordered once for another copy of the desk. */
export const RedactionOrder = z.strictObject({
  /** Id of the change that says so in the log: the same order is carried out once. */
  id: Id,
  documentId: Id,
  /** Offsets in UTF-16 code units; with `whole`, what the document had then. */
  passages: z.array(z.strictObject({ revision: Id, ranges: z.array(Range).min(1) })).min(1),
  whole: z.boolean(),
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
export interface RedactionReport {
  readonly documentId: string;
  readonly title: string;
  /** UTF-16 code units that are blocked out, by revision. */
  readonly revisions: readonly { readonly revision: string; readonly units: number }[];
  /** Lines of the log of which words are destroyed. */
  readonly lines: number;
  /** Objects in which words are blocked out or that lose a value, with how they go by. */
  readonly objects: readonly { readonly kind: string; readonly id: string; readonly name: string }[];
  /** Attachments of claims on the passage whose bytes are kept, since nothing can be searched for in them. */
  readonly attachments: readonly { readonly claimId: string; readonly name: string }[];
  /** Documents in which the same words stand and stay. */
  readonly elsewhere: readonly { readonly documentId: string; readonly title: string }[];
}

/** A redaction that cannot be carried out; nothing was changed. */
export class CannotRedact extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotRedact';
  }
}
