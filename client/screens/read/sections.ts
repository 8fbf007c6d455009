import { FLAG } from '../../../shared/claim-index/columns.ts';
import type { ClaimTable } from '../../../shared/claim-index/table.ts';
import type { Heading } from './headings.ts';

/** A stretch of the text under a heading, and what stands in it. The lead, before the first heading, has no title. */
export interface Section extends Heading {
  readonly claims: number;
  readonly conflicts: number;
}

/** So many headings are looked over; of more those are shown that divide the text best, and those near the eye. */
const MANY = 240;
const DIVIDING = 120;
const NEAR = 20;
const DEEPEST = 6;

/**
 * The headings that are shown of those of a text, in order.
 * @param place where the eye is, an offset
 */
export function headingsShown(headings: readonly Heading[], place: number): readonly Heading[] {
  if (headings.length <= MANY) return headings;
  const current = headings.findLastIndex(({ start }) => start <= place);
  const dividing = outermost(headings);
  return headings.filter((heading, i) => dividing.has(heading) || Math.abs(i - current) <= NEAR);
}

/** Headings of the outer levels, and every so many of the first level that has too many. */
function outermost(headings: readonly Heading[]): ReadonlySet<Heading> {
  const chosen = new Set<Heading>();
  for (let level = 1; level <= DEEPEST; level++) {
    const those = headings.filter(heading => heading.level === level);
    const room = DIVIDING - chosen.size;
    const step = Math.ceil(those.length / Math.max(1, room));
    for (const [i, heading] of those.entries()) if (i % step === 0) chosen.add(heading);
    if (step > 1) break;
  }
  return chosen;
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
