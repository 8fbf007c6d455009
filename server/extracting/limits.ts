/** How much an extraction may take before it is ended. */
export interface ExtractionLimits {
  /** For a process to begin, and from then on for each file, in milliseconds. */
  readonly time: number;
  /** Megabytes of objects. */
  readonly heap: number;
  /** Megabytes that the process may have in all, unpacked bytes and its own code among them. */
  readonly memory: number;
}

/** A book of a thousand pages takes a few seconds and 300 MB. */
export const USUAL_EXTRACTION_LIMITS: ExtractionLimits = { time: 60_000, heap: 768, memory: 1536 };

/** Most UTF-16 code units of derived text: what a document may have in bytes at most. */
export const MOST_TEXT = 32 * 2 ** 20;

/** Most bytes of a derivation as it is kept. */
export const MOST_DERIVATION = 256 * 2 ** 20;
