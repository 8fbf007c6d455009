import { pipeline } from 'node:stream/promises';
import { v7 as newId } from 'uuid';
import type { Desk } from '../../services/desk.ts';
import { exportDesk } from '../../services/export.ts';
import { importDesk } from '../../services/import.ts';
import type { Handlers } from '../mount.ts';

export function exchangeRoutes(desk: Desk): Handlers<'exportDesk' | 'importDesk'> {
  return {
    async exportDesk({ params, query }) {
      const { format, fileName, pieces } = await exportDesk(desk.storage, {
        format: params.format,
        ...(query.document === undefined ? {} : { document: query.document }),
        ...(query.filter === undefined ? {} : { filter: query.filter }),
      });
      return async (_request, response) => {
        response.set({
          'content-type': format.mediaType,
          'content-disposition': `attachment; filename="${fileName}"`,
          'cache-control': 'no-store',
        });
        await pipeline(pieces, response);
      };
    },
    async importDesk({ query, body }) {
      const report = await importDesk(desk.storage, body, {
        ...(query.format === undefined ? {} : { format: query.format }),
        by: query.by,
        at: query.at,
        newId: () => newId(),
      });
      return { ...report };
    },
  };
}
