import { editDistance } from '../approximate.ts';
import { FormedText, formOf, spellingOf } from '../form.ts';
import { snapOutward } from '../graphemes.ts';
import type { Span } from '../text-like.ts';
import type { FoundQuote, LostQuote, SoughtQuote } from './found-quote.ts';
import { nearly } from './nearly.ts';
import { Neighbours } from './neighbours.ts';
import { Passages } from './passages.ts';
import { isIdentity, isTelling, lettersIn } from './slips.ts';

/** Places of the same words that are told apart; with more, none is. */
const MOST = 1000;
/** Places at most whose neighbours are compared letter by letter: those that agree best next to the words. */
const COMPARED = 40;
/** Most places that are offered where the right one cannot be told. */
const OFFERED = 20;
/** By how much one place must be more like than the next. */
const CLEARLY = 0.15;
const HALF = 0.5;
/** Letters that neighbours must have to say what stands between them. */
const NARROWEST = 8;
/** Longer quotes, in UTF-16 code units, are found as they are or in another form only. */
const LONGEST = 4000;
/** A quote must be this long to be known with a part cut out. */
const LONG_ENOUGH = 32;

/** Finds quotes in one text. What it learns of the text serves all of them. */
export class QuoteFinder {
  readonly #text: string;
  readonly #passages: Passages;
  #formed: { readonly text: FormedText; readonly passages: Passages } | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#passages = new Passages(text);
  }

  /**
   * Finds the one place where a quote stands. Its words with all of their neighbours come first, then its words, then
   * its words in another form, then what stands between its neighbours or is otherwise like it. Names, dates and numbers
   * are found by their own letters or not at all.
   * @param hint where it is said to begin, in UTF-16 code units; it tells equal places apart if one begins right there
   */
  find(quote: SoughtQuote, hint?: number): FoundQuote | LostQuote {
    if (quote.exact.trim() === '' || this.#text === '') return lost('nowhere');
    const { exact, prefix = '', suffix = '' } = quote;
    const neighbours = new Neighbours(this.#text, prefix, suffix);
    if (!neighbours.areUnknown) {
      const whole = this.#passages.places(prefix + exact + suffix, 2);
      if (whole.length === 1)
        return {
          found: true,
          start: whole[0]! + prefix.length,
          end: whole[0]! + prefix.length + exact.length,
          how: 'exact',
          isAmongSame: true,
        };
    }
    const places = this.#passages.places(exact, MOST).map(start => ({ start, end: start + exact.length }));
    if (places.length > 0) return this.#chosen(places, quote, neighbours, hint, 'exact');
    const form = formOf(exact);
    if (form.trim() === '') return lost('nowhere');
    const formed = this.#inForm(form, exact);
    if (formed.length > 0) return this.#chosen(formed, quote, neighbours, hint, 'form');
    const edited = this.#edited(quote, form, neighbours, hint);
    return Array.isArray(edited)
      ? lost(edited.length > 0 ? 'several' : 'nowhere', edited)
      : { ...edited, found: true, how: 'edited', isAmongSame: neighbours.agreement(edited).whole };
  }

  get #form(): { readonly text: FormedText; readonly passages: Passages } {
    if (!this.#formed) {
      const text = new FormedText(this.#text);
      this.#formed = { text, passages: new Passages(text.text) };
    }
    return this.#formed;
  }

  /** Where words stand in another form; where they keep their letter case if they do so anywhere. */
  #inForm(form: string, exact: string): Span[] {
    const { text, passages } = this.#form;
    for (const words of new Set([form, form.trim()])) {
      const places = passages
        .places(words, MOST)
        .filter(at => text.isEdge(at) && text.isEdge(at + words.length))
        .map(at => this.#original(at, at + words.length));
      if (places.length === 0) continue;
      const spelling = spellingOf(exact).trim();
      const spelt = places.filter(
        ({ start, end }) => spellingOf(this.#text.slice(start, end)).trim() === spelling,
      );
      return spelt.length > 0 ? spelt : places;
    }
    return [];
  }

  /** The range of the text that a range of its form stems from, without what is not seen at its ends. */
  #original(start: number, end: number): Span {
    const { text } = this.#form;
    const range = { start: text.originOf(start), end: text.originOf(end) };
    while (range.end > range.start && formOf(this.#text[range.end - 1]!) === '') range.end--;
    return range;
  }

  #chosen(
    places: readonly Span[],
    quote: SoughtQuote,
    neighbours: Neighbours,
    hint: number | undefined,
    how: 'exact' | 'form',
  ): FoundQuote | LostQuote {
    const hinted = places.find(place => place.start === hint);
    const at = (place: Span, isAmongSame: boolean): FoundQuote => ({
      found: true,
      ...place,
      how,
      isAmongSame,
    });
    if (neighbours.areUnknown) {
      const one = places.length === 1 ? places[0]! : hinted;
      return one ? at(one, true) : lost('several', places);
    }
    const judged = places.map(place => ({ place, ...neighbours.agreement(place) }));
    const whole = judged.filter(one => one.whole);
    if (whole.length === 1) return at(whole[0]!.place, true);
    if (places.length === 1) {
      const agrees = hinted || isTelling(quote.exact) || neighbours.mayBeAround(places[0]!);
      return agrees ? at(places[0]!, false) : lost('elsewhere', places);
    }
    const best = (whole.length > 0 ? whole : judged).toSorted((a, b) => b.letters - a.letters);
    const offered = best.map(({ place }) => place);
    if (whole.length > 0 || places.length >= MOST) {
      const meant = offered.find(place => place === hinted);
      return meant ? at(meant, whole.length > 0) : lost('several', offered);
    }
    const ranked = offered
      .slice(0, COMPARED)
      .map(place => ({ place, like: neighbours.likeness(place) }))
      .sort((a, b) => b.like - a.like);
    const [first, next] = ranked;
    if (first!.like < HALF) return lost('several', offered);
    const isClear = first!.like - next!.like >= CLEARLY || (first!.like === 1 && next!.like < 1);
    const equal = ranked.filter(({ like }) => like === first!.like);
    const meant = isClear ? first : equal.find(({ place }) => place === hinted);
    return meant ? at(meant.place, false) : lost('several', offered);
  }

  /** @returns the one place of other words, or places among which nothing tells */
  #edited(quote: SoughtQuote, form: string, neighbours: Neighbours, hint: number | undefined): Span | Span[] {
    if (form.length > LONGEST) return [];
    const framed = this.#framed(quote, form, neighbours) ?? this.#cut(quote, form);
    if (framed || !neighbours.areUnknown) return framed ?? [];
    return this.#nearly(quote, form.trim(), hint);
  }

  /** What stands between the quote's neighbours, if both stand once as near each other as they did. */
  #framed(quote: SoughtQuote, form: string, { prefix, suffix }: Neighbours): Span | undefined {
    if (lettersIn(prefix) < NARROWEST || lettersIn(suffix) < NARROWEST || isIdentity(quote.exact))
      return undefined;
    const { text, passages } = this.#form;
    const found = passages.between(prefix, suffix, 2 * form.length + 40, MOST);
    if (!found) return undefined;
    const place = unspaced(text.text, found);
    const there = text.text.slice(place.start, place.end);
    const most = Math.max(there.length, form.length);
    if (there.length > LONGEST || 1 - editDistance(there, form.trim()) / most < HALF) return undefined;
    return snapOutward(this.#text, this.#original(place.start, place.end));
  }

  /** What a quote has become of which one part within was cut out, less than half of it, if it stands once. */
  #cut(quote: SoughtQuote, form: string): Span | undefined {
    if (form.length < LONG_ENOUGH || !isTelling(quote.exact)) return undefined;
    const { text, passages } = this.#form;
    const half = Math.ceil(form.length / 2);
    const tail = passages.places(form.slice(-half), 2);
    const head = passages.places(form.slice(0, half), 2);
    const found: Span[] = [];
    if (tail.length === 1) {
      let from = tail[0]!;
      let left = form.length - half;
      while (left > 0 && from > 0 && text.text[from - 1] === form[left - 1]) {
        from--;
        left--;
      }
      const kept = longestEnd(text.text.slice(Math.max(0, from - left), from), form.slice(0, left));
      if (lettersIn(form.slice(0, kept)) >= 4) found.push({ start: from - kept, end: tail[0]! + half });
    }
    if (head.length === 1) {
      let to = head[0]! + half;
      let at = half;
      while (at < form.length && text.text[to] === form[at]) {
        to++;
        at++;
      }
      const rest = form.slice(at);
      const kept = longestEnd(backwards(text.text.slice(to, to + rest.length)), backwards(rest));
      if (lettersIn(rest.slice(rest.length - kept)) >= 4) found.push({ start: head[0]!, end: to + kept });
    }
    const [one] = found;
    if (!one || found.length > 1 || !text.isEdge(one.start) || !text.isEdge(one.end)) return undefined;
    return snapOutward(this.#text, this.#original(one.start, one.end));
  }

  /** What differs from a quote without neighbours in a few letters, none of them far apart, none of a name or number. */
  #nearly({ exact }: SoughtQuote, form: string, hint: number | undefined): Span | Span[] {
    if ([...form].length < 4 || isIdentity(exact)) return [];
    const found = nearly(this.#form.passages, form);
    const fewest = Math.min(...found.map(place => place.errors));
    const best = found.filter(place => place.errors === fewest);
    const isClear = best.length === 1 && found.every(place => place === best[0] || place.errors > fewest + 1);
    const places = best.map(place => snapOutward(this.#text, this.#original(place.start, place.end)));
    return (isClear ? places[0] : places.find(place => place.start === hint)) ?? places;
  }
}

const lost = (why: LostQuote['why'], candidates: readonly Span[] = []): LostQuote => ({
  found: false,
  why,
  candidates: candidates.slice(0, OFFERED),
});

function unspaced(text: string, { start, end }: Span): Span {
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return { start, end };
}

const backwards = (text: string): string => text.split('').reverse().join('');

/** @returns how many units of what something begins with a text ends with; the most of several */
function longestEnd(text: string, beginning: string): number {
  for (let length = Math.min(text.length, beginning.length); length > 0; length--)
    if (text.endsWith(beginning.slice(0, length))) return length;
  return 0;
}
