import { z } from 'zod';
import { Id } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { heldConflict, heldEntity, heldRefusal, heldSource } from '../parts.ts';

/** What belongs to the desk as a whole. */
export const collectionRoutes = {
  listSources: endpoint({
    id: 'listSources',
    method: 'get',
    path: '/api/sources',
    summary: 'Sources',
    reply: z.strictObject({
      seq: z.int(),
      sources: z.array(heldSource),
      uses: z.record(Id, z.array(Id)),
    }),
  }),
  listEntities: endpoint({
    id: 'listEntities',
    method: 'get',
    path: '/api/entities',
    summary: 'Entities',
    reply: z.strictObject({
      seq: z.int(),
      entities: z.array(heldEntity),
      uses: z.record(Id, z.array(Id)),
    }),
  }),
  listConflicts: endpoint({
    id: 'listConflicts',
    method: 'get',
    path: '/api/conflicts',
    summary: 'Conflicts',
    query: z.strictObject({ document: Id.optional() }),
    reply: z.strictObject({ seq: z.int(), conflicts: z.array(heldConflict) }),
  }),
  listRefusals: endpoint({
    id: 'listRefusals',
    method: 'get',
    path: '/api/refusals',
    summary: 'What was suggested or found and refused',
    query: z.strictObject({ document: Id.optional(), of: z.enum(['suggestion', 'finding']).optional() }),
    reply: z.strictObject({ seq: z.int(), refusals: z.array(heldRefusal) }),
  }),
} as const;
