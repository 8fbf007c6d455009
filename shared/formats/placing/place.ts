import { formOf } from '../../text/form.ts';
import type { LostQuote, SoughtQuote } from '../../text/quotes/found-quote.ts';
import type { Span } from '../../text/text-like.ts';
import { SearchedText } from './searched-text.ts';
import {
  type Lost,
  type Part,
  type Placement,
  type Position,
  type Repair,
  type Sought,
  units,
} from './sought.ts';
import { spacesEach, spacesRun } from './words.ts';

const SAYS: Readonly<Record<Lost, string>> = {
  'no-place': 'It does not say where it stands.',
  'out-of-range': 'Its numbers lie outside the text.',
  empty: 'It covers no words.',
  'not-found': 'Its words are not in the text.',
  ambiguous: 'Its words stand in several places, and nothing tells which is meant.',
  unknown: 'It is described in a way that means nothing in a plain text.',
  'too-many': 'It has more parts than a claim can have.',
  crossed: 'Its parts are not apart from one another.',
};

/** Most parts that an annotation may have, and most descriptions and numbers that are tried for one of them. */
const MOST_PARTS = 1000;
const MOST_TRIED = 20;

type Found = Placement & { readonly found: true };
type NotFound = Placement & { readonly found: false };

/**
 * Finds in a text what a file of another program describes. Where it has words, they decide: the slice at its numbers
 * is held against them, then at its numbers in the other units, then the words are sought, and taken where they stand
 * once, or once with what is said to stand around them, or else what is so like them that it must have been them. Where
 * it has no words, its numbers are believed if they lie within the text.
 */
export function place(text: SearchedText, { parts, spaces }: Sought): Placement {
  if (parts.length === 0) return lost('no-place');
  if (parts.length > MOST_PARTS) return lost('too-many');
  const found: Found[] = [];
  for (const alternatives of parts) {
    const placed = anyOf(text, alternatives, spaces);
    if (!placed.found) return placed;
    found.push(placed);
  }
  const ranges = found.flatMap(part => part.ranges).sort((a, b) => a.start - b.start);
  if (ranges.some((range, i) => i > 0 && range.start < ranges[i - 1]!.end)) return lost('crossed');
  return {
    found: true,
    ranges,
    repairs: [...new Set(found.flatMap(part => part.repairs))],
    checked: found.every(part => part.checked),
  };
}

function anyOf(text: SearchedText, alternatives: readonly Part[], spaces: Sought['spaces']): Placement {
  let first: Placement | undefined;
  let edited: Found | undefined;
  for (const part of alternatives.slice(0, MOST_TRIED)) {
    const placed = placePart(text, part, spaces);
    if (placed.found && !placed.repairs.includes('edited')) return placed;
    if (placed.found) edited ??= placed;
    else if (!first || (first.found === false && first.why === 'unknown')) first = placed;
  }
  return edited ?? first ?? lost('no-place');
}

function placePart(text: SearchedText, part: Part, spaces: Sought['spaces']): Placement {
  if (part.by === 'unknown') return lost('unknown', part.says);
  if (part.within) {
    const outer = placePart(text, part.within, spaces);
    if (outer.found) {
      const { start, end } = outer.ranges[0]!;
      const inner = placePart(
        new SearchedText(text.text.slice(start, end)),
        { ...part, within: undefined } as Part,
        spaces,
      );
      return inner.found ? shifted(inner, start, outer) : inner;
    }
    // Where the frame means nothing here, the words may still be told by themselves.
    if (part.by !== 'words' || !part.quote) return outer;
    const bare = placePart(text, { by: 'words', positions: [], quote: part.quote }, spaces);
    return bare.found ? { ...bare, repairs: [...new Set<Repair>([...bare.repairs, 'by-quote'])] } : bare;
  }
  return part.by === 'span'
    ? between(text, part, spaces)
    : placeWords(text, part.positions, part.quote, spaces);
}

function shifted(inner: Found, by: number, outer: Found): Found {
  return {
    ...inner,
    ranges: inner.ranges.map(({ start, end }) => ({ start: start + by, end: end + by })),
    repairs: [...new Set([...outer.repairs, ...inner.repairs])],
  };
}

function between(
  text: SearchedText,
  { from, to }: Part & { by: 'span' },
  spaces: Sought['spaces'],
): Placement {
  const first = placePart(text, from, spaces);
  if (!first.found) return first;
  const last = placePart(text, to, spaces);
  if (!last.found) return last;
  const range = { start: first.ranges[0]!.start, end: last.ranges[0]!.start };
  if (range.end <= range.start) return lost('empty');
  return {
    found: true,
    ranges: [range],
    repairs: [...new Set([...first.repairs, ...last.repairs])],
    checked: first.checked && last.checked,
  };
}

function placeWords(
  text: SearchedText,
  given: readonly Position[],
  quote: SoughtQuote | undefined,
  spaces: Sought['spaces'],
): Placement {
  const positions = given.slice(0, MOST_TRIED);
  const { exact = '' } = quote ?? {};
  if (!quote || exact === '') return byNumbers(text, positions);
  const folding = foldingOf(spaces);
  const wanted = folding(exact);
  for (const position of positions) {
    const span = text.at(position);
    if (span && span.end > span.start && folding(text.text.slice(span.start, span.end)) === wanted)
      return at(span);
  }
  for (const position of positions)
    for (const unit of units) {
      const span = unit === position.unit ? undefined : text.at({ ...position, unit });
      if (span && folding(text.text.slice(span.start, span.end)) === wanted) return at(span, 'other-unit');
    }
  const form = formOf(exact).trim();
  for (const position of positions)
    for (const unit of [position.unit, ...units]) {
      const span = text.at({ ...position, unit });
      if (!span || form === '' || formOf(text.text.slice(span.start, span.end)).trim() !== form) continue;
      return unit === position.unit
        ? at(trimmed(text.text, span), 'folded')
        : at(trimmed(text.text, span), 'folded', 'other-unit');
    }
  return byQuote(text, quote, positions.length > 0);
}

function byNumbers(text: SearchedText, positions: readonly Position[]): Placement {
  const [position] = positions;
  if (!position) return lost('no-place');
  const span = text.at(position);
  if (!span) return lost('out-of-range');
  if (span.end === span.start) return lost('empty');
  return { found: true, ranges: [span], repairs: [], checked: false };
}

const WHY = {
  nowhere: 'not-found',
  several: 'ambiguous',
  elsewhere: 'ambiguous',
} as const satisfies Record<LostQuote['why'], Lost>;

/** @param moved whether there were numbers, which did not lead to the words */
function byQuote({ quotes }: SearchedText, quote: SoughtQuote, moved: boolean): Placement {
  const found = quotes.find(quote);
  const repairs: Repair[] = moved ? ['by-quote'] : [];
  // The words stand nowhere else; that they stand among others is said.
  if (!found.found && found.why === 'elsewhere') return at(found.candidates[0]!, ...repairs, 'other-context');
  if (!found.found) return { ...lost(WHY[found.why]), candidates: found.candidates };
  const { start, end, how, isAmongSame } = found;
  if (how === 'form') repairs.push('folded');
  if (how === 'edited') repairs.push('edited');
  if (!isAmongSame) repairs.push('other-context');
  return at({ start, end }, ...repairs);
}

const foldingOf = (spaces: Sought['spaces']): ((text: string) => string) =>
  spaces === 'each' ? spacesEach : spaces === 'runs' ? spacesRun : text => text;

/** Without the white space that a folded comparison overlooks at either end. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

function at(span: Span, ...repairs: Repair[]): Found {
  return { found: true, ranges: [span], repairs, checked: true };
}

function lost(why: Lost, says: string = SAYS[why]): NotFound {
  return { found: false, why, says, candidates: [] };
}
