import type { Desk } from '../../services/desk.ts';
import { incomingFile } from '../../services/incoming-file.ts';
import { addRevision } from '../../services/revising/add-revision.ts';
import { previewRevision, requirePresent } from '../../services/revising/preview.ts';
import type { Handlers } from '../mount.ts';
import { whileWaiting } from '../while-waiting.ts';

/** So many are told where nobody says how many. */
const USUAL = 200;

export function revisionRoutes(desk: Desk): Handlers<'previewRevision' | 'addRevision' | 'listWaiting'> {
  return {
    previewRevision: ({ params, query, body }) =>
      whileWaiting(async signal => {
        const { bytes } = await incomingFile(desk, body, query);
        return previewRevision(desk, params.id, bytes, query, signal);
      }),
    async addRevision({ params, query, body }) {
      const { bytes, retrieved } = await incomingFile(desk, body, query);
      return addRevision(desk, params.id, bytes, { ...query, retrieved });
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
