import { approximate, editDistance, headLikeness } from './approximate.ts';
import { type FormedText, formOf, formText } from './form.ts';
import { snapOutward } from './graphemes.ts';
import type { Span } from './text-like.ts';

/** The words sought, and what stood before and after them where that is known. */
export interface SoughtQuote {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/**
 * Where a quote was found, in UTF-16 code units, and how: the same words; the same but for their form (case, spaces,
 * quotation marks, dashes, Unicode form); or other words, which stand where the quote's neighbours stand, or which
 * differ in a few letters. What is `edited` must be told to a person.
 */
export interface FoundQuote extends Span {
  readonly how: 'exact' | 'form' | 'edited';
}

/** Finds quotes in one text. What it learns of the text serves all of them. */
export class QuoteFinder {
  readonly #text: string;
  #formed: FormedText | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Finds the one place where a quote stands. Its words come first, then its words in another form, then what stands
   * between its neighbours. Names, dates and numbers are found by their own letters or not at all.
   * @param hint where it is said to begin, in UTF-16 code units; it tells equal places apart if one begins right there
   * @returns null where there is no such place, or several with nothing to tell them apart
   */
  find(quote: SoughtQuote, hint?: number): FoundQuote | null {
    if (quote.exact.trim() === '' || this.#text === '') return null;
    const sought = { exact: formOf(quote.exact), prefix: tidy(quote.prefix), suffix: tidy(quote.suffix) };
    const exact = this.#places(this.#text, quote.exact).map(start => ({
      start,
      end: start + quote.exact.length,
    }));
    if (exact.length > 0) return this.#chosen(exact, quote, sought, hint, 'exact');
    const form = sought.exact.trim() === '' ? [] : this.#inForm(sought.exact);
    if (form.length > 0) return this.#chosen(form, quote, sought, hint, 'form');
    const edited =
      sought.prefix !== '' || sought.suffix !== ''
        ? this.#framed(quote, sought)
        : this.#nearly(quote, sought, hint);
    return edited ? { ...edited, how: 'edited' } : null;
  }

  get #form(): FormedText {
    this.#formed ??= formText(this.#text);
    return this.#formed;
  }

  #places(text: string, words: string): number[] {
    const found: number[] = [];
    for (let at = text.indexOf(words); at >= 0 && found.length < MOST; at = text.indexOf(words, at + 1))
      found.push(at);
    return found;
  }

  #inForm(form: string): Span[] {
    const { text } = this.#form;
    return this.#places(text, form)
      .filter(at => this.#isEdge(at) && this.#isEdge(at + form.length))
      .map(at => this.#original(at, at + form.length));
  }

  /** Whether a unit of the form is the first that its piece of the text became. */
  #isEdge(at: number): boolean {
    const { origins } = this.#form;
    return at === 0 || origins[at] !== origins[at - 1];
  }

  /** The range of the text that a range of its form stems from, without what is not seen at its ends. */
  #original(start: number, end: number): Span {
    const { origins } = this.#form;
    const range = { start: origins[start]!, end: origins[end]! };
    while (range.end > range.start && formOf(this.#text[range.end - 1]!) === '') range.end--;
    return range;
  }

  #chosen(
    places: readonly Span[],
    quote: SoughtQuote,
    sought: Required<SoughtQuote>,
    hint: number | undefined,
    how: 'exact' | 'form',
  ): FoundQuote | null {
    const hinted = places.find(place => place.start === hint);
    const isBare = !sought.prefix && !sought.suffix;
    if (places.length === 1) {
      const agrees = isBare || hinted || isTelling(quote.exact) || this.#mayStandAt(places[0]!, sought);
      return agrees ? { ...places[0]!, how } : null;
    }
    if (isBare || places.length >= MOST) return hinted ? { ...hinted, how } : null;
    const ranked = places
      .map(place => ({ place, like: this.#likeness(place, sought) }))
      .sort((a, b) => b.like - a.like);
    const [best, next] = ranked;
    const isClear = best!.like - next!.like >= CLEARLY || (best!.like === 1 && next!.like < 1);
    if (isClear && best!.like >= HALF) return { ...best!.place, how };
    const isEqual = ranked.filter(({ like }) => like === best!.like);
    const byHint = best!.like >= HALF && isEqual.find(({ place }) => place === hinted);
    return byHint ? { ...byHint.place, how } : null;
  }

  /** How like what stands around a place is to what stood around the quote, 0 to 1. */
  #likeness(place: Span, { prefix, suffix }: Required<SoughtQuote>): number {
    const sides: number[] = [];
    if (prefix) sides.push(headLikeness(backwards(prefix), backwards(this.#beforeOf(place, prefix))));
    if (suffix) sides.push(headLikeness(suffix, this.#afterOf(place, suffix)));
    return sides.reduce((sum, side) => sum + side, 0) / sides.length;
  }

  /** Whether every side that is known agrees with a place, as far as there is text to say so. */
  #mayStandAt(place: Span, { prefix, suffix }: Required<SoughtQuote>): boolean {
    const before = this.#beforeOf(place, prefix);
    const after = this.#afterOf(place, suffix);
    const agrees = (known: string, there: string) => {
      const length = Math.min(ADJOINING, known.length, there.length);
      return length === 0 || headLikeness(known.slice(0, length), there) >= HALF;
    };
    return agrees(backwards(prefix), backwards(before)) && agrees(suffix, after);
  }

  #beforeOf({ start }: Span, prefix: string): string {
    return tidy(this.#text.slice(Math.max(0, start - 2 * prefix.length - 8), start));
  }

  #afterOf({ end }: Span, suffix: string): string {
    return tidy(this.#text.slice(end, end + 2 * suffix.length + 8));
  }

  /** What stands between the quote's neighbours, if both stand once as near each other as they did. */
  #framed(quote: SoughtQuote, { exact, prefix, suffix }: Required<SoughtQuote>): Span | undefined {
    if (lettersIn(prefix) < NARROWEST || lettersIn(suffix) < NARROWEST || isIdentity(quote.exact))
      return undefined;
    const { text } = this.#form;
    const found: Span[] = [];
    for (const at of this.#places(text, prefix)) {
      const from = at + prefix.length;
      const window = text.slice(from, from + 2 * exact.length + 40 + suffix.length);
      const to = window.indexOf(suffix);
      if (to > 0) found.push({ start: from, end: from + to });
    }
    if (found.length !== 1) return undefined;
    const place = unspaced(text, found[0]!);
    const there = text.slice(place.start, place.end);
    if (there.length > LONGEST || exact.length > LONGEST) return undefined;
    const most = Math.max(there.length, exact.length);
    if (most === 0 || 1 - editDistance(there, exact.trim()) / most < HALF) return undefined;
    return snapOutward(this.#text, this.#original(place.start, place.end));
  }

  /** What differs from a quote without neighbours in a few letters, none of them far apart, none of a name or number. */
  #nearly(quote: SoughtQuote, { exact }: Required<SoughtQuote>, hint: number | undefined): Span | undefined {
    const letters = [...exact].length;
    if (letters < 4 || exact.length > LONGEST || isIdentity(quote.exact)) return undefined;
    const most = Math.max(1, Math.floor(letters / 4));
    const { text } = this.#form;
    const units = unitsOfPoints(text);
    const found = approximate(text, exact, most)
      .map(({ start, end, errors }) => ({ start: units[start]!, end: units[end]!, errors }))
      .filter(place => isMended(exact, text.slice(place.start, place.end)));
    const fewest = Math.min(...found.map(place => place.errors));
    const best = found.filter(place => place.errors === fewest);
    const isClear = best.length === 1 && found.every(place => place === best[0] || place.errors > fewest + 1);
    const places = best.map(place => snapOutward(this.#text, this.#original(place.start, place.end)));
    return isClear ? places[0] : places.find(place => place.start === hint);
  }
}

/** Finds the one place where a quote stands in a text; see `QuoteFinder`, which serves several quotes. */
export const findQuote = (text: string, quote: SoughtQuote, hint?: number): FoundQuote | null =>
  new QuoteFinder(text).find(quote, hint);

/** Places of the same words that are told apart; with more, none is. */
const MOST = 1000;
/** By how much one place must be more like than the next. */
const CLEARLY = 0.15;
const HALF = 0.5;
/** Units next to the words that must agree where the words alone do not tell. */
const ADJOINING = 12;
/** Letters that neighbours must have to say what stands between them. */
const NARROWEST = 8;
/** Longer quotes, in UTF-16 code units, are found as they are or in another form only. */
const LONGEST = 4000;
/** The longest run of letters that may differ where no neighbours are known. */
const LONGEST_SLIP = 6;

const tidy = (context: string | undefined): string => formOf(context ?? '');
const backwards = (text: string): string => [...text.trimEnd()].reverse().join('');
const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Whether words are long and plain enough to be told from their like without neighbours. */
const isTelling = (words: string): boolean =>
  lettersIn(words) >= 8 &&
  !isIdentity(words) &&
  (/\S\s+\S/.test(words.trim()) || !/[\p{Lu}\p{Ll}]/u.test(words));

/** Whether words are nothing but names, numbers and what joins them, as in a list: any of them may stand for another. */
function isIdentity(words: string): boolean {
  const all = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return all.every(
    word => /\p{N}/u.test(word) || /^\p{Lu}/u.test(word) || (/^\p{Ll}/u.test(word) && word.length <= 3),
  );
}

/** Whether two passages differ only in short slips of letters, and in no digit. */
function isMended(a: string, b: string): boolean {
  if ((a.match(/\p{N}/gu) ?? []).join('') !== (b.match(/\p{N}/gu) ?? []).join('')) return false;
  const [x, y] = [[...a], [...b]];
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    if (x[i] === y[j]) {
      i++;
      j++;
      continue;
    }
    const slip = slipOf(x, y, i, j);
    if (!slip) return false;
    [i, j] = slip;
  }
  return true;
}

/** Where two passages meet again, for three letters or to the end, after a slip that begins at `i` and `j`. */
function slipOf(
  x: readonly string[],
  y: readonly string[],
  i: number,
  j: number,
): [number, number] | undefined {
  for (let sum = 1; sum <= 2 * LONGEST_SLIP; sum++)
    for (let p = Math.max(0, sum - LONGEST_SLIP); p <= Math.min(sum, LONGEST_SLIP); p++) {
      const [to, other] = [i + p, j + sum - p];
      if (to > x.length || other > y.length) continue;
      const left = Math.min(x.length - to, y.length - other);
      const isEnd = to === x.length && other === y.length;
      const goesOn = left > 0 && [0, 1, 2].every(k => x[to + k] === y[other + k]);
      if (isEnd || goesOn) return [to, other];
    }
  return undefined;
}

function unspaced(text: string, { start, end }: Span): Span {
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return { start, end };
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
