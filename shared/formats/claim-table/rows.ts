import type { Source } from '../../model/source.ts';
import { type DeskView, FormatError } from '../format.ts';
import { InOriginal } from '../in-original.ts';
import { leaveOfClaim, leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { inTextOrder } from '../order.ts';
import { present } from '../select.ts';
import { type Cell, type Column, columns, neverCarried } from './columns.ts';

/**
 * @param ids of columns; none for all of them
 * @throws FormatError where there is no such column
 */
export function columnsOf(ids: readonly string[] | undefined): readonly Column[] {
  if (ids === undefined) return columns;
  return ids.map(id => {
    const column = columns.find(one => one.id === id);
    if (column) return column;
    const known = columns.map(one => one.id).join(', ');
    throw new FormatError('columns', `There is no column "${id}"; there are ${known}.`);
  });
}

/** Goes through the claims of a desk in the order of the text, one row each. */
export async function* rowsOf(
  desk: DeskView,
  chosen: readonly Column[],
  losses: Losses,
): AsyncGenerator<Cell[]> {
  leaveOfDesk(losses, desk, [
    'conflicts',
    'history',
    'removed',
    'refusals',
    'entities',
    'sources',
    'former-texts',
  ]);
  losses.add('texts', 'The texts themselves.', undefined, present(desk.objects).document.length);
  const documents = new Map(desk.objects.document.map(({ id, object }) => [id, object]));
  const entities = new Map(desk.objects.entity.map(({ id, object }) => [id, object]));
  const sources = new Map(desk.objects.source.map(({ id, object }) => [id, object]));
  const carried = new Set(chosen.map(({ carries }) => carries));
  const left = columns.flatMap(({ carries }) => (carries && !carried.has(carries) ? [carries] : []));
  const leaves = [...new Set([...left, ...neverCarried])];
  const originals = chosen.some(({ id }) => id === 'place') ? new InOriginal(desk) : undefined;
  for (const { object: claim } of inTextOrder(present(desk.objects).claim)) {
    leaveOfClaim(losses, claim, leaves);
    const row = {
      claim,
      document: documents.get(claim.anchor.documentId),
      entity: entities.get(claim.entityId ?? ''),
      sources: claim.evidence.flatMap(({ sourceId }): Source[] => {
        const source = sources.get(sourceId ?? '');
        return source ? [source] : [];
      }),
      place: originals?.has(claim.anchor) ? await originals.say(claim.anchor) : undefined,
    };
    yield chosen.map(({ cell }) => cell(row));
  }
}
