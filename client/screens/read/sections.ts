import { FLAG } from '../../../shared/claim-index/columns.ts';
import type { ClaimTable } from '../../../shared/claim-index/table.ts';
import type { Heading } from './headings.ts';

/** A stretch of the text under a heading, and what stands in it. The lead, before the first heading, has no title. */
export interface Section extends Heading {
  readonly claims: number;
  readonly conflicts: number;
}

/** @returns the sections of a text in order, with the claims that start in each. */
export function sectionsOf(headings: readonly Heading[], table: ClaimTable): Section[] {
  const lead: Heading[] = headings[0]?.start === 0 ? [] : [{ start: 0, level: 1, title: '' }];
  const all = [...lead, ...headings];
  return all.map((heading, i) => {
    const first = table.placeOf(heading.start);
    const end = i + 1 < all.length ? table.placeOf(all[i + 1]!.start) : table.size;
    let conflicts = 0;
    for (let place = first; place < end; place++)
      if (table.columns.flags[table.order[place]!]! & FLAG.conflict) conflicts++;
    return { ...heading, claims: end - first, conflicts };
  });
}
