import type { Derivation, Place, Stretch } from '../model/derivation.ts';
import type { Span } from '../text/text-like.ts';

/** Index of the first stretch that ends after an offset; their number where none does. */
function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Where in the original file a unit of derived text came from.
 * @param offset UTF-16 code units of the derived text
 * @returns undefined for what the extractor put in
 */
export function placeAt({ stretches }: Derivation, offset: number): Place | undefined {
  const stretch = stretches[firstEndingAfter(stretches, offset)];
  return stretch && stretch.start <= offset ? stretch.at : undefined;
}

/**
 * Where the words of a range came from, in order of the text. An empty range, and one of nothing but what the extractor
 * put in, has the place of the words that follow, else of those before.
 */
export function placesOf({ stretches }: Derivation, { start, end }: Span): Place[] {
  const first = firstEndingAfter(stretches, start);
  const places: Place[] = [];
  for (let i = first; i < stretches.length && stretches[i]!.start < end; i++) places.push(stretches[i]!.at);
  const near = places.length > 0 ? undefined : (stretches[first] ?? stretches[stretches.length - 1]);
  return near ? [near.at] : places;
}
