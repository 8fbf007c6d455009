import type { ClaimHand } from './claim-hand.ts';
import { tell } from './events.ts';
import { claimsAt, describeMark } from './plugins/claims.ts';
import { foldedOf } from './plugins/folds.ts';
import type { Speaker } from './speaker.ts';
import type { TextWindow } from './text-window.ts';
import { endOf, type Fold, type ReaderSelection, type Span, startOf } from './types.ts';

/** Milliseconds for which scrolling must pause. */
const PAUSE = 100;

interface WhereaboutsHost {
  readonly root: HTMLElement;
  readonly selection: ReaderSelection;
  rectOf(offset: number): DOMRect | null;
}

/** Tells where the user is in the text: the selection, the claims at the caret, and what is in sight. */
export class Whereabouts {
  readonly #host: WhereaboutsHost;
  readonly #hand: ClaimHand;
  readonly #speaker: Speaker;
  #window: TextWindow | null = null;
  #atCaret: readonly string[] = [];
  /** Whether the selection has moved and nobody was told yet. */
  #moved = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WhereaboutsHost, hand: ClaimHand, speaker: Speaker) {
    this.#host = host;
    this.#hand = hand;
    this.#speaker = speaker;
  }

  /** The window on the text; null between two texts. */
  set window(window: TextWindow | null) {
    this.#window = window;
    clearTimeout(this.#settling);
  }

  /** The selection is another one now. */
  moved(): void {
    this.#moved = true;
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
    const { root, selection } = this.#host;
    const range = this.#withoutSigns({ start: startOf(selection), end: endOf(selection) });
    tell(root, 'vr-selection', { selection, range, rect: this.#host.rectOf(selection.head) });
    const marks = claimsAt(this.#hand.marks, selection.head, true);
    const ids = marks.map(mark => mark.id);
    if (ids.join() === this.#atCaret.join()) return;
    this.#atCaret = ids;
    if (marks.length && !this.#hand.movesEdges) this.#speaker.say(marks.map(describeMark).join('; '));
    tell(root, 'vr-claims-at-caret', { ids });
  }

  /** A range without hidden signs of markup at its ends, which nobody meant to select. */
  #withoutSigns(range: Span): Span {
    const isSign = (fold: Fold) => !fold.chip || fold.chip.isFixed === true;
    return (this.#window && foldedOf(this.#window.view.state).shown(range, isSign)) ?? range;
  }
}
