import type { Block, ExtractionOptions, Inline } from '../../shared/model/derivation.ts';
import type { MediaType } from '../../shared/model/document.ts';
import type { Choice, OriginalFile } from './extractor.ts';

/** What the process is told: a file, and which extractor is to make text of it. */
export interface ToExtractor {
  readonly extractor: string;
  readonly file: OriginalFile;
  readonly options: ExtractionOptions;
}

/** What an extractor made of a file, checked, with the derivation as it is kept. */
export interface ExtractedFile {
  readonly text: string;
  /** Canonical JSON as UTF-8. */
  readonly derivation: Uint8Array;
  /** How many blocks there are of each kind. */
  readonly blocks: Readonly<Partial<Record<Block['kind'], number>>>;
  /** Those that begin within the sample that is shown, cut where it ends. */
  readonly drawn: { readonly blocks: Block[]; readonly inlines: Inline[] };
  readonly options: ExtractionOptions;
  readonly choices: readonly Choice[];
  readonly mediaType: MediaType;
  readonly title?: string;
  readonly language?: string;
  readonly remarks: readonly string[];
}

/** Said once, when the process has begun. */
export interface Ready {
  readonly says: 'ready';
}

export type FromExtractor =
  | { readonly says: 'extracted'; readonly extracted: ExtractedFile }
  /** The file is at fault: nothing can be read in it. */
  | { readonly says: 'unextractable'; readonly why: string }
  /** The extractor is at fault. */
  | { readonly says: 'failed'; readonly why: string };
