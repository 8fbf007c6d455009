import type { Name } from '../../../shared/api/routes/history.ts';
import { pathOf } from '../../router/routes.ts';

/** @returns the address of an object; undefined where there is none, since it was removed or has no place of its own */
export function addressOfObject(id: string, name: Name | undefined): string | undefined {
  if (!name || name.removed) return undefined;
  const { kind, documentId } = name;
  switch (kind) {
    case 'document':
      return pathOf({ screen: 'read', documentId: id });
    case 'claim':
      return documentId ? pathOf({ screen: 'read', documentId, claimId: id }) : undefined;
    case 'source':
      return pathOf({ screen: 'sources', sourceId: id });
    case 'entity':
      return pathOf({ screen: 'entities', entityId: id });
    case 'conflict':
      return pathOf({ screen: 'conflicts', conflictId: id });
    case 'refusal':
      return documentId ? pathOf({ screen: 'read', documentId }) : undefined;
    case 'annotation':
      return undefined;
  }
}
