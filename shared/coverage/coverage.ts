import type { ClaimRow } from '../claim-index/row.ts';
import { isKindOf } from '../claim-types/registry.ts';
import { entityKindOf } from '../entities/name-entity.ts';

/** The tag of a claim that is left unchecked on purpose; its last note says why. */
export const WAIVED = 'waived';

const coverStates = ['open', 'blocked', 'waived', 'ticked'] as const;
/**
 * Ticked: held against evidence. Waived: nothing to check, or left unchecked on purpose. Blocked: in an open conflict,
 * sent back, or judged not to be borne out. Open: all others.
 */
export type CoverState = (typeof coverStates)[number];

const coverKinds = ['names', 'dates', 'numbers', 'titles', 'quotations', 'lists', 'statements'] as const;
/** What a text asserts, as one ticks it on paper. */
export type CoverKind = (typeof coverKinds)[number];

type Judged = Pick<ClaimRow, 'workflow' | 'verdict' | 'tags' | 'conflict'>;

/** Verdicts under which nothing can be signed off: the text says what its evidence does not. */
const REFUTED: readonly ClaimRow['verdict'][] = ['unsupported', 'contradicted'];
const DONE: readonly ClaimRow['workflow'][] = ['checked', 'in-review', 'signed-off'];

export function coverStateOf(claim: Judged): CoverState {
  if (claim.conflict) return 'blocked';
  if (isWaived(claim)) return 'waived';
  if (claim.workflow === 'returned' || isRefuted(claim)) return 'blocked';
  return DONE.includes(claim.workflow) ? 'ticked' : 'open';
}

export const isWaived = ({ tags, verdict }: Pick<Judged, 'tags' | 'verdict'>): boolean =>
  verdict === 'not-factual' || tags.includes(WAIVED);

const isRefuted = ({ verdict }: Judged) => REFUTED.includes(verdict);

/** @returns what kind of thing a claim type is on paper; types that were added count as statements */
export function coverKindOf(type: string): CoverKind {
  if (entityKindOf(type)) return 'names';
  if (isKindOf(type, 'date')) return 'dates';
  if (isKindOf(type, 'count')) return 'numbers';
  if (isKindOf(type, 'citation')) return 'titles';
  if (isKindOf(type, 'quotation')) return 'quotations';
  return isKindOf(type, 'list') ? 'lists' : 'statements';
}

/** How far the checking of a document has come, and what stands in the way of signing it off. */
export interface Coverage {
  readonly total: number;
  readonly by: Readonly<Record<CoverState, number>>;
  /** Kinds of which there is something. */
  readonly kinds: readonly { readonly kind: CoverKind; readonly by: Readonly<Record<CoverState, number>> }[];
  /** Claims that are signed off or waived. */
  readonly signed: number;
  /** How many claims stand in the way, each by the first reason it has. */
  readonly blockers: { readonly conflicting: number; readonly returned: number; readonly refuted: number };
}

const none = (): Record<CoverState, number> => ({ open: 0, blocked: 0, waived: 0, ticked: 0 });

export function coverageOf(claims: Iterable<Judged & Pick<ClaimRow, 'type'>>): Coverage {
  const by = none();
  const kinds = new Map<CoverKind, Record<CoverState, number>>();
  const blockers = { conflicting: 0, returned: 0, refuted: 0 };
  let total = 0;
  let signed = 0;
  for (const claim of claims) {
    const state = coverStateOf(claim);
    const kind = coverKindOf(claim.type);
    const own = kinds.get(kind) ?? none();
    kinds.set(kind, own);
    own[state]++;
    by[state]++;
    total++;
    if (state === 'waived' || (state === 'ticked' && claim.workflow === 'signed-off')) signed++;
    if (state !== 'blocked') continue;
    if (claim.conflict) blockers.conflicting++;
    else if (claim.workflow === 'returned') blockers.returned++;
    else blockers.refuted++;
  }
  return {
    total,
    by,
    kinds: coverKinds.flatMap(kind => (kinds.has(kind) ? [{ kind, by: kinds.get(kind)! }] : [])),
    signed,
    blockers,
  };
}

/** Whether a document can be signed off: something is claimed, and nothing of it is open or blocked. */
export const canSignOff = ({ total, by }: Coverage): boolean => total > 0 && by.open + by.blocked === 0;
