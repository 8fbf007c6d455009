import { z } from 'zod';
import { FoundBasis } from './found-basis.ts';
import { Id, Instant, Sha256, Signature } from './ids.ts';
import { outcome, severity } from './scales.ts';

/** One side of a conflict: a value, and the claims that hold it. Their evidence is the side's evidence. */
export const Side = z.strictObject({
  id: Id,
  value: z.string().min(1).max(5000),
  claimIds: z.array(Id).min(1).max(1000),
});
export type Side = z.infer<typeof Side>;

/**
 * A reason for or against there being a conflict, with the rule that gave it; `by-hand` where a person did. `says` is
 * English; `given` is what the rule found, by name, so that it can be said in other languages.
 */
export const Ground = z.strictObject({
  id: Id,
  rule: z.string().min(1).max(80),
  says: z.string().min(1).max(2000),
  given: z.record(z.string().max(40), z.string().max(5000)).optional(),
  for: z.boolean(),
  score: z.number().min(0).max(1).optional(),
});
export type Ground = z.infer<typeof Ground>;

/** How a conflict was settled, and, where it was taken up again, by whom and why. `basis` fingerprints what was decided upon. */
export const Decision = z.strictObject({
  id: Id,
  outcome: outcome.schema,
  sideId: Id.optional(),
  preferred: z.string().max(2000).optional(),
  reason: z.string().trim().min(1).max(20_000),
  by: Signature,
  at: Instant,
  basis: Sha256.optional(),
  reopened: z
    .strictObject({ by: Signature, at: Instant, reason: z.string().trim().min(1).max(20_000) })
    .optional(),
});
export type Decision = z.infer<typeof Decision>;

/** Disagreement with a decision, kept beside it. */
export const Dissent = z.strictObject({
  id: Id,
  decisionId: Id,
  text: z.string().trim().min(1).max(20_000),
  by: Signature,
  at: Instant,
});
export type Dissent = z.infer<typeof Dissent>;

/** A disagreement between two or more sides; a single one where a rule found something wrong with one passage by itself. */
export const Conflict = z.strictObject({
  id: Id,
  /** What disagrees: `name`, `date`, `count`, … or `by-hand` where the person gave no kind. */
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  /** Stable across re-runs of a rule, so that a decision is remembered. */
  key: z.string().min(1).max(300),
  title: z.string().trim().min(1).max(500),
  sides: z.array(Side).min(1).max(50),
  /** What the rule had found when the conflict was made of it; none where a person raised it. */
  found: FoundBasis.optional(),
  grounds: z.array(Ground),
  severity: severity.schema,
  state: z.enum(['open', 'settled']),
  decisions: z.array(Decision),
  dissent: z.array(Dissent),
  raisedBy: Signature,
  raisedAt: Instant,
});
export type Conflict = z.infer<typeof Conflict>;

/** @returns the decision in force: the last one, unless it was reopened. */
export function decisionInForce(conflict: Conflict): Decision | undefined {
  const last = conflict.decisions[conflict.decisions.length - 1];
  return conflict.state === 'settled' && last && !last.reopened ? last : undefined;
}
