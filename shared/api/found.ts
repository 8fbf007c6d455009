import { z } from 'zod';
import { conflictKinds } from '../conflicts/kinds.ts';
import { Range } from '../model/anchor.ts';
import { ClaimValue } from '../model/claim.ts';
import { FoundBasis } from '../model/found-basis.ts';
import { Id } from '../model/ids.ts';
import { findingSeverity } from '../model/scales.ts';

/** A ground of a suggestion or a finding (`shared/conflicts/found-ground.ts`). */
export const Ground = z.strictObject({
  rule: z.string(),
  says: z.string(),
  given: z.record(z.string(), z.string()),
  for: z.boolean(),
  score: z.number().min(0).max(1).optional(),
});

/** Where words stand that have no claim yet: what an anchor needs beside the range and the words themselves. */
const place = { revision: Id, prefix: z.string(), suffix: z.string() };

/** Why something is told that was refused or decided upon before: what it rested on is no longer what it was. */
export const Returned = z.strictObject({
  of: z.enum(['refusal', 'decision']),
  /** The refusal's or the conflict's id. */
  id: Id,
  reason: z.string().optional(),
  by: z.string(),
  at: z.string(),
  changes: z.array(
    z.strictObject({
      what: z.enum(['value', 'words', 'evidence']),
      /** The value of the side concerned, where it is about one. */
      side: z.string().optional(),
      gone: z.array(z.string()),
      come: z.array(z.string()),
    }),
  ),
});
export type Returned = z.infer<typeof Returned>;

/** A claim that is proposed, with all that is needed to make it. Ranges are UTF-16 code units of the revision's text. */
export const Offered = z.strictObject({
  key: z.string(),
  documentId: Id,
  /** The id of the detector that proposes it; `recommender` where a service does. */
  detector: z.string(),
  type: z.string(),
  ranges: z.array(Range).min(1),
  quote: z.string(),
  value: ClaimValue,
  fields: z.record(z.string(), z.string()),
  grounds: z.array(Ground),
  /** How much it is worth checking, 0 to 1. */
  worth: z.number().min(0).max(1),
  /** The words beside it: a refusal keeps them. */
  basis: z.string(),
  ...place,
  /** The entity that is known by these words. */
  entityId: Id.optional(),
  /** Set where the same words were refused when others stood beside them. */
  returned: Returned.optional(),
});
export type Offered = z.infer<typeof Offered>;

/** Words of a finding; where no claim stands on them, with what is needed to make one. */
export const ToldSpan = z.strictObject({
  documentId: Id,
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  claimId: Id.optional(),
  type: z.string().optional(),
  revision: place.revision.optional(),
  prefix: place.prefix.optional(),
  suffix: place.suffix.optional(),
});
export type ToldSpan = z.infer<typeof ToldSpan>;

const BareSpan = z.strictObject({
  documentId: Id,
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  claimId: Id.optional(),
  type: z.string().optional(),
});

/** What a rule found (`shared/conflict-rules/finding.ts`), what it rests on, and whether it was dealt with before. */
export const ToldFinding = z.strictObject({
  rule: z.string(),
  kind: z.enum(conflictKinds),
  severity: findingSeverity.schema,
  message: z.string(),
  given: z.record(z.string(), z.string()),
  sides: z
    .array(
      z.strictObject({
        value: z.string(),
        spans: z.array(ToldSpan).min(1),
        /** How many more places there are than are told. */
        more: z.int().min(1).optional(),
      }),
    )
    .min(1),
  grounds: z.array(Ground),
  key: z.string(),
  repair: z
    .strictObject({
      documentId: Id,
      edits: z.array(z.strictObject({ start: z.int().min(0), end: z.int().min(0), text: z.string() })),
    })
    .optional(),
  lost: z.array(BareSpan).optional(),
  basis: FoundBasis,
  returned: Returned.optional(),
});
export type ToldFinding = z.infer<typeof ToldFinding>;
