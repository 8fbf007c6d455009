import { addDocument } from '../../documents/add-document.ts';
import { examine } from '../../documents/examine.ts';
import type { Desk } from '../../services/desk.ts';
import { summarize } from '../../services/library.ts';
import type { Handlers } from '../mount.ts';

export function documentRoutes(
  desk: Desk,
): Handlers<'listDocuments' | 'examine' | 'addDocument' | 'getDocument'> {
  return {
    async listDocuments({ query }) {
      const { seq } = desk.storage.head;
      return { seq, documents: await summarize(desk, query.removed === 'true') };
    },
    examine: ({ query, body }) => examine(desk.storage, body, query.name, query.encoding),
    async addDocument({ query, body }) {
      const { seq } = await addDocument(desk, body, query);
      return { seq, held: await desk.require('document', query.id) };
    },
    getDocument: ({ params }) => desk.require('document', params.id),
  };
}
