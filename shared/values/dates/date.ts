import { z } from 'zod';
import { isEdtf } from './edtf.ts';

/** What a reading of a date took for granted beyond the words themselves. */
export const DateAssumption = z.enum(['day-first-by-language', 'century-by-document']);
export type DateAssumption = z.infer<typeof DateAssumption>;

/**
 * A date as Extended Date Time Format (ISO 8601-2, levels 0 to 2). What the words leave open stays open:
 * `[2026-01-06,2026-06-01]` where day and month could change places, `XXXX-08-30` where no year is written.
 */
export const DateValue = z.strictObject({
  kind: z.literal('date'),
  edtf: z
    .string()
    .refine(isEdtf, { message: 'expected an EDTF date such as 2026-04-27, 2011-04 or XXXX-08-30' }),
  text: z.string(),
  assumed: z.array(DateAssumption).optional(),
});
export type DateValue = z.infer<typeof DateValue>;
