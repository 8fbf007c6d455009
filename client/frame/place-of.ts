import { pathOf, type Route } from '../router/routes.ts';
import type { PendingGroup } from '../store/objects.ts';
import type { Store } from '../store/store.ts';

/** Where something was done: what it is called, and the address that leads there. */
export interface Place {
  readonly words: string;
  readonly address: string;
}

/** @returns where a group of changes did its work: at its conflict if it has one, else at what it touched first; undefined where that is not here */
export function placeOfGroup(store: Store, { changes }: PendingGroup): Place | undefined {
  const change = changes.find(({ kind }) => kind === 'conflict') ?? changes[0];
  if (!change) return undefined;
  const { kind, objectId } = change;
  const place = (words: string, route: Route): Place => ({ words, address: pathOf(route) });
  if (kind === 'claim') {
    const claim = store.objects.get('claim', objectId)?.object;
    if (!claim) return undefined;
    const { documentId } = claim.anchor;
    const title = store.objects.get('document', documentId)?.object.title ?? '';
    return place(title, { screen: 'read', documentId, claimId: objectId });
  }
  if (kind === 'conflict') {
    const conflict = store.objects.get('conflict', objectId)?.object;
    return conflict && place(conflict.title, { screen: 'conflicts', conflictId: objectId });
  }
  if (kind === 'source') {
    const csl = store.objects.get('source', objectId)?.object.csl;
    return csl && place(csl.title ?? csl.URL ?? '', { screen: 'sources', sourceId: objectId });
  }
  if (kind === 'document') {
    const document = store.objects.get('document', objectId)?.object;
    return document && place(document.title, { screen: 'read', documentId: objectId });
  }
  return undefined;
}
