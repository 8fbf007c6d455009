import { z } from 'zod';
import { Change, LogEntry } from '../../model/change.ts';
import { Id } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { heldAny, whole } from '../parts.ts';
import { Problem } from '../problem.ts';
import { logFilter } from './history.ts';

/** What became of one group of changes; `objects` are those it touched, as they are now. */
export const GroupOutcome = z.strictObject({
  group: Id,
  status: z.enum(['committed', 'known', 'refused']),
  seq: z.int().optional(),
  objects: z.array(heldAny).optional(),
  problem: Problem.optional(),
});
export type GroupOutcome = z.infer<typeof GroupOutcome>;

/** The one way in, and the record of it. */
export const changeRoutes = {
  postChanges: endpoint({
    id: 'postChanges',
    method: 'post',
    path: '/api/changes',
    summary: 'Commit groups of changes; each group whole or not at all, a repeated one recognised',
    body: z.strictObject({ changes: z.array(Change).min(1).max(5000) }),
    reply: z.strictObject({ seq: z.int(), groups: z.array(GroupOutcome) }),
    fails: ['read-only'],
  }),
  readLog: endpoint({
    id: 'readLog',
    method: 'get',
    path: '/api/log',
    summary: 'The log, or what of it passes a filter: oldest first, or newest first from before an entry on',
    query: z.strictObject({
      ...logFilter,
      after: whole(0).optional(),
      before: whole(1).optional(),
      limit: whole(1, 1000).optional(),
    }),
    reply: z.strictObject({
      head: z.strictObject({ seq: z.int(), hash: z.string() }),
      entries: z.array(LogEntry),
    }),
  }),
} as const;
