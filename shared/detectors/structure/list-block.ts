import type { Span } from '../../text/text-like.ts';

/** How the entries of a list stand apart. */
type ListKind = 'bullets' | 'numbers' | 'enumeration' | 'signatures' | 'lines';

/** What the entries of a list are, as far as its heading, its cue and their own words tell. */
export type ListOf = 'people' | 'things' | 'sentences';

/** A list in a text. Offsets are UTF-16 code units of the raw text. */
export interface ListBlock extends Span {
  readonly kind: ListKind;
  readonly of: ListOf;
  /** The heading that it stands under: "Political parties". */
  readonly heading?: ListLabel;
  /** The words that lead to it: "Representatives from these groups have participated:". */
  readonly cue?: ListLabel;
  /** What the cue makes of the entries. */
  readonly role?: ListRole;
  /** Whether it says that it names only some: "among others", "etc.", "such as". */
  readonly isOpen: boolean;
  /** In text order; an entry that names two bodies is two, with the same number. */
  readonly items: readonly ListItem[];
}

/** What entries of a list are said to have done or to be. */
export type ListRole = 'speaker' | 'signatory' | 'person' | 'member' | 'aside';

/** Words that say what a list or a part of it holds, and where they stand. */
export interface ListLabel extends Span {
  /** As they are seen, without the colon and markup at their ends. */
  readonly words: string;
}

/** An entry of a list: the words that name it. */
export interface ListItem extends Span {
  /** The entry with its markup and all that is said of it. */
  readonly whole: Span;
  /** The words that name it, as they are seen. */
  readonly name: string;
  /** What follows the name: "Executive Secretary of …"; what brackets say. */
  readonly about?: string;
  /** Where that stands. */
  readonly aboutSpan?: Span;
  /** Countries of flags before it, apart by "; ", or of the brackets at its end. */
  readonly country?: string;
  /** The heading of its group within the list: "Europe". */
  readonly group?: ListLabel;
  /** As written, where the list is numbered; else its place, from 1. */
  readonly number: number;
  /** The page that it links to, where the words differ from it. */
  readonly target?: string;
}
