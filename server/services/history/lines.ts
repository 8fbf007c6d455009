import type { HistoryLine, Name } from '../../../shared/api/routes/history.ts';
import { deedsOf, goesOn } from '../../../shared/history/deeds.ts';
import type { LogEntry } from '../../../shared/model/change.ts';
import type { Desk } from '../desk.ts';
import type { LogFilter } from './log-index.ts';
import { namesOf } from './names.ts';
import { readEntries } from './read-entries.ts';

/** What a query asks of entries, as it has come. */
interface FilterQuery extends Omit<LogFilter, 'from' | 'to'> {
  /** ISO 8601, UTC. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** @returns the filter that a query asks for */
export function filterOf({ by, kind, object, document, from, to }: FilterQuery): LogFilter {
  return {
    ...{ by, kind, object, document },
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  };
}

/** Where in the log a page begins: before an entry, or after one; `limit` entries at most. */
export interface LogPlace {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** @returns an entry as a reader of the log needs it. @param before the entry before it, where it is at hand */
export function lineOf(entry: LogEntry, before?: LogEntry): HistoryLine {
  const { seq, at, by, changes } = entry;
  const { deeds, more } = deedsOf(entry);
  return {
    ...{ seq, at, by, size: changes.length, more },
    goesOn: before?.seq === seq - 1 && goesOn(before, entry),
    deeds: deeds.map(deed => ({ ...deed, objectIds: [...deed.objectIds] })),
  };
}

/** @returns the names of all objects that some lines name */
export const namesIn = (desk: Desk, lines: readonly HistoryLine[]): Promise<Record<string, Name>> =>
  namesOf(
    desk,
    lines.flatMap(({ deeds }) =>
      deeds.flatMap(({ kind, objectIds }) => objectIds.map(id => [kind, id] as const)),
    ),
  );

/**
 * The numbers of a page of entries, without reading any of them.
 * @returns them oldest first: the newest before a place, or the oldest after one
 */
export async function pageOf(
  desk: Desk,
  filter: LogFilter,
  { before, after, limit }: LogPlace,
): Promise<{ seqs: readonly number[]; more: boolean }> {
  const head = desk.storage.head.seq;
  const [first, end] = [(after ?? 0) + 1, Math.min(before ?? head + 1, head + 1)];
  const isForward = before === undefined && after !== undefined;
  if (Object.values(filter).every(value => value === undefined)) {
    const count = Math.max(0, Math.min(limit, end - first));
    const from = isForward ? first : end - count;
    const seqs = Array.from({ length: count }, (_, i) => from + i);
    return { seqs, more: isForward ? from + count < end : from > first };
  }
  const all = (await desk.log.find(filter)).filter(seq => seq >= first && seq < end);
  const seqs = isForward ? all.slice(0, limit) : all.slice(-limit);
  return { seqs, more: all.length > seqs.length };
}

/** Reads entries of a page. */
export async function entriesOf(desk: Desk, seqs: readonly number[]): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const entry of readEntries(desk.storage, seqs)) entries.push(entry);
  return entries;
}

/** @returns the lines of some entries, newest first; each knows whether it goes on with the entry before it */
export async function linesOf(desk: Desk, seqs: readonly number[]): Promise<HistoryLine[]> {
  const first = seqs[0] ?? 1;
  const entries = await entriesOf(desk, first > 1 ? [first - 1, ...seqs] : seqs);
  const lines = entries.map((entry, i) => lineOf(entry, entries[i - 1]));
  return (first > 1 ? lines.slice(1) : lines).reverse();
}
