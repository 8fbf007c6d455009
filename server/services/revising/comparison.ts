import type { FateCounts, RevisionPreview, Waiting } from '../../../shared/api/routes/revisions.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { Carry } from '../../../shared/model/carry.ts';
import type { Fate } from '../../../shared/revising/fate.ts';

/** An anchor in a document: of a claim, removed or not, or of a passage that an evidence quotes. */
export interface Standing {
  readonly claimId: string;
  readonly evidenceId?: string;
  readonly anchor: Anchor;
  readonly removed: boolean;
}

/** Two texts to be compared, and what is wanted of that. */
export interface Comparison {
  readonly after: string;
  /** The text of each revision on which something stands, and which of them was the current one. */
  readonly texts: ReadonlyMap<string, string>;
  readonly current: string;
  /** Most that are told of what would wait, and of the blocks that differ. */
  readonly limit: number;
  readonly blocks: number;
}

/** What a new text does to a document. */
export interface Compared {
  readonly difference: RevisionPreview['difference'];
  readonly changes: RevisionPreview['changes'];
  readonly claims: FateCounts;
  readonly evidence: FateCounts;
  readonly waiting: readonly Waiting[];
  readonly carry: Carry;
}

/** What the thread is told: the texts, then all that stands on them, a slice at a time, then that this was all. */
export type ToComparer =
  | { readonly says: 'compare'; readonly comparison: Comparison }
  | { readonly says: 'standing'; readonly standing: readonly Standing[] }
  | { readonly says: 'tell'; readonly what: 'all' | 'fates' };

export type FromComparer =
  | { readonly says: 'taken' }
  | { readonly says: 'compared'; readonly compared: Compared }
  | { readonly says: 'fates'; readonly fates: readonly Fate[] };

/** @returns counts that are all zero, to be counted up. */
export function noFates(): FateCounts {
  return {
    intact: 0,
    shifted: 0,
    relocated: 0,
    'context-changed': 0,
    edited: 0,
    deleted: 0,
    ambiguous: 0,
  };
}

/** Whether a fate needs nobody: the same words between the same neighbours. */
export const isSilent = ({ state }: Fate): boolean => state === 'intact' || state === 'shifted';
