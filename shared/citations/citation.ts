import { z } from 'zod';
import { CslItem } from './csl.ts';

/**
 * A reference in a text. `ref` is the name or number under which it is cited; a repeated use has nothing else.
 * `quote` are the words that the reference itself quotes from its source.
 */
export const CitationValue = z
  .strictObject({
    kind: z.literal('citation'),
    ref: z.string().min(1).optional(),
    csl: CslItem.optional(),
    quote: z.string().min(1).optional(),
  })
  .refine(citation => citation.ref !== undefined || citation.csl !== undefined, {
    message: 'a citation needs a reference name or number, or bibliographic data',
  });
export type CitationValue = z.infer<typeof CitationValue>;
