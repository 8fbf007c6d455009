import { z } from 'zod';
import { Id, Instant, Sha256, Signature } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { heldAny, whole } from '../parts.ts';
import { FindingsNews } from './findings.ts';

/**
 * Where the desk stands. `desk` is the hash of its first entry, which no other desk has; 64 zeros before there is one.
 * Who knows another desk under this address has to begin anew; so has who knows of fewer redactions, for whatever was
 * kept may hold words that were destroyed.
 */
export const LiveHead = z.strictObject({
  seq: z.int().min(0),
  hash: Sha256,
  desk: Sha256,
  redactions: z.int().min(0).default(0),
});
export type LiveHead = z.infer<typeof LiveHead>;

/** One committed group and the objects it touched, as they became or, where it is told later, as they are. */
export const LiveEntry = z.strictObject({
  seq: z.int().min(1),
  at: Instant,
  by: Signature,
  group: Id,
  objects: z.array(heldAny),
  /** A document that has a new revision. Claims that moved with it are not told of: what is known of its claims is old. */
  revised: Id.optional(),
});
export type LiveEntry = z.infer<typeof LiveEntry>;

/** Where a window is: a screen, and the document and claim that are looked at there. */
export const Whereabouts = z.strictObject({
  name: Signature,
  /** What the windows of one browser have in common. */
  browser: Id,
  screen: z.string().max(40),
  documentId: Id.optional(),
  claimId: Id.optional(),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

/** A window that is open now; never written to the log. */
export const Presence = Whereabouts.extend({ window: Id });
export type Presence = z.infer<typeof Presence>;

/** Every open window, those that moved last first. */
export const Present = z.strictObject({ present: z.array(Presence) });
export type Present = z.infer<typeof Present>;

/** The events of the live stream by name, with the shape of their data. */
export const liveEvents = {
  head: LiveHead,
  entry: LiveEntry,
  reload: LiveHead,
  presence: Present,
  findings: FindingsNews,
} as const;

const byWindow = z.strictObject({ window: Id });

/** What others do, as they do it, and who they are. */
export const liveRoutes = {
  followDesk: endpoint({
    id: 'followDesk',
    method: 'get',
    path: '/api/live',
    summary:
      'What is committed, as it is committed: an event `head` at first, then an `entry` for every group after the one that `after` or the header `Last-Event-ID` names, in order; `reload` where that is too long ago to be told; `presence` whenever somebody comes, goes or moves; `findings` when suggestions or findings are others than before, and how far the search for them has come',
    query: z.strictObject({ after: whole(0).optional() }),
    reply: {
      bytes: 'text/event-stream',
      says: 'Server-Sent Events: `head` and `reload` carry a LiveHead, `entry` a LiveEntry under its `seq` as id, `presence` a Present, `findings` a FindingsNews',
    },
  }),
  tellPresence: endpoint({
    id: 'tellPresence',
    method: 'put',
    path: '/api/presence/{window}',
    summary: 'Say where a window is; forgotten after 40 seconds unless said again',
    params: byWindow,
    body: Whereabouts,
    reply: Present,
  }),
  endPresence: endpoint({
    id: 'endPresence',
    method: 'delete',
    path: '/api/presence/{window}',
    summary: 'Say that a window is closed',
    params: byWindow,
    reply: Present,
  }),
} as const;
