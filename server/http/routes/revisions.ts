import type { Desk } from '../../services/desk.ts';
import { incomingFile } from '../../services/incoming-file.ts';
import { addRevision } from '../../services/revising/add-revision.ts';
import { previewRevision, requirePresent } from '../../services/revising/preview.ts';
import type { Handlers } from '../mount.ts';

/** So many are told where nobody says how many. */
const USUAL = 200;

export function revisionRoutes(desk: Desk): Handlers<'previewRevision' | 'addRevision' | 'listWaiting'> {
  return {
    async previewRevision({ params, query, body, gone }) {
      const { bytes } = await incomingFile(desk, body, query);
      return previewRevision(desk, params.id, bytes, query, gone());
    },
    async addRevision({ params, query, body, gone }) {
      const { bytes, retrieved } = await incomingFile(desk, body, query);
      return addRevision(desk, params.id, bytes, { ...query, retrieved }, gone());
    },
    async listWaiting({ params, query, gone }) {
      const { seq } = desk.storage.head;
      const { waiting, ...told } = await desk.waiting.of(await requirePresent(desk, params.id), gone());
      const { after = 0, limit = USUAL } = query;
      return { seq, ...told, total: waiting.length, waiting: waiting.slice(after, after + limit) };
    },
  };
}
