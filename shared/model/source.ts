import { z } from 'zod';
import { CslItem } from '../citations/csl.ts';
import { Anchor } from './anchor.ts';
import { Attachment, MOST_ATTACHMENTS } from './attachment.ts';
import { Id, Instant, Signature } from './ids.ts';
import { fit, stance } from './scales.ts';

/** Something that can be cited. Archive link and date stand in `csl.custom`. `documentId` is set where the source is a document here. */
export const Source = z.strictObject({
  id: Id,
  csl: CslItem,
  documentId: Id.optional(),
});
export type Source = z.infer<typeof Source>;

/** The tie from a claim to a source, or to a passage of a document here, whose words are then locked to its text. */
export const Evidence = z
  .strictObject({
    id: Id,
    sourceId: Id.optional(),
    passage: Anchor.optional(),
    /** The passage is quoted as it stood in its revision, on purpose, whatever the document has become since. */
    asQuoted: z.literal(true).optional(),
    stance: stance.schema,
    fit: fit.schema.optional(),
    quote: z.string().max(20_000).optional(),
    locator: z.string().max(500).optional(),
    accessed: z.iso.date().optional(),
    archived: z.strictObject({ url: z.string().max(4000), at: z.string().max(40).optional() }).optional(),
    note: z.string().max(20_000).optional(),
    attachments: z.array(Attachment).min(1).max(MOST_ATTACHMENTS).optional(),
    by: Signature,
    at: Instant,
  })
  .refine(evidence => evidence.sourceId !== undefined || evidence.passage !== undefined, {
    message: 'evidence needs a source or a passage of a document',
  });
export type Evidence = z.infer<typeof Evidence>;
