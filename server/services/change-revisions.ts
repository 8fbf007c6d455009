import type { Change } from '../../shared/model/change.ts';
import type { Revision } from '../../shared/model/document.ts';

/** @returns the revisions that a change brings to a document: with it the bytes and texts that they name. */
export function revisionsIn({ kind, operation }: Change): readonly Revision[] {
  if (kind !== 'document') return [];
  if (operation.op === 'create') return (operation.value.revisions ?? []) as unknown as Revision[];
  if (operation.op === 'add' && operation.list === 'revisions')
    return [operation.item as unknown as Revision];
  return [];
}
