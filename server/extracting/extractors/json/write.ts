import { addText, type PartText, type Segment, trimSegments } from '../../several-texts.ts';
import { TextBuilder } from '../../text-builder.ts';
import { eachString, patternOf, pointerOf } from './read-strings.ts';
import type { JsonRecord } from './records.ts';

/** A text at a place that was chosen. */
export interface JsonText extends PartText {
  readonly segments: readonly Segment[];
  readonly pointer: string;
  readonly row?: number;
}

/** A place in records where texts stand. */
export interface Pattern {
  readonly path: string;
  readonly count: number;
}

/** A path to all strings there are. */
export const EVERYTHING = '$..*';
const LONGEST_PATTERN = 400;
const MOST_PATTERNS = 5000;
const LONGEST_POINTER = 2000;

/** @returns places where texts stand, those with most running text first */
export function patternsIn(text: string, records: readonly JsonRecord[]): Pattern[] {
  const found = new Map<string, { count: number; running: number; all: number }>();
  for (const { json, from } of records)
    eachString(json, from, string => {
      const pattern = patternOf(string.path);
      const length = string.to - string.from;
      if (pattern.length > LONGEST_PATTERN || length === 0) return;
      const sums = found.get(pattern) ?? { count: 0, running: 0, all: 0 };
      if (sums.count === 0 && found.size < MOST_PATTERNS) found.set(pattern, sums);
      sums.count++;
      sums.all += length;
      if (/\S\s+\S/.test(text.slice(string.from, Math.min(string.to, string.from + 1000))))
        sums.running += length;
    });
  return [...found]
    .sort(([, a], [, b]) => b.running - a.running || b.all - a.all)
    .map(([path, { count }]) => ({ path, count }));
}

/** @returns the texts at the places of a pattern, in the order of the file; `lone` counts halves of characters */
export function textsAt(
  text: string,
  records: readonly JsonRecord[],
  path: string,
): { texts: JsonText[]; lone: number } {
  const texts: JsonText[] = [];
  let lone = 0;
  for (const { json, from, row } of records)
    eachString(json, from, string => {
      if (path !== EVERYTHING && patternOf(string.path) !== path) return;
      const decoded = segmentsOf(text, string.from, string.to);
      const segments = trimSegments(decoded.segments);
      if (segments.length === 0) return;
      lone += decoded.lone;
      texts.push({
        number: texts.length + 1,
        beginning: segments
          .slice(0, 20)
          .map(segment => segment.text.slice(0, 300))
          .join(''),
        segments,
        pointer: pointerOf(string.path),
        ...(row === undefined ? {} : { row }),
      });
    });
  return { texts, lone };
}

/** Writes texts one after another. */
export function writeTexts(texts: readonly JsonText[]): TextBuilder {
  const builder = new TextBuilder();
  for (const { segments, pointer, row } of texts)
    addText(builder, segments, {
      ...(row === undefined ? {} : { row }),
      ...(pointer.length > LONGEST_POINTER ? {} : { pointer }),
    });
  return builder;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\n', t: '\t' };
/** An escape; a line break or a character beyond the first plane may take two. */
const ESCAPE = /\\r\\n|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\./gs;

/** A string in runs that stand in the file as they are, and escapes each on its own. */
function segmentsOf(text: string, from: number, to: number): { segments: Segment[]; lone: number } {
  const there = text.slice(from, to);
  const segments: Segment[] = [];
  let lone = 0;
  let at = 0;
  const add = (end: number): void => {
    if (end > at) segments.push({ text: there.slice(at, end), from: from + at, to: from + end });
  };
  for (const { 0: sign, index } of there.matchAll(ESCAPE)) {
    add(index);
    at = index + sign.length;
    let shown = decoded(sign);
    // Neither half a character nor NUL can stand in a text that is kept.
    if (shown === '\0' || /^\p{Cs}$/u.test(shown)) {
      shown = '\ufffd';
      lone++;
    }
    segments.push({ text: shown, from: from + index, to: from + at });
  }
  add(there.length);
  return { segments, lone };
}

function decoded(sign: string): string {
  if (sign === '\\r\\n') return '\n';
  const second = sign[1]!;
  if (second !== 'u') return ESCAPES[second] ?? second;
  const units = sign.match(/[0-9a-fA-F]{4}/g)!.map(unit => Number.parseInt(unit, 16));
  const character = String.fromCharCode(...units);
  return character === '\r' ? '\n' : character;
}
