/** The totals of a run of tests, as they stand alone on a line. Loads nothing: it is needed before anything is installed. */
export const totals = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
