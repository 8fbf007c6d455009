import type { DerivationSummary } from '../../../shared/derivation/derivation-index.ts';
import type { Excerpt } from '../../../shared/derivation/excerpt.ts';
import type { SoughtPlace } from '../../../shared/derivation/sought-place.ts';
import type { Span } from '../../../shared/text/text-like.ts';

/** What is known of a derived text, to be asked for by stretches of it. Offsets are UTF-16 code units. */
export interface KnownDerivation {
  readonly summary: DerivationSummary;
  /** What is known of a stretch, or of one that it lies in, where that is at hand. */
  peek(span: Span): Excerpt | undefined;
  excerpt(span: Span): Promise<Excerpt>;
  /** @returns the offset at which a place of the original begins; undefined where there is none such */
  find(sought: SoughtPlace): Promise<number | undefined>;
  close(): void;
}
