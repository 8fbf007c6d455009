import type { Document } from '../../shared/model/document.ts';
import { UsageError } from './surroundings.ts';

/** @returns the document that goes by an id, the beginning of one, or a title @throws UsageError where none does, or several do */
export function documentNamed<D extends Pick<Document, 'id' | 'title'>>(all: readonly D[], name: string): D {
  const found = all.filter(({ id, title }) => id.startsWith(name.toLowerCase()) || title === name);
  if (found.length === 1) return found[0]!;
  const known = all.map(({ id, title }) => `${id}  ${title}`).join('\n  ');
  throw new UsageError(
    `${found.length === 0 ? 'No document goes' : 'Several documents go'} by "${name}". There are:\n  ${known}`,
  );
}
