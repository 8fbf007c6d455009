import { z } from 'zod';
import { FoundBasis } from './found-basis.ts';
import { Id, Instant, Signature } from './ids.ts';

/** Somebody's word that a suggestion is no claim, or that a finding is no conflict. It holds as long as its basis does. */
export const Refusal = z.strictObject({
  id: Id,
  of: z.enum(['suggestion', 'finding']),
  /** The key of what was refused. */
  key: z.string().min(1).max(300),
  /** The document that it is about, where it is about one alone. */
  documentId: Id.optional(),
  /** What it would have been a claim of; of a finding, the rule that found it. */
  type: z.string().min(1).max(80).optional(),
  /** The words that were suggested, or what the finding said. */
  quote: z.string().max(2000),
  reason: z.string().trim().min(1).max(20_000).optional(),
  basis: FoundBasis,
  by: Signature,
  at: Instant,
});
export type Refusal = z.infer<typeof Refusal>;
