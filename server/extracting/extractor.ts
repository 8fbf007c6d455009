import type { Remark } from '../../shared/derivation/remarks.ts';
import type { Derivation, ExtractionOptions } from '../../shared/model/derivation.ts';
import type { MediaType } from '../../shared/model/document.ts';

/** A file as an extractor gets it. */
export interface OriginalFile {
  readonly bytes: Uint8Array;
  /** The file decoded, without byte order mark; given to extractors that read text. */
  readonly text?: string;
  readonly name?: string;
  /** What it is known by while several texts are made of it: the same key, the same file read in the same way. */
  readonly key?: string;
}

/** Makes a text of a file that was opened, by what is chosen. */
export type ExtractOpened = (options: ExtractionOptions) => Promise<Extracted> | Extracted;

/** Something a person may choose about how a file becomes text; the first value is taken where nothing is said. */
export interface Choice {
  /** The name under which it stands in the options: `content`, `column`, `part`. */
  readonly name: string;
  readonly values: readonly { readonly value: string | number | boolean; readonly label?: string }[];
}

/** What an extractor made of a file. */
export interface Extracted {
  /** Never empty; lines end in LF. */
  readonly text: string;
  readonly derivation: Derivation;
  /** The options as they were applied, with what was taken where nothing was said. */
  readonly options: ExtractionOptions;
  /** What may be chosen in this file. */
  readonly choices: readonly Choice[];
  /** The kind of the derived text; `text/plain` unless it has markup of its own. */
  readonly mediaType?: MediaType;
  /** What the file says of itself. */
  readonly title?: string;
  readonly language?: string;
  /** What was left behind or may be wrong: pictures without text, pages without a text layer. */
  readonly remarks: readonly Remark[];
}

/**
 * Makes text of one kind of file. It runs in a process of its own that is ended where it takes too long or too much, so
 * it need not watch the clock; it must not reach for the network or the disk.
 */
export interface Extractor {
  readonly id: string;
  /** Changes whenever the same bytes would give another text or derivation. */
  readonly version: string;
  /** What such a file is called: "a web page", "a Word document". */
  readonly label: string;
  /** The file's media type as it is kept, and endings of names, in lower case without dot. */
  readonly mediaType: string;
  readonly endings: readonly string[];
  /** Whether the file is decoded as text first. */
  readonly reads: 'text' | 'bytes';
  /** @returns whether a file is of this kind, by its beginning (at least 4,096 bytes where it has them) and its name. */
  recognises(beginning: Uint8Array, name: string | undefined): boolean;
  /**
   * What a file that is decoded first says of its own encoding; taken before any guess, where all of the file decodes
   * so.
   */
  encodingOf?(beginning: Uint8Array): string | undefined;
  /** @throws Unextractable where nothing can be read in the file. */
  extract(file: OriginalFile, options: ExtractionOptions): Promise<Extracted> | Extracted;
  /**
   * Reads once what all parts of a file need, for kinds of file that hold many texts; `extract` makes of the file what
   * this makes of it.
   * @throws Unextractable where nothing can be read in the file
   */
  open?(file: OriginalFile): Promise<ExtractOpened>;
}

/** Why no text can be made of a file; the message says what is wrong, where, and how to mend it. */
export class Unextractable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unextractable';
  }
}
