import { pipeline } from 'node:stream/promises';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import type { ExportQuery, ImportQuery } from '../../../shared/api/routes/transfer.ts';
import { reportOn } from '../../../shared/formats/item-report.ts';
import type { Desk } from '../../services/desk.ts';
import { writeDossier } from '../../services/dossier/dossier.ts';
import { type ExportRequest, exportDesk, keepPart, lossesOf } from '../../services/export.ts';
import { type ImportReport, importDesk } from '../../services/import.ts';
import { ImportJobs } from '../../services/import-jobs.ts';
import type { KeptBody } from '../kept-body.ts';
import type { Handlers } from '../mount.ts';

export function exchangeRoutes(
  desk: Desk,
): Handlers<
  'exportDesk' | 'reportExport' | 'keepPart' | 'getDossier' | 'importDesk' | 'tryImport' | 'getImportProgress'
> {
  const jobs = new ImportJobs();
  return {
    async exportDesk({ params, query }) {
      const { mediaType, fileName, pieces } = await exportDesk(desk.storage, { ...params, ...asked(query) });
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
        const found = await lossesOf(desk.storage, { ...params, ...asked(query) }, isWanted);
        if (found)
          response.set('cache-control', 'no-store').json({ bytes: found.bytes, losses: found.losses.list });
      };
    },
    async keepPart({ body: { scope } }) {
      return { part: await keepPart(desk.storage, scope) };
    },
    getDossier({ query: { lang: language } }) {
      return async (_request, response) => {
        const now = desk.now();
        response.set({
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="dossier-${now.slice(0, 10)}.zip"`,
          'cache-control': 'no-store',
        });
        await pipeline(writeDossier(desk.storage, { now, ...(language ? { language } : {}) }), response);
      };
    },
    importDesk: ({ query, body, gone }) => taken(query, body, gone()),
    tryImport: ({ query, body, gone }) => taken(query, body, gone(), true),
    getImportProgress({ params }) {
      const now = jobs.of(params.job);
      if (!now) return { now: null };
      const { step, items, share } = now;
      return { now: { step, items, ...(share === undefined ? {} : { share }) } };
    },
  };

  async function taken(
    { job, ...query }: z.output<typeof ImportQuery>,
    body: KeptBody,
    signal: AbortSignal,
    dry = false,
  ) {
    try {
      return told(
        await jobs.during(job, progress =>
          importDesk(
            desk.storage,
            { ...body, name: query.name ?? '' },
            { ...given(query), newId: () => newId(), signal, progress, ...(dry ? { dry } : {}) },
          ),
        ),
      );
    } finally {
      await body.drop();
    }
  }
}

/** Most annotations that are reported one by one. */
const LISTED = 2000;

function told({ items, counts, ...report }: ImportReport) {
  return {
    ...report,
    added: { ...report.added },
    notes: [...report.notes],
    ...(items === undefined ? {} : { items: { ...reportOn(items, LISTED), ...counts } }),
  };
}

/** What an export is asked for with, as the services name it. */
function asked({ document: documents, lang: language, ...query }: z.output<typeof ExportQuery>) {
  return given({ ...query, documents, language }) satisfies Omit<ExportRequest, 'format'>;
}

/** What a query holds, without what it does not. */
function given<T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never;
}
