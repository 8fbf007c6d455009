import { type Span, splitsPair } from '../text/text-like.ts';

/** A part of a text to be shown in a line or two, and where it has what was sought; UTF-16 code units. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Marks not farther apart than this belong together. */
const NEAR = 40;

/** @returns the stretch of a text where most of what was sought stands together; the first of several. */
export function densest(marks: readonly Span[]): Span | undefined {
  let best: { start: number; end: number; count: number } | undefined;
  let now: typeof best;
  for (const { start, end } of marks) {
    now = now && start - now.end <= NEAR ? { ...now, end, count: now.count + 1 } : { start, end, count: 1 };
    if (!best || now.count > best.count) best = now;
  }
  return best && { start: best.start, end: best.end };
}

/**
 * Cuts out of a text what stands around a place, beginning and ending with whole words where it can. White space is
 * shown as single spaces.
 * @param longest UTF-16 code units of the excerpt without its ellipses
 */
export function excerptOf(
  text: string,
  marks: readonly Span[],
  around: Span | undefined,
  longest = 200,
): Excerpt {
  const lead = Math.min(60, longest >> 2);
  let from = Math.max(0, Math.min((around?.start ?? 0) - lead, text.length - longest));
  const line = text.lastIndexOf('\n', Math.max(0, (around?.start ?? 0) - 1)) + 1;
  const beginsLine = line > from && line <= (around?.start ?? 0);
  if (beginsLine) from = line;
  else if (from > 0) {
    const space = text.slice(from, around?.start ?? from).search(/\s\S/);
    from = space >= 0 ? from + space + 1 : splitsPair(text, from) ? from + 1 : from;
  }
  let to = Math.min(text.length, from + longest);
  if (to < text.length) {
    const space = /\s\S*$/.exec(text.slice(from, to));
    if (space && from + space.index > (around?.end ?? 0)) to = from + space.index;
    else if (splitsPair(text, to)) to--;
  }
  let shown = from > 0 && !beginsLine ? '… ' : '';
  const places: number[] = [];
  for (let i = from; i < to; i++) {
    const isSpace = /\s/.test(text[i]!);
    places.push(shown.length);
    if (!isSpace) shown += text[i];
    else if (shown !== '' && !shown.endsWith(' ')) shown += ' ';
  }
  places.push(shown.length);
  const at = (offset: number) => places[Math.min(Math.max(offset, from), to) - from]!;
  const kept = marks
    .map(({ start, end }) => ({ start: at(start), end: at(end) }))
    .filter(({ start, end }) => end > start);
  return { text: to < text.length ? `${shown.trimEnd()} …` : shown.trimEnd(), marks: kept };
}
