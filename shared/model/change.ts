import { z } from 'zod';
import { Range } from './anchor.ts';
import { Carry } from './carry.ts';
import { Revision } from './document.ts';
import { Id, Instant, Sha256, Signature } from './ids.ts';
import { Json } from './json.ts';
import type { Kind, Objects } from './objects.ts';

export const KindName = z.enum([
  'document',
  'claim',
  'source',
  'entity',
  'conflict',
  'refusal',
  'annotation',
]);

const ListName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/);
/** A field, or one key of a record: `workflow`, `fields.role`. */
export const FieldPath = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}(\.[A-Za-z][A-Za-z0-9_-]{0,59})?$/);
const Values = z.record(FieldPath, Json);
const ItemId = z.string().min(1).max(120);

/**
 * What a change does to its object. `null` as a value takes an optional field away.
 * `add` puts an item into a list at a place (at the end where none is given); `drop` takes one out.
 * `remove` hides the object and keeps it; `restore` brings it back. `revise` gives a document a new current revision
 * and moves with it the claims whose words and neighbours it left alone. `redact` says that words of a document were
 * destroyed, and signs what stands for the lines of the log that held them: see `shared/redaction`.
 */
export const Operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('create'), value: z.record(z.string(), Json) }),
  z.strictObject({ op: z.literal('set'), values: Values }),
  z.strictObject({
    op: z.literal('add'),
    list: ListName,
    item: z.union([z.string().max(120), z.record(z.string(), Json)]),
    at: z.int().min(0).optional(),
  }),
  z.strictObject({ op: z.literal('edit'), list: ListName, item: ItemId, values: Values }),
  z.strictObject({ op: z.literal('drop'), list: ListName, item: ItemId }),
  z.strictObject({ op: z.literal('remove') }),
  z.strictObject({ op: z.literal('restore') }),
  z.strictObject({ op: z.literal('revise'), revision: Revision, carry: Carry }),
  z.strictObject({
    op: z.literal('redact'),
    passages: z.array(z.strictObject({ revision: Id, ranges: z.array(Range).min(1) })).min(1),
    /** The whole document went, with its title and origin. */
    whole: z.literal(true).optional(),
    /** Sequence numbers of the lines that were replaced, each with the SHA-256 of the tombstone's own bytes. */
    lines: z.array(z.tuple([z.int().min(1), Sha256])),
  }),
]);
export type Operation = z.infer<typeof Operation>;

/**
 * The one way anything moves. `base` holds, for every path the change touches, the id of the change that
 * had last touched it when the author acted: this is the version the change was based on, per field and
 * list item. A path that is missing from `base` claims no knowledge and merges with anything.
 */
export const Change = z.strictObject({
  id: Id,
  /** Changes of one gesture share a group: one undo, and they commit together or not at all. */
  group: Id,
  kind: KindName,
  objectId: Id,
  operation: Operation,
  base: z.record(z.string().max(200), Id),
  /** The author's own clock. */
  at: Instant,
  by: Signature,
  why: z.string().max(20_000).optional(),
});
export type Change = z.infer<typeof Change>;

/** What a change overwrote: enough to invert it. */
export const Before = z.strictObject({
  values: z.record(z.string(), Json).optional(),
  item: Json.optional(),
  at: z.int().min(0).optional(),
});
export type Before = z.infer<typeof Before>;

/**
 * One committed group. `seq` counts from 1. `hash` covers the exact bytes of the entry's line and `prevHash` ties it to the
 * one before. In a tombstone, `redactedBy` names the change that destroyed words of it, and `hash` is still the one of the
 * line as it was first written. What is too much for one line is a run of entries that come together or not at all: `run`
 * says which of how many an entry is.
 */
export const LogEntry = z.strictObject({
  seq: z.int().min(1),
  at: Instant,
  by: Signature,
  changes: z.array(Change).min(1),
  before: z.array(Before),
  prevHash: Sha256,
  redactedBy: Id.optional(),
  run: z.strictObject({ part: z.int().min(1), of: z.int().min(2) }).optional(),
  hash: Sha256,
});
export type LogEntry = z.infer<typeof LogEntry>;

/**
 * An object as the desk holds it. `version` counts its changes from 1; `created` and `last` are the ids of the
 * first and the latest change; `stamps` has, per path changed since creation, the id of the change that did it.
 */
export interface Versioned<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: Id;
  readonly version: number;
  readonly created: Id;
  readonly last: Id;
  readonly stamps: Readonly<Record<string, Id>>;
  readonly removed?: { readonly by: string; readonly at: string; readonly why?: string };
  readonly object: Objects[K];
}
