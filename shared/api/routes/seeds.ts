import { z } from 'zod';
import { MediaType } from '../../model/document.ts';
import { Id, LanguageTag } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { byId } from '../parts.ts';

/** A text that comes with the program and can be added to any desk. `bytes` counts bytes. */
export const Seed = z.strictObject({
  id: Id,
  title: z.string(),
  language: LanguageTag,
  mediaType: MediaType,
  origin: z.string(),
  bytes: z.int(),
});
export type Seed = z.infer<typeof Seed>;

/** The texts that come with the program. */
export const seedRoutes = {
  listSeeds: endpoint({
    id: 'listSeeds',
    method: 'get',
    path: '/api/seeds',
    summary: 'Texts that come with the program',
    reply: z.strictObject({ seeds: z.array(Seed) }),
  }),
  getSeed: endpoint({
    id: 'getSeed',
    method: 'get',
    path: '/api/seeds/{id}/bytes',
    summary: 'The bytes of a text that comes with the program',
    params: byId,
    reply: { bytes: 'text/plain', says: 'bytes as they came' },
    fails: ['not-found'],
  }),
} as const;
