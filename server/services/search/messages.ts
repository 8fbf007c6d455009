import type { Findable, FoundKind, Listed } from './search-index.ts';
import type { Entry } from './word-index.ts';

/** An object as it is to be found from now on; one without an entry is not to be found any more. */
export interface Fed {
  readonly kind: Listed;
  readonly id: string;
  readonly entry?: Entry;
}

/** What the searching thread is told. */
export type ToSearcher =
  | { readonly says: 'feed'; readonly fed: readonly Fed[] }
  | {
      readonly says: 'text';
      readonly documentId: string;
      readonly revision: string;
      readonly bytes: Uint8Array;
    }
  | { readonly says: 'no-text'; readonly documentId: string }
  | {
      readonly says: 'find';
      readonly typed: string;
      readonly kinds: readonly Findable[];
      readonly limit: number;
    };

/**
 * What the searching thread says: that it has taken in what it was fed, what it found, or how many
 * texts that came or went it has seen to.
 */
export type FromSearcher =
  | { readonly says: 'fed' }
  | { readonly says: 'found'; readonly groups: readonly FoundKind[] }
  | { readonly says: 'failed'; readonly why: string }
  | { readonly says: 'idle'; readonly texts: number };
