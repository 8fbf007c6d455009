import type { Span } from '../../text/text-like.ts';
import type { ListLabel } from './list-block.ts';

/** An entry of a list of rows. Offsets of the view. */
export interface RowEntry extends Span {
  readonly lead: number;
  readonly group?: ListLabel;
  readonly number?: number;
  readonly depth: number;
}

/** @returns entries without those that head others: an entry that others stand below is the heading of their group */
export function grouped(entries: readonly RowEntry[], labelOf: (entry: RowEntry) => ListLabel): RowEntry[] {
  const least = entries.reduce((depth, entry) => Math.min(depth, entry.depth), Number.POSITIVE_INFINITY);
  const found: RowEntry[] = [];
  let group: ListLabel | undefined;
  for (const [i, entry] of entries.entries()) {
    const next = entries[i + 1];
    const below = next !== undefined && next.depth > entry.depth;
    if (entry.depth > least && group === undefined) continue;
    if (entry.depth === least) group = undefined;
    const label = labelOf(entry);
    if (below && entry.depth === least && label.words.split(/\s+/).length <= 5) group = label;
    else found.push(group === undefined ? entry : { ...entry, group });
  }
  return found;
}
