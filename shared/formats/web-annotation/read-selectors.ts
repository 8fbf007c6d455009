import { z } from 'zod';
import type { SoughtQuote } from '../../text/quotes/found-quote.ts';
import type { Part, Position } from '../placing/sought.ts';

/** What JSON-LD writes as one value or as a list of them. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

const Offset = z.int().min(0);
const Quote = z.object({
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const Numbers = z.object({ start: Offset, end: Offset });
const Fragment = z.object({ value: z.string(), conformsTo: z.string().optional() });
const Between = z.object({ startSelector: z.unknown(), endSelector: z.unknown() });

/** Deeper nesting than this is nobody's honest selector. */
const DEEPEST = 20;

/**
 * Reads the selectors of one resource, which are alternatives for the same words. A quote and positions that are not
 * refined are one description: the positions say which of several places with the words is meant.
 * @param selector a selector, or a list of them
 * @param within the stretch that they narrow, where they refine another selector
 * @returns descriptions, the likeliest first; none where there is no selector
 */
export function readSelectors(selector: unknown, within?: Part, depth = 0): Part[] {
  if (depth > DEEPEST) return [{ by: 'unknown', says: 'Its selectors are nested too deep.' }];
  const positions: Position[] = [];
  const quotes: SoughtQuote[] = [];
  const others: Part[] = [];
  const unread: Part[] = [];
  for (const one of listOf(selector)) {
    const { refinedBy, ...bare } = (typeof one === 'object' && one !== null ? one : {}) as Record<
      string,
      unknown
    >;
    const read = readOne(bare, depth);
    if (refinedBy !== undefined) {
      const outer = read.by === 'words' && within ? { ...read, within } : read;
      others.push(...readSelectors(refinedBy, outer, depth + 1));
    } else if (read.by === 'unknown') unread.push(read);
    else if (read.by === 'span') others.push(within ? { ...read, within } : read);
    else {
      positions.push(...read.positions);
      if (read.quote) quotes.push(read.quote);
    }
  }
  const frame = within ? { within } : {};
  const words: Part[] = quotes.map(quote => ({ by: 'words', positions, quote, ...frame }));
  if (words.length === 0 && positions.length > 0) words.push({ by: 'words', positions, ...frame });
  return [...others, ...words, ...unread];
}

function readOne(selector: Record<string, unknown>, depth: number): Part {
  const types = listOf(selector.type).concat(listOf(selector['@type'])).map(String);
  const is = (name: string) =>
    types.some(type => type === name || type.endsWith(`#${name}`) || type === `oa:${name}`);
  if (is('TextQuoteSelector')) {
    const quote = Quote.safeParse(selector);
    if (!quote.success) return unknown('Its quote selector has no words in "exact".');
    return { by: 'words', positions: [], quote: quote.data };
  }
  if (is('TextPositionSelector')) return readNumbers(selector, 'points');
  if (is('DataPositionSelector')) return readNumbers(selector, 'bytes');
  if (is('FragmentSelector')) return readFragment(selector);
  if (is('RangeSelector')) {
    const range = Between.safeParse(selector);
    const [from] = range.success ? readSelectors(range.data.startSelector, undefined, depth + 1) : [];
    const [to] = range.success ? readSelectors(range.data.endSelector, undefined, depth + 1) : [];
    return from && to ? { by: 'span', from, to } : unknown('Its range selector lacks an end.');
  }
  const [type = 'selector without a type'] = types;
  return unknown(`A ${type.slice(0, 60)} points into mark-up or a picture, not into a plain text.`);
}

function readNumbers(selector: Record<string, unknown>, unit: Position['unit']): Part {
  const numbers = Numbers.safeParse(selector);
  if (!numbers.success) return unknown('Its position selector has no whole numbers in "start" and "end".');
  return { by: 'words', positions: [{ ...numbers.data, unit }] };
}

/** RFC 5147: `char=3,7`, positions between characters; an integrity check may follow. */
function readFragment(selector: Record<string, unknown>): Part {
  const fragment = Fragment.safeParse(selector);
  const chars = fragment.success && /^#?char=(\d{1,15}),(\d{1,15})(?:;|$)/.exec(fragment.data.value);
  if (!chars) return unknown('Its fragment selector does not count characters (RFC 5147, "char=from,to").');
  return { by: 'words', positions: [{ start: Number(chars[1]), end: Number(chars[2]), unit: 'points' }] };
}

const unknown = (says: string): Part => ({ by: 'unknown', says });
