import { formats } from '../../../shared/formats/registry.ts';
import type { Desk } from '../../services/desk.ts';
import type { Handlers } from '../mount.ts';

export function statusRoutes(desk: Desk, version: string): Handlers<'getStatus'> {
  return {
    getStatus() {
      const { head, readOnly, notices } = desk.storage;
      return {
        version,
        seq: head.seq,
        hash: head.hash,
        ...(readOnly === undefined ? {} : { readOnly }),
        notices,
        limits: { documentBytes: desk.limits.documentBytes, importBytes: desk.limits.importBytes },
        formats: formats.map(({ id, label, extension, mediaType, decode }) => ({
          id,
          label,
          extension,
          mediaType,
          canImport: decode !== undefined,
        })),
      };
    },
  };
}
