import { pipeline } from 'node:stream/promises';
import { v7 as newId } from 'uuid';
import { reportOn } from '../../../shared/formats/item-report.ts';
import type { Desk } from '../../services/desk.ts';
import { writeDossier } from '../../services/dossier/dossier.ts';
import { exportDesk, lossesOf } from '../../services/export.ts';
import { type ImportReport, importDesk } from '../../services/import.ts';
import type { Handlers } from '../mount.ts';

export function exchangeRoutes(
  desk: Desk,
): Handlers<'exportDesk' | 'reportExport' | 'getDossier' | 'importDesk' | 'tryImport'> {
  return {
    async exportDesk({ params, query }) {
      const { mediaType, fileName, pieces } = await exportDesk(desk.storage, { ...params, ...given(query) });
      return async (_request, response) => {
        response.set({
          'content-type': mediaType,
          'content-disposition': `attachment; filename="${fileName}"`,
          'cache-control': 'no-store',
        });
        await pipeline(pieces, response);
      };
    },
    reportExport({ params, query }) {
      return async (_request, response) => {
        const isWanted = () => !response.destroyed;
        const losses = await lossesOf(desk.storage, { ...params, ...given(query) }, isWanted);
        if (losses) response.set('cache-control', 'no-store').json({ losses: losses.list });
      };
    },
    getDossier() {
      return async (_request, response) => {
        const now = desk.now();
        response.set({
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="dossier-${now.slice(0, 10)}.zip"`,
          'cache-control': 'no-store',
        });
        await pipeline(writeDossier(desk.storage, { now }), response);
      };
    },
    async importDesk({ query, body }) {
      return told(await importDesk(desk.storage, body, { ...given(query), newId: () => newId() }));
    },
    async tryImport({ query, body }) {
      return told(await importDesk(desk.storage, body, { ...given(query), newId: () => newId(), dry: true }));
    },
  };
}

/** Most annotations that are reported one by one. */
const LISTED = 2000;

function told({ items, ...report }: ImportReport) {
  return {
    ...report,
    added: { ...report.added },
    notes: [...report.notes],
    ...(items === undefined ? {} : { items: reportOn(items, LISTED) }),
  };
}

/** What a query holds, without what it does not. */
function given<T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never;
}
