import { z } from 'zod';
import { Range } from '../model/anchor.ts';
import { Id } from '../model/ids.ts';

/** What became of one annotation of a file. */
export const ItemReport = z.strictObject({
  /** As the file calls it. */
  id: z.string(),
  label: z.string().optional(),
  /** `known` is one that was taken in before. */
  state: z.enum(['exact', 'repaired', 'unplaced', 'known']),
  repairs: z.array(z.enum(['other-unit', 'folded', 'by-quote', 'other-context', 'edited', 'by-words'])),
  /** Whether the file had words to hold against its numbers. */
  checked: z.boolean(),
  /** What was mended, or why it could not be placed. */
  says: z.string(),
  document: z.string().optional(),
  claim: Id.optional(),
  ranges: z.array(Range).optional(),
  /** The beginning of the words on which it stands. */
  words: z.string().optional(),
  candidates: z.array(Range).optional(),
});
export type ItemReport = z.infer<typeof ItemReport>;

/** How many annotations came to what, and some of them, those that need a look first. */
export const ItemsReport = z.strictObject({
  exact: z.int(),
  repaired: z.int(),
  unplaced: z.int(),
  known: z.int(),
  list: z.array(ItemReport),
});
export type ItemsReport = z.infer<typeof ItemsReport>;

const ORDER = ['unplaced', 'repaired', 'exact', 'known'];

/** @param most how many are listed @returns the report on all of them */
export function reportOn(items: readonly ItemReport[], most = Number.POSITIVE_INFINITY): ItemsReport {
  const count = { exact: 0, repaired: 0, unplaced: 0, known: 0 };
  for (const { state } of items) count[state]++;
  const sorted = items.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return { ...count, list: sorted.slice(0, most) };
}
