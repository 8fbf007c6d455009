import { wordAt } from '../../shared/text/words.ts';
import { Edges } from './edges.ts';
import type { Stage } from './stage.ts';
import type { TextWindow } from './text-window.ts';
import { endOf, type Mark, type ReaderSelection, type Span, startOf } from './types.ts';

/** Pixels beside a word that still mean the word. */
const NEAR = 10;

export interface TouchHandHost {
  /** The claim that has the focus. */
  readonly focused: string | null;
  readonly selection: ReaderSelection;
  select(anchor: number, head: number): void;
  focus(): void;
  later(): void;
}

const sameSpan = (a: Span | null, b: Span): boolean => a?.start === b.start && a.end === b.end;

/**
 * What a finger does in the text: a tap on a word selects it, and two handles widen what is selected; a tap on what
 * is selected lets go of it. A tap on a claim is for the claim, and the next one for the word in it. A long press is
 * the device's: it selects with handles of its own, and as both sets would lie over one another, ours stand only at
 * what a tap or they themselves have selected.
 */
export class TouchHand {
  readonly #host: TouchHandHost;
  readonly #edges: Edges;
  #window: TextWindow | null = null;
  #isTouch = false;
  /** What was selected when the finger came down. */
  #before: ReaderSelection = { anchor: 0, head: 0 };
  #focusedBefore: string | null = null;
  /** What was selected by a tap or with the handles. */
  #own: Span | null = null;

  constructor(stage: Stage, host: TouchHandHost) {
    this.#host = host;
    this.#edges = new Edges(
      stage,
      {
        marked: () => this.#mark ?? undefined,
        preview: mark => this.#show(mark),
        moved: mark => this.#show(mark),
      },
      'grips',
    );
  }

  /** The window that is touched; null between two texts. */
  set window(window: TextWindow | null) {
    this.#window = window;
    this.#own = null;
    if (!window) return;
    window.view.dom.addEventListener('pointerdown', event => {
      this.#isTouch = event.pointerType === 'touch';
      this.#before = this.#host.selection;
      this.#focusedBefore = this.#host.focused;
    });
    window.view.dom.addEventListener('click', event => this.#tapped(event));
  }

  /** Puts the handles where what was selected by touch ends. */
  place(window: TextWindow): void {
    this.#edges.place(window, this.#mark, null);
  }

  /** What the handles stand at, as far as it is still what is selected. */
  get #mark(): Mark | null {
    const { selection } = this.#host;
    const range = { start: startOf(selection), end: endOf(selection) };
    if (range.start === range.end || !sameSpan(this.#own, range)) return null;
    return { id: 'selection', ranges: [range], type: '', state: 'open', conflict: false, label: '' };
  }

  #show(mark: Mark | null): void {
    const range = mark?.ranges[0];
    if (range) this.#select(range);
  }

  #select({ start, end }: Span): void {
    this.#own = { start, end };
    this.#host.select(start, end);
    this.#host.later();
  }

  #tapped(event: MouseEvent): void {
    const window = this.#window;
    if (!this.#isTouch || !window || this.#isElse(event.target as Element)) return;
    const word = this.#wordAt(window, event.clientX, event.clientY);
    if (!word) return;
    const { start, end } = { start: startOf(this.#before), end: endOf(this.#before) };
    if (start < end && word.start < end && start < word.end) this.#host.select(word.end, word.end);
    else this.#select(word);
    this.#host.focus();
  }

  /** Whether a tap there means something else than a word: a chip, a claim, or the next of several claims. */
  #isElse(target: Element): boolean {
    const claim = target.closest<HTMLElement>('mark[data-id]');
    const isOneOfMany =
      claim !== null && (claim.parentElement?.closest('mark') ?? claim.querySelector('mark'));
    return (
      target.closest('.chip') !== null ||
      (claim !== null && (isOneOfMany !== null || claim.dataset.id !== this.#focusedBefore))
    );
  }

  /** The word under a finger, or null beside the words. */
  #wordAt(window: TextWindow, x: number, y: number): Span | null {
    const offset = window.offsetAt(x, y);
    const word = offset === null ? null : wordAt(window.text, offset);
    if (!word) return null;
    const [from, to] = [window.rectOf(word.start, 1), window.rectOf(word.end, -1)];
    const isOneLine = Math.abs(from.top - to.top) < 4;
    const isNear =
      y >= from.top - NEAR &&
      y <= to.bottom + NEAR &&
      (!isOneLine || (x >= Math.min(from.left, to.left) - NEAR && x <= Math.max(from.left, to.left) + NEAR));
    return isNear ? word : null;
  }
}
