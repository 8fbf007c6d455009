import { addDocument } from '../../documents/add-document.ts';
import { addParts } from '../../documents/add-parts.ts';
import { examine } from '../../documents/examine.ts';
import type { Desk } from '../../services/desk.ts';
import { incomingFile, keepFile } from '../../services/incoming-file.ts';
import { summarize } from '../../services/library.ts';
import { badInput } from '../../services/refusal.ts';
import type { Handlers } from '../mount.ts';

export function documentRoutes(
  desk: Desk,
): Handlers<'listDocuments' | 'examine' | 'addDocument' | 'addParts' | 'getDocument'> {
  return {
    async listDocuments({ query }) {
      const { seq } = desk.storage.head;
      return { seq, documents: await summarize(desk, query.removed === 'true') };
    },
    async examine({ query, body, gone }) {
      const { bytes } = await incomingFile(desk, body, query);
      const examination = await examine(desk.storage, bytes, query, {
        signal: gone(),
        extracting: desk.extracting,
      });
      if (query.keep === 'true') await keepFile(desk, examination.sha256, bytes);
      return examination;
    },
    async addDocument({ query, body, gone }) {
      const { bytes, retrieved } = await incomingFile(desk, body, query);
      const { seq } = await addDocument(desk, bytes, { ...query, retrieved }, gone());
      return { seq, held: await desk.require('document', query.id) };
    },
    async addParts({ body, gone }) {
      const { upload, fetched, ...about } = body;
      if (upload === undefined && fetched === undefined)
        throw badInput(
          'body.upload',
          'Name the file: by its SHA-256 as it was kept, or by what it was fetched as.',
        );
      const { bytes, retrieved } = await incomingFile(desk, new Uint8Array(), { upload, fetched });
      return addParts(desk, bytes, { ...about, retrieved }, gone());
    },
    getDocument: ({ params }) => desk.require('document', params.id),
  };
}
