import MiniSearch, { type Query as Combination } from 'minisearch';
import { type Query, wordsIn } from '../../../shared/search/query.ts';
import { foldedWords, isUnspaced } from '../../../shared/search/words.ts';

/** Something that is found by its words: `main` is what it is called, `more` what else it says. */
export interface Entry {
  readonly id: string;
  readonly main: string;
  readonly more: string;
  /** What it shares with so many others that it tells them apart only beside other words: its type. */
  readonly aside?: string;
}

/** @returns everything that an entry says */
export const sayEntry = ({ main, more, aside }: Entry): string =>
  [main, more, aside].filter(words => words !== undefined && words !== '').join('\n');

/** What was found, and the words of the index that it was found by. */
export interface Found {
  readonly id: string;
  readonly terms: readonly string[];
}

/** A word that is sought; one that is still being written stands for every word that it begins. */
export interface Wanted {
  readonly word: string;
  readonly prefix: boolean;
}

/** What may fit, best first, and the words that each still has to be looked through for. */
export interface Candidates {
  readonly found: readonly Found[];
  readonly rest: readonly Wanted[];
}

/** Above so many entries a word is completed only from its third letter on: shorter ones would begin half of all words. */
const MANY = 20_000;
/** Fewer than so many make it worth looking for words that are spelt almost so. */
const FEW = 3;
/** Words that stand in more entries are looked for in what the others find: going through them all would take too long. */
const COMMON = 1000;

/** Words and what they stand in, of one kind of things; a thing is found by the beginnings of its words, or almost. */
export class WordIndex {
  readonly #mini = new MiniSearch<Entry>({
    fields: ['main', 'more'],
    tokenize: foldedWords,
    processTerm: term => term,
    searchOptions: { boost: { main: 2 } },
    // Entries are taken out word by word; what is only discarded would have to be swept out later, while others come in.
    autoVacuum: false,
  });
  /** In how many entries each word stands. */
  readonly #counts = new Map<string, number>();
  /** Words that have ever stood aside. */
  readonly #asides = new Set<string>();
  readonly #known: (id: string) => Entry | undefined;

  /** @param known gives an entry as it was put in */
  constructor(known: (id: string) => Entry | undefined) {
    this.#known = known;
  }

  put(entry: Entry): void {
    this.drop(entry.id);
    this.#mini.add(entry);
    this.#count(sayEntry(entry), 1);
    for (const word of foldedWords(entry.aside ?? '')) this.#asides.add(word);
  }

  /** Takes an entry out, while it is still known as it was put in. */
  drop(id: string): void {
    const entry = this.#mini.has(id) ? this.#known(id) : undefined;
    if (!entry) return;
    this.#mini.remove(entry);
    this.#count(sayEntry(entry), -1);
  }

  /** @returns what has the rarer of the words that are sought; what is spelt almost so where there is little else. */
  find(query: Query): Candidates {
    const { sought, rest } = this.#divide(query);
    const found = this.#search(sought, false);
    if (found.length >= FEW || !query.words.some(canBeMisspelt)) return { found, rest };
    const known = new Set(found.map(({ id }) => id));
    const almost = this.#search(sought, true).filter(({ id }) => !known.has(id));
    return { found: [...found, ...almost], rest };
  }

  #count(words: string, by: 1 | -1): void {
    for (const word of new Set(foldedWords(words))) {
      const count = (this.#counts.get(word) ?? 0) + by;
      if (count > 0) this.#counts.set(word, count);
      else this.#counts.delete(word);
    }
  }

  /** Divides words into those to be asked of the index and common ones; what stands in phrases is looked for there anyway. */
  #divide(query: Query): { sought: Wanted[]; rest: Wanted[] } {
    const shortest = this.#mini.documentCount > MANY ? 3 : 1;
    const isLast = (i: number, all: readonly unknown[]) => i === all.length - 1;
    const loose = query.words.map((word, i, all) => ({
      word,
      prefix: word.length >= (isLast(i, all) ? shortest : 3),
    }));
    const fixed = query.phrases.flatMap(({ text, isOpen }) =>
      wordsIn(text).map((word, i, all) => ({
        word,
        prefix: isOpen && isLast(i, all) && word.length >= shortest,
      })),
    );
    const every = [...loose, ...fixed];
    const count = ({ word }: Wanted) => this.#counts.get(word) ?? 0;
    const cost = (wanted: Wanted) => (this.#asides.has(wanted.word) ? Number.MAX_VALUE : count(wanted));
    const rarest = every.reduce<Wanted | undefined>(
      (best, wanted) => (!best || cost(wanted) < cost(best) ? wanted : best),
      undefined,
    );
    const isSought = (wanted: Wanted) => wanted === rarest || cost(wanted) <= COMMON;
    return { sought: every.filter(isSought), rest: loose.filter(wanted => !isSought(wanted)) };
  }

  #search(sought: readonly Wanted[], almost: boolean): Found[] {
    if (sought.length === 0) return [];
    return this.#mini
      .search({ combineWith: 'AND', queries: sought.map(wanted => oneWord(wanted, almost)) })
      .map(({ id, terms }) => ({ id: id as string, terms }));
  }
}

/** A word in a script without spaces is also found where the text was divided otherwise, by its characters. */
function oneWord({ word, prefix }: Wanted, almost: boolean): Combination {
  const fuzzy = almost && canBeMisspelt(word) ? (word.length > 7 ? 2 : 1) : false;
  const whole: Combination = { queries: [word], prefix, fuzzy };
  const characters = isUnspaced(word) ? [...word] : [];
  if (characters.length < 2) return whole;
  return {
    combineWith: 'OR',
    queries: [whole, { combineWith: 'AND', queries: characters, prefix: false, fuzzy: false }],
  };
}

/** Short words and numbers are meant as they stand. */
const canBeMisspelt = (word: string): boolean =>
  word.length >= 4 && !/\p{N}/u.test(word) && !isUnspaced(word);
