import type { CheckedText } from '../../detectors/checked-text.ts';
import { findLists } from '../../detectors/structure/lists.ts';
import type { Mention } from '../mention.ts';
import { hullOf } from '../place.ts';

/** @returns the list (by where it begins) that a mention is an entry of, if any */
export function listAround(text: CheckedText, mention: Mention): number | undefined {
  const { start } = hullOf(mention);
  const items = text.once(findItems);
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  return item && item.end > start ? item.list : undefined;
}

/** Entries of all lists, ascending; of entries that overlap the later one stands. */
const findItems = (text: CheckedText) =>
  text
    .once(findLists)
    .filter(({ of }) => of !== 'sentences')
    .flatMap(list =>
      list.items.map(({ whole }) => ({ start: whole.start, end: whole.end, list: list.start })),
    )
    .sort((a, b) => a.start - b.start);
