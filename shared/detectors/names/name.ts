import type { Span } from '../../text/text-like.ts';

/** What capitalised words can name, as far as they tell by themselves. */
type NameKind =
  /** A noun among them names a kind of organization. */
  | 'organization'
  /** They have a person's shape, and a given name, initials or an ending that people's names have. */
  | 'person'
  /** They have a person's shape and nothing more. */
  | 'shaped'
  /** Anything else. */
  | 'proper';

/** Capitalised words that belong together. `start` and `end` are offsets of the view. */
export interface Name extends Span {
  readonly kind: NameKind;
  /** Indexes of its first and last word. */
  readonly first: number;
  readonly last: number;
  /** The word that tells what kind of organization it is: its index. */
  readonly noun?: number;
  /** The word before its quotation marks that says what bears it: its index. */
  readonly label?: number;
  /** Whether a form of address opens it: "Mr. Smith". */
  readonly isAddressed?: boolean;
}
