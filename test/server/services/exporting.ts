import type { DeskExport } from '../../../server/services/export.ts';
import type { ImportRequest } from '../../../server/services/import.ts';
import { sha } from './walk.ts';

/** @returns the whole text of an export. */
export async function textOf(pending: Promise<DeskExport>): Promise<string> {
  let text = '';
  for await (const piece of (await pending).pieces) text += piece;
  return text;
}

let count = 0;

/** How Ivo takes files in. */
export function taking(format?: string): ImportRequest {
  return {
    ...(format === undefined ? {} : { format }),
    by: 'Ivo',
    at: '2026-06-01T08:00:00.000Z',
    newId: () => {
      const hex = sha(`import ${count++}`);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
