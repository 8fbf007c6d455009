import { z } from 'zod';
import { Annotation } from '../../model/annotation.ts';
import { KindName, LogEntry } from '../../model/change.ts';
import { Claim } from '../../model/claim.ts';
import { Conflict } from '../../model/conflict.ts';
import { Document } from '../../model/document.ts';
import { Entity } from '../../model/entity.ts';
import { Id, Sha256 } from '../../model/ids.ts';
import { Refusal } from '../../model/refusal.ts';
import { Source } from '../../model/source.ts';
import { Scope } from '../scope.ts';

/** The newest version of the file's form. A reader for every version that ever shipped stands in `decode.ts`. */
export const FORMAT_VERSION = 1;

/** Names the JSON Schema of this version. */
export const SCHEMA_ID = 'urn:uuid:74ca88de-6b6a-4e66-9b1a-554948d4d133';

const Removed = z.strictObject({ by: z.string(), at: z.string(), why: z.string().optional() });
const removed = <K extends string, T extends z.ZodType>(kind: K, object: T) =>
  z.strictObject({ kind: z.literal(kind), object, removed: Removed });

export const RemovedItem = z.discriminatedUnion('kind', [
  removed('document', Document),
  removed('claim', Claim),
  removed('source', Source),
  removed('entity', Entity),
  removed('conflict', Conflict),
  removed('refusal', Refusal),
  removed('annotation', Annotation),
]);
export type RemovedItem = z.infer<typeof RemovedItem>;

/** What its lists hold, by their names. */
export const items = {
  documents: Document,
  sources: Source,
  entities: Entity,
  claims: Claim,
  conflicts: Conflict,
  refusals: Refusal,
  annotations: Annotation,
  removed: RemovedItem,
  outside: z.strictObject({ kind: KindName, id: Id }),
  log: LogEntry,
} as const;

/** What stands in place of a member that an export of a part of the desk does not have. */
const LeftOut = z.string().regex(/^left out: /, 'expected "left out: " and why');

/** A desk or a part of it in a file. Members come in this order; within them keys are in code-unit order. */
export const VariorumFile = z.strictObject({
  format: z.literal('variorum'),
  formatVersion: z.literal(FORMAT_VERSION),
  $schema: z.literal(SCHEMA_ID),
  scope: Scope.describe('Which part of the desk this is.'),
  head: z
    .strictObject({ seq: z.int().min(0), hash: Sha256 })
    .optional()
    .describe('The newest entry of the log; only in an export of the whole desk.'),
  documents: z.array(items.documents).describe('Ordered by id.'),
  sources: z.array(items.sources).describe('Ordered by id.'),
  entities: z.array(items.entities).describe('Ordered by id.'),
  claims: z
    .array(items.claims)
    .describe('Ordered by document and place. Offsets are UTF-16 code units of the decoded text.'),
  conflicts: z.array(items.conflicts).describe('Ordered by id.'),
  refusals: z
    .array(items.refusals)
    .optional()
    .describe('What was suggested or found and refused, ordered by id; left out where there is nothing.'),
  annotations: z
    .array(items.annotations)
    .optional()
    .describe(
      'Annotations that came from elsewhere, as they came, ordered by id; left out where there are none.',
    ),
  removed: z
    .array(items.removed)
    .describe('Objects that were removed and are kept; in an export of a part, those that it cites.'),
  outside: z
    .array(items.outside)
    .optional()
    .describe('Objects that this part of the desk refers to and does not hold.'),
  blobs: z
    .union([LeftOut, z.record(Sha256, z.string())])
    .describe(
      'The bytes of documents, their decoded texts as UTF-8, and the bytes of attachments, in base64 by their SHA-256.',
    ),
  log: z
    .union([LeftOut, z.array(items.log)])
    .describe(
      'Every change, oldest first. `hash` is the SHA-256 of the canonical JSON of the entry without `hash`.',
    ),
});
export type VariorumFile = z.infer<typeof VariorumFile>;

/** Why the log is missing from an export of a part of the desk. */
export const LOG_LEFT_OUT = 'left out: this is a part of a desk; the log goes with the whole';
/** Why the bytes are missing from an export of a filter. */
export const BLOBS_LEFT_OUT =
  'left out: these are claims picked by a filter; the bytes go with a document or the whole';
