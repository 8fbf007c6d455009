import { approximate, headLikeness } from '../../../shared/text/approximate.ts';
import type { Quote } from '../../../shared/text/quote.ts';
import type { Span } from '../../../shared/text/text-like.ts';

/** A way to place words again that knows nothing of the difference: by the later text, the quote and the old offset. */
export type Peer = (text: string, quote: Quote, was: Span) => Span | null;

/** The same offsets, whatever stands there now. */
export const byOffset: Peer = (text, _, was) => (was.end <= text.length ? was : null);

const MOST_ERRORS = 256;
const backwards = (text: string): string => [...text].reverse().join('');

/**
 * The likeliest place by a score, after the behaviour of Hypothesis: exact places if there are any, else all with up to
 * half of the letters wrong; 50 parts of the score for the words, 20 each for prefix and suffix, 2 for the nearness to
 * the old offset; the best is taken however low its score.
 */
export const byScore: Peer = (text, { exact, prefix, suffix }, was) => {
  const places: (Span & { errors: number })[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    places.push({ start: at, end: at + exact.length, errors: 0 });
  if (places.length === 0) {
    const units = [0];
    for (const point of text) units.push(units.at(-1)! + point.length);
    for (const { start, end, errors } of approximate(text, exact, Math.min(MOST_ERRORS, exact.length >> 1)))
      places.push({ start: units[start]!, end: units[end]!, errors });
  }
  let best: Span | null = null;
  let most = -1;
  for (const { start, end, errors } of places) {
    const head = headLikeness(
      backwards(prefix),
      backwards(text.slice(Math.max(0, start - prefix.length), start)),
    );
    const tail = headLikeness(suffix, text.slice(end, end + suffix.length));
    const near = 1 - Math.abs(start - was.start) / text.length;
    const score = 50 * (1 - errors / exact.length) + 20 * head + 20 * tail + 2 * near;
    if (score > most) [best, most] = [{ start, end }, score];
  }
  return best;
};
