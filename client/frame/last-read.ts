import type { Store } from '../store/store.ts';
import { remember, remembered } from './memory.ts';

/** Remembers the document that was read last, so that "Read" leads back to it. */
export function readNow(documentId: string): void {
  remember('last-read', documentId);
}

/** @returns the document to open where none is named: the one read last, else the first of the desk */
export function documentToRead(store: Store): string | undefined {
  const last = remembered('last-read');
  if (last && store.get('document', last)) return last;
  return store.objects.all('document')[0]?.id;
}
