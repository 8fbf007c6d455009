import { z } from 'zod';
import { Range } from '../../model/anchor.ts';
import { ClaimValue } from '../../model/claim.ts';
import { Id } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';
import { whole } from '../parts.ts';

/** Kinds of things that are found by their words. */
export const FindableKind = z.enum(['document', 'passage', 'claim', 'entity', 'conflict', 'source']);
export type FindableKind = z.infer<typeof FindableKind>;

/** Something that was found. */
export const SearchHit = z.strictObject({
  kind: FindableKind,
  /** The object's id; of a passage, that of its document. */
  id: Id,
  /** What it is called, or the words of a passage. */
  text: z.string(),
  /** Where `text` has what was sought, in its UTF-16 code units; ascending and apart. */
  marks: z.array(Range),
  /** A claim's type, an entity's kind, a conflict's state. */
  type: z.string().optional(),
  /** A claim's value. */
  value: ClaimValue.optional(),
  /** Where a claim or a passage stands, in UTF-16 code units of the revision's text. */
  place: z.strictObject({ documentId: Id, title: z.string(), revision: Id, range: Range }).optional(),
});
export type SearchHit = z.infer<typeof SearchHit>;

const kindList = z
  .string()
  .max(100)
  .transform(text => text.split(','))
  .pipe(z.array(FindableKind).min(1).max(FindableKind.options.length));

/** Finding by words. */
export const searchRoutes = {
  search: endpoint({
    id: 'search',
    method: 'get',
    path: '/api/search',
    summary: 'Whatever has the words, best first; words in quotation marks stand together',
    query: z.strictObject({
      q: z.string().max(400),
      /** Kinds divided by commas; all where it is left out. */
      kinds: kindList.optional(),
      /** Most hits of each kind. */
      limit: whole(1, 100).optional(),
    }),
    reply: z.strictObject({
      /** Whether all that is on the desk has been looked through; else the index is still being made. */
      complete: z.boolean(),
      groups: z.array(z.strictObject({ kind: FindableKind, hits: z.array(SearchHit), more: z.boolean() })),
    }),
  }),
} as const;
