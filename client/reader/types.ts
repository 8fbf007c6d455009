import type { TextMap } from '../../shared/text/layout.ts';
import type { Span } from '../../shared/text/text-like.ts';

export type { Span, TextMap };

/** Where the reader gets the text of one revision from, piece by piece. Offsets are UTF-16 code units. */
export interface TextSource {
  readonly map: TextMap;
  /** The piece if it is at hand, without waiting. Must keep a piece that it has once given. */
  peek(piece: number): string | undefined;
  /** Fetches a piece; rejects when it cannot be had or `signal` aborts. */
  load(piece: number, signal?: AbortSignal): Promise<string>;
}

/** What is left to do on a claim, as far as its highlight tells. */
export type MarkState = 'open' | 'checked' | 'suggested';

/** A claim or suggestion as the reader shows it. */
export interface Mark {
  readonly id: string;
  /** At least one, ascending, apart; several make a discontinuous claim. */
  readonly ranges: readonly Span[];
  /** Claim type id, as in `t-person`. */
  readonly type: string;
  readonly state: MarkState;
  readonly conflict: boolean;
  /** The claim type in the reader's language: "Person". */
  readonly label: string;
}

/** The claims that are to be shown, already filtered. */
export interface MarkSource {
  /** Marks with a range that has at least one unit in `[from, to)`, in any order. */
  touching(from: number, to: number): readonly Mark[];
  get(id: string): Mark | undefined;
  /** The value of a mark's claim in words, to be spoken; without it claims are spoken by type and state. */
  sayValue?(id: string): Promise<string | undefined>;
  /** Calls `visit` once for every range of every mark, in any order: what the overview ruler draws. */
  scan(visit: (start: number, type: string, state: MarkState, conflict: boolean) => void): void;
}

/** What stands for words that a lens hides. */
export interface Chip {
  readonly text: string;
  /** What it says to those who point at it, or do not see it. */
  readonly description: string;
  /** Classes that say how it looks; a quiet box without. */
  readonly css?: string;
  /** Whether it cannot be opened. */
  readonly isFixed?: boolean;
}

/** A stretch that a lens hides. Opened it shows the raw text. */
export interface Fold extends Span {
  /** Stands where it begins. */
  readonly chip?: Chip;
  /** Stands where it ends, before what is shown there. */
  readonly label?: Chip;
  /** Classes of a line break where it begins, and where it ends. */
  readonly before?: string;
  readonly after?: string;
  /** What is opened together with it; it begins with a fold. */
  readonly whole?: Span;
}

/** A stretch that a lens sets in another type. */
export interface Style extends Span {
  readonly css: string;
  /** Whether it is the rows that begin in it that are set so, rather than the words. */
  readonly ofRow?: boolean;
  /** Further attributes of the elements: roles, widths, what is written beside them. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A cell of a table's row. The sign before it, which parts it from the one before, is set within it. */
export interface Cell extends Span {
  /** Counted from 0. */
  readonly column: number;
  readonly css: string;
}

/** A row of a table that a lens sets in columns. */
export interface TableRow {
  /** Ascending and apart. */
  readonly cells: readonly Cell[];
  /** Counted from 1, and how many there are in the table. */
  readonly number: number;
  readonly of: number;
  /** What stands at the head of each column; empty where nothing does. */
  readonly heads: readonly string[];
}

/** The rows of tables that a lens sets in columns, by the offset where each begins. */
export type TableRows = ReadonlyMap<number, TableRow>;

/** How a lens sets a text, asked for by stretches. What it says of a stretch that it `has` never changes. */
export interface TextSetting {
  /** Whether it leaves the text as it is. */
  readonly isPlain: boolean;
  /** The name of the styles that go with it, as in `data-lens`. */
  readonly look: string | undefined;
  has(start: number, end: number): boolean;
  /** Fetches what is missing of `[start, end)`; rejects when that fails. */
  load(start: number, end: number): Promise<void>;
  /** Folds that touch `[start, end)`, ascending and apart. */
  folds(start: number, end: number): Iterable<Fold>;
  /** Styles that touch `[start, end)`, ascending by start. */
  styles(start: number, end: number): Iterable<Style>;
  /** Offsets between `start` and `end`, ascending, at which the type changes. */
  cuts(start: number, end: number): Iterable<number>;
  /** The row of a table that begins at an offset. */
  row(start: number): TableRow | undefined;
}

/** The selection as a pair of offsets; `head` is where the caret is. */
export interface ReaderSelection {
  readonly anchor: number;
  readonly head: number;
}

/** Which face the text is set in: serif for reading, mono for source text. */
export type Face = 'txt' | 'src';

/** Where the offset that one jumps to shall stand; `nearest` leaves alone what can be seen. */
export type Align = 'start' | 'center' | 'nearest';

export const startOf = (selection: ReaderSelection): number => Math.min(selection.anchor, selection.head);
export const endOf = (selection: ReaderSelection): number => Math.max(selection.anchor, selection.head);

/** Length of a mark over all its ranges, which says what is inside what. */
export const extentOf = (mark: Mark): number => mark.ranges.reduce((sum, r) => sum + r.end - r.start, 0);
