import type { Offered, Returned } from '../../../shared/api/found.ts';
import { covers } from '../../../shared/detectors/covering.ts';
import type { Refusal } from '../../../shared/model/refusal.ts';
import type { DocumentClaims } from '../claim-shelf.ts';
import type { KnownForms } from './known-forms.ts';
import type { Kept } from './messages.ts';

interface OfferedIn {
  readonly documentId: string;
  readonly revision: string;
  readonly claims: DocumentClaims;
  readonly refusals: readonly Refusal[];
  readonly forms: KnownForms;
  /** Leaves out what nobody asked for. */
  readonly isWanted?: (one: Kept) => boolean;
}

/** @returns those suggestions that no claim covers and nobody has refused, in text order */
export function offersIn(place: OfferedIn, suggestions: readonly Kept[]): Offered[] {
  const refused = new Set(place.refusals.map(({ key }) => key));
  const covered = coverIn(place);
  const open = suggestions.filter(
    one => place.isWanted?.(one) !== false && !refused.has(one.key) && !covered(one),
  );
  const lost = lostRefusals(place.refusals, suggestions);
  return open.map(one => offer(one, place, lost.get(`${one.type} ${plain(one.quote)}`)));
}

/** @returns suggestions and what is recommended besides, in text order; of the same words of one type the suggestion stays */
export function besides(suggestions: readonly Kept[], recommended: readonly Kept[]): readonly Kept[] {
  if (recommended.length === 0) return suggestions;
  const placeOf = ({ type, ranges }: Kept) => `${type} ${ranges[0]!.start} ${ranges.at(-1)!.end}`;
  const keys = new Set(suggestions.flatMap(one => [placeOf(one), one.key]));
  const more = recommended.filter(one => !keys.has(placeOf(one)) && !keys.has(one.key));
  return [...suggestions, ...more].sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start);
}

function offer(one: Kept, { documentId, revision, forms }: OfferedIn, lost: Refusal | undefined): Offered {
  const full = one.value.kind === 'name' && typeof one.value.full === 'string' ? [one.value.full] : [];
  const entityId = forms.entityOf(one.type, one.quote, ...full);
  return {
    ...one,
    documentId,
    revision,
    ...(entityId === undefined ? {} : { entityId }),
    ...(lost ? { returned: returnedFrom(lost, one.basis) } : {}),
  };
}

/** @returns whether a claim leaves nothing to suggest; asked in text order, so that claims are gone through once */
function coverIn({ claims, revision }: OfferedIn): (one: Kept) => boolean {
  const { order, columns } = claims.table;
  let place = 0;
  let open: number[] = [];
  return ({ type, ranges }) => {
    const [start, end] = [ranges[0]!.start, ranges[ranges.length - 1]!.end];
    for (; place < order.length && columns.start[order[place]!]! < end; place++) open.push(order[place]!);
    // What ends before this begins ends before all that follow begin.
    open = open.filter(slot => columns.end[slot]! > start);
    return open.some(slot => {
      const { object } = claims.claims.get(claims.table.idAt(slot))!;
      const { anchor } = object;
      return (
        anchor.revision === revision && covers({ type: object.type, ranges: anchor.ranges }, { type, ranges })
      );
    });
  };
}

/** Refusals of words that do not stand where they stood: the same words elsewhere may be what was refused. */
function lostRefusals(refusals: readonly Refusal[], suggestions: readonly Kept[]): Map<string, Refusal> {
  if (refusals.length === 0) return new Map();
  const there = new Set(suggestions.map(({ key }) => key));
  const lost = refusals.filter(({ key }) => !there.has(key));
  return new Map(lost.map(refusal => [`${refusal.type} ${plain(refusal.quote)}`, refusal]));
}

function returnedFrom({ id, reason, by, at, basis }: Refusal, now: string): Returned {
  const was = basis.sides[0]?.value ?? '';
  return {
    of: 'refusal',
    id,
    ...(reason === undefined ? {} : { reason }),
    by,
    at,
    changes: [{ what: 'words', gone: [was], come: [now] }],
  };
}

const plain = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();
