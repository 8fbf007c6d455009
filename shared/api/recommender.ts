import { z } from 'zod';
import { MediaType } from '../model/document.ts';
import { Id, LanguageTag } from '../model/ids.ts';
import { Json } from '../model/json.ts';

/** Most claims that a service may propose for one document; those beyond are left out. */
export const MOST_RECOMMENDED = 5000;

/**
 * What a service that proposes claims is asked, by POST as JSON: a text, what is known of it, and the claims that stand in
 * it. Offsets are UTF-16 code units of `text`, half-open.
 */
export const RecommenderQuestion = z.strictObject({
  documentId: Id,
  language: LanguageTag.optional(),
  mediaType: MediaType,
  title: z.string(),
  text: z.string(),
  claims: z.array(
    z.strictObject({
      type: z.string(),
      start: z.int().min(0),
      end: z.int().min(1),
      value: Json.optional(),
    }),
  ),
});
export type RecommenderQuestion = z.infer<typeof RecommenderQuestion>;

/** One claim that a service proposes. `value` is read from the words where it is left out or none that claims can have. */
export const RecommendedClaim = z.object({
  /** A claim type's id. */
  type: z.string().min(1).max(40),
  start: z.int().min(0),
  end: z.int().min(1),
  value: Json.optional(),
  /** How much it is worth checking, 0 to 1. */
  score: z.number().min(0).max(1).optional(),
  /** Why it is proposed, in a sentence. */
  says: z.string().max(500).optional(),
});
export type RecommendedClaim = z.infer<typeof RecommendedClaim>;

/** What the service answers: status 200 and this as JSON. Members that are not named here are passed over. */
export const RecommenderAnswer = z.object({ claims: z.array(z.unknown()) });
