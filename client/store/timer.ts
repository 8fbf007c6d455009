/** Time as the store needs it, so that a test can be its master. */
export interface Timer {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after some milliseconds. @returns what calls it off */
  after(milliseconds: number, run: () => void): () => void;
}

/** The time of this machine. */
export const machineTime: Timer = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const id = setTimeout(run, milliseconds);
    return () => clearTimeout(id);
  },
};
