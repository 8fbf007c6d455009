import { z } from 'zod';
import { Anchor } from './anchor.ts';
import { Id, Instant, Signature } from './ids.ts';
import { Json } from './json.ts';
import { verdict, workflow } from './scales.ts';
import { Evidence } from './source.ts';

/** A remark on a claim; `replyTo` makes it part of a thread. */
export const Note = z.strictObject({
  id: Id,
  text: z.string().trim().min(1).max(20_000),
  by: Signature,
  at: Instant,
  replyTo: Id.optional(),
});
export type Note = z.infer<typeof Note>;

/** A claim's normalised value. `kind` names the value's own schema in `shared/values`. */
export const ClaimValue = z.looseObject({ kind: z.string().min(1).max(40) }).catchall(Json);
export type ClaimValue = z.infer<typeof ClaimValue>;

/** Whether a claim still stands on the words it was made on. */
export const AnchorState = z.enum([
  'intact',
  'shifted',
  'relocated',
  'context-changed',
  'edited',
  'deleted',
  'ambiguous',
]);
export type AnchorState = z.infer<typeof AnchorState>;

/** What a decision on a conflict laid on a claim. */
export const Settled = z.strictObject({
  /** The decision's id. */
  id: Id,
  conflictId: Id,
  preferred: z.string().max(2000).optional(),
});
export type Settled = z.infer<typeof Settled>;

export const Tag = z.string().trim().min(1).max(60);

/** Longest original kept with a claim that came from another program, in UTF-16 code units. */
export const ORIGINAL_LIMIT = 20_000;

/** Where a claim came from, when it was another program's annotation, and how its words were found here. */
export const Imported = z.strictObject({
  /** Id of the format of the file. */
  format: z.string().min(1).max(40),
  /** What the annotation was called there. */
  id: z.string().max(500),
  /** The annotation as the file had it, with its own numbers. */
  original: z.string().max(ORIGINAL_LIMIT),
  /** What had to be mended for it to stand on its words; none where it stood on them as it came. */
  repaired: z.array(z.string().min(1).max(40)).max(10),
});
export type Imported = z.infer<typeof Imported>;

/** Something the text asserts, at an anchor. */
export const Claim = z.strictObject({
  id: Id,
  type: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  anchor: Anchor,
  value: ClaimValue.optional(),
  fields: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.string().max(5000)),
  entityId: Id.optional(),
  workflow: workflow.schema,
  verdict: verdict.schema.optional(),
  tags: z.array(Tag),
  evidence: z.array(Evidence),
  notes: z.array(Note),
  settled: z.array(Settled),
  anchorState: AnchorState,
  imported: Imported.optional(),
  createdBy: Signature,
  createdAt: Instant,
});
export type Claim = z.infer<typeof Claim>;
