import type { Span } from '../../text/text-like.ts';
import { ands, shortAnds } from '../../values/lists/signs.ts';
import { type ItemName, nameOfItem } from './item-name.ts';
import type { ListItem } from './list-block.ts';
import { officeBefore, personRow } from './person-row.ts';
import type { RowEntry } from './row-entries.ts';
import type { View } from './view.ts';

/** Of what is longer it is not asked whether it names two bodies. */
const LONGEST_PAIR = 400;

/** Makes items of the entries of lists of rows. */
export class RowItems {
  readonly #view: View;
  readonly #raw: string;

  constructor(view: View, raw: string) {
    this.#view = view;
    this.#raw = raw;
  }

  /** @returns what an entry names: nothing, one thing, or two */
  of(entry: RowEntry, number: number): ListItem[] {
    const name = nameOfItem(this.#view, entry);
    if (!name) return [];
    return twoBodies(this.#view.text, name).map(one => this.#item(entry, one, number));
  }

  /** Entries and items go side by side, an entry without a name aside. */
  asPeople(items: ListItem[], entries: readonly RowEntry[]): void {
    let at = 0;
    for (const entry of entries) {
      const { start } = this.#view.raw(entry);
      while (at < items.length && items[at]!.end <= start) at++;
      if (at < items.length && items[at]!.start < this.#view.raw(entry).end) this.#asPerson(items, at, entry);
    }
  }

  #item(entry: RowEntry, name: ItemName, number: number): ListItem {
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

  /** Of an entry that names a person, the name is what has a person's shape, behind an office and before what is said. */
  #asPerson(items: ListItem[], at: number, entry: RowEntry): void {
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

  #words({ start, end }: Span): string {
    return this.#view.text.slice(start, end);
  }
}

const TWO_BODIES = new RegExp(
  String.raw`^(.*?\(\p{Lu}[\p{Lu}\p{N}-]{1,9}\)),?\s+(?:${ands}|${shortAnds})\s+(?:(?:its|the|su|el|la|son|sa|le|der|die|das|её|ее|его|її|jej|njena|njegov)\s+)?(\p{Lu}.*\(\p{Lu}[\p{Lu}\p{N}-]{1,9}\))$`,
  'u',
);

/** "The Party of X (PX) and its Group of Y (GY)" names two bodies. */
function twoBodies(text: string, name: ItemName): ItemName[] {
  if (name.end - name.start > LONGEST_PAIR) return [name];
  const words = text.slice(name.start, name.end);
  const found = TWO_BODIES.exec(words);
  if (!found) return [name];
  const second = name.end - found[2]!.length;
  return [
    { ...name, end: name.start + found[1]!.length },
    { ...name, start: second },
  ];
}
