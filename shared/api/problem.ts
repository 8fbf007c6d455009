import { z } from 'zod';

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
        mine: z.json().optional(),
        theirs: z.json().optional(),
        theirChange: z.string(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Media type of a problem. */
export const PROBLEM_TYPE = 'application/problem+json';
