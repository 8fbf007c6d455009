import { claimType } from '../claim-types/registry.ts';
import type { Suggestion } from '../detectors/suggestion.ts';
import type { Claim } from '../model/claim.ts';
import { readText } from '../values/texts/text.ts';
import { Value } from '../values/value.ts';
import type { Mention } from './mention.ts';

/** @returns a mention for each claim that still stands in its text; a value that is none is read anew from the words. */
export function mentionsOf(claims: Iterable<Claim>): Mention[] {
  return [...claims].filter(claim => claim.anchorState !== 'deleted').map(mentionOf);
}

function mentionOf(claim: Claim): Mention {
  const { documentId, ranges, quote } = claim.anchor;
  const kept = Value.safeParse(claim.value);
  const value = kept.success
    ? kept.data
    : (claimType(claim.type)?.normalise(quote.exact, {}) ?? readText(quote.exact));
  return {
    id: claim.id,
    documentId,
    claimId: claim.id,
    ...(claim.entityId === undefined ? {} : { entityId: claim.entityId }),
    type: claim.type,
    ranges,
    quote: quote.exact,
    value,
    fields: claim.fields,
  };
}

/** @returns a mention for each suggestion, by its document and key. */
export function mentionsOfSuggestions(suggestions: Iterable<Suggestion>): Mention[] {
  return [...suggestions].map(({ documentId, key, type, ranges, quote, value, fields }) => ({
    id: `${documentId} ${key}`,
    documentId,
    type,
    ranges,
    quote,
    value,
    fields,
  }));
}
