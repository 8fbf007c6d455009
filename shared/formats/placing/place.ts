import type { Span } from '../../text/text-like.ts';
import { SearchedText } from './searched-text.ts';
import {
  type Lost,
  type Part,
  type Placement,
  type Position,
  type Repair,
  type Sought,
  type SoughtQuote,
  units,
} from './sought.ts';
import { agreement, exactPlaces, foldedPlaces, foldWords, spacesEach, spacesRun } from './words.ts';

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
/** Most places that are offered where the right one cannot be told. */
const OFFERED = 20;

type Found = Placement & { readonly found: true };
type NotFound = Placement & { readonly found: false };

/**
 * Finds in a text what a file of another program describes. Where it has words, they decide: the slice at its numbers
 * is held against them, then at its numbers in the other units, then the words are sought, and taken where they stand
 * once, or once with what is said to stand around them. Where it has no words, its numbers are believed if they lie
 * within the text.
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
  for (const part of alternatives.slice(0, MOST_TRIED)) {
    const placed = placePart(text, part, spaces);
    if (placed.found) return placed;
    if (!first || (first.found === false && first.why === 'unknown')) first = placed;
  }
  return first ?? lost('no-place');
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
  const folded = foldWords(exact);
  for (const position of positions)
    for (const unit of [position.unit, ...units]) {
      const span = text.at({ ...position, unit });
      if (!span || folded === '' || foldWords(text.text.slice(span.start, span.end)) !== folded) continue;
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

/** @param moved whether there were numbers, which did not lead to the words */
function byQuote(searched: SearchedText, quote: SoughtQuote, moved: boolean): Placement {
  const { text } = searched;
  const repairs: Repair[] = moved ? ['by-quote'] : [];
  const exact = exactPlaces(text, quote.exact);
  if (exact === undefined) return lost('ambiguous');
  if (exact.length > 0) return choose(text, exact, quote, repairs);
  const folded = foldedPlaces(searched.folded, quote.exact);
  if (folded === undefined) return lost('ambiguous');
  if (folded.length === 0) return lost('not-found');
  return choose(text, folded, quote, [...repairs, 'folded']);
}

function choose(
  text: string,
  places: readonly Span[],
  quote: SoughtQuote,
  repairs: readonly Repair[],
): Placement {
  const hasContext = Boolean(quote.prefix?.trim() || quote.suffix?.trim());
  const judged = places.map(span => ({ span, ...agreement(text, span, quote) }));
  const whole = judged.filter(one => one.whole);
  if (whole.length === 1) return at(whole[0]!.span, ...repairs);
  if (judged.length === 1)
    return at(judged[0]!.span, ...repairs, ...(hasContext ? ['other-context' as const] : []));
  const best = (whole.length > 0 ? whole : judged).toSorted((a, b) => b.letters - a.letters);
  if (hasContext && whole.length === 0 && best[0]!.letters > best[1]!.letters + 2)
    return at(best[0]!.span, ...repairs, 'other-context');
  return { ...lost('ambiguous'), candidates: best.slice(0, OFFERED).map(({ span }) => span) };
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
