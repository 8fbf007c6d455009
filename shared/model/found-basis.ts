import { z } from 'zod';
import { Sha256 } from './ids.ts';

/** Most different words of one side, and most pieces of evidence, that are kept to say later what changed. */
export const KEPT_OF_A_SIDE = 50;
/** Longest of each, in UTF-16 code units. */
export const KEPT_LENGTH = 200;

/**
 * What a refusal or a conflict rested on when it was made: the values that were held against each other, the words that
 * said so, wherever they stood, and the evidence on them. `digest` covers all of it, the lists only as much as is needed
 * to say what changed.
 */
export const FoundBasis = z.strictObject({
  sides: z
    .array(
      z.strictObject({
        value: z.string().max(KEPT_LENGTH),
        words: z.array(z.string().max(KEPT_LENGTH)).max(KEPT_OF_A_SIDE),
        evidence: z.array(z.string().max(KEPT_LENGTH)).max(KEPT_OF_A_SIDE),
      }),
    )
    .max(50),
  digest: Sha256,
});
export type FoundBasis = z.infer<typeof FoundBasis>;
