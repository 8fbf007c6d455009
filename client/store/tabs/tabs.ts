import type { Problem } from '../../../shared/api/problem.ts';
import type { FindingsNews } from '../../../shared/api/routes/findings.ts';
import type { LiveEntry, LiveHead, Presence } from '../../../shared/api/routes/live.ts';
import type { PendingGroup } from '../objects.ts';
import type { Review } from '../reviews.ts';
import type { Settlement } from '../sender.ts';

/** What the windows of one browser tell one another. */
export type TabMessage =
  /** Groups that were done in the window. */
  | { readonly kind: 'queued'; readonly groups: readonly PendingGroup[] }
  | { readonly kind: 'settled'; readonly settled: readonly Settlement[] }
  /** What has become of groups that a window still takes to be waiting: the server has them, or they were given up. */
  | { readonly kind: 'over'; readonly taken: readonly string[]; readonly gone: readonly string[] }
  /** Groups that were refused, or decisions to be looked at again. */
  | { readonly kind: 'reviews'; readonly reviews: readonly Review[] }
  /** A review has been seen to. */
  | { readonly kind: 'seen'; readonly group: string }
  | { readonly kind: 'tried'; readonly groups: readonly string[] }
  /** Asks the sending window to take a group back; `withdrawn` where it did. */
  | { readonly kind: 'withdraw'; readonly group: string }
  | { readonly kind: 'withdrawn'; readonly group: string }
  | { readonly kind: 'entry'; readonly entry: LiveEntry }
  /** The line to the server begins to tell what comes after an entry. */
  | { readonly kind: 'from'; readonly seq: number }
  | { readonly kind: 'reload'; readonly head: LiveHead }
  /** Words were destroyed on the desk. */
  | { readonly kind: 'redacted' }
  | { readonly kind: 'presence'; readonly present: readonly Presence[] }
  /** How the search for claims and contradictions goes; `isAnew` where something may have been missed before. */
  | { readonly kind: 'findings'; readonly news: FindingsNews; readonly isAnew: boolean }
  | { readonly kind: 'state'; readonly state: LineState }
  /** A window has come: the sending one says how things are. */
  | { readonly kind: 'hello' }
  /** Somebody asks to try now. */
  | { readonly kind: 'retry' };

/** How the line to the server is. */
export interface LineState {
  readonly online: boolean;
  /** When the server answered last, in milliseconds since 1970. */
  readonly contact?: number;
  /** Why it answers but takes nothing. */
  readonly problem?: Problem;
  readonly desk?: string;
}

/** The other windows of this browser, and which one speaks with the server for all. */
export interface Tabs {
  tell(message: TabMessage): void;
  /** Called with what other windows tell. */
  hear(listener: (message: TabMessage) => void): void;
  /** Resolves when this window is the one that speaks with the server; from then on it is. */
  readonly lead: Promise<void>;
}

/** No other windows. */
export const alone: Tabs = { tell: () => undefined, hear: () => undefined, lead: Promise.resolve() };
