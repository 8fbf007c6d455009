import type { Offered } from '../../../../shared/api/found.ts';
import { folded } from '../../../../shared/values/folded.ts';

/** In what suggestions are alike: entries of one list, the same words, or found in the same way as the same type. */
export type Likeness = 'list' | 'words' | 'kind';

export interface AlikeGroup {
  readonly likeness: Likeness;
  /** In text order; the one that was started from is among them. */
  readonly items: readonly Offered[];
}

/** What is about to be accepted together, and what of it is left out. */
export interface Alike {
  readonly of: Offered;
  readonly groups: readonly AlikeGroup[];
  readonly likeness: Likeness;
  /** Keys of those left out. */
  readonly off: ReadonlySet<string>;
}

/** @returns those that are not left out */
export function chosenOf({ groups, likeness, off }: Alike): Offered[] {
  const group = groups.find(one => one.likeness === likeness);
  return (group?.items ?? []).filter(({ key }) => !off.has(key));
}

/**
 * Finds what is like a suggestion, the closest likeness first; groups of one are left out.
 * @param all suggestions of the document in text order
 */
export function alikeGroups(of: Offered, all: readonly Offered[]): AlikeGroup[] {
  const kind = all.filter(one => one.type === of.type && one.detector === of.detector);
  const words = wordsOf(of);
  const groups: AlikeGroup[] = [
    { likeness: 'list', items: sameList(of, kind) },
    { likeness: 'words', items: all.filter(one => one.type === of.type && wordsOf(one) === words) },
    { likeness: 'kind', items: kind },
  ];
  return groups.filter(({ items }) => items.length > 1);
}

const wordsOf = ({ quote }: Offered): string => folded(quote).toLowerCase();

/** Entries of one list follow each other with rising numbers; those that were accepted before leave gaps. */
function sameList(of: Offered, kind: readonly Offered[]): Offered[] {
  const own = entryOf(of);
  const at = kind.indexOf(of);
  if (!own || at < 0) return [];
  const items = [of];
  for (const step of [-1, 1] as const) {
    let last = own.number;
    for (let i = at + step; i >= 0 && i < kind.length; i += step) {
      const entry = entryOf(kind[i]!);
      if (!entry || entry.list !== own.list || (entry.number - last) * step <= 0) break;
      last = entry.number;
      if (step > 0) items.push(kind[i]!);
      else items.unshift(kind[i]!);
    }
  }
  return items;
}

/** Which list a suggestion is an entry of, as its grounds tell. */
function entryOf({ grounds }: Offered): { readonly list: string; readonly number: number } | undefined {
  for (const { rule, given } of grounds) {
    const number = Number(given.number);
    if (/^in(-named)?-list$/.test(rule) && Number.isFinite(number))
      return { list: `${given.length} ${given.list ?? ''}`, number };
  }
  return undefined;
}
