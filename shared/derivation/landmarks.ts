import type { Derivation } from '../model/derivation.ts';
import type { Span } from '../text/text-like.ts';
import { headingsOf, type PageName } from './locator.ts';

/** Something by which a reader finds the way in a derived text. `start` is an offset of it, UTF-16 code units. */
export type Landmark =
  | { readonly kind: 'heading'; readonly start: number; readonly level: number; readonly words: Span }
  | { readonly kind: 'page'; readonly start: number; readonly page: PageName }
  /** Milliseconds. */
  | { readonly kind: 'time'; readonly start: number; readonly at: number }
  | { readonly kind: 'row'; readonly start: number; readonly row: number };

/** So many landmarks of one kind are told at most, headings aside. */
const MOST = 60;
const MINUTE = 60_000;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

/** The pages of a derived text in order, each named as it is printed where that is known. */
export function pagesOf({ blocks, stretches }: Derivation): Extract<Landmark, { kind: 'page' }>[] {
  const labels = new Map<number, string>();
  const starts = new Map<number, number>();
  for (const { start, at } of stretches) {
    if (at.page === undefined) continue;
    if (!starts.has(at.page)) starts.set(at.page, start);
    if (at.pageLabel !== undefined) labels.set(at.page, at.pageLabel);
  }
  const blocksOfPages = blocks.filter(block => block.kind === 'page');
  if (blocksOfPages.length > 0) {
    starts.clear();
    for (const { page, start } of blocksOfPages) if (!starts.has(page)) starts.set(page, start);
  }
  return [...starts].map(([page, start]) => {
    const label = labels.get(page);
    return { kind: 'page', start, page: label === undefined ? { page } : { page, label } };
  });
}

/**
 * What the contents of a derived text show: its headings, else its pages, times or rows, as many as can be looked over.
 */
export function landmarksOf(derivation: Derivation): Landmark[] {
  const headings = headingsOf(derivation);
  if (headings.length > 0)
    return headings.map(({ start, end, level }) => ({
      kind: 'heading',
      start,
      level,
      words: { start, end },
    }));
  const pages = pagesOf(derivation);
  if (pages.length > 1) {
    const step = stepFor(pages.length);
    return pages.filter((_, i) => i % step === 0);
  }
  return [...timesOf(derivation), ...rowsOf(derivation)];
}

function timesOf({ stretches }: Derivation): Landmark[] {
  let last = 0;
  for (const { at } of stretches) if (at.time) last = Math.max(last, at.time[0]);
  if (last < MINUTE) return [];
  const step = stepFor(last / MINUTE) * MINUTE;
  const times: Landmark[] = [];
  let next = 0;
  for (const { start, at } of stretches) {
    if (!at.time || at.time[0] < next) continue;
    const mark = Math.floor(at.time[0] / step) * step;
    times.push({ kind: 'time', start, at: mark });
    next = mark + step;
  }
  return times;
}

function rowsOf({ stretches }: Derivation): Landmark[] {
  let last = 0;
  for (const { at } of stretches) if (at.row !== undefined) last = Math.max(last, at.row);
  const step = Math.max(10, stepFor(last));
  if (last <= step) return [];
  const rows: Landmark[] = [];
  let next = 1;
  for (const { start, at } of stretches) {
    if (at.row === undefined || at.row < next) continue;
    rows.push({ kind: 'row', start, row: at.row });
    next = Math.floor((at.row - 1) / step) * step + step + 1;
  }
  return rows;
}

const stepFor = (count: number): number =>
  STEPS.find(step => count / step <= MOST) ?? STEPS[STEPS.length - 1]!;
