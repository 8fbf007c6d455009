import type { CslItem } from '../../../shared/citations/csl.ts';
import { edtfOfCsl } from '../../../shared/citations/csl-date.ts';
import { hostOf, sayCslName } from '../../../shared/citations/short-citation.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Source } from '../../../shared/model/source.ts';
import { locale } from '../../localize/locale.ts';
import { type FitSummary, fitOf } from './fits.ts';
import type { Origin } from './origins.ts';

/** A source as the table shows it. */
export interface SourceRow {
  readonly id: string;
  /** Its title, or failing that its address; empty where it has neither. */
  readonly title: string;
  readonly language: string | undefined;
  /** Where it appeared or who wrote it. */
  readonly from: string;
  readonly host: string | undefined;
  readonly claimIds: readonly string[];
  /** Dates as EDTF or as written. */
  readonly published: string | undefined;
  readonly accessed: string | undefined;
  readonly fit: FitSummary | undefined;
}

/**
 * @param uses ids of the claims that cite each source
 * @param claimOf finds a claim that has been loaded
 * @returns rows, the most cited first
 */
export function sourceRows(
  sources: readonly Source[],
  uses: ReadonlyMap<string, readonly string[]>,
  claimOf: (id: string) => Claim | undefined,
): SourceRow[] {
  const collator = new Intl.Collator(locale(), { numeric: true });
  return sources
    .map(source => {
      const item = source.csl;
      const claimIds = uses.get(source.id) ?? [];
      return {
        id: source.id,
        title: item.title || item.URL || '',
        language: item.language,
        from: fromOf(item),
        host: hostOf(item.URL),
        claimIds,
        published: dateOf(item.issued),
        accessed: dateOf(item.accessed),
        fit: fitOf(
          source.id,
          claimIds.map(claimOf).filter(claim => claim !== undefined),
        ),
      };
    })
    .sort((a, b) => b.claimIds.length - a.claimIds.length || collator.compare(a.title, b.title));
}

/** @returns how many citations rest on each host, the most cited first */
export function originsOf(rows: readonly SourceRow[]): Origin[] {
  const cited = new Map<string, number>();
  for (const { host, claimIds } of rows)
    if (host && claimIds.length > 0) cited.set(host, (cited.get(host) ?? 0) + claimIds.length);
  return [...cited].map(([host, cited]) => ({ host, cited })).sort((a, b) => b.cited - a.cited);
}

function fromOf(item: CslItem): string {
  const author = item.author?.map(sayCslName).join(', ');
  return [item['container-title'] || item.publisher, author].filter(Boolean).join(', ');
}

function dateOf(date: CslItem['issued']): string | undefined {
  return date && (edtfOfCsl(date) ?? date.raw ?? date.literal);
}
