import { z } from 'zod';

/** Words that the text puts into somebody's mouth, without their outer quotation marks. */
export const QuotationValue = z.strictObject({
  kind: z.literal('quotation'),
  words: z.string().min(1),
  speaker: z.string().min(1).optional(),
});
export type QuotationValue = z.infer<typeof QuotationValue>;
