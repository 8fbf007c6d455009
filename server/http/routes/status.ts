import { isReadable, isWritable } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import { beginningOf } from '../../services/beginning.ts';
import type { Desk } from '../../services/desk.ts';
import { StorageStopped } from '../../storage/port.ts';
import type { Handlers } from '../mount.ts';

export function statusRoutes(
  desk: Desk,
  version: string,
  fetching: boolean,
): Handlers<'getStatus' | 'getBeginning' | 'resumeWriting'> {
  return {
    getStatus() {
      const { head, readOnly, notices } = desk.storage;
      return {
        version,
        seq: head.seq,
        hash: head.hash,
        ...(readOnly === undefined ? {} : { readOnly }),
        notices,
        fetching,
        limits: { documentBytes: desk.limits.documentBytes, importBytes: desk.limits.importBytes },
        formats: formats.map(format => ({
          id: format.id,
          label: format.label,
          extension: format.extension,
          mediaType: format.mediaType,
          ...(format.columns ? { columns: [...format.columns] } : {}),
          ...(format.languages ? { languages: [...format.languages] } : {}),
          ...(format.ofWhole ? { ofWhole: true as const } : {}),
          canExport: isWritable(format),
          canImport: isReadable(format),
        })),
      };
    },
    getBeginning: async () => ({ beginning: await beginningOf(desk) }),
    async resumeWriting() {
      try {
        await desk.storage.recover();
        return { writable: true };
      } catch (error) {
        if (!(error instanceof StorageStopped)) throw error;
        return { writable: false, why: error.message };
      }
    },
  };
}
