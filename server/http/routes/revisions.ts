import type { Response } from 'express';
import type { Desk } from '../../services/desk.ts';
import { addRevision } from '../../services/revising/add-revision.ts';
import { previewRevision, requirePresent } from '../../services/revising/preview.ts';
import type { Handlers, Send } from '../mount.ts';

/** So many are told where nobody says how many. */
const USUAL = 200;

export function revisionRoutes(desk: Desk): Handlers<'previewRevision' | 'addRevision' | 'listWaiting'> {
  return {
    previewRevision: ({ params, query, body }) =>
      whileWaiting(signal => previewRevision(desk, params.id, body, query, signal)),
    async addRevision({ params, query, body }) {
      return addRevision(desk, params.id, body, query);
    },
    listWaiting: ({ params, query }) =>
      whileWaiting(async signal => {
        const { seq } = desk.storage.head;
        const { waiting, ...told } = await desk.waiting.of(await requirePresent(desk, params.id), signal);
        const { after = 0, limit = USUAL } = query;
        return { seq, ...told, total: waiting.length, waiting: waiting.slice(after, after + limit) };
      }),
  };
}

/** Answers with what takes its time, and gives it up where nobody waits for it any more. */
function whileWaiting(work: (signal: AbortSignal) => Promise<unknown>): Send {
  return async (_request, response: Response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const answer = await work(gone.signal).catch(error => {
      if (gone.signal.aborted) return undefined;
      throw error;
    });
    if (answer !== undefined) response.set('cache-control', 'no-store').json(answer);
  };
}
