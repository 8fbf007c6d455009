import type { DocumentSummary } from '../../shared/api/routes/documents.ts';
import type { Versioned } from '../../shared/model/change.ts';
import type { Desk } from './desk.ts';

/** @returns documents with their counts in order of addition; removed ones last, where they are wanted. */
export async function summarize(desk: Desk, withRemoved: boolean): Promise<DocumentSummary[]> {
  const openConflicts = desk.claims.openConflicts();
  const documents = await desk.storage.readObjects('document');
  const wanted: Versioned<'document'>[] = documents.filter(held => !held.removed);
  if (withRemoved) wanted.push(...documents.filter(held => held.removed));
  return Promise.all(
    wanted.map(async held => {
      const claims = desk.claims.of(held.id);
      return {
        held: { ...held },
        claims: claims.table.size,
        ticked: claims.ticked,
        openConflicts: openConflicts.get(held.id) ?? 0,
        waiting: held.removed ? 0 : await desk.waiting.count(held),
      };
    }),
  );
}
