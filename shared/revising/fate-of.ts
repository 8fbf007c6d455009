import { type Anchor, QUOTE_LIMIT, type Range } from '../model/anchor.ts';
import { quoteOf } from '../text/quote.ts';
import { Passages } from '../text/quotes/passages.ts';
import type { Alignment } from './alignment.ts';
import { elsewhere, framed, MOST_PLACES } from './elsewhere.ts';
import type { Candidate, Fate, FateReason } from './fate.ts';
import { type InPlace, inPlace } from './in-place.ts';
import { ListHeads } from './list-heads.ts';
import { Mapping } from './mapping.ts';
import { neighboursOf, type Reaches, type Standing } from './neighbours.ts';
import { Rivals } from './rivals.ts';

/** What a fate is told from: where the words stand in the former text, and the words. */
export type Anchored = Pick<Anchor, 'ranges' | 'quote'>;

/** What became of an anchor of the former text; see `fatesIn`. */
export const fateOf = (alignment: Alignment, anchor: Anchored): Fate => fatesIn(alignment)(anchor);

/**
 * Tells what became of anchors of the former text in the later one. Words are looked for where the difference of the
 * texts leaves them, then, where they went from there, in what came, and nowhere else: words that stood elsewhere all
 * along are never taken for them. No measure of likeness decides anything but what a person is shown first.
 * @returns a function to ask for each anchor; it keeps what it learns of the alignment between calls
 */
export function fatesIn(alignment: Alignment): (anchor: Anchored) => Fate {
  const teller = new Teller(alignment);
  return anchor => teller.fateOf(anchor);
}

/** Words in a shorter stretch than this do not hold their place by it alone when their like came elsewhere. */
const ISLAND = 256;
/** A share of words above which they count as still standing in their place. */
const MOSTLY = 0.5;
/** Shorter words, or a single one, that came somewhere without their neighbours say nothing. */
const TELLING = 10;

class Teller {
  readonly #alignment: Alignment;
  readonly #mapping: Mapping;
  readonly #rivals: Rivals;
  #came: Passages | undefined;
  #heads: readonly [ListHeads, ListHeads] | undefined;

  constructor(alignment: Alignment) {
    this.#alignment = alignment;
    this.#mapping = new Mapping(alignment);
    this.#rivals = new Rivals(this.#mapping);
  }

  fateOf(anchor: Anchored): Fate {
    const { ranges } = anchor;
    const { before } = this.#alignment;
    if (ranges.some(range => range.end > before.length)) return deleted;
    const standing = ranges.map(range => this.#standing(range));
    if (!standing.every(range => range !== undefined)) return this.#changed(ranges);
    if (!saysSo(before, anchor)) return this.#fate('edited', ['words-changed'], [standing.map(placeOf)]);
    return this.#standingFate(standing);
  }

  /** Where a range stands, if all of it lies in one stretch. */
  #standing({ start, end }: Range): Standing | undefined {
    const number = this.#mapping.stretchAt(start);
    const stretch = this.#mapping.stretch(number);
    if (!stretch || end > stretch.before + stretch.length) return undefined;
    return { start, end, after: stretch.after + start - stretch.before, stretch: number };
  }

  #standingFate(standing: readonly Standing[]): Fate {
    const reasons = new Set<FateReason>();
    const rivals: Range[] = [];
    let isRivalled = false;
    for (const range of standing) {
      const neighbours = neighboursOf(this.#mapping, range);
      for (const reason of neighbours.reasons) reasons.add(reason);
      if (!this.#isUnderSame(range)) reasons.add('before-changed');
      const found = this.#rivalsOf(range, neighbours.near);
      if (!found) continue;
      isRivalled = true;
      rivals.push(...found);
    }
    const place = standing.map(placeOf);
    if (isRivalled && standing.length === 1 && rivals.length > 0)
      return this.#fate('ambiguous', ['several-places'], [place, ...rivals.map(rival => [rival])]);
    if (isRivalled) return this.#fate('context-changed', ['several-places', ...reasons], [place]);
    if (reasons.size > 0) return this.#fate('context-changed', [...reasons], [place]);
    const moved = standing.some(({ start, after }) => start !== after);
    return this.#fate(moved ? 'shifted' : 'intact', ['untouched'], [place]);
  }

  /** Whether the list in which words stand, if they do, stands under the same line as before, or under none now. */
  #isUnderSame({ start, after }: Standing): boolean {
    if (this.#alignment.gaps.length === 0) return true;
    this.#heads ??= [new ListHeads(this.#alignment.before), new ListHeads(this.#alignment.after)];
    const now = this.#heads[1].headOf(after);
    return now === '' || now === this.#heads[0].headOf(start);
  }

  /** Other places for words that stand beside their like, of which one went or came; undefined where there are none. */
  #rivalsOf({ start, end, after, stretch }: Standing, near: Reaches): Range[] | undefined {
    const found: Range[] = [];
    let isOpen = false;
    const next = this.#mapping.gapAfter(stretch);
    const gap = this.#mapping.gap(next);
    if (gap) {
      const reach = gap.before.start - start + near.before;
      if (reach <= longer(gap) && reach <= this.#rivals.repeatedBefore(next)) {
        isOpen = true;
        found.push(...this.#again(start - near.before, gap.before.start, start, end, gap.after));
      }
    }
    const previous = this.#mapping.gapBefore(stretch);
    const former = this.#mapping.gap(previous);
    if (former) {
      const reach = end - former.before.end + near.after;
      if (reach <= longer(former) && reach <= this.#rivals.repeatedAfter(previous)) {
        isOpen = true;
        found.push(...this.#again(former.before.end, end + near.after, start, end, former.after));
      }
    }
    if (this.#mapping.stretch(stretch)!.length < ISLAND) {
      const passage = this.#alignment.before.slice(start - near.before, end + near.after);
      for (const at of this.#cameText.places(passage, MOST_PLACES)) {
        isOpen = true;
        found.push({ start: at + near.before, end: at + near.before + end - start });
      }
    }
    return isOpen ? found.filter(place => place.start !== after) : undefined;
  }

  /** What came with the revision: the later side of all gaps. */
  get #cameText(): Passages {
    this.#came ??= new Passages(
      this.#alignment.after,
      this.#alignment.gaps.map(gap => gap.after),
    );
    return this.#came;
  }

  /** Where `[start, end)` would stand if `[from, to)` around it were one of its likes within a part of the later text. */
  #again(from: number, to: number, start: number, end: number, within: Range): Range[] {
    const passage = this.#alignment.before.slice(from, to);
    const places: Range[] = [];
    const hay = this.#alignment.after.slice(within.start, within.end);
    for (
      let at = hay.indexOf(passage);
      at >= 0 && places.length < MOST_PLACES - 1;
      at = hay.indexOf(passage, at + 1)
    ) {
      const place = within.start + at + start - from;
      places.push({ start: place, end: place + end - start });
    }
    return places;
  }

  #changed(ranges: readonly Range[]): Fate {
    const places = ranges.map(range => this.#placeNow(range)).filter(place => place !== undefined);
    const isWhole = places.length === ranges.length;
    const sorted = inOrder(places);
    if (isWhole && places.every(place => place.form)) return this.#fate('edited', ['form-changed'], [sorted]);
    const hull = { start: ranges[0]!.start, end: ranges.at(-1)!.end };
    const all = elsewhere(this.#mapping, this.#cameText, hull);
    const most = Math.max(0, ...all.map(place => place.sides));
    const best =
      most === 2 ? all.filter(place => place.sides === 2) : all.toSorted((a, b) => b.sides - a.sides);
    const moved = best.map(({ start }) => shiftedBy(ranges, start - hull.start));
    const kept = places.length === 0 ? 0 : Math.min(...places.map(place => place.kept));
    if (places.length === 0) return this.#moved(hull, ranges, moved);
    const counts = most === 2 || (most === 1 && kept < MOSTLY) || this.#isTelling(hull, kept);
    if (best.length === 0 || !counts) return this.#fate('edited', ['words-changed'], [sorted]);
    if (most === 2 && kept < MOSTLY) return this.#moved(hull, ranges, moved);
    return this.#fate('ambiguous', ['several-places', 'words-changed'], [...moved, sorted]);
  }

  #isTelling({ start, end }: Range, kept: number): boolean {
    return (
      kept < MOSTLY && end - start >= TELLING && /\S\s+\S/.test(this.#alignment.before.slice(start, end))
    );
  }

  /** What words have become that went from their place and that nothing faces there. */
  #moved(hull: Range, ranges: readonly Range[], moved: readonly (readonly Range[])[]): Fate {
    if (moved.length === 1) return this.#fate('relocated', ['moved'], moved);
    if (moved.length > 1) return this.#fate('ambiguous', ['several-places'], moved);
    const frame = ranges.length === 1 ? framed(this.#mapping, this.#cameText, hull) : undefined;
    return frame ? this.#fate('edited', ['moved', 'words-changed'], [[frame]]) : deleted;
  }

  #placeNow(range: Range): InPlace | undefined {
    const standing = this.#standing(range);
    return standing ? { ...placeOf(standing), form: true, kept: 1 } : inPlace(this.#mapping, range);
  }

  #fate(state: Fate['state'], reasons: FateReason[], places: readonly (readonly Range[])[]): Fate {
    return {
      state,
      reasons,
      candidates: places.slice(0, MOST_PLACES).map(ranges => this.#candidate(ranges)),
    };
  }

  #candidate(ranges: readonly Range[]): Candidate {
    const quote = quoteOf(this.#alignment.after, ranges);
    return {
      ranges: ranges.map(({ start, end }) => ({ start, end })),
      quote: { ...quote, exact: quote.exact.slice(0, QUOTE_LIMIT) },
    };
  }
}

const deleted: Fate = { state: 'deleted', reasons: ['words-gone'], candidates: [] };

const placeOf = ({ start, end, after }: Standing): Range => ({ start: after, end: after + end - start });

const longer = ({ before, after }: { before: Range; after: Range }): number =>
  Math.max(before.end - before.start, after.end - after.start);

const shiftedBy = (ranges: readonly Range[], by: number): Range[] =>
  ranges.map(({ start, end }) => ({ start: start + by, end: end + by }));

/** Places in text order; those that overlap become one. */
function inOrder(places: readonly Range[]): Range[] {
  const sorted: Range[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const last = sorted.at(-1);
    if (last && start < last.end)
      sorted[sorted.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else sorted.push({ start, end });
  }
  return sorted;
}

/** Whether the former text has at the anchor's ranges the words that its quote names. */
function saysSo(text: string, { ranges, quote }: Anchored): boolean {
  const { exact } = quoteOf(text, ranges, 0);
  return exact === quote.exact || (exact.length > QUOTE_LIMIT && exact.startsWith(quote.exact));
}
