import type { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import { rangeFromText, rangeToText } from '../../router/range-address.ts';
import type { Router } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { filterFromQuery, filterToQuery } from './filter-address.ts';
import type { Lens, LensMode } from './lens.ts';
import type { Reading } from './reading.ts';

/** Milliseconds between two writes; browsers take only so many. */
const CALM = 250;
const RANGE = 'at';
const LENS = 'lens';
const SUGGESTION = 'suggestion';
const PLACE = 'place';

/** How an address wants a text to be seen. */
export interface View {
  readonly filter: ClaimFilter;
  /** What is to be selected; null where the address names a stretch that is none. */
  readonly range: Span | null | undefined;
  readonly lens: LensMode | undefined;
  /** The key of the suggestion that has the focus. */
  readonly suggestion: string | undefined;
  /** What waits to be placed and has the focus, by its key; empty for the list as a whole. */
  readonly place: string | undefined;
}

/** Reads how a text is to be seen. */
export function viewOf(route: Route): View {
  const query = new URLSearchParams(route.screen === 'unknown' ? '' : route.query);
  const lens = query.get(LENS);
  return {
    filter: filterFromQuery(query),
    range: query.has(RANGE) ? (rangeFromText(query.get(RANGE)) ?? null) : undefined,
    lens: lens === 'source' || lens === 'reading' ? lens : undefined,
    suggestion: query.get(SUGGESTION) ?? undefined,
    place: query.get(PLACE) ?? undefined,
  };
}

/** The place of a selected stretch of a text. */
export const placeOfRange = (documentId: string, range: Span): Route => ({
  screen: 'read',
  documentId,
  query: new URLSearchParams({ [RANGE]: rangeToText(range) }).toString(),
});

/** The place of a suggestion. */
export const placeOfSuggestion = (documentId: string, key: string): Route => ({
  screen: 'read',
  documentId,
  query: new URLSearchParams({ [SUGGESTION]: key }).toString(),
});

/** The place of the list of what waits in a document, or of one that does. */
export const placeOfWaiting = (documentId: string, key = ''): Route => ({
  screen: 'read',
  documentId,
  query: new URLSearchParams({ [PLACE]: key }).toString(),
});

/**
 * The address of what is being read: it names the focused claim or suggestion, the selected words, the lens and the filter, so that it
 * can be sent or kept.
 */
export class Address {
  #written = 0;
  #due: { timer: ReturnType<typeof setTimeout>; write: () => void } | undefined;

  /** Has the address say how the text is seen now, at once or a little later. */
  keep(reading: Reading, lens: Lens, route: Route, router: Router | undefined): void {
    if (reading.stage !== 'ready' || !reading.claims || route.screen !== 'read' || !router) return;
    if (route.documentId !== reading.documentId) return;
    const write = () => {
      this.#due = undefined;
      this.#written = performance.now();
      // Another place may have been gone to meanwhile.
      if (router.route === route && reading.documentId === route.documentId)
        router.keep(now(reading, lens), { top: reading.viewport.start });
    };
    clearTimeout(this.#due?.timer);
    const wait = this.#written + CALM - performance.now();
    if (wait <= 0) write();
    else this.#due = { timer: setTimeout(write, wait), write };
  }

  /** Writes what is still to be written, before another place is gone to. */
  flush(): void {
    clearTimeout(this.#due?.timer);
    this.#due?.write();
  }
}

function now(reading: Reading, lens: Lens): Route {
  const query = new URLSearchParams(filterToQuery(reading.claims?.filter ?? {}));
  const { selection, focused, documentId, suggesting, placing } = reading;
  if (placing.isListing) query.set(PLACE, placing.focusedKey ?? '');
  if (suggesting.focused) query.set(SUGGESTION, suggesting.focused.key);
  if (selection.end > selection.start) query.set(RANGE, rangeToText(selection));
  if (lens.isOffered && lens.mode === 'source') query.set(LENS, 'source');
  return {
    screen: 'read',
    ...(documentId ? { documentId } : {}),
    ...(focused ? { claimId: focused } : {}),
    query: query.toString(),
  };
}
