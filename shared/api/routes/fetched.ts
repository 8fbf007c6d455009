import { z } from 'zod';
import { Retrieval } from '../../model/derivation.ts';
import { Id } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';

/** Files that the server fetches by their addresses, where it was started so. */
export const fetchedRoutes = {
  fetchFile: endpoint({
    id: 'fetchFile',
    method: 'post',
    path: '/api/fetched',
    summary:
      'Fetch a file of the web, where that is on; its bytes wait a day to be looked at and added, by the key `fetched`',
    body: z.strictObject({ url: z.string().min(1).max(4000) }),
    reply: z.strictObject({
      fetched: Id,
      /** The name that the file goes by, with an ending that tells its type. */
      name: z.string(),
      bytes: z.int(),
      /** The encoding that its server says, where it can be and the bytes do not tell better. */
      encoding: z.string().optional(),
      retrieval: Retrieval,
    }),
    status: 201,
    fails: ['unreachable', 'unreadable', 'read-only'],
  }),
} as const;
