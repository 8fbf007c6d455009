import { z } from 'zod';
import { conflictKinds } from '../../conflicts/kinds.ts';
import { Id } from '../../model/ids.ts';
import { findingSeverity } from '../../model/scales.ts';
import { endpoint } from '../endpoint.ts';
import { ToldFinding } from '../found.ts';
import { whole } from '../parts.ts';

/** How far the search for claims and contradictions has come. */
export const FindingsProgress = z.strictObject({
  /** Another one whenever what is found is. It begins anew with the server. */
  version: z.int().min(0),
  /** Steps that are to be done, and those of the present run that are done; both together are the total. */
  pending: z.int().min(0),
  done: z.int().min(0),
  total: z.int().min(0),
});
export type FindingsProgress = z.infer<typeof FindingsProgress>;

/** Told over the live line: progress, and the documents whose suggestions are others than before. */
export const FindingsNews = FindingsProgress.extend({ documents: z.array(Id) });
export type FindingsNews = z.infer<typeof FindingsNews>;

/** What was learned: of each version there is one only, and it does not change by itself. */
export const TaggerState = z.strictObject({
  version: z.string(),
  trainedAt: z.string(),
  /** How many claims and refusals it was learned from. */
  accepted: z.int().min(0),
  refused: z.int().min(0),
});

/** How the search for claims and contradictions is. */
export const FindingsStatus = FindingsProgress.extend({
  /** Documents whose text has not been gone through yet. */
  documentsPending: z.int().min(0),
  /** Documents that could not be gone through, and why. */
  failed: z.array(z.strictObject({ documentId: Id, why: z.string() })),
  /** Why nothing is searched any more, where that is so. */
  stopped: z.string().optional(),
  /** What was learned from what people accepted and refused; none before the first training. */
  tagger: TaggerState.optional(),
  /** What there is to learn from now. */
  examples: z.strictObject({ accepted: z.int().min(0), refused: z.int().min(0) }),
  /** The service that proposes claims besides; none where none is configured. */
  recommender: z
    .strictObject({
      url: z.string(),
      asked: z.int(),
      proposed: z.int(),
      /** Why the last question brought nothing. */
      problem: z.string().optional(),
    })
    .optional(),
});
export type FindingsStatus = z.infer<typeof FindingsStatus>;

/** Contradictions and defects that rules find. */
export const findingRoutes = {
  listFindings: endpoint({
    id: 'listFindings',
    method: 'get',
    path: '/api/findings',
    summary:
      'What the conflict rules find, gravest first: all that no conflict stands for and nobody has refused, or that rests on something else since. Answers with an ETag',
    query: z.strictObject({
      kind: z.enum(conflictKinds).optional(),
      rule: z.string().max(80).optional(),
      severity: findingSeverity.schema.optional(),
      document: Id.optional(),
      limit: whole(1, 10_000).optional(),
    }),
    reply: z.strictObject({
      progress: FindingsProgress,
      /** How many there are that fit the question, whatever the limit. */
      total: z.int().min(0),
      findings: z.array(ToldFinding),
    }),
  }),
  getFindingsStatus: endpoint({
    id: 'getFindingsStatus',
    method: 'get',
    path: '/api/findings/status',
    summary: 'How far the search for claims and contradictions has come, and what it works with',
    reply: FindingsStatus,
  }),
  recheck: endpoint({
    id: 'recheck',
    method: 'post',
    path: '/api/findings/recheck',
    summary: 'Go through a document, or through all, from the beginning',
    body: z.strictObject({ document: Id.optional() }),
    reply: FindingsProgress,
    fails: ['not-found'],
  }),
  trainTagger: endpoint({
    id: 'trainTagger',
    method: 'post',
    path: '/api/tagger/train',
    summary:
      'Learn from what was accepted and refused on this desk; suggestions are then made anew with what was learned',
    body: z.strictObject({}),
    reply: z.strictObject({
      /** False where there is too little to learn from, or nothing new. */
      changed: z.boolean(),
      tagger: TaggerState.optional(),
    }),
  }),
} as const;
