/** Set where the long tests run. */
const isSoak = process.env.VARIORUM_SOAK === '1';

/**
 * How often a property is tried that takes long to try: as often as given where the long tests run, among which the
 * files that call this are (`npm run soak`), and a fifth as often, though no less than ten times, in `npm test`.
 */
export const runs = (full: number): number =>
  isSoak ? full : Math.min(full, Math.max(10, Math.ceil(full / 5)));

/**
 * Which of many places one test tries, such as the operations before which a machine may crash: all where the long
 * tests run, and otherwise every third, so that three tests with different remainders try all of them.
 */
export const isTried = (place: number, remainder: number): boolean => isSoak || place % 3 === remainder % 3;
