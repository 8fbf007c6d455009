import type { ClaimHand } from './claim-hand.ts';
import { tell } from './events.ts';
import { claimsAt } from './plugins/claims.ts';
import { foldedOf } from './plugins/folds.ts';
import { sayCell } from './say-cell.ts';
import { sayClaims } from './say-claims.ts';
import type { Speaker } from './speaker.ts';
import type { TextWindow } from './text-window.ts';
import {
  type Cell,
  endOf,
  type Fold,
  type Mark,
  type ReaderSelection,
  type Span,
  startOf,
  type TableRow,
} from './types.ts';

/** Milliseconds for which scrolling must pause. */
const PAUSE = 100;

interface WhereaboutsHost {
  readonly root: HTMLElement;
  readonly selection: ReaderSelection;
  rectOf(offset: number): DOMRect | null;
}

/** Tells where the user is in the text: the selection, the claims and the cell at the caret, and what is in sight. */
export class Whereabouts {
  readonly #host: WhereaboutsHost;
  readonly #hand: ClaimHand;
  readonly #speaker: Speaker;
  #window: TextWindow | null = null;
  #atCaret: readonly string[] = [];
  #cell: { readonly row: TableRow; readonly cell: Cell } | undefined;
  /** Whether the selection has moved and nobody was told yet. */
  #moved = false;
  /** Whether it was moved for the user, by what says itself where it has gone. */
  #isHushed = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WhereaboutsHost, hand: ClaimHand, speaker: Speaker) {
    this.#host = host;
    this.#hand = hand;
    this.#speaker = speaker;
  }

  /** The window on the text; null between two texts. */
  set window(window: TextWindow | null) {
    this.#window = window;
    this.#cell = undefined;
    clearTimeout(this.#settling);
  }

  /** The selection is another one now. */
  moved(): void {
    this.#moved = true;
  }

  /** What the selection moves to next is not spoken, or is after all. */
  hush(isHushed = true): void {
    this.#isHushed = isHushed;
  }

  /** Tells what is in sight once scrolling pauses. */
  settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      if (!this.#window) return;
      this.#window.noteTop();
      tell(this.#host.root, 'vr-viewport', this.#window.inSight);
    }, PAUSE);
  }

  /** Tells the selection and the claims there, where it has moved since they were told. */
  tellSelection(): void {
    if (!this.#moved) return;
    this.#moved = false;
    const isHushed = this.#isHushed;
    this.#isHushed = false;
    const { root, selection } = this.#host;
    const range = this.#withoutSigns({ start: startOf(selection), end: endOf(selection) });
    tell(root, 'vr-selection', { selection, range, rect: this.#host.rectOf(selection.head) });
    const marks = claimsAt(this.#hand.marks, selection.head, true);
    const ids = marks.map(mark => mark.id);
    const cell = this.#enteredCell(selection.head);
    const entered = marks.filter(mark => !this.#atCaret.includes(mark.id));
    if ((cell !== '' || entered.length > 0) && !isHushed && !this.#hand.movesEdges)
      this.#speaker.say(this.#said(cell, entered, marks.length));
    if (ids.join() === this.#atCaret.join()) return;
    this.#atCaret = ids;
    tell(root, 'vr-claims-at-caret', { ids });
  }

  async #said(cell: string, entered: readonly Mark[], depth: number): Promise<string> {
    const claims = entered.length > 0 ? await sayClaims(this.#hand.marks, entered, depth) : '';
    return [cell, claims].filter(Boolean).join('. ');
  }

  /** Which cell of a table has been entered, in words; empty where it is the same one, or none. */
  #enteredCell(offset: number): string {
    const before = this.#cell;
    this.#cell = this.#window?.cellAt(offset);
    if (!this.#cell || (before?.row === this.#cell.row && before.cell === this.#cell.cell)) return '';
    return sayCell(this.#cell.row, this.#cell.cell, before?.row !== this.#cell.row);
  }

  /** A range without hidden signs of markup at its ends, which nobody meant to select. */
  #withoutSigns(range: Span): Span {
    const isSign = (fold: Fold) => !fold.chip || fold.chip.isFixed === true;
    return (this.#window && foldedOf(this.#window.view.state).shown(range, isSign)) ?? range;
  }
}
