import type { Offered } from '../api/found.ts';
import type { Authorship, Draft } from '../change/draft.ts';
import { draftOf, newClaim } from '../claims/new-claim.ts';
import { basisOfWords } from '../conflicts/basis-of-finding.ts';
import { QUOTE_LIMIT } from '../model/anchor.ts';
import type { Claim } from '../model/claim.ts';
import type { Refusal } from '../model/refusal.ts';

/** Longest text of a field, in UTF-16 code units. */
const FIELD_LENGTH = 5000;
const QUOTE_LENGTH = 2000;

/**
 * Makes a claim of what was suggested. Where the words are known to name an entity, the claim names it.
 * @param newId gives a fresh UUID at every call
 */
export function acceptSuggestion(
  offered: Offered,
  newId: () => string,
  author: Authorship,
): { draft: Draft; claim: Claim } {
  const { documentId, revision, ranges, quote, prefix, suffix, type, value, fields, entityId } = offered;
  const anchor = {
    documentId,
    revision,
    ranges: ranges.map(({ start, end }) => ({ start, end })),
    quote: { exact: quote.slice(0, QUOTE_LIMIT), prefix, suffix },
  };
  const short = Object.entries(fields).map(([name, text]) => [name, text.slice(0, FIELD_LENGTH)] as const);
  const content = { value, fields: Object.fromEntries(short), entityId };
  const claim = newClaim(newId(), type, anchor, content, author);
  return { draft: draftOf('claim', claim), claim };
}

/**
 * Remembers that a suggestion is no claim.
 * @param reason why, where somebody said so
 * @param newId gives a fresh UUID at every call
 */
export function refuseSuggestion(
  { key, documentId, type, quote, basis }: Pick<Offered, 'key' | 'documentId' | 'type' | 'quote' | 'basis'>,
  reason: string | undefined,
  newId: () => string,
  { by, at }: Authorship,
): Draft {
  const refusal: Refusal = {
    id: newId(),
    of: 'suggestion',
    key,
    documentId,
    type,
    quote: quote.slice(0, QUOTE_LENGTH),
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
    basis: basisOfWords(quote, basis),
    by,
    at,
  };
  return draftOf('refusal', refusal);
}
