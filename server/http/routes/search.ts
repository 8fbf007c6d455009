import { FindableKind, type SearchHit } from '../../../shared/api/routes/search.ts';
import type { Desk } from '../../services/desk.ts';
import { hitsOf } from '../../services/search/hits.ts';
import type { Handlers } from '../mount.ts';

const USUAL = 8;

export function searchRoutes(desk: Desk): Handlers<'search'> {
  return {
    search:
      ({ query }) =>
      async (_request, response) => {
        const gone = new AbortController();
        response.on('close', () => gone.abort());
        const { q, kinds = FindableKind.options, limit = USUAL } = query;
        const answer = await desk.search.find(q, kinds, limit, gone.signal).catch(error => {
          if (gone.signal.aborted) return undefined;
          throw error;
        });
        if (!answer) return;
        const groups: { kind: FindableKind; hits: SearchHit[]; more: boolean }[] = [];
        for (const found of answer.groups) {
          const hits = await hitsOf(desk.storage, id => desk.claims.claim(id), found);
          groups.push({ kind: found.kind, hits, more: found.more });
        }
        response.set('cache-control', 'no-store').json({ complete: answer.complete, groups });
      },
  };
}
