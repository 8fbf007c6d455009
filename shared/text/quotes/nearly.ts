import { approximate } from '../approximate.ts';
import type { Span } from '../text-like.ts';
import type { Passages } from './passages.ts';
import { isMended } from './slips.ts';

/** A place that is like what is sought, and how many letters differ. */
export interface Near extends Span {
  readonly errors: number;
}

/** In a longer text only what surrounds an unchanged piece of the pattern is compared. */
const LONG = 20_000;
/** Units that such a piece has at least, so that it is found without reading all of the text. */
const PIECE = 7;
/** Most places of one piece that are looked at; what stands more often tells nothing. */
const MOST = 200;

/**
 * Places where a text differs from a pattern in short slips of letters and in no digit: in up to a fourth of the
 * letters, in a long text in so many that two of its pieces of seven units or more stay as they are. Where a pattern has
 * k slips, one of k + 1 pieces of it has none (Wu and Manber, Fast Text Searching Allowing Errors, 1992).
 * @returns places in UTF-16 code units, ascending and apart
 */
export function nearly(passages: Passages, pattern: string): Near[] {
  const { text } = passages;
  const most = Math.max(1, Math.floor([...pattern].length / 4));
  if (text.length <= LONG) return mended(text, 0, pattern, most);
  const few = Math.min(most, Math.floor(pattern.length / PIECE) - 1);
  if (few < 1) return [];
  const found: Near[] = [];
  let to = 0;
  for (const window of windowsOf(passages, pattern, few)) {
    const start = Math.max(to, window.start);
    if (window.end <= start) continue;
    for (const place of mended(text.slice(start, window.end), start, pattern, few)) {
      found.push(place);
      to = place.end;
    }
  }
  return found;
}

function mended(text: string, from: number, pattern: string, most: number): Near[] {
  const units = unitsOfPoints(text);
  return approximate(text, pattern, most)
    .map(({ start, end, errors }) => ({ start: units[start]!, end: units[end]!, errors }))
    .filter(({ start, end }) => isMended(pattern, text.slice(start, end)))
    .map(({ start, end, errors }) => ({ start: from + start, end: from + end, errors }));
}

/** What may hold the pattern, ascending and apart. */
function windowsOf(passages: Passages, pattern: string, errors: number): Span[] {
  const size = Math.floor(pattern.length / (errors + 1));
  // A slip of one letter may be one of two units.
  const slack = 2 * errors + 2;
  const windows: { start: number; end: number }[] = [];
  for (let i = 0; i <= errors; i++) {
    const from = i * size;
    const places = passages.places(pattern.slice(from, i === errors ? undefined : from + size), MOST + 1);
    if (places.length > MOST) continue;
    for (const at of places)
      windows.push({
        start: Math.max(0, at - from - slack),
        end: Math.min(passages.text.length, at - from + pattern.length + slack),
      });
  }
  const apart: { start: number; end: number }[] = [];
  for (const window of windows.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && window.start <= last.end) last.end = Math.max(last.end, window.end);
    else apart.push(window);
  }
  return apart;
}

/** Where each code point of a text begins, in UTF-16 code units, and where the last ends. */
function unitsOfPoints(text: string): number[] {
  const units: number[] = [];
  let at = 0;
  for (const point of text) {
    units.push(at);
    at += point.length;
  }
  units.push(at);
  return units;
}
