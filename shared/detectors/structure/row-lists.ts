import type { Span } from '../../text/text-like.ts';
import { placeWords } from '../words/place-words.ts';
import { keysOf, roleOf } from './cues.ts';
import type { ListBlock, ListLabel } from './list-block.ts';
import { grouped, type RowEntry } from './row-entries.ts';
import { RowItems } from './row-items.ts';
import { rowsAre } from './row-kind.ts';
import type { Row } from './rows.ts';
import type { View } from './view.ts';

/** A cue is at most so long, and of a longer one its end is kept. */
const LONGEST_CUE = 300;
/** Lines without a bullet that go on with an entry are at most so many. */
const CONTINUED = 3;

/** Finds lists of rows with bullets or numbers. */
export function rowLists(view: View, rows: readonly Row[], raw: string): ListBlock[] {
  return new RowLists(view, rows, raw).find();
}

class RowLists {
  readonly #view: View;
  readonly #rows: readonly Row[];
  readonly #items: RowItems;
  readonly #found: ListBlock[] = [];
  #heading: ListLabel | undefined;
  #cue: ListLabel | undefined;
  /** A cue with a colon, and the level of the heading it stands under: it leads to all that is below that. */
  #leading: { readonly cue: ListLabel; readonly level: number } | undefined;
  #level = 0;
  #group: ListLabel | undefined;
  #entries: RowEntry[] = [];
  #isNumbered = false;
  #continued = 0;

  constructor(view: View, rows: readonly Row[], raw: string) {
    this.#view = view;
    this.#rows = rows;
    this.#items = new RowItems(view, raw);
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
    this.#heading = this.#label(row);
    this.#cue = this.#leading?.cue;
    this.#group = undefined;
  }

  /** A heading that only names a place, below another one, heads a group: the list goes on. */
  #isPlaceBelow(row: Row, level: number): boolean {
    const keys = keysOf(this.#words(row));
    return (
      this.#heading !== undefined &&
      level > this.#level &&
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
    const items = entries.flatMap((entry, i) => this.#items.of(entry, entry.number ?? i + 1));
    if (items.length > 0) this.#group = undefined;
    if (items.length < 2) return;
    const role = roleOf(this.#heading?.words, this.#cue?.words);
    const of = rowsAre(items, role);
    if (of === 'people') this.#items.asPeople(items, entries);
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
}
