import { z } from 'zod';
import { CLAIM_INDEX_TYPE } from '../../claim-index/codec.ts';
import { KindName, Operation } from '../../model/change.ts';
import { Id, Instant, Signature } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { byId, heldAny, heldClaim, heldDocument, whole } from '../parts.ts';

/** Which entries of the log are wanted: `from` and `to` are instants, `[from, to)`. */
export const logFilter = {
  by: Signature.optional(),
  kind: KindName.optional(),
  object: Id.optional(),
  document: Id.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
};

/** What an object is called, and where it is found. */
export const Name = z.strictObject({
  kind: KindName,
  name: z.string(),
  /** The document to which it belongs. */
  documentId: Id.optional(),
  removed: z.literal(true).optional(),
});
export type Name = z.infer<typeof Name>;
const names = z.record(Id, Name);

/** The same thing done to one object or several, see `shared/history/deeds.ts`. */
const Deed = z.strictObject({
  kind: KindName,
  operation: Operation,
  why: z.string().optional(),
  count: z.int().min(1),
  objectIds: z.array(Id),
});

/** An entry of the log as a reader of it needs it. */
export const HistoryLine = z.strictObject({
  seq: z.int().min(1),
  at: Instant,
  by: Signature,
  /** How many changes it has. */
  size: z.int().min(1),
  deeds: z.array(Deed),
  /** How many objects concern deeds that are not told. */
  more: z.int().min(0),
  /** Whether it goes on with the gesture of the entry before it. */
  goesOn: z.boolean(),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** The state after an entry of the log; `at` and `by` are that entry's, and missing for the beginning, which is 0. */
export const Moment = z.strictObject({
  seq: z.int().min(0),
  at: Instant.optional(),
  by: Signature.optional(),
});
export type Moment = z.infer<typeof Moment>;

/** One path that differs between two states; `old` or `now` is missing where there is nothing. */
const FieldDifference = z.strictObject({
  path: z.string(),
  old: z.unknown().optional(),
  now: z.unknown().optional(),
});

/** What became of an object between two states. */
export const ObjectDifference = z.strictObject({
  kind: KindName,
  id: Id,
  fate: z.enum(['added', 'removed', 'brought-back', 'changed']),
  fields: z.array(FieldDifference),
});
export type ObjectDifference = z.infer<typeof ObjectDifference>;

export const FateTotals = z.strictObject({
  added: z.int().min(0),
  removed: z.int().min(0),
  'brought-back': z.int().min(0),
  changed: z.int().min(0),
});
export type FateTotals = z.infer<typeof FateTotals>;

/** A change that has yet to be made. */
const DraftShape = z.strictObject({
  kind: KindName,
  objectId: Id,
  operation: Operation,
  why: z.string().optional(),
});

/** What it would take to bring objects to another state: how many changes, a page of them, and what changes cannot bring. */
const way = {
  head: z.int().min(0),
  changes: z.int().min(0),
  drafts: z.array(DraftShape),
  /** The objects that those changes are made to, as they stand. */
  held: z.array(heldAny),
  totals: FateTotals,
  /** The first of the objects, from how they stand to how they would. */
  objects: z.array(ObjectDifference),
  names,
  /** Documents that had another text, and the revision whose text it was: it is taken again by a new revision. */
  texts: z.array(z.strictObject({ documentId: Id, revision: Id, from: Id })),
  /** Claims that keep the place that they have, since it is in another text than then. */
  places: z.int().min(0),
};
const page = { after: whole(0).optional(), limit: whole(0, 5000).optional() };

/** A later step that rests on one that is to be taken back, see `shared/history/take-back.ts`. */
export const DependentLine = z.strictObject({
  seq: z.int().min(1),
  on: z.int().min(1),
  kind: KindName,
  objectId: Id,
  path: z.string(),
  how: z.enum(['changes', 'names', 'removes']),
  line: HistoryLine,
});
export type DependentLine = z.infer<typeof DependentLine>;

const aMoment = z.strictObject({ id: Id, seq: whole(0) });

/** The log as it is read, states that were, and the ways back to them. */
export const historyRoutes = {
  listHistory: endpoint({
    id: 'listHistory',
    method: 'get',
    path: '/api/history',
    summary: 'The log in brief, newest first: entries before one, or those after one',
    query: z.strictObject({
      ...logFilter,
      before: whole(1).optional(),
      after: whole(0).optional(),
      limit: whole(1, 500).optional(),
    }),
    reply: z.strictObject({
      head: z.int(),
      lines: z.array(HistoryLine),
      names,
      /** Whether there are more, further from where was asked. */
      more: z.boolean(),
    }),
  }),
  listPeople: endpoint({
    id: 'listPeople',
    method: 'get',
    path: '/api/history/people',
    summary: 'Who made entries of the log, with how many, most first',
    reply: z.strictObject({
      people: z.array(z.strictObject({ by: Signature, count: z.int().min(1) })),
    }),
  }),
  listMoments: endpoint({
    id: 'listMoments',
    method: 'get',
    path: '/api/documents/{id}/moments',
    summary: 'The entries that changed a document or what belongs to it, by column; of very many only some',
    params: byId,
    reply: z.strictObject({
      head: z.int(),
      /** How many there are. */
      count: z.int(),
      seqs: z.array(z.int()),
      /** When, in milliseconds since 1970, and by whom: a place in `people`. */
      at: z.array(z.int()),
      by: z.array(z.int()),
      people: z.array(Signature),
    }),
    fails: ['not-found'],
  }),
  getMoment: endpoint({
    id: 'getMoment',
    method: 'get',
    path: '/api/documents/{id}/at/{seq}',
    summary: 'A document as it was after an entry of the log',
    params: aMoment,
    reply: z.strictObject({
      head: z.int(),
      moment: Moment,
      /** Missing where there was none yet. */
      held: heldDocument.optional(),
      claims: z.int().min(0),
      /** Claims that stood on another revision than the current one then. */
      elsewhere: z.int().min(0),
    }),
    fails: ['not-found'],
  }),
  getMomentIndex: endpoint({
    id: 'getMomentIndex',
    method: 'get',
    path: '/api/documents/{id}/at/{seq}/claim-index',
    summary: 'Claims as they were after an entry of the log, by column, in the text of then',
    params: aMoment,
    reply: { bytes: CLAIM_INDEX_TYPE, says: 'see shared/claim-index/codec.ts' },
    fails: ['not-found'],
  }),
  getMomentClaims: endpoint({
    id: 'getMomentClaims',
    method: 'get',
    path: '/api/documents/{id}/at/{seq}/claims',
    summary: 'Some claims of a document as they were after an entry of the log',
    params: aMoment,
    query: z.strictObject({
      ids: z
        .string()
        .transform(text => text.split(','))
        .pipe(z.array(Id).min(1).max(200)),
    }),
    reply: z.strictObject({ claims: z.array(heldClaim) }),
    fails: ['not-found'],
  }),
  getDifference: endpoint({
    id: 'getDifference',
    method: 'get',
    path: '/api/difference',
    summary: 'What came, changed and went between two entries of the log, on the desk or in a document',
    query: z.strictObject({
      from: whole(0),
      /** The newest where it is not given. */
      to: whole(0).optional(),
      document: Id.optional(),
      after: whole(0).optional(),
      limit: whole(1, 500).optional(),
    }),
    reply: z.strictObject({
      from: Moment,
      to: Moment,
      head: z.int(),
      totals: FateTotals,
      objects: z.array(ObjectDifference),
      names,
    }),
    fails: ['not-found'],
  }),
  getRestoring: endpoint({
    id: 'getRestoring',
    method: 'get',
    path: '/api/restoring',
    summary:
      'What would bring an object, a document or the desk back to how it was after an entry of the log',
    query: z.strictObject({
      seq: whole(0),
      document: Id.optional(),
      object: Id.optional(),
      kind: KindName.optional(),
      ...page,
    }),
    reply: z.strictObject({ moment: Moment, ...way }),
    fails: ['not-found'],
  }),
  getTakingBack: endpoint({
    id: 'getTakingBack',
    method: 'get',
    path: '/api/taking-back',
    summary: 'What would take some entries of the log back, and which later ones rest on them',
    query: z.strictObject({
      seqs: z
        .string()
        .transform(text => text.split(',').map(Number))
        .pipe(z.array(z.int().min(1)).min(1).max(1000)),
      ...page,
    }),
    reply: z.strictObject({
      ...way,
      /** The entries themselves, and the first of those that rest on them; the changes take all of them back. */
      taken: z.array(HistoryLine),
      dependents: z.array(DependentLine),
      /** How many rest on them. */
      dependent: z.int().min(0),
      /** Whether one of all these brings a text, which changes do not take back. */
      revises: z.boolean(),
    }),
    fails: ['not-found'],
  }),
} as const;
