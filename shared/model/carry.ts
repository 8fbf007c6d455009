import { z } from 'zod';
import { Quote, Range } from './anchor.ts';
import { Id } from './ids.ts';

const Offset = z.int().min(0);

/** A claim's place in a new revision, found again by the difference of two texts alone. */
export const Placed = z.strictObject({ ranges: z.array(Range).min(1).max(100), quote: Quote });
export type Placed = z.infer<typeof Placed>;

/**
 * What a new revision does to the claims of its document, without naming each: enough to do it again without the texts.
 * A claim on revision `from`, removed or not, moves with the stretches in which all of its ranges lie, unless `stays`
 * names it. What neither moves nor is in `placed` stays on the revision it stands on and waits for a person.
 * Offsets and lengths are UTF-16 code units.
 */
export const Carry = z.strictObject({
  /** The revision that was the current one. */
  from: Id,
  /** Runs of text that stand unchanged in both revisions: start in `from`, length, start in the new one; in order on both sides. */
  stretches: z.array(z.tuple([Offset, z.int().min(1), Offset])),
  /** Claims that lie within stretches and yet wait, since what stands around them is another. */
  stays: z.array(Id),
  /** What stands before and after claims that move, where it is not what stood there before. */
  quotes: z.record(Id, Quote.pick({ prefix: true, suffix: true })),
  /** Claims that stood on revisions older than `from`. */
  placed: z.record(Id, Placed),
});
export type Carry = z.infer<typeof Carry>;
