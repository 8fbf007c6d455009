/** What was found by looking through everything that a store holds. */
export interface Verification {
  /** How much was looked at. */
  readonly entries: number;
  readonly objects: number;
  readonly blobs: number;
  /** What is wrong, each a sentence with where and how to mend it; none for a sound store. */
  readonly findings: readonly string[];
  /** What is no fault but worth knowing. */
  readonly remarks: readonly string[];
}

export const NOTHING_TO_VERIFY: Verification = {
  entries: 0,
  objects: 0,
  blobs: 0,
  findings: [],
  remarks: ['This store keeps nothing beyond its process, so there is nothing to verify.'],
};
