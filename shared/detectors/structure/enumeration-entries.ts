import type { Span } from '../../text/text-like.ts';
import type { Name } from '../names/name.ts';
import { isNoun } from '../names/organization-noun.ts';
import type { Word } from '../names/words.ts';
import { lastJoins } from '../words/cue-words.ts';
import { articles, openers } from '../words/opener-words.ts';
import { looseJoins, nameJoins, organizationLabels } from '../words/organization-words.ts';
import { roleModifiers, roleNouns } from '../words/role-words.ts';
import { speechVerbs } from '../words/speech-words.ts';
import { wordSet } from '../words/words.ts';
import type { View } from './view.ts';

/** What somebody is, before the name, is told in so many words: "former President of Bolivia". */
const ROLE_WORDS = 10;
/** So many words complete a name. */
const MOST_MORE = 8;
const fromWords = wordSet('of from de del da do du des della di dei von der aus из с со з із z ze iz из');

/** An entry while it is read: indexes of words, offsets of the view. */
export interface Entry extends Span {
  readonly last: number;
  readonly kind: Name['kind'];
  readonly about?: Span;
  /** Without the brackets that belong to it where it is no person's name. */
  readonly bare?: Entry;
}

/** What entries are read from. */
export interface EntrySource {
  readonly view: View;
  readonly words: readonly Word[];
  readonly names: readonly Name[];
  /** Whether an article before a name belongs to the entry. */
  readonly keepArticles: boolean;
  /** Whether the language writes the parts of a body's name small. */
  readonly smallParts: boolean;
}

/** Reads single entries of enumerations: a name with what completes it and the brackets behind it. */
export class EntryReader {
  readonly #view: View;
  readonly #words: readonly Word[];
  readonly #byFirst: ReadonlyMap<number, Name>;
  readonly #keepArticles: boolean;
  readonly #smallParts: boolean;

  constructor({ view, words, names, keepArticles, smallParts }: EntrySource) {
    this.#view = view;
    this.#words = words;
    this.#byFirst = new Map(names.map(name => [name.first, name]));
    this.#keepArticles = keepArticles;
    this.#smallParts = smallParts;
  }

  /** @returns the entry that begins at a word; undefined where no name does */
  at(first: number): Entry | undefined {
    let at = first;
    while (
      isLead(this.#words[at]) &&
      !this.#byFirst.has(at) &&
      this.#words[at + 1] &&
      this.#words[at + 1]!.gap !== 'break'
    )
      at++;
    const from = this.#keepArticles && isArticle(this.#words[first]) ? first : at;
    const name = this.#byFirst.get(at) ?? this.#quoted(at) ?? this.#nounAt(at) ?? this.#behindRole(at);
    if (!name) return undefined;
    const isHere = name.first === at;
    const entry = this.#extended(name);
    const start = isHere && from < at && name.kind !== 'person' ? this.#words[from]!.start : entry.start;
    return this.#withBracket({ ...entry, start });
  }

  /** A noun of a body with a capital, alone: what completes it is written small. */
  #nounAt(at: number): Name | undefined {
    const word = this.#words[at];
    if (!word?.isCapital || !isNoun(word)) return undefined;
    return { first: at, last: at, start: word.start, end: word.end, kind: 'organization', noun: at };
  }

  /** "faction “X”" as one name. */
  #quoted(at: number): Name | undefined {
    const word = this.#words[at];
    const name = this.#byFirst.get(at + 1);
    if (!word || !name || !organizationLabels.has(word.key)) return undefined;
    const { text } = this.#view;
    if (
      !/^ ["“„«‘]$/u.test(text.slice(word.end, name.start)) ||
      !/^["”“»’]/u.test(text.slice(name.end, name.end + 1))
    )
      return undefined;
    return { ...name, first: at, start: word.start, end: name.end + 1, kind: 'organization' };
  }

  /** "former President of Bolivia Evo Morales": the last name before the next sign. */
  #behindRole(at: number): Name | undefined {
    const word = this.#words[at];
    if (!word || !(roleNouns.has(word.key) || roleModifiers.has(word.key))) return undefined;
    let found: Name | undefined;
    for (let i = at; i < this.#words.length && i < at + ROLE_WORDS; i++) {
      if (i > at && this.#words[i]!.gap !== 'joined') break;
      const name = this.#byFirst.get(i);
      if (name && (name.kind === 'person' || name.kind === 'shaped')) found = name;
    }
    return found;
  }

  /**
   * Goes over what completes a name up to the next sign or "and": "Federation of Youth from St. Petersburg", "Friends of
   * the Estuary", "Союза композиторов России". Small words that are neither joins nor genitives are none of a name.
   */
  #extended({ first, last, start, end, kind: own, label, noun }: Name): Entry {
    const kind = own === 'proper' && noun === undefined && isNoun(this.#words[first]!) ? 'organization' : own;
    const here = { last, start, end, kind };
    if (kind === 'person' || label !== undefined || this.#words[last]!.hasOwner) return here;
    const isBody = kind === 'organization' || isNoun(this.#words[first]!) || isNoun(this.#words[last]!);
    let at = last;
    for (let i = last + 1; i <= last + MOST_MORE; i++) {
      const word = this.#words[i];
      if (word?.gap !== 'joined' || lastJoins.has(word.key)) {
        const isOver =
          !word ||
          word.gap === 'break' ||
          word.gap === 'comma' ||
          lastJoins.has(word.key) ||
          /^\s*[;.()]/u.test(this.#view.text.slice(this.#words[i - 1]!.end, word.start));
        if (!isOver || at !== i - 1) return here;
        break;
      }
      const joins =
        nameJoins.has(word.key) ||
        looseJoins.has(word.key) ||
        fromWords.has(word.key) ||
        articles.has(word.key);
      if (speechVerbs.has(word.key) || (openers.has(word.key) && !joins && !word.isCapital)) return here;
      if (word.isCapital) {
        if (roleNouns.has(word.key) && !isBody) return here;
        at = i;
      } else if (!joins) {
        if (!isBody || !this.#isRomanceOrSlavic(word)) return here;
        at = i;
      }
    }
    return at === last ? here : { last: at, start, end: this.#words[at]!.end, kind };
  }

  /** Words of languages that write the parts of a body's name small. */
  #isRomanceOrSlavic(word: Word): boolean {
    return (word.isCyrillic || this.#smallParts) && word.key.length >= 3;
  }

  /** Brackets behind a name: a name in other words belongs to it, what says more does not. */
  #withBracket(entry: Entry): Entry {
    const behind = this.#view.text.slice(entry.end, entry.end + 200);
    const found = /^ ?\(([^()\n]{1,180})\)/u.exec(behind);
    if (!found) return entry;
    const words = found[1]!;
    const open = entry.end + found[0].length - words.length - 1;
    const isOtherName =
      entry.kind !== 'person' &&
      /^\p{Lu}[^,;]{3,60}$/u.test(words) &&
      / /.test(words) &&
      words.split(' ').every(word => /^\p{Lu}/u.test(word));
    const end = entry.end + found[0].length;
    const last = wordFrom(this.#words, entry.last + 1, end) - 1;
    return isOtherName
      ? { ...entry, end, last, bare: { ...entry, about: { start: open, end: open + words.length } } }
      : { ...entry, last, about: { start: open, end: open + words.length } };
  }
}

/** @returns the index of the first word, from one on, that does not begin before an offset */
export function wordFrom(words: readonly Word[], index: number, offset: number): number {
  let at = index;
  while (at < words.length && words[at]!.start < offset) at++;
  return at;
}

/** Articles, and prepositions that are repeated before every entry: "del X, della Y". */
const isLead = (word: Word | undefined): boolean =>
  word !== undefined && !word.isCapital && (articles.has(word.key) || repeated.has(word.key));
const repeated = wordSet(
  'del della dell dello dei degli delle do da dos das du de des d von vom der of from',
);

/** Whether a word is an article, written small. */
export const isArticle = (word: Word | undefined): boolean =>
  word !== undefined && articles.has(word.key) && !word.isCapital;
