import { z } from 'zod';

/** A list with its items as written, mark-up aside. */
export const ListValue = z.strictObject({
  kind: z.literal('list'),
  heading: z.string().min(1).optional(),
  items: z.array(z.string().min(1)).min(1),
});
export type ListValue = z.infer<typeof ListValue>;
