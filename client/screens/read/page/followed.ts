import type { Reading } from '../reading.ts';

/**
 * Says which place of the text the page beside it is to show: the focused claim or the caret, whichever came last, as
 * long as it can be seen; else the middle of what can be seen.
 */
export class Followed {
  #claim: string | undefined;
  #caret = -1;
  #latest: 'claim' | 'caret' = 'caret';

  /** @returns an offset of the text */
  offset(reading: Reading): number {
    const { focused, selection, viewport } = reading;
    if (selection.start !== this.#caret) {
      this.#caret = selection.start;
      this.#latest = 'caret';
    }
    if (focused !== this.#claim) {
      this.#claim = focused;
      if (focused !== undefined) this.#latest = 'claim';
    }
    const claim = focused === undefined ? undefined : reading.marks?.get(focused)?.ranges[0]?.start;
    const [first, second] = this.#latest === 'claim' ? [claim, selection.start] : [selection.start, claim];
    const isSeen = (offset: number | undefined): offset is number =>
      offset !== undefined && offset >= viewport.start && offset <= viewport.end;
    if (viewport.end <= viewport.start) return first ?? 0;
    if (isSeen(first)) return first;
    if (isSeen(second)) return second;
    return Math.floor((viewport.start + viewport.end) / 2);
  }
}
