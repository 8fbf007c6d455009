import type { Remark } from '../../shared/derivation/remarks.ts';
import type { Block, ExtractionOptions, Inline } from '../../shared/model/derivation.ts';
import type { MediaType } from '../../shared/model/document.ts';
import type { Choice, OriginalFile } from './extractor.ts';

/** What is wanted of a file: which extractor is to make text of it, and how. */
export interface Wanted {
  readonly extractor: string;
  readonly options: ExtractionOptions;
  /** Whether nothing is to be told but the text, what is kept of it, and remarks: not what else could be chosen. */
  readonly isBrief?: boolean;
}

/** What the process is told. */
export interface ToExtractor extends Wanted {
  /** The file; that which the process keeps open under `key` where none is sent. */
  readonly file?: OriginalFile;
  /** Under what the file is kept open for what else is wanted of it. */
  readonly key?: string;
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
  readonly remarks: readonly Remark[];
}

/** Said once, when the process has begun. */
export interface Ready {
  readonly says: 'ready';
}

export type FromExtractor =
  /** The file that is meant is not open here: it has to be sent. */
  | { readonly says: 'not-open' }
  | { readonly says: 'extracted'; readonly extracted: ExtractedFile }
  /** The file is at fault: nothing can be read in it. */
  | { readonly says: 'unextractable'; readonly why: string }
  /** The extractor is at fault. */
  | { readonly says: 'failed'; readonly why: string };
