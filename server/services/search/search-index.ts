import { type Passage, passagesOf } from '../../../shared/search/passages.ts';
import { placesOfPhrases, type Query, readQuery } from '../../../shared/search/query.ts';
import { merged, wordsOf } from '../../../shared/search/words.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import { type Candidates, type Entry, type Found, sayEntry, type Wanted, WordIndex } from './word-index.ts';

/** Kinds of things that are found by their words. */
export const FINDABLE = ['document', 'passage', 'claim', 'entity', 'conflict', 'source'] as const;
export type Findable = (typeof FINDABLE)[number];
export type Listed = Exclude<Findable, 'passage'>;

/** @returns whether objects of a kind are found by their words; what was refused is not. */
export const isListed = (kind: string): kind is Listed =>
  kind !== 'passage' && (FINDABLE as readonly string[]).includes(kind);

/** A passage that was found, with its words and where those are that were sought; UTF-16 code units of the revision. */
export interface FoundPassage {
  readonly documentId: string;
  readonly revision: string;
  readonly start: number;
  readonly text: string;
  readonly matches: readonly Span[];
}

/** What was found of one kind: the best, and whether there are more. */
export type FoundKind =
  | { readonly kind: Listed; readonly hits: readonly Found[]; readonly more: boolean }
  | { readonly kind: 'passage'; readonly hits: readonly FoundPassage[]; readonly more: boolean };

interface Text {
  readonly revision: string;
  readonly text: string;
  readonly passages: readonly Passage[];
  /** How many of the passages are in the index; they come in one after the other. */
  known: number;
}

/** So many of what has some of the words are looked at for the others. */
const MOST_CHECKED = 5000;
/** Passages that are taken in between two looks at the clock. */
const STEP = 16;

/** Everything on the desk by its words: texts by passages, and objects as entries. Knows nothing of where it comes from. */
export class SearchIndex {
  readonly #lists = new Map<Listed, List>(
    FINDABLE.filter(kind => kind !== 'passage').map(kind => [kind, new List()]),
  );
  readonly #passages = new WordIndex(id => {
    const known = this.#passageOf(id);
    return known && { id, main: known.words, more: '' };
  });
  readonly #texts = new Map<string, Text>();

  put(kind: Listed, entry: Entry): void {
    this.#lists.get(kind)!.put(entry);
  }

  drop(kind: Listed, id: string): void {
    this.#lists.get(kind)!.drop(id);
  }

  /** Takes in the text of a document in place of the one before; step by step, so that whoever drives it can pause. */
  *putText(documentId: string, revision: string, text: string): Generator<void> {
    yield* this.dropText(documentId);
    const held: Text = { revision, text, passages: passagesOf(text), known: 0 };
    this.#texts.set(documentId, held);
    while (held.known < held.passages.length && this.#texts.get(documentId) === held) {
      const { start, reach } = held.passages[held.known]!;
      this.#passages.put({ id: `${documentId}:${held.known}`, main: text.slice(start, reach), more: '' });
      held.known++;
      if (held.known % STEP === 0) yield;
    }
  }

  *dropText(documentId: string): Generator<void> {
    const held = this.#texts.get(documentId);
    while (held && held.known > 0 && this.#texts.get(documentId) === held) {
      this.#passages.drop(`${documentId}:${held.known - 1}`);
      held.known--;
      if (held.known % (STEP * 8) === 0) yield;
    }
    if (this.#texts.get(documentId) === held) this.#texts.delete(documentId);
  }

  /**
   * @param typed words, and phrases in quotation marks
   * @param kinds those that are sought
   * @param limit most hits of each kind
   */
  find(typed: string, kinds: readonly Findable[], limit: number): FoundKind[] {
    const query = readQuery(typed);
    return kinds.map(kind => {
      if (kind === 'passage') {
        const candidates = this.#passages.find(query);
        return { kind, ...sift(candidates, limit, hit => this.#found(hit, candidates.rest, query)) };
      }
      return { kind, ...this.#lists.get(kind)!.find(query, limit) };
    });
  }

  #passageOf(id: string) {
    const divider = id.lastIndexOf(':');
    const documentId = id.slice(0, divider);
    const held = this.#texts.get(documentId);
    const passage = held?.passages[Number(id.slice(divider + 1))];
    if (!held || !passage) return undefined;
    const words = held.text.slice(passage.start, passage.reach);
    return { documentId, revision: held.revision, passage, words };
  }

  #found({ id, terms }: Found, rest: readonly Wanted[], query: Query): FoundPassage | undefined {
    const known = this.#passageOf(id);
    if (!known) return undefined;
    const { words: text, passage, documentId, revision } = known;
    const matches = placesIn(text, terms, rest, query);
    // What begins after the end is the next passage's.
    if (matches?.[0] === undefined || matches[0].start >= passage.end - passage.start) return undefined;
    const { start } = passage;
    return {
      documentId,
      revision,
      start,
      text,
      matches: matches.map(match => ({ start: match.start + start, end: match.end + start })),
    };
  }
}

/** Entries of one kind. */
class List {
  readonly #entries = new Map<string, Entry>();
  readonly #words = new WordIndex(id => this.#entries.get(id));

  put(entry: Entry): void {
    this.#words.put(entry);
    this.#entries.set(entry.id, entry);
  }

  drop(id: string): void {
    this.#words.drop(id);
    this.#entries.delete(id);
  }

  find(query: Query, limit: number): { hits: Found[]; more: boolean } {
    const candidates = this.#words.find(query);
    const isSure = candidates.rest.length === 0 && query.phrases.length === 0;
    const fits = ({ id, terms }: Found) => {
      const entry = isSure ? undefined : this.#entries.get(id);
      return isSure || (entry && placesIn(sayEntry(entry), terms, candidates.rest, query)) !== undefined;
    };
    return sift(candidates, limit, hit => (fits(hit) ? hit : undefined));
  }
}

/** Goes through what may fit, best first, until there is enough of what does. */
function sift<T>({ found }: Candidates, limit: number, take: (hit: Found) => T | undefined) {
  const hits: T[] = [];
  for (const hit of found.slice(0, MOST_CHECKED)) {
    const taken = take(hit);
    if (taken === undefined) continue;
    if (hits.length === limit) return { hits, more: true };
    hits.push(taken);
  }
  return { hits, more: false };
}

/** @returns where a text has what is sought, joined and ascending; undefined where it lacks a phrase or one of the rest. */
function placesIn(
  text: string,
  terms: readonly string[],
  rest: readonly Wanted[],
  query: Query,
): Span[] | undefined {
  const phrases = placesOfPhrases(text, query.phrases);
  if (!phrases) return undefined;
  if (query.words.length === 0) return merged(phrases);
  const all = wordsOf(text);
  const places: Span[] = [...phrases];
  for (const { word, prefix } of rest) {
    const fits = all.filter(({ folded }) => folded === word || (prefix && folded.startsWith(word)));
    if (fits.length === 0) return undefined;
    places.push(...fits);
  }
  const known = new Set(terms);
  places.push(...all.filter(({ folded }) => known.has(folded)));
  return merged(places);
}
