import type { Range } from '../model/anchor.ts';
import { PART_DIVIDER } from '../text/quote.ts';
import type { CheckedText } from './checked-text.ts';
import { covers } from './covering.ts';
import type { Detector, Proposal } from './detector.ts';
import { endOf, startOf, withoutOverlaps } from './overlaps.ts';
import { detectors as everyDetector } from './registry.ts';
import type { Returned, Suggestion } from './suggestion.ts';
import { foldedWords, suggestionKey, wordsBeside } from './suggestion-key.ts';

/** A claim that stands in the text. */
export interface StandingClaim {
  readonly type: string;
  readonly ranges: readonly Range[];
}

/** A suggestion that was refused. */
export interface RefusedSuggestion {
  readonly key: string;
  readonly type?: string | undefined;
  readonly quote: string;
  /** The suggestion's `basis` when it was refused. */
  readonly basis: string;
  readonly reason?: string | undefined;
}

export interface SuggestOptions {
  /** All where none are given. */
  readonly detectors?: readonly Detector[];
  /** Heard after the others: what was learned in the project. */
  readonly learned?: Detector | undefined;
  /** The claims of this document. */
  readonly claims?: readonly StandingClaim[];
  /** The refusals of suggestions in this document. */
  readonly refusals?: readonly RefusedSuggestion[];
}

interface Candidate extends Proposal {
  readonly detector: string;
  readonly rank: number;
}

/**
 * Suggests claims for a text: what detectors propose, overlaps settled, without what claims of the same or a more special
 * type cover and what was refused.
 * @returns in text order
 */
export function suggest(text: CheckedText, options: SuggestOptions = {}): Suggestion[] {
  const heard = [...(options.detectors ?? everyDetector), ...(options.learned ? [options.learned] : [])];
  const candidates = heard.flatMap((detector, rank) =>
    [...detector.detect(text)]
      .filter(one => isSound(one, text))
      .map((one): Candidate => ({ ...one, detector: detector.id, rank })),
  );
  const covered = coverOf(options.claims ?? []);
  const refusals = options.refusals ?? [];
  const refused = new Set(refusals.map(({ key }) => key));
  const byWords = new Map(
    refusals.map(refusal => [`${refusal.type} ${foldedWords(refusal.quote)}`, refusal]),
  );
  const ordinals = new Map<string, number>();
  const found: Suggestion[] = [];
  for (const { rank: _, ...proposal } of withoutOverlaps(candidates)) {
    const quote = proposal.ranges.map(({ start, end }) => text.text.slice(start, end)).join(PART_DIVIDER);
    const basis = wordsBeside(text.text, proposal.ranges);
    const first = suggestionKey(text.documentId, proposal.type, quote, basis);
    const ordinal = (ordinals.get(first) ?? 0) + 1;
    ordinals.set(first, ordinal);
    const key = ordinal === 1 ? first : suggestionKey(text.documentId, proposal.type, quote, basis, ordinal);
    if (refused.has(key) || covered(proposal)) continue;
    const refusal = byWords.get(`${proposal.type} ${foldedWords(quote)}`);
    const returned = refusal && refusal.basis !== basis ? returnedFrom(refusal, basis) : undefined;
    found.push({
      ...proposal,
      documentId: text.documentId,
      quote,
      key,
      basis,
      ...(returned ? { returned } : {}),
    });
  }
  return found;
}

/** Sorts suggestions by how much they are worth checking, equal ones in text order. */
export function byWorth(suggestions: readonly Suggestion[]): Suggestion[] {
  return [...suggestions].sort((a, b) => b.worth - a.worth || startOf(a) - startOf(b) || endOf(a) - endOf(b));
}

/** Whether a proposal has ranges that stand in the text in order: those of a recommender outside may not. */
function isSound({ ranges }: Proposal, { text }: CheckedText): boolean {
  return (
    ranges.length > 0 &&
    ranges.every(
      ({ start, end }, i) => start >= (ranges[i - 1]?.end ?? 0) && end > start && end <= text.length,
    )
  );
}

function returnedFrom({ key, basis, reason }: RefusedSuggestion, now: string): Returned {
  return { key, was: basis, now, ...(reason === undefined ? {} : { reason }) };
}

/** @returns whether claims leave nothing to suggest at a proposal's place; asked in text order */
function coverOf(claims: readonly StandingClaim[]): (proposal: Proposal) => boolean {
  const sorted = claims.filter(({ ranges }) => ranges.length > 0).sort((a, b) => startOf(a) - startOf(b));
  let first = 0;
  let open: StandingClaim[] = [];
  return proposal => {
    const [start, end] = [startOf(proposal), endOf(proposal)];
    open = open.filter(claim => endOf(claim) > start);
    for (; first < sorted.length && startOf(sorted[first]!) < end; first++)
      if (endOf(sorted[first]!) > start) open.push(sorted[first]!);
    return open.some(claim => covers(claim, proposal));
  };
}
