import { msg, str } from '@lit/localize';
import { Chooser } from './chooser.ts';
import { ClaimPicker } from './claim-picker.ts';
import { EdgeMode } from './edge-mode.ts';
import type { Edge } from './edge-move.ts';
import { Edges } from './edges.ts';
import { tell } from './events.ts';
import { Margin } from './margin.ts';
import { changeClaims, claimsAt, claimsOf, describeMark } from './plugins/claims.ts';
import type { Speaker } from './speaker.ts';
import type { Stage } from './stage.ts';
import type { TextWindow } from './text-window.ts';
import type { Mark, MarkSource, ReaderSelection } from './types.ts';

/** How long a list of claims gives their words, in UTF-16 code units. */
const WORDS = 60;

const NO_MARKS: MarkSource = { touching: () => [], get: () => undefined, scan: () => undefined };

/** What the hand needs of the reader that it belongs to. */
export interface ClaimHandHost {
  readonly root: HTMLElement;
  readonly selection: ReaderSelection;
  focus(): void;
  rectOf(offset: number): DOMRect | null;
  /** What lies over the text is to be put in its place again. */
  later(): void;
}

/** What the user does with claims in the text: focus them, choose among them, move their edges. */
export class ClaimHand {
  readonly #host: ClaimHandHost;
  readonly #speaker: Speaker;
  readonly #margin: Margin;
  readonly #edges: Edges;
  readonly #chooser: Chooser;
  readonly #picker = new ClaimPicker();
  #window: TextWindow | null = null;
  #edgeMode: EdgeMode | null = null;
  #activeEdge: Edge | null = null;

  constructor(stage: Stage, speaker: Speaker, host: ClaimHandHost) {
    this.#host = host;
    this.#speaker = speaker;
    this.#margin = new Margin(stage, id => this.#open(id, true));
    this.#edges = new Edges(stage, {
      marked: id => this.marks.get(id),
      preview: mark => this.#preview(mark),
      moved: (mark, range) => this.#moved(mark, range),
    });
    this.#chooser = new Chooser(
      stage.sheet,
      id => this.#focusFrom(id, [id]),
      () => host.focus(),
    );
  }

  /** The window whose claims are at hand; null between two texts. */
  set window(window: TextWindow | null) {
    this.#window = window;
    this.#endEdgeMode();
    this.#chooser.hide();
    if (!window) return;
    const { dom } = window.view;
    dom.addEventListener('click', event => this.#clicked(event));
    dom.addEventListener('dblclick', event => this.#doubleClicked(event));
    dom.addEventListener('pointerdown', () => this.#chooser.hide());
  }

  get marks(): MarkSource {
    return this.#window ? claimsOf(this.#window.view.state).source : NO_MARKS;
  }

  get focused(): string | null {
    return this.#window ? claimsOf(this.#window.view.state).focused : null;
  }

  /** Whether the keyboard moves an edge. */
  get movesEdges(): boolean {
    return this.#edgeMode !== null;
  }

  /** Rings a claim, all its parts, or none. */
  ring(id: string | null): void {
    const window = this.#window;
    const old = this.focused;
    if (!window || old === id) return;
    this.#endEdgeMode();
    const spans = [old, id].flatMap(one => this.marks.get(one ?? '')?.ranges ?? []);
    const tr = changeClaims(window.view.state.tr, { focused: id, preview: null, stale: spans });
    window.view.dispatch(window.refresh(tr));
    this.#host.later();
  }

  /** Puts the marks in the margin and the handles at the edges where they belong. */
  place(window: TextWindow): void {
    const { start, end } = window.hotSpan;
    const { source, focused, preview } = claimsOf(window.view.state);
    const conflicts = source
      .touching(start, end)
      .filter(mark => mark.conflict && mark.ranges[0]!.start >= start && mark.ranges[0]!.start < end);
    this.#margin.place(window, conflicts, focused);
    const mark = preview ?? source.get(focused ?? '') ?? null;
    this.#edges.place(window, mark?.state === 'suggested' ? null : mark, this.#activeEdge);
  }

  /** Takes away the list that a click has shown. */
  hideList(): void {
    this.#chooser.hide();
  }

  /** Lists the claims at the caret; false where there is none. */
  choose(): boolean {
    const { head } = this.#host.selection;
    const stack = claimsAt(this.marks, head, true);
    const rect = this.#host.rectOf(head);
    if (!stack.length || !rect) return false;
    this.#list(stack, rect, true);
    return true;
  }

  /** Begins to move the edges of the focused claim, or else of the innermost at the caret, by keyboard. */
  moveEdges(): boolean {
    const mark =
      this.marks.get(this.focused ?? '') ?? claimsAt(this.marks, this.#host.selection.head, true)[0];
    if (!mark || mark.state === 'suggested' || !this.#window) return false;
    if (mark.id !== this.focused) this.#focusFrom(mark.id, [mark.id]);
    this.#edgeMode = new EdgeMode(mark, {
      text: this.#window.text,
      preview: changed => this.#preview(changed),
      moved: (changed, range) => this.#moved(changed, range),
      say: text => this.#speaker.say(text),
      activate: edge => {
        this.#activeEdge = edge;
        this.#host.later();
      },
    });
    return true;
  }

  /** Offers a key to the edge mode; returns whether it took it. */
  edgeKey(event: KeyboardEvent): boolean {
    if (!this.#edgeMode) return false;
    if (!this.#edgeMode.key(event)) this.#edgeMode = null;
    return true;
  }

  #clicked(event: MouseEvent): void {
    const { anchor, head } = this.#host.selection;
    if (!this.#window || event.detail > 1 || event.shiftKey || anchor !== head) return;
    const { mark, stack } = this.#picker.pick(this.#window, event);
    this.#focusFrom(
      mark?.id ?? null,
      stack.map(one => one.id),
    );
    if (stack.length > 1) this.#list(stack, new DOMRect(event.clientX, event.clientY - 10, 0, 20), false);
  }

  #doubleClicked(event: MouseEvent): void {
    const stack = this.#window ? this.#picker.stackAt(this.#window, event) : [];
    const id = stack.find(mark => mark.id === this.focused)?.id ?? stack[0]?.id;
    if (id) tell(this.#host.root, 'vr-claim-open', { id, conflict: false });
  }

  #open(id: string, conflict: boolean): void {
    this.#focusFrom(id, [id]);
    tell(this.#host.root, 'vr-claim-open', { id, conflict });
  }

  #focusFrom(id: string | null, stack: readonly string[]): void {
    if (id === null && this.focused === null) return;
    this.ring(id);
    const mark = this.marks.get(id ?? '');
    if (mark) this.#speaker.say(msg(str`${describeMark(mark)}, focused`));
    tell(this.#host.root, 'vr-claim-focus', { id, stack });
  }

  #list(stack: readonly Mark[], rect: DOMRect, grab: boolean): void {
    const { text } = this.#window!;
    const words = stack.map(mark => ({ mark, words: text.wordsOf(mark.ranges, WORDS) }));
    this.#chooser.show(words, this.focused, rect, grab);
  }

  #preview(mark: Mark | null): void {
    const window = this.#window;
    if (!window) return;
    const { source, preview } = claimsOf(window.view.state);
    const known = source.get(mark?.id ?? preview?.id ?? '');
    const stale = [preview, known, mark].flatMap(one => one?.ranges ?? []);
    window.view.dispatch(window.refresh(changeClaims(window.view.state.tr, { preview: mark, stale })));
    this.#host.later();
  }

  #moved(mark: Mark, rangeIndex: number): void {
    const { start, end } = mark.ranges[rangeIndex]!;
    const known = this.marks.get(mark.id)?.ranges[rangeIndex];
    const same = !known || (known.start === start && known.end === end);
    const detail = { id: mark.id, rangeIndex, start, end };
    if (same || !tell(this.#host.root, 'vr-edge-moved', detail)) this.#preview(null);
  }

  #endEdgeMode(): void {
    this.#edgeMode = null;
    this.#activeEdge = null;
  }
}
