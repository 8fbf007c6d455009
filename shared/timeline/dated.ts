import { edtfOfCsl } from '../citations/csl-date.ts';
import type { Finding } from '../conflict-rules/finding.ts';
import { hull } from '../model/anchor.ts';
import type { Claim } from '../model/claim.ts';
import type { Conflict } from '../model/conflict.ts';
import type { Source } from '../model/source.ts';
import { certainlyBefore } from '../values/dates/compare-dates.ts';
import { DateValue } from '../values/dates/date.ts';
import { type TimeSpan, timeSpans } from '../values/dates/time-spans.ts';

/** Something that has a date: what a text says happened, or a source by the days it was published and opened. */
export interface Dated {
  /** Of the claim, or `published` or `accessed` with the source's id. */
  readonly key: string;
  readonly what: 'claim' | 'published' | 'accessed';
  /** The document that says so; none for sources. */
  readonly documentId?: string;
  /** The claim's or the source's id. */
  readonly id: string;
  /** What happened, as the claim has it; the source's title. */
  readonly label: string;
  /** The words of the text; empty for sources. */
  readonly words: string;
  readonly edtf: string;
  /** Everything it can mean, in days since 1970-01-01. */
  readonly meanings: readonly TimeSpan[];
  /** Where it stands in its document, in UTF-16 code units. */
  readonly start: number;
}

/** Two or more dates that contradict one another. */
export interface Contradiction {
  /** By which id the conflict, or what a rule found, has its address. */
  readonly conflictId: string;
  readonly says: string;
  /** The keys of what is dated. */
  readonly keys: readonly string[];
}

/** A source that was published before what it is cited for. */
export interface TooEarly {
  readonly sourceId: string;
  readonly claimIds: readonly string[];
}

/** @returns the claims that are dates, as far as the dates are understood, in text order */
export function datedClaims(claims: readonly Claim[]): Dated[] {
  return claims
    .flatMap((claim): Dated[] => {
      const value = DateValue.safeParse(claim.value);
      if (!value.success) return [];
      const meanings = timeSpans(value.data.edtf);
      if (meanings.length === 0) return [];
      const words = claim.anchor.quote.exact;
      return [
        {
          key: claim.id,
          what: 'claim',
          documentId: claim.anchor.documentId,
          id: claim.id,
          label: claim.fields.event || words,
          words,
          edtf: value.data.edtf,
          meanings,
          start: hull(claim.anchor).start,
        },
      ];
    })
    .sort((a, b) => a.start - b.start);
}

/** @returns when sources were published and opened, as far as they say so */
export function datedSources(sources: readonly Source[]): Dated[] {
  return sources.flatMap(({ id, csl }) =>
    (['published', 'accessed'] as const).flatMap((what): Dated[] => {
      const date = what === 'published' ? csl.issued : csl.accessed;
      const edtf = date && edtfOfCsl(date);
      const meanings = edtf ? timeSpans(edtf) : [];
      if (!edtf || meanings.length === 0) return [];
      const label = csl['container-title'] ?? csl.title ?? csl.URL ?? '';
      return [{ key: `${what} ${id}`, what, id, label: String(label), words: '', edtf, meanings, start: 0 }];
    }),
  );
}

/** Whether no year is written: it has no place on a line of years. */
export const isYearless = ({ meanings }: Dated): boolean => meanings.every(({ anyYear }) => anyYear);

/** When something begins at the earliest, for putting things into an order; open beginnings come first. */
export const firstDay = ({ meanings }: Dated): number => Math.min(...meanings.map(({ from }) => from));

/** @returns the open conflicts in which two dates, or more, take part */
export function contradictionsIn(conflicts: readonly Conflict[], dated: readonly Dated[]): Contradiction[] {
  const keys = new Set(dated.map(({ key }) => key));
  return conflicts.flatMap(({ id, state, title, sides }) => {
    if (state !== 'open') return [];
    const found = sides.flatMap(({ claimIds }) => claimIds.filter(claimId => keys.has(claimId)));
    return found.length > 0 ? [{ conflictId: id, says: title, keys: [...new Set(found)] }] : [];
  });
}

/**
 * @param idOf gives the id under which a finding has an address
 * @returns the findings that set two dates or more against one another
 */
export function contradictionsFound<F extends Pick<Finding, 'sides' | 'severity'>>(
  findings: readonly F[],
  dated: readonly Dated[],
  idOf: (finding: F) => string,
): Contradiction[] {
  const known = new Set(dated.map(({ key }) => key));
  return findings.flatMap(finding => {
    if (finding.severity === 'style') return [];
    const claims = finding.sides.flatMap(({ spans }) => spans.map(({ claimId }) => claimId ?? ''));
    const keys = [...new Set(claims)].filter(id => known.has(id));
    if (keys.length < 2) return [];
    const says = finding.sides.map(({ value }) => value).join(' / ');
    return [{ conflictId: idOf(finding), says, keys }];
  });
}

/**
 * Finds sources that are older than what they should prove: where somebody has said so of the citation, and where a
 * source was published before the day that a claim names.
 */
export function tooEarly(sources: readonly Source[], citing: readonly Claim[]): TooEarly[] {
  const issued = new Map(
    sources.map(({ id, csl }) => [id, csl.issued ? edtfOfCsl(csl.issued) : undefined] as const),
  );
  const found = new Map<string, Set<string>>();
  for (const claim of citing) {
    const value = DateValue.safeParse(claim.value);
    for (const { sourceId, fit } of claim.evidence) {
      if (sourceId === undefined) continue;
      const published = issued.get(sourceId);
      const isBefore =
        value.success && published !== undefined && certainlyBefore(published, value.data.edtf);
      if (fit !== 'predates' && !isBefore) continue;
      const claims = found.get(sourceId) ?? new Set();
      found.set(sourceId, claims.add(claim.id));
    }
  }
  return [...found].map(([sourceId, claimIds]) => ({ sourceId, claimIds: [...claimIds] }));
}
