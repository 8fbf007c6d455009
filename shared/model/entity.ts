import { z } from 'zod';
import { Id, LanguageTag } from './ids.ts';

/** The person, organization or place that several claims name. */
export const Entity = z.strictObject({
  id: Id,
  kind: z.enum(['person', 'organization', 'place']),
  preferred: z.string().trim().min(1).max(1000),
  variants: z.array(
    z.strictObject({ id: Id, form: z.string().min(1).max(1000), language: LanguageTag.optional() }),
  ),
  /** Entities that somebody has declared to be different from this one. */
  distinctFrom: z.array(Id),
});
export type Entity = z.infer<typeof Entity>;
