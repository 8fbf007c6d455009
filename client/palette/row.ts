import type { Span } from '../../shared/text/text-like.ts';
import type { IconName } from '../elements/icons.ts';
import type { Route } from '../router/routes.ts';
import type { PaletteKind } from './scopes.ts';

/** One thing that can be chosen. */
export interface Row {
  /** Unique among the rows that are shown. */
  readonly id: string;
  readonly kind: PaletteKind | 'scope';
  readonly text: string;
  /** Where `text` has what was sought; UTF-16 code units of `text`. */
  readonly marks: readonly Span[];
  /** Said after it, quietly: where it stands. */
  readonly says?: string;
  /** A claim type, whose swatch stands before it. */
  readonly swatch?: string;
  readonly icon?: IconName;
  /** Its keys, as commands name them. */
  readonly keys?: string;
  /** A sign that stands at its end. */
  readonly sign?: string;
  /** Whether it is words of a text, and so set as one. */
  readonly isText?: boolean;
  /** Where choosing it leads. */
  readonly route?: Route;
  /** What choosing it does, where it does not lead anywhere. */
  readonly act?: () => void;
}

/** Rows under a heading. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
  /** Whether there are more than are shown. */
  readonly more?: boolean;
}
