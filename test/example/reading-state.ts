import type { Page } from 'playwright-core';

interface ReadScreen extends Element {
  readonly reading: {
    readonly claims?: {
      readonly table: {
        readonly order: Iterable<number>;
        readonly columns: { readonly type: ArrayLike<number> };
        readonly types: { readonly words: readonly string[] };
        idAt(slot: number): string;
        rangesAt(slot: number): readonly { start: number; end: number }[];
      };
    };
    readonly marking?: {
      readonly type: string;
      readonly places: readonly { start: number; words: string }[];
    };
    readonly store: {
      get(kind: 'claim', id: string): { object: { fields: Readonly<Record<string, string>> } } | undefined;
    };
  };
}

interface ReaderElement extends Element {
  readonly reader: { readonly selection: { readonly anchor: number; readonly head: number } };
}

/** A claim of the open text, in the order of the list of claims. */
export interface ListedClaim {
  readonly id: string;
  readonly type: string;
  readonly start: number;
}

// What is only looked at, not done, is asked of the page itself: hands know where they are, a driver has to ask.

/** @returns the selection, in UTF-16 code units of the whole text */
export const selectionOf = (page: Page): Promise<{ anchor: number; head: number }> =>
  page.evaluate(() => {
    const { anchor, head } = document.querySelector<ReaderElement>('vr-reader')!.reader.selection;
    return { anchor, head };
  });

/** @returns all claims of the open text */
export const claimsOf = (page: Page): Promise<ListedClaim[]> =>
  page.evaluate(() => {
    const { table } = document.querySelector<ReadScreen>('vr-read-screen')!.reading.claims!;
    return [...table.order].map(slot => ({
      id: table.idAt(slot),
      type: table.types.words[table.columns.type[slot]!]!,
      start: table.rangesAt(slot)[0]!.start,
    }));
  });

/** @returns the places that are about to be marked at once, and as what */
export const markingOn = (
  page: Page,
): Promise<{ type: string; places: { start: number; words: string }[] } | undefined> =>
  page.evaluate(() => {
    const { marking } = document.querySelector<ReadScreen>('vr-read-screen')!.reading;
    return (
      marking && {
        type: marking.type,
        places: marking.places.map(({ start, words }) => ({ start, words })),
      }
    );
  });

/** @returns the fields of a claim, by their names */
export const fieldsOn = (page: Page, id: string): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(
    id =>
      document.querySelector<ReadScreen>('vr-read-screen')!.reading.store.get('claim', id)?.object.fields ??
      {},
    id,
  );
