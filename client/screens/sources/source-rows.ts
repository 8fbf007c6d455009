import type { CslItem } from '../../../shared/citations/csl.ts';
import { edtfOfCsl } from '../../../shared/citations/csl-date.ts';
import { hostOf, sayCslName } from '../../../shared/citations/short-citation.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Source } from '../../../shared/model/source.ts';
import { locale } from '../../localize/locale.ts';
import { type FitSummary, fitOf } from './fits.ts';

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

/** What a source says of itself, as the table shows it. */
type Facts = Pick<SourceRow, 'title' | 'language' | 'from' | 'host' | 'published' | 'accessed'>;

/** A source stays as it is until it is changed, and then is another object. */
const known = new WeakMap<Source, Facts>();

function factsOf(source: Source): Facts {
  let facts = known.get(source);
  if (!facts) {
    const item = source.csl;
    facts = {
      title: item.title || item.URL || '',
      language: item.language,
      from: fromOf(item),
      host: hostOf(item.URL),
      published: dateOf(item.issued),
      accessed: dateOf(item.accessed),
    };
    known.set(source, facts);
  }
  return facts;
}

const collators = new Map<string, Intl.Collator>();
let sorted: { sources: readonly Source[]; uses: unknown; tag: string; order: readonly Source[] } | undefined;

/** @returns sources, the most cited first; sorted anew only where one of them or a count is another */
function inOrder(
  sources: readonly Source[],
  uses: ReadonlyMap<string, readonly string[]>,
): readonly Source[] {
  const tag = locale();
  const isKnown =
    sorted?.tag === tag &&
    sorted.uses === uses &&
    sorted.sources.length === sources.length &&
    sorted.sources.every((source, i) => source === sources[i]);
  if (sorted && isKnown) return sorted.order;
  const collator = collators.get(tag) ?? new Intl.Collator(tag, { numeric: true });
  collators.set(tag, collator);
  const cited = (source: Source) => uses.get(source.id)?.length ?? 0;
  const order = [...sources].sort(
    (a, b) => cited(b) - cited(a) || collator.compare(factsOf(a).title, factsOf(b).title),
  );
  sorted = { sources, uses, tag, order };
  return order;
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
  return inOrder(sources, uses).map(source => {
    const claimIds = uses.get(source.id) ?? [];
    const claims = claimIds.map(claimOf).filter(claim => claim !== undefined);
    return { id: source.id, ...factsOf(source), claimIds, fit: fitOf(source.id, claims) };
  });
}

function fromOf(item: CslItem): string {
  const author = item.author?.map(sayCslName).join(', ');
  return [item['container-title'] || item.publisher, author].filter(Boolean).join(', ');
}

function dateOf(date: CslItem['issued']): string | undefined {
  return date && (edtfOfCsl(date) ?? date.raw ?? date.literal);
}
