import { listSeeds, readSeed } from '../../services/seeds.ts';
import type { Handlers } from '../mount.ts';
import { ASK_AGAIN, Prepared, sendPrepared } from '../prepared.ts';

/** Texts that come with the program, so that an empty desk can offer them. */
export const seedRoutes: Handlers<'listSeeds' | 'getSeed'> = {
  listSeeds: async () => ({ seeds: await listSeeds() }),
  async getSeed({ params }) {
    const { seed, bytes } = await readSeed(params.id);
    return sendPrepared(new Prepared(bytes, seed.sha256), {
      'content-type': `${seed.mediaType}; charset=utf-8`,
      'cache-control': ASK_AGAIN,
    });
  },
};
