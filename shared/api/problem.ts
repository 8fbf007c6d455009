import { z } from 'zod';
import { Json } from '../model/json.ts';

/** An error as it travels: RFC 9457 problem details. `errors` says where each fault is; `clashes` holds both values of what two people set. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  clashes: z
    .array(
      z.object({
        changeId: z.string(),
        objectId: z.string(),
        path: z.string(),
        mine: Json.optional(),
        theirs: Json.optional(),
        theirChange: z.string(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Media type of a problem. */
export const PROBLEM_TYPE = 'application/problem+json';

/** Every kind of error the server answers with, its status and its title. */
export const problemKinds = {
  'bad-input': { status: 400, title: 'The request does not fit' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'wrong-method': { status: 405, title: 'Not done at this address' },
  'not-acceptable': { status: 406, title: 'Not to be had in this form' },
  stale: { status: 409, title: 'Changed in the meantime' },
  gone: { status: 410, title: 'Was removed' },
  'condition-failed': { status: 412, title: 'Changed since it was read' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-type': { status: 415, title: 'Unsupported media type' },
  unreadable: { status: 422, title: 'Not readable as text' },
  'too-many': { status: 429, title: 'Too many requests' },
  failed: { status: 500, title: 'The server failed' },
  unreachable: { status: 502, title: 'Could not be fetched' },
  'read-only': { status: 503, title: 'The desk cannot be written now' },
} as const;
export type ProblemKind = keyof typeof problemKinds;

const PREFIX = 'urn:variorum:problem:';

/** @returns the `type` of a problem of a kind. */
export function problemType(kind: ProblemKind): string {
  return PREFIX + kind;
}
