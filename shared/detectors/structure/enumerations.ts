import type { Name } from '../names/name.ts';
import { isNoun } from '../names/organization-noun.ts';
import type { Word } from '../names/words.ts';
import { lastJoins, openEnds } from '../words/cue-words.ts';
import { organizationLabels } from '../words/organization-words.ts';
import { roleOf } from './cues.ts';
import { type Cue, EnumerationCues } from './enumeration-cues.ts';
import { type Entry, EntryReader, type EntrySource, isArticle, wordFrom } from './enumeration-entries.ts';
import { entriesAre } from './enumeration-kind.ts';
import type { ListBlock, ListItem } from './list-block.ts';
import type { View } from './view.ts';

/** Of an enumeration, so many entries are read. */
const MOST_ITEMS = 2_000;
/** Phrases by their first word. */
const openByStart = new Map<string, (readonly string[])[]>();
for (const phrase of openEnds) openByStart.set(phrase[0]!, [...(openByStart.get(phrase[0]!) ?? []), phrase]);

/** Finds what sentences enumerate: names apart by commas or semicolons, the last joined by "and". */
export function enumerations(source: EntrySource): ListBlock[] {
  return new Enumerations(source).find();
}

class Enumerations {
  readonly #view: View;
  readonly #words: readonly Word[];
  readonly #names: readonly Name[];
  readonly #cues: EnumerationCues;
  readonly #entries: EntryReader;

  constructor(source: EntrySource) {
    this.#view = source.view;
    this.#words = source.words;
    this.#names = source.names;
    this.#cues = new EnumerationCues(source.view, source.words);
    this.#entries = new EntryReader(source);
  }

  find(): ListBlock[] {
    const found: ListBlock[] = [];
    let done = -1;
    for (const first of this.#beginnings()) {
      if (first <= done) continue;
      const from = this.#beforeArticles(first);
      const cue = this.#cues.before(from);
      const label = this.#labelBefore(from);
      const start = label ?? from;
      const read = this.#read(start);
      if (!read || read.entries.length < 2) continue;
      const block = this.#block(
        read,
        start,
        label === undefined ? cue : this.#cues.before(this.#beforeArticles(label)),
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

  /** Reads entries from a word on, as long as they are names apart by signs. */
  #read(first: number): { entries: Entry[]; isOpen: boolean } | undefined {
    const entries: Entry[] = [];
    let at = first;
    while (entries.length < MOST_ITEMS) {
      if (this.#endsOpen(at)) return { entries, isOpen: true };
      const entry = this.#entries.at(at);
      if (!entry) break;
      entries.push(entry);
      const behind = entry.about ? entry.about.end + 1 : entry.end;
      const next = wordFrom(this.#words, entry.last + 1, behind);
      if (this.#words[next]?.gap !== 'break' && this.#endsOpen(next)) return { entries, isOpen: true };
      const to = this.#separated(next, behind);
      if (to === undefined) break;
      at = to;
    }
    return entries.length === 0 ? undefined : { entries, isOpen: false };
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

  #block(
    { entries, isOpen }: { entries: readonly Entry[]; isOpen: boolean },
    first: number,
    cue: Cue | undefined,
  ): ListBlock | undefined {
    const before = this.#cues.sentenceBefore(first);
    const role = cue === undefined ? undefined : roleOf(undefined, before.replace(/[\s:]+$/u, ''));
    const of = entriesAre(entries, this.#words, cue, role, isOpen);
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
}
