/** How much an extraction may take before it is ended. */
export interface ExtractionLimits {
  /**
   * Milliseconds of the processors' time that one file may take, so that a busy machine gives up no file that an idle one
   * reads; `PATIENCE` times as long may pass meanwhile.
   */
  readonly time: number;
  /** Megabytes of objects. */
  readonly heap: number;
  /** Megabytes that the process may have in all, unpacked bytes and its own code among them. */
  readonly memory: number;
}

/** A PDF of a thousand pages takes some eight seconds and 300 MB. */
export const USUAL_EXTRACTION_LIMITS: ExtractionLimits = { time: 60_000, heap: 768, memory: 1536 };

/** How many times its limit of time may pass by the clock until a file is given up, and until a process has begun. */
export const PATIENCE = 3;

/** Most UTF-16 code units of derived text: what a document may have in bytes at most. */
export const MOST_TEXT = 32 * 2 ** 20;

/** Most bytes of a derivation as it is kept. */
export const MOST_DERIVATION = 256 * 2 ** 20;

/** So many parts of a file are offered as documents of their own. */
export const MOST_PARTS = 20_000;
