import { z } from 'zod';

export const Comparator = z.enum([
  'exactly',
  'at-least',
  'more-than',
  'at-most',
  'fewer-than',
  'about',
  'between',
]);
export type Comparator = z.infer<typeof Comparator>;

/** A number of things: `upper` is set with "between" and only there; the unit is as written. */
export const CountValue = z
  .strictObject({
    kind: z.literal('count'),
    number: z.number().min(0),
    upper: z.number().min(0).optional(),
    comparator: Comparator,
    unit: z.string().min(1).optional(),
    text: z.string(),
  })
  .refine(count => (count.comparator === 'between') === (count.upper !== undefined), {
    message: '“between” needs an upper number, and only “between” has one',
    path: ['upper'],
  })
  .refine(count => count.upper === undefined || count.upper >= count.number, {
    message: 'the upper number must not be below the lower one',
    path: ['upper'],
  });
export type CountValue = z.infer<typeof CountValue>;
