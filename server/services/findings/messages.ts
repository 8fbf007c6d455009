import type { Offered, ToldFinding } from '../../../shared/api/found.ts';
import type { TextFacts } from '../../../shared/detectors/checked-text.ts';
import type { Range } from '../../../shared/model/anchor.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Learned } from './engine.ts';

/** What is known of a document beside its text. */
export interface Facts extends Omit<TextFacts, 'text'> {
  readonly revision: string;
}

/** A suggestion as it is kept: what may change without the text does not count. */
export type Kept = Omit<Offered, 'documentId' | 'revision' | 'entityId' | 'returned'>;

/** What was proposed for a text: the suggestions that are most worth checking, in text order, and how many there were. */
export interface KeptSuggestions {
  readonly found: number;
  readonly suggestions: readonly Kept[];
}

/** What the proposing thread is told: one text at a time, as UTF-8. */
export interface ToProposer {
  readonly job: number;
  readonly facts: Facts;
  readonly bytes: Uint8Array;
  readonly learned?: Learned;
}

/** What the proposing thread says: `KeptSuggestions` as JSON in UTF-8, or why there are none. */
export type FromProposer =
  | { readonly job: number; readonly bytes: Uint8Array }
  | { readonly job: number; readonly why: string };

/** What the training thread is told: texts as UTF-8, with what people said of stretches of them. */
export interface ToTrainer {
  readonly texts: readonly {
    readonly facts: Facts;
    readonly bytes: Uint8Array;
    readonly accepted: readonly (Range & { readonly type: string })[];
    readonly refused: readonly Range[];
  }[];
}

/** What the training thread says: a model as JSON, or why there is none. */
export type FromTrainer = { readonly model: string } | { readonly why: string };

/** What of an object the examining thread needs; nothing where it is gone. */
export type Fed =
  | { readonly kind: 'claim'; readonly id: string; readonly object?: Claim }
  | { readonly kind: 'source'; readonly id: string; readonly object?: Source }
  | { readonly kind: 'entity'; readonly id: string; readonly object?: Entity }
  | { readonly kind: 'refusal'; readonly id: string; readonly object?: { readonly key: string } };

/** What the examining thread is told. Texts and suggestions come as bytes, which cost nothing to hand over. */
export type ToExaminer =
  | { readonly says: 'feed'; readonly fed: readonly Fed[] }
  | {
      readonly says: 'document';
      readonly facts: Facts;
      readonly text: Uint8Array;
      readonly suggestions?: Uint8Array;
    }
  | { readonly says: 'no-document'; readonly documentId: string };

/** A finding as it leaves the thread, before anybody asks what was decided about it. */
export type Found = Omit<ToldFinding, 'returned'>;

/**
 * What the examining thread says: that it has taken in what it was fed; how far it is; what it finds otherwise than
 * before; and that nothing is left to do after so many messages.
 */
export type FromExaminer =
  | { readonly says: 'fed' }
  | { readonly says: 'progress'; readonly done: number; readonly total: number }
  | { readonly says: 'found'; readonly changed: readonly Found[]; readonly gone: readonly string[] }
  | { readonly says: 'settled'; readonly after: number };
