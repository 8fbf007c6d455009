import { PART_DIVIDER } from '../text/quote.ts';
import type { CheckedText } from './checked-text.ts';
import { type Covering, covers } from './covering.ts';
import type { Detector, Proposal } from './detector.ts';
import { endOf, startOf, withoutOverlaps } from './overlaps.ts';
import { detectors as everyDetector } from './registry.ts';
import type { Returned, Suggestion } from './suggestion.ts';
import { foldedWords, suggestionKey, wordsBeside } from './suggestion-key.ts';

/** A suggestion that was refused. */
interface RefusedSuggestion {
  readonly key: string;
  readonly type?: string | undefined;
  readonly quote: string;
  /** The suggestion's `basis` when it was refused. */
  readonly basis: string;
  readonly reason?: string | undefined;
}

interface SuggestOptions {
  /** All where none are given. */
  readonly detectors?: readonly Detector[];
  /** Heard after the others: what was learned in the project. */
  readonly learned?: Detector | undefined;
  /** The claims of this document. */
  readonly claims?: readonly Covering[];
  /** The refusals of suggestions in this document. */
  readonly refusals?: readonly RefusedSuggestion[];
}

interface Candidate extends Proposal {
  readonly detector: string;
  readonly rank: number;
  readonly isLearned?: boolean;
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
      .map(
        (one): Candidate => ({
          ...one,
          detector: detector.id,
          rank,
          ...(detector === options.learned ? { isLearned: true } : {}),
        }),
      ),
  );
  const suggestions = keyed(text, withoutOverlaps(candidates));
  const covered = coverOf(options.claims ?? []);
  const returned = returnedOf(options.refusals ?? [], suggestions);
  const refused = new Set(options.refusals?.map(({ key }) => key));
  return suggestions
    .filter(one => !refused.has(one.key) && !covered(one))
    .map(one => {
      const back = returned(one);
      return back ? { ...one, returned: back } : one;
    });
}

/** Gives proposals their words and keys; equal ones are told apart by their order. */
function keyed(text: CheckedText, proposals: readonly Candidate[]): Suggestion[] {
  const { documentId } = text;
  const ordinals = new Map<string, number>();
  return proposals.map(({ rank: _, isLearned: __, ...proposal }) => {
    const quote = proposal.ranges.map(({ start, end }) => text.text.slice(start, end)).join(PART_DIVIDER);
    const basis = wordsBeside(text.text, proposal.ranges);
    const first = suggestionKey(documentId, proposal.type, quote, basis);
    const ordinal = (ordinals.get(first) ?? 0) + 1;
    ordinals.set(first, ordinal);
    const key = ordinal === 1 ? first : suggestionKey(documentId, proposal.type, quote, basis, ordinal);
    return { ...proposal, documentId, quote, key, basis };
  });
}

/** What was refused and stands no more as it was, by its type and words: where these come again, that is said. */
function returnedOf(
  refusals: readonly RefusedSuggestion[],
  suggestions: readonly Suggestion[],
): (suggestion: Suggestion) => Returned | undefined {
  const keys = new Set(suggestions.map(({ key }) => key));
  const gone = refusals.filter(({ key }) => !keys.has(key));
  const byWords = new Map(gone.map(refusal => [`${refusal.type} ${foldedWords(refusal.quote)}`, refusal]));
  return ({ type, quote, basis }) => {
    const refusal = byWords.size === 0 ? undefined : byWords.get(`${type} ${foldedWords(quote)}`);
    if (!refusal) return undefined;
    const { key, reason } = refusal;
    return { key, was: refusal.basis, now: basis, ...(reason === undefined ? {} : { reason }) };
  };
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

/** @returns whether claims leave nothing to suggest at a proposal's place; asked in text order */
function coverOf(claims: readonly Covering[]): (proposal: Proposal) => boolean {
  const sorted = claims.filter(({ ranges }) => ranges.length > 0).sort((a, b) => startOf(a) - startOf(b));
  let first = 0;
  let open: Covering[] = [];
  return proposal => {
    open = open.filter(claim => endOf(claim) > startOf(proposal));
    for (; first < sorted.length && startOf(sorted[first]!) < endOf(proposal); first++)
      open.push(sorted[first]!);
    return open.some(claim => covers(claim, proposal));
  };
}
