import { sayCslName } from '../../../shared/citations/short-citation.ts';
import { claimType } from '../../../shared/claim-types/registry.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import type { Objects } from '../../../shared/model/objects.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Listed } from './search-index.ts';
import type { Entry } from './word-index.ts';

type Words = Omit<Entry, 'id'>;

/** Longest words of a claim that are looked through; UTF-16 code units. */
const LONGEST = 4000;

const makers: { readonly [K in Listed]: (object: Objects[K]) => Words } = {
  document: ({ title, origin }: Document) => ({ main: title, more: lines(origin) }),
  claim: ({ type, anchor, value, fields, tags, notes, evidence }: Claim) => ({
    main: lines(anchor.quote.exact.slice(0, LONGEST), ...newWords(anchor.quote.exact, stringsIn(value))),
    more: lines(
      ...tags,
      ...Object.values(fields),
      ...notes.map(({ text }) => text),
      ...evidence.flatMap(({ note, quote }) => [note, quote]),
    ).slice(0, 4 * LONGEST),
    aside: lines(claimType(type)?.label ?? type),
  }),
  source: ({ csl }: Source) => ({
    main: lines(csl.title),
    more: lines(
      ...(csl.author ?? []).map(sayCslName),
      csl['container-title'],
      csl.publisher,
      csl.URL,
      csl.DOI,
      csl.issued?.raw,
      ...(csl.issued?.['date-parts'] ?? []).map(parts => parts.join(' ')),
    ),
  }),
  entity: ({ kind, preferred, variants }: Entity) => ({
    main: lines(preferred, ...variants.map(({ form }) => form)),
    more: '',
    aside: kind,
  }),
  conflict: ({ title, sides, kind, decisions, grounds, dissent }: Conflict) => ({
    main: lines(
      title,
      ...newWords(
        title,
        sides.map(({ value }) => value),
      ),
    ),
    more: lines(
      ...decisions.flatMap(({ reason, preferred }) => [reason, preferred]),
      ...grounds.map(({ says }) => says),
      ...dissent.map(({ text }) => text),
    ),
    aside: kind,
  }),
};

/** @returns the words by which an object is found */
export function entryOf({ kind, id, object }: Versioned<Listed>): Entry {
  const words = (makers[kind] as (object: unknown) => Words)(object);
  return { id, ...words };
}

const lines = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n');

/** Those of the words that are not in a text already. */
const newWords = (text: string, words: readonly string[]): string[] =>
  words.filter(word => !text.includes(word));

/** Every text within a value, whatever its kind. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'kind' ? [] : stringsIn(inner)));
}
