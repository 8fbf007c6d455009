import { addDocument } from '../../documents/add-document.ts';
import { examine } from '../../documents/examine.ts';
import type { Desk } from '../../services/desk.ts';
import { incomingFile, keepFile } from '../../services/incoming-file.ts';
import { summarize } from '../../services/library.ts';
import type { Handlers } from '../mount.ts';
import { whileWaiting } from '../while-waiting.ts';

export function documentRoutes(
  desk: Desk,
): Handlers<'listDocuments' | 'examine' | 'addDocument' | 'getDocument'> {
  return {
    async listDocuments({ query }) {
      const { seq } = desk.storage.head;
      return { seq, documents: await summarize(desk, query.removed === 'true') };
    },
    examine: ({ query, body }) =>
      whileWaiting(async signal => {
        const { bytes } = await incomingFile(desk, body, query);
        const examination = await examine(desk.storage, bytes, query, signal);
        if (query.keep === 'true') await keepFile(desk, examination.sha256, bytes);
        return examination;
      }),
    async addDocument({ query, body }) {
      const { bytes, retrieved } = await incomingFile(desk, body, query);
      const { seq } = await addDocument(desk, bytes, { ...query, retrieved });
      return { seq, held: await desk.require('document', query.id) };
    },
    getDocument: ({ params }) => desk.require('document', params.id),
  };
}
