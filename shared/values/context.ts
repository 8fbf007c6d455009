/** What is known around the words that are read. Nothing here is a default: what is absent is unknown. */
export interface ReadingContext {
  /** BCP 47 tag of the words' language. */
  readonly language?: string;
  /** The document's own date, EDTF. */
  readonly documentDate?: string;
}

/** @returns the primary language subtag in lower case ("sr" of "sr-Latn-RS"), or undefined. */
export function primaryLanguage(context: ReadingContext): string | undefined {
  return context.language?.split('-', 1)[0]?.toLowerCase() || undefined;
}
