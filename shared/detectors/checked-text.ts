import type { Markup } from '../markup/markup.ts';
import { scannerFor } from '../markup/registry.ts';
import type { MediaType } from '../model/document.ts';
import type { ReadingContext } from '../values/context.ts';

/** What is known of a text before it is read. */
export interface TextFacts {
  /** The document's id; on the command line the path as it was given. */
  readonly documentId: string;
  readonly text: string;
  readonly mediaType: MediaType;
  /** BCP 47 tag. */
  readonly language?: string;
  /** The document's own date, EDTF. */
  readonly date?: string;
  readonly title?: string;
  /** The day of the check, EDTF; without it nothing is said of dates in the future. */
  readonly today?: string;
}

/** A text as detectors and conflict rules see it: its facts, and what is found in it once and used by many. */
export class CheckedText {
  readonly documentId: string;
  readonly text: string;
  readonly mediaType: MediaType;
  readonly title: string | undefined;
  readonly today: string | undefined;
  /** For reading values. */
  readonly context: ReadingContext;
  readonly #found = new Map<unknown, unknown>();

  constructor(facts: TextFacts) {
    this.documentId = facts.documentId;
    this.text = facts.text;
    this.mediaType = facts.mediaType;
    this.title = facts.title;
    this.today = facts.today;
    this.context = {
      ...(facts.language === undefined ? {} : { language: facts.language }),
      ...(facts.date === undefined ? {} : { documentDate: facts.date }),
    };
  }

  /** The markup of the text, ascending; none where its kind of text has none. */
  get markup(): readonly Markup[] {
    return this.once(markupOf);
  }

  /**
   * Works out something about the text at its first use and keeps it: the lists in it, its sections, its sentences.
   * @param find a function of this text alone; it is its own key, so give a named one
   */
  once<T>(find: (text: CheckedText) => T): T {
    if (!this.#found.has(find)) this.#found.set(find, find(this));
    return this.#found.get(find) as T;
  }
}

const markupOf = ({ text, mediaType }: CheckedText): readonly Markup[] => scannerFor(mediaType)?.(text) ?? [];
