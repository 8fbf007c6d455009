import { approximate, headLikeness } from '../../shared/text/approximate.ts';
import { CodePoints } from '../../shared/text/code-points.ts';
import { quoteOf } from '../../shared/text/quote.ts';
import { QuoteFinder } from '../../shared/text/quotes/quote-finder.ts';
import type { Span } from '../../shared/text/text-like.ts';

/** What the checker of anchoring asks for, answered by what the project uses itself. */
interface QuoteSelector {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

type Selector = (QuoteSelector & { type: 'TextQuoteSelector' }) | (Span & { type: 'TextPositionSelector' });

/** Every place at which a quote stands letter for letter, prefix and suffix included. */
export function matchAll(text: string, { exact, prefix = '', suffix = '' }: QuoteSelector): Span[] {
  const found: Span[] = [];
  const whole = prefix + exact + suffix;
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
    const start = at + prefix.length;
    found.push({ start, end: start + exact.length });
    if (at >= text.length) break;
  }
  return found;
}

/** Code points to UTF-16 code units. */
export function fromPosition(text: string, { start, end }: Span): Span {
  const points = new CodePoints(text);
  return { start: points.toUtf16(start), end: points.toUtf16(end) };
}

/** The one place that quote and position speak of, by the later text alone. */
export function anchor(
  text: string,
  selectors: readonly Selector[],
  { hint }: { hint?: number },
): Span | null {
  const quote = selectors.find(selector => selector.type === 'TextQuoteSelector');
  const found = quote && new QuoteFinder(text).find(quote as QuoteSelector, hint);
  return found?.found ? found : null;
}

/** A quote whose neighbours reach as far as it takes to stand nowhere else. */
export function describe(text: string, range: Span): QuoteSelector {
  for (let context = 0; ; context = context * 2 + 1) {
    const quote = quoteOf(text, [range], context);
    if (context > text.length || matchAll(text, quote).length === 1) return quote;
  }
}

/** How like a quote the text's best place is: its words first, then what stands around them. */
export function score(text: string, { exact, prefix = '', suffix = '' }: QuoteSelector): number {
  const size = [...exact].length;
  const places = approximate(text, exact, Math.floor(size / 2));
  return Math.max(
    0,
    ...places.map(({ start, end, errors }) => {
      const points = [...text];
      const head = headLikeness([...prefix].reverse().join(''), points.slice(0, start).reverse().join(''));
      const tail = headLikeness(suffix, points.slice(end).join(''));
      return 0.5 * (1 - errors / size) + 0.25 * head + 0.25 * tail;
    }),
  );
}
