import type { Span } from '../../text/text-like.ts';
import { isKnownPersonName, isPersonShaped } from '../names/person-shape.ts';
import { organizationNouns } from '../words/organization-words.ts';
import { placeWords } from '../words/place-words.ts';
import { keysOf, roleOf } from './cues.ts';
import { type ItemName, isNameLike, nameOfItem } from './item-name.ts';
import type { ListBlock, ListItem, ListLabel, ListOf, ListRole } from './list-block.ts';
import { officeBefore, personRow } from './person-row.ts';
import type { Row } from './rows.ts';
import type { View } from './view.ts';

/** Of the entries of a list of names, so large a share must look like names. */
const NAMES_SHARE = 0.7;
/** A cue is at most so long, and of a longer one its end is kept. */
const LONGEST_CUE = 300;
/** Lines without a bullet that go on with an entry are at most so many. */
const CONTINUED = 3;

/** So many entries tell what those of a list are. */
const TELLING = 200;
/** What is explained in more words than these is a term, not a member. */
const EXPLAINED = 8;
const LONGEST_PAIR = 400;

interface Entry extends Span {
  readonly lead: number;
  readonly group?: ListLabel;
  readonly number?: number;
  readonly depth: number;
}

/** Finds lists of rows with bullets or numbers. */
export function rowLists(view: View, rows: readonly Row[], raw: string): ListBlock[] {
  return new RowLists(view, rows, raw).find();
}

class RowLists {
  readonly #view: View;
  readonly #rows: readonly Row[];
  readonly #raw: string;
  readonly #found: ListBlock[] = [];
  #heading: ListLabel | undefined;
  #cue: ListLabel | undefined;
  /** A cue with a colon, and the level of the heading it stands under: it leads to all that is below that. */
  #leading: { readonly cue: ListLabel; readonly level: number } | undefined;
  #level = 0;
  #topLevel = 0;
  #group: ListLabel | undefined;
  #entries: Entry[] = [];
  #isNumbered = false;
  #continued = 0;

  constructor(view: View, rows: readonly Row[], raw: string) {
    this.#view = view;
    this.#rows = rows;
    this.#raw = raw;
  }

  find(): ListBlock[] {
    for (const [i, row] of this.#rows.entries()) this.#take(row, this.#rows[i + 1]);
    this.#close();
    return this.#found;
  }

  #words({ start, end }: Span): string {
    return this.#view.text.slice(start, end);
  }

  #label({ start, end }: Span): ListLabel {
    const words = this.#words({ start: Math.max(start, end - LONGEST_CUE), end });
    const bare = words.replace(/^[*_\s]+|[:*_\s]+$/gu, '');
    return { ...this.#view.raw({ start, end }), words: bare };
  }

  #take(row: Row, next: Row | undefined): void {
    if (row.bullet) this.#entry(row, row.bullet);
    else if (row.heading !== undefined) {
      if (this.#isPlaceBelow(row, row.heading)) this.#group = this.#label(row);
      else this.#headed(row, row.heading);
    } else if (row.isGroup && next?.bullet && this.#opensGroup(row)) this.#group = this.#label(row);
    else if (!this.#goesOn(row)) {
      this.#close();
      const words = this.#words({ start: row.start, end: Math.min(row.end, row.start + LONGEST_CUE) });
      const isTitle =
        row.isApart && words.length <= 80 && !/[.,;:!?]$/u.test(words) && /^\P{Ll}/u.test(words);
      if (isTitle) this.#headed(row, 6);
      else this.#cue = this.#label(row);
      const leads = !isTitle && this.#view.text[row.end - 1] === ':';
      if (leads) this.#leading = { cue: this.#cue!, level: this.#level };
      else if (!isTitle) this.#leading = undefined;
    }
  }

  #headed(row: Row, level: number): void {
    this.#close();
    if (this.#leading && level <= this.#leading.level) this.#leading = undefined;
    this.#level = level;
    this.#topLevel = level;
    this.#heading = this.#label(row);
    this.#cue = this.#leading?.cue;
    this.#group = undefined;
  }

  /** A heading that only names a place, below another one, heads a group: the list goes on. */
  #isPlaceBelow(row: Row, level: number): boolean {
    const keys = keysOf(this.#words(row));
    return (
      this.#heading !== undefined &&
      level > this.#topLevel &&
      keys.length <= 3 &&
      keys.every(key => placeWords.has(key))
    );
  }

  /** A group is named in few words; before the first entry only where they are set apart or name a place. */
  #opensGroup(row: Row): boolean {
    const words = this.#words(row);
    if (words.split(/\s+/).length > 5) return false;
    if (this.#entries.length > 0 || !/[\p{L}\p{N}]\s*:$/u.test(words)) return true;
    const isBold = this.#view.marksIn(row).some(({ kind }) => kind === 'bold');
    return isBold || keysOf(words).some(key => placeWords.has(key));
  }

  /** Whether a row without a bullet goes on with the entry before it. */
  #goesOn(row: Row): boolean {
    if (this.#entries.length === 0 || row.isApart || this.#view.text[row.end - 1] === ':') return false;
    return ++this.#continued <= CONTINUED;
  }

  #entry(row: Row, { depth, number }: NonNullable<Row['bullet']>): void {
    const isNumbered = number !== undefined;
    const last = this.#entries.at(-1);
    const restarts = isNumbered && last?.number !== undefined && number === 1;
    if (last && (restarts || isNumbered !== this.#isNumbered)) this.#close();
    this.#isNumbered = isNumbered;
    this.#continued = 0;
    this.#entries.push({
      start: row.start,
      end: row.end,
      lead: row.lead,
      depth,
      ...(this.#group === undefined ? {} : { group: this.#group }),
      ...(number === undefined ? {} : { number }),
    });
  }

  #close(): void {
    const entries = grouped(this.#entries, entry => this.#label(entry));
    this.#entries = [];
    this.#continued = 0;
    const items = entries.flatMap((entry, i) => this.#itemsOf(entry, entry.number ?? i + 1));
    if (items.length > 0) this.#group = undefined;
    if (items.length < 2) return;
    const role = roleOf(this.#heading?.words, this.#cue?.words);
    const of = kindOf(items, role);
    if (of === 'people') this.#asPeople(items, entries);
    this.#found.push({
      kind: this.#isNumbered ? 'numbers' : 'bullets',
      of,
      start: items[0]!.whole.start,
      end: items.at(-1)!.whole.end,
      ...(this.#heading === undefined ? {} : { heading: this.#heading }),
      ...(this.#cue === undefined ? {} : { cue: this.#cue }),
      ...(role === undefined ? {} : { role }),
      isOpen: false,
      items,
    });
    this.#cue = undefined;
  }

  #itemsOf(entry: Entry, number: number): ListItem[] {
    const name = nameOfItem(this.#view, entry);
    if (!name) return [];
    return twoBodies(this.#view.text, name).map(one => this.#item(entry, one, number));
  }

  #item(entry: Entry, name: ItemName, number: number): ListItem {
    const view = this.#view;
    const whole = view.raw(entry);
    const marks = view.marksIn({ start: entry.lead, end: name.end });
    const flags = marks.flatMap(mark => (mark.kind === 'flag' ? [mark.country] : []));
    const link = marks.find(mark => mark.kind === 'link' && mark.start <= name.start && mark.end >= name.end);
    const words = this.#words(name);
    const country = flags.length > 0 ? flags.join('; ') : undefined;
    const flagStart = this.#flagStart(entry.start);
    return {
      ...view.raw(name),
      whole: { start: Math.min(whole.start, flagStart ?? whole.start), end: whole.end },
      name: words,
      number,
      ...(name.about ? { about: this.#words(name.about) } : {}),
      ...(country === undefined ? {} : { country }),
      ...(entry.group === undefined ? {} : { group: entry.group }),
      ...(link?.kind === 'link' && link.target !== words ? { target: link.target } : {}),
    };
  }

  /** Entries and items go side by side, an entry without a name aside. */
  #asPeople(items: ListItem[], entries: readonly Entry[]): void {
    let at = 0;
    for (const entry of entries) {
      const { start } = this.#view.raw(entry);
      while (at < items.length && items[at]!.end <= start) at++;
      if (at < items.length && items[at]!.start < this.#view.raw(entry).end) this.#asPerson(items, at, entry);
    }
  }

  /** Of an entry that names a person, the name is what has a person's shape, behind an office and before what is said. */
  #asPerson(items: ListItem[], at: number, entry: Entry): void {
    const words = this.#words(entry);
    const lead = officeBefore(words);
    const person = personRow(words.slice(lead));
    if (!person) return;
    const { name, about } = person;
    const place = (span: Span) =>
      this.#view.raw({ start: entry.start + lead + span.start, end: entry.start + lead + span.end });
    const office = lead > 0 ? words.slice(0, lead).trim() : undefined;
    const said = about ? words.slice(lead + about.start, lead + about.end) : undefined;
    const { about: _, aboutSpan: __, ...rest } = items[at]!;
    items[at] = {
      ...rest,
      ...place(name),
      name: words.slice(lead + name.start, lead + name.end),
      ...(said === undefined && office === undefined ? {} : { about: said ?? office! }),
      ...(about ? { aboutSpan: place(about) } : {}),
    };
  }

  /** Where the markup before an entry's first word begins, on its line. */
  #flagStart(start: number): number | undefined {
    if (start === 0) return undefined;
    const { end } = this.#view.raw({ start: start - 1, end: start });
    const first = this.#view.raw({ start, end: start + 1 }).start;
    const lead = this.#raw.slice(end, first);
    const braces = lead.indexOf('{{');
    return braces < 0 ? undefined : end + braces;
  }
}

/** An entry that others stand below is the heading of their group. */
function grouped(entries: readonly Entry[], labelOf: (entry: Entry) => ListLabel): Entry[] {
  const least = entries.reduce((depth, entry) => Math.min(depth, entry.depth), Number.POSITIVE_INFINITY);
  const found: Entry[] = [];
  let group: ListLabel | undefined;
  for (const [i, entry] of entries.entries()) {
    const next = entries[i + 1];
    const below = next !== undefined && next.depth > entry.depth;
    if (entry.depth > least && group === undefined) continue;
    if (entry.depth === least) group = undefined;
    const label = labelOf(entry);
    if (below && entry.depth === least && label.words.split(/\s+/).length <= 5) group = label;
    else found.push(group === undefined ? entry : { ...entry, group });
  }
  return found;
}

/** "The Party of X (PX) and its Group of Y (GY)" names two bodies. */
function twoBodies(text: string, name: ItemName): ItemName[] {
  if (name.end - name.start > LONGEST_PAIR) return [name];
  const words = text.slice(name.start, name.end);
  const found =
    /^(.*?\(\p{Lu}[\p{Lu}\p{N}-]{1,9}\)),?\s+(?:and|y|e|et|und|и|та|i)\s+(?:(?:its|the|su|el|la|son|sa|le|der|die|das|её|ее|его|її|jej|njena|njegov)\s+)?(\p{Lu}.*\(\p{Lu}[\p{Lu}\p{N}-]{1,9}\))$/u.exec(
      words,
    );
  if (!found) return [name];
  const second = name.end - found[2]!.length;
  return [
    { ...name, end: name.start + found[1]!.length },
    { ...name, start: second },
  ];
}

/** What the entries are: people, other things that have names, or sentences. */
function kindOf(items: readonly ListItem[], role: ListRole | undefined): ListOf {
  const some = items.length <= TELLING ? items : items.slice(0, TELLING);
  const share = (test: (item: ListItem) => boolean) => some.filter(test).length / some.length;
  const named = share(item => isNameLike(item.name));
  if (named < NAMES_SHARE) return 'sentences';
  if (role === 'speaker' || role === 'signatory') return 'people';
  const things = share(({ name }) => keysOf(name).some(key => organizationNouns.has(key)));
  const explained = share(({ about = '' }) => about.split(/\s+/).length > EXPLAINED);
  if (
    role === undefined &&
    things < 0.3 &&
    explained > 0.5 &&
    share(({ name }) => isKnownPersonName(name)) < 0.3
  )
    return 'sentences';
  const shaped = share(({ name }) => isPersonShaped(name));
  const known = share(({ name }) => isKnownPersonName(name));
  if (role === 'person') return shaped > 0.5 && things < 0.5 ? 'people' : 'things';
  return shaped >= 0.7 && things < 0.2 && known >= 0.3 ? 'people' : 'things';
}
