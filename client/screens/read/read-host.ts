import type { Reader } from '../../reader/reader.ts';
import type { Route } from '../../router/routes.ts';
import type { Reading } from './reading.ts';

/** What the hands of the Read screen need of it. */
export interface ReadHost {
  readonly reading: Reading;
  /** The reader, once it is on the page. */
  readonly reader: Reader | undefined;
  go(route: Route): void;
  /** Gives the keyboard to the text. */
  toText(): void;
  /** Makes room for the inspector where it is folded away. */
  unfoldInspector(): void;
  /** Shows the list of what waits to be placed and gives it the keyboard, or goes back to the text. */
  listPlacing(isListing?: boolean): void;
}
