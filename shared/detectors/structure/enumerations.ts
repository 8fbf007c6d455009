import type { Span } from '../../text/text-like.ts';
import type { Name } from '../names/name.ts';
import { isNoun } from '../names/parse-organization.ts';
import type { Word } from '../names/words.ts';
import { enumerationCues, lastJoins, openEnds } from '../words/cue-words.ts';
import { articles, openers } from '../words/opener-words.ts';
import { looseJoins, nameJoins, organizationLabels } from '../words/organization-words.ts';
import { placeWords } from '../words/place-words.ts';
import { roleModifiers, roleNouns } from '../words/role-words.ts';
import { speechVerbs } from '../words/speech-words.ts';
import { wordSet } from '../words/words.ts';
import { roleOf } from './cues.ts';
import type { ListBlock, ListItem, ListOf, ListRole } from './list-block.ts';
import type { View } from './view.ts';

/** A sentence is looked back at over so many words. */
const SENTENCE = 40;
/** What somebody is, before the name, is told in so many words: "former President of Bolivia". */
const ROLE_WORDS = 10;
const MOST_ITEMS = 2_000;
/** Cues that also stand where nothing is enumerated: more must speak for a list behind them. */
const weakCues = wordSet(
  'like are were as following como son fueron são foram comme sont étaient sono erano come wie waren sind sowie как як jak kao као oraz čine чине nonché poput попут darunter dont',
);
/** So many words complete a name. */
const MOST_MORE = 8;
const fromWords = wordSet('of from de del da do du des della di dei von der aus из с со з із z ze iz из');

/** Phrases by their last word, so that a cue is found from what stands behind it. */
const cuesByEnd = new Map<string, (readonly string[])[]>();
for (const phrase of enumerationCues) {
  const end = phrase.at(-1)!;
  cuesByEnd.set(end, [...(cuesByEnd.get(end) ?? []), phrase]);
}
const openByStart = new Map<string, (readonly string[])[]>();
for (const phrase of openEnds) openByStart.set(phrase[0]!, [...(openByStart.get(phrase[0]!) ?? []), phrase]);

/** An entry while it is read: indexes of words, offsets of the view. */
interface Entry extends Span {
  readonly last: number;
  readonly kind: Name['kind'];
  readonly about?: Span;
  /** Without the brackets that belong to it where it is no person's name. */
  readonly bare?: Entry;
}

/** Finds what sentences enumerate: names apart by commas or semicolons, the last joined by "and". */
export function enumerations(
  view: View,
  words: readonly Word[],
  names: readonly Name[],
  keepArticles: boolean,
  smallParts: boolean,
): ListBlock[] {
  return new Enumerations(view, words, names, keepArticles, smallParts).find();
}

class Enumerations {
  readonly #view: View;
  readonly #words: readonly Word[];
  readonly #names: readonly Name[];
  readonly #byFirst: ReadonlyMap<number, Name>;
  readonly #keepArticles: boolean;
  readonly #smallParts: boolean;

  constructor(
    view: View,
    words: readonly Word[],
    names: readonly Name[],
    keepArticles: boolean,
    smallParts: boolean,
  ) {
    this.#smallParts = smallParts;
    this.#view = view;
    this.#words = words;
    this.#names = names;
    this.#byFirst = new Map(names.map(name => [name.first, name]));
    this.#keepArticles = keepArticles;
  }

  find(): ListBlock[] {
    const found: ListBlock[] = [];
    let done = -1;
    for (const first of this.#beginnings()) {
      if (first <= done) continue;
      const from = this.#beforeArticles(first);
      const cue = this.#cueBefore(from);
      const label = this.#labelBefore(from);
      const start = label ?? from;
      const read = this.#read(start);
      if (!read || read.entries.length < 2) continue;
      const block = this.#block(
        read,
        start,
        label === undefined ? cue : this.#cueBefore(this.#beforeArticles(label)),
      );
      if (block) found.push(block);
      // What is no list from here on is none from further in either.
      done = read.entries.at(-1)!.last;
    }
    return found;
  }

  /** Where an enumeration may begin: at names, and at nouns of bodies that have a capital. */
  *#beginnings(): Iterable<number> {
    let next = 0;
    for (const [i, word] of this.#words.entries()) {
      if (this.#names[next]?.first === i) {
        yield i;
        next++;
      } else if (word.isCapital && isNoun(word)) yield i;
    }
  }

  #beforeArticles(first: number): number {
    let at = first;
    while (at > 0 && this.#words[at]!.gap === 'joined' && isArticle(this.#words[at - 1])) at--;
    return at;
  }

  /** "the faction “X”": the word before a quoted name, where it says what bears the name. */
  #labelBefore(first: number): number | undefined {
    const word = this.#words[first - 1];
    const quoted = this.#words[first];
    if (!word || !quoted || quoted.gap !== 'sign' || word.isCapital || !organizationLabels.has(word.key))
      return undefined;
    if (!/^ ["“„«‘]$/u.test(this.#view.text.slice(word.end, quoted.start))) return undefined;
    return this.#beforeArticles(first - 1);
  }

  /** The cue that ends right before a word: whether it is a weak one. */
  #cueBefore(first: number): 'strong' | 'weak' | undefined {
    const last = this.#words[first - 1];
    const word = this.#words[first];
    if (!last || !word) return undefined;
    const between = this.#view.text.slice(last.end, word.start);
    const hasColon = /^\s*:\s*$/u.test(between);
    if (!hasColon && word.gap !== 'joined' && !/^,?\s*["“„«]?$/u.test(between)) return undefined;
    for (const phrase of cuesByEnd.get(last.key) ?? []) {
      const from = first - phrase.length;
      if (from < 0 || !phrase.every((key, i) => this.#words[from + i]!.key === key)) continue;
      return phrase.length === 1 && weakCues.has(phrase[0]!) && !hasColon ? 'weak' : 'strong';
    }
    return hasColon && roleOf(undefined, this.#before(first)) ? 'strong' : undefined;
  }

  /** The sentence up to a word. */
  #before(first: number): string {
    let at = first - 1;
    while (at > 0 && first - at < SENTENCE && this.#words[at]!.gap !== 'break') at--;
    return this.#view.text.slice(this.#words[Math.max(0, at)]?.start ?? 0, this.#words[first]!.start);
  }

  /** Reads entries from a word on, as long as they are names apart by signs. */
  #read(first: number): { entries: Entry[]; isOpen: boolean } | undefined {
    const entries: Entry[] = [];
    let at = first;
    while (entries.length < MOST_ITEMS) {
      if (this.#endsOpen(at)) return { entries, isOpen: true };
      const entry = this.#entry(at);
      if (!entry) break;
      entries.push(entry);
      const behind = entry.about ? entry.about.end + 1 : entry.end;
      const next = this.#nextFrom(entry.last + 1, behind);
      if (this.#words[next]?.gap !== 'break' && this.#endsOpen(next)) return { entries, isOpen: true };
      const to = this.#separated(next, behind);
      if (to === undefined) break;
      at = to;
    }
    return entries.length === 0 ? undefined : { entries, isOpen: false };
  }

  #nextFrom(index: number, offset: number): number {
    let at = index;
    while (at < this.#words.length && this.#words[at]!.start < offset) at++;
    return at;
  }

  /** @returns the word with which the next entry begins; undefined where none follows */
  #separated(next: number, behind: number): number | undefined {
    const word = this.#words[next];
    if (!word) return undefined;
    const between = this.#view.text.slice(behind, word.start);
    const hasSign = /^["”»’']?\s*[,;]\s*["“„«]?$/u.test(between);
    const isJoin = lastJoins.has(word.key) && !word.isCapital;
    if (isJoin && (hasSign || /^["”»]?[ \u00a0]+$/u.test(between))) {
      const after = this.#words[next + 1];
      return after && (after.gap === 'joined' || after.gap === 'sign') ? next + 1 : undefined;
    }
    return hasSign ? next : undefined;
  }

  #endsOpen(at: number): boolean {
    const word = this.#words[at];
    if (!word) return false;
    return (openByStart.get(word.key) ?? []).some(phrase =>
      phrase.every((key, i) => this.#words[at + i]?.key === key),
    );
  }

  #entry(first: number): Entry | undefined {
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
    const last = this.#nextFrom(entry.last + 1, end) - 1;
    return isOtherName
      ? { ...entry, end, last, bare: { ...entry, about: { start: open, end: open + words.length } } }
      : { ...entry, last, about: { start: open, end: open + words.length } };
  }

  #block(
    { entries, isOpen }: { entries: readonly Entry[]; isOpen: boolean },
    first: number,
    cue: 'strong' | 'weak' | undefined,
  ): ListBlock | undefined {
    const before = this.#before(first);
    const role = cue === undefined ? undefined : roleOf(undefined, before.replace(/[\s:]+$/u, ''));
    const of = this.#kindOf(entries, cue, role, isOpen);
    if (of === undefined) return undefined;
    const { text } = this.#view;
    const shown = of === 'people' ? entries.map(entry => entry.bare ?? entry) : entries;
    const items = shown.map(
      ({ start, end, about }, i): ListItem => ({
        ...this.#view.raw({ start, end }),
        whole: this.#view.raw({ start, end: about ? about.end + 1 : end }),
        name: text.slice(start, end),
        number: i + 1,
        ...(about ? { about: text.slice(about.start, about.end), aboutSpan: this.#view.raw(about) } : {}),
        ...this.#targetOf(start, end),
      }),
    );
    const trimmed = before.trim();
    const cueEnd = this.#words[first]!.start - (before.length - before.trimEnd().length);
    const label =
      trimmed === ''
        ? undefined
        : {
            ...this.#view.raw({ start: cueEnd - trimmed.length, end: cueEnd }),
            words: trimmed.replace(/[:\s]+$/u, ''),
          };
    return {
      kind: 'enumeration',
      of,
      start: items[0]!.start,
      end: items.at(-1)!.whole.end,
      ...(label ? { cue: label } : {}),
      ...(role === undefined ? {} : { role }),
      isOpen,
      items,
    };
  }

  #targetOf(start: number, end: number): { target?: string } {
    const link = this.#view
      .marksIn({ start, end })
      .find(mark => mark.kind === 'link' && mark.start === start && mark.end === end);
    return link?.kind === 'link' && link.target !== this.#view.text.slice(start, end)
      ? { target: link.target }
      : {};
  }

  /** What the entries are; nothing where it is no list. */
  #kindOf(
    entries: readonly Entry[],
    cue: 'strong' | 'weak' | undefined,
    role: ListRole | undefined,
    isOpen: boolean,
  ): ListOf | undefined {
    const share = (test: (entry: Entry) => boolean) => entries.filter(test).length / entries.length;
    const people = share(({ kind }) => kind === 'person' || kind === 'shaped');
    const known = share(({ kind }) => kind === 'person');
    const bodies = share(({ kind }) => kind === 'organization');
    const places = share(entry => this.#isPlace(entry));
    if (people >= 0.7 && (role === 'speaker' || role === 'signatory')) return 'people';
    const isEnough = cue === 'strong' ? bodies >= 0.5 || entries.length >= 3 : entries.length >= 3;
    if (!isEnough) return undefined;
    if (people >= 0.7 && bodies === 0 && (known >= 0.5 || (known >= 0.3 && cue === 'strong')))
      return 'people';
    if (bodies >= (cue === 'strong' ? 0.5 : 0.6) || (cue === 'weak' && places >= 0.7)) return 'things';
    if (
      cue === 'strong' &&
      (places >= 0.3 || (role === 'member' && known < 0.3) || (isOpen && bodies >= 0.3))
    )
      return 'things';
    return undefined;
  }

  #isPlace({ start, last }: Entry): boolean {
    for (let i = last; i >= 0 && this.#words[i]!.start >= start; i--)
      if (placeWords.has(this.#words[i]!.key)) return true;
    return false;
  }
}

/** Articles, and prepositions that are repeated before every entry: "del X, della Y". */
const isLead = (word: Word | undefined): boolean =>
  word !== undefined && !word.isCapital && (articles.has(word.key) || repeated.has(word.key));
const repeated = wordSet(
  'del della dell dello dei degli delle do da dos das du de des d von vom der of from',
);

const isArticle = (word: Word | undefined): boolean =>
  word !== undefined && articles.has(word.key) && !word.isCapital;
