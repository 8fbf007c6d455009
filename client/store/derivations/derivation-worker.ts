import { DerivationIndex, type DerivationSummary } from '../../../shared/derivation/derivation-index.ts';
import type { Excerpt } from '../../../shared/derivation/excerpt.ts';
import type { SoughtPlace } from '../../../shared/derivation/sought-place.ts';
import type { Derivation } from '../../../shared/model/derivation.ts';
import type { Span } from '../../../shared/text/text-like.ts';

/** What is asked of the worker: what is known of a text, the text piece by piece, then stretches and places. */
export type DerivationRequest =
  | { readonly derivation: ArrayBuffer }
  | { readonly words: string; readonly isLast: boolean }
  | { readonly id: number; readonly span: Span }
  | { readonly id: number; readonly sought: SoughtPlace };

export type DerivationReply =
  | { readonly summary: DerivationSummary }
  | { readonly id: number; readonly excerpt: Excerpt }
  | { readonly id: number; readonly offset: number | undefined };

const words: string[] = [];
let derivation: Derivation | undefined;
let index: DerivationIndex | undefined;

// What is known of a long text is many times as long as the text, and reading it takes much longer than a frame.
self.addEventListener('message', ({ data }: MessageEvent<DerivationRequest>) => {
  const tell = (reply: DerivationReply) => self.postMessage(reply);
  if ('derivation' in data) derivation = JSON.parse(new TextDecoder().decode(data.derivation)) as Derivation;
  else if ('words' in data) {
    words.push(data.words);
    if (!data.isLast) return;
    index = new DerivationIndex(words.splice(0).join(''), derivation!);
    tell({ summary: index.summary });
  } else if ('span' in data) tell({ id: data.id, excerpt: index!.excerpt(data.span) });
  else tell({ id: data.id, offset: index!.find(data.sought) });
});
