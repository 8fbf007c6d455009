import { z } from 'zod';
import { Id, Instant, Signature } from './ids.ts';
import { Json } from './json.ts';

/**
 * A W3C Web Annotation that came from elsewhere, kept as it came. Where its target could be found here it stands beside
 * a claim; where it could not it is kept and served again, and annotates nothing here.
 */
export const Annotation = z.strictObject({
  id: Id,
  /** The last part of its address, which is never given to another one. */
  name: z.string().regex(/^[A-Za-z0-9._~-]{1,120}$/),
  /** The annotation in JSON-LD, without `id`. */
  node: z.record(z.string(), Json),
  claimId: Id.optional(),
  /** The claim's newest change that this says nothing else than. */
  agrees: Id.optional(),
  by: Signature,
  at: Instant,
});
export type Annotation = z.infer<typeof Annotation>;
