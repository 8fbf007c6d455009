import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { chunkAt, chunkEnd } from '../../shared/text/layout.ts';
import { ClaimHand } from './claim-hand.ts';
import { type ReaderEvents, tell } from './events.ts';
import { FoldHand } from './fold-hand.ts';
import { keysPlugin } from './keys.ts';
import { LoadedText } from './loaded-text.ts';
import { readSelection } from './native-selection.ts';
import { Overview } from './overview.ts';
import { changeClaims, claimsPlugin } from './plugins/claims.ts';
import { copyingPlugin } from './plugins/copying.ts';
import { foldsPlugin } from './plugins/folds.ts';
import { HitPainter, hitsPlugin, setHits } from './plugins/hits.ts';
import { lockedPlugin } from './plugins/locked.ts';
import { selectionOf, selectionPlugin, setSelection } from './plugins/selection.ts';
import { positionsOf } from './plugins/window.ts';
import { Search } from './search.ts';
import { PLAIN } from './setting.ts';
import { Speaker } from './speaker.ts';
import { Stage } from './stage.ts';
import { TextWindow } from './text-window.ts';
import { TouchHand } from './touch-hand.ts';
import {
  type Align,
  endOf,
  type Face,
  type MarkSource,
  type ReaderSelection,
  type Span,
  startOf,
  type TextSetting,
  type TextSource,
} from './types.ts';
import { Whereabouts } from './whereabouts.ts';

export interface OpenSettings {
  readonly face: Face;
  /** What the text is called, for assistive technology. */
  readonly label: string;
  /** Offset to show first. */
  readonly at?: number;
  /** How the text is set; as it is where nothing is given. */
  readonly setting?: TextSetting;
}

/**
 * Shows a text with its claims, for reading, selecting and finding. It changes neither: what the user does
 * is told by the events of `ReaderEvents`, sent from the root element. All offsets are UTF-16 code units.
 */
export class Reader {
  readonly root: HTMLElement;
  readonly #stage: Stage;
  readonly #speaker: Speaker;
  readonly #hand: ClaimHand;
  readonly #touch: TouchHand;
  readonly #folds: FoldHand;
  readonly #overview: Overview;
  readonly #search: Search;
  readonly #whereabouts: Whereabouts;
  readonly #painter = new HitPainter();
  #window: TextWindow | null = null;
  #frame = 0;
  /** Whether what lies over the text may be in the wrong place. */
  #displaced = false;
  #opening = 0;
  #setting = 0;

  /** Fills `root`, which should be a grid or block with a height of its own. */
  constructor(root: HTMLElement) {
    this.root = root;
    root.classList.add('reader');
    this.#stage = new Stage(root);
    this.#speaker = new Speaker(root);
    this.#hand = new ClaimHand(this.#stage, this.#speaker, this);
    this.#touch = new TouchHand(this.#stage, this);
    this.#folds = new FoldHand({
      pick: id => {
        this.focusClaim(id, { scroll: false });
        this.#tell('vr-claim-focus', { id, stack: [id] });
      },
      focus: () => this.focus(),
      later: () => this.later(),
    });
    this.#whereabouts = new Whereabouts(this, this.#hand, this.#speaker);
    this.#search = new Search({
      reveal: hit => {
        this.#folds.reveal([hit]);
        void this.jumpTo(hit.start, { align: 'nearest' });
      },
      told: detail => {
        this.#tell('vr-find', detail);
        this.later();
      },
      failed: error => this.#tell('vr-text-missing', { error }),
    });
    this.#stage.scroller.id ||= `reader-${Math.round(performance.now())}`;
    this.#overview = new Overview(root, this.#stage.scroller.id, part => {
      void this.jumpTo(Math.round(part * this.length), { align: 'start' });
    });
    this.#stage.scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    document.fonts.addEventListener('loadingdone', this.#fontsCame);
    document.addEventListener('pointerup', this.#released);
    document.addEventListener('pointercancel', this.#released);
  }

  /** An element above the text that whoever uses the reader may fill. */
  get lead(): HTMLElement {
    return this.#stage.lead;
  }

  /** Length of the open text; 0 while none is. */
  get length(): number {
    return this.#window?.text.length ?? 0;
  }

  /** What of the text is on the page and so can be printed: all of it, unless it is very long. */
  get printed(): Span {
    return this.#window?.mountedSpan ?? { start: 0, end: 0 };
  }

  /** The offset at the upper edge of the view. */
  get top(): number {
    return this.#window?.noteTop() ?? 0;
  }

  /** The selection, also where the browser has moved it but not told yet. */
  get selection(): ReaderSelection {
    if (!this.#window) return { anchor: 0, head: 0 };
    readSelection(this.#window.view);
    return selectionOf(this.#window.view.state);
  }

  get focused(): string | null {
    return this.#hand.focused;
  }

  /**
   * Shows a text from its start or from `at`. It is on the page when the promise resolves, and at once
   * where its first piece is at hand. Rejects when that cannot be fetched. A later call wins.
   */
  async open(source: TextSource, marks: MarkSource, settings: OpenSettings): Promise<void> {
    const opening = ++this.#opening;
    const text = new LoadedText(source);
    const { setting = PLAIN } = settings;
    text.setting = setting;
    const at = Math.min(Math.max(0, settings.at ?? 0), text.length);
    const chunk = chunkAt(text.map, at);
    if (!text.hasChunk(chunk)) await text.load(text.map.chunkStarts[chunk]!, chunkEnd(text.map, chunk));
    if (opening !== this.#opening) return;
    this.#close();
    this.#setting++;
    this.#overview.recount();
    const prepare = (state: EditorState, chunks: readonly number[]) =>
      state.apply(changeClaims(state.tr, { source: marks, decorate: chunks }));
    this.#window = new TextWindow(this.#stage, text, {
      face: settings.face,
      label: settings.label,
      at,
      plugins: this.#plugins(text),
      setting,
      prepare,
      dispatch: (view, tr) => this.#dispatch(view, tr),
      changed: () => this.later(),
      missing: error => this.#tell('vr-text-missing', { error }),
      highlightFar: () => this.#overview.areFew(this.#hand.marks),
    });
    this.#hand.window = this.#window;
    this.#touch.window = this.#window;
    this.#folds.window = this.#window;
    this.#whereabouts.window = this.#window;
    this.#window.view.dom.addEventListener('pointerdown', () => {
      if (this.#window) this.#window.holding = true;
    });
    this.later();
    this.#whereabouts.settle();
    this.#showOverview();
  }

  /**
   * Shows other claims. Where `changed` gives the spans whose claims differ, only these are highlighted
   * anew; otherwise all that is in the window.
   */
  setMarks(marks: MarkSource, changed?: readonly Span[]): void {
    if (!this.#window) return;
    if (!changed) this.#overview.recount();
    const { view } = this.#window;
    const tr = changeClaims(view.state.tr, { source: marks, preview: null, stale: changed ?? 'all' });
    view.dispatch(this.#window.refresh(tr));
    this.later();
    this.#showOverview();
  }

  /**
   * Sets the text otherwise: hides stretches, shows their chips, sets others in another type, and rows in columns. Offsets
   * stay those of the raw text. Done once it is known how what is in sight is set; rejects where that cannot be had. A later
   * call wins.
   */
  async set(setting: TextSetting): Promise<void> {
    const turn = ++this.#setting;
    for (;;) {
      const window = this.#window;
      if (!window || turn !== this.#setting) return;
      const { start, end } = window.hotSpan;
      if (setting.has(start, end)) break;
      await setting.load(start, end);
    }
    this.#folds.set(setting);
    this.later();
  }

  /** Opens or closes what is folded beside the caret; false where nothing is. */
  toggleFold(): boolean {
    const { anchor, head } = this.selection;
    return anchor === head && this.#folds.toggle(head);
  }

  /** Rings a claim, all its parts, and brings it into sight unless `scroll` is false. */
  focusClaim(id: string | null, { scroll = 'nearest' }: { scroll?: Align | false } = {}): void {
    const mark = this.#hand.marks.get(id ?? '');
    this.#folds.reveal(mark?.ranges ?? []);
    this.#hand.ring(id);
    if (mark && scroll) void this.jumpTo(mark.ranges[0]!.start, { align: scroll });
  }

  /**
   * Selects from one offset to another; the caret is at the second. Nothing scrolls, and nothing is spoken: whoever
   * selects says why.
   */
  select(anchor: number, head: number): void {
    const view = this.#window?.view;
    if (!view) return;
    const before = selectionOf(view.state);
    const within = (offset: number) => Math.min(Math.max(0, offset), this.length);
    const selection = { anchor: within(anchor), head: within(head) };
    view.dispatch(setSelection(view.state.tr, positionsOf(view.state), selection));
    if (before.anchor === selection.anchor && before.head === selection.head) return;
    this.#whereabouts.hush();
    this.#speaker.hush();
  }

  /** Selects a stretch and brings it into sight, whatever it is folded in. */
  async show({ start, end }: Span): Promise<void> {
    this.#folds.reveal([{ start, end }]);
    await this.jumpTo(start, { align: 'center' });
    this.select(start, end);
  }

  /** Puts the caret somewhere, or the head of the selection, and brings it into sight. */
  moveTo(offset: number, extend: boolean): void {
    this.select(extend ? this.selection.anchor : offset, offset);
    this.#whereabouts.hush(false);
    void this.jumpTo(offset, { align: 'nearest' });
  }

  /** Brings the caret into sight where its text is at hand, so that the browser can move it from there. */
  bringCaret(): void {
    const { head } = this.selection;
    if (this.#window?.text.hasChunk(chunkAt(this.#window.text.map, head)))
      this.#window.reveal(head, 'nearest');
  }

  /**
   * Shrinks the selection to its start or end where that is not mounted, and so beyond the browser's reach;
   * returns whether it was.
   */
  collapse(toEnd: boolean): boolean {
    const { selection } = this;
    const edge = toEnd ? endOf(selection) : startOf(selection);
    if (selection.anchor === selection.head || this.#window?.shows(edge)) return false;
    this.moveTo(edge, false);
    return true;
  }

  /** Scrolls to an offset, fetching its text first if need be. */
  async jumpTo(offset: number, { align = 'center' }: { align?: Align } = {}): Promise<void> {
    const window = this.#window;
    if (!window) return;
    const { map } = window.text;
    const chunk = chunkAt(map, offset);
    if (!window.text.hasChunk(chunk))
      try {
        await window.text.load(map.chunkStarts[chunk]!, chunkEnd(map, chunk));
      } catch (error) {
        if (window === this.#window) this.#tell('vr-text-missing', { error });
        return;
      }
    if (window !== this.#window) return;
    window.reveal(offset, align);
    this.later();
  }

  /** Gives the text the keyboard. */
  focus(): void {
    this.#window?.view.focus();
  }

  /**
   * Searches the text, from the selection on, or from what is in sight where that is elsewhere. Hits are
   * told by `vr-find` as they come; the first one is brought into sight.
   */
  find(query: string, options: { matchCase?: boolean; matchAccents?: boolean } = {}): void {
    if (this.#window) this.#search.begin(this.#window, this.selection, query, options);
  }

  /** Goes to the next hit, or the one before; past the last comes the first. */
  findNext(forward = true): void {
    this.#search.step(forward);
  }

  /** Forgets the search. The hit one was at becomes the selection. */
  endFind(): void {
    const hit = this.#search.end();
    if (hit) {
      this.select(hit.start, hit.end);
      this.#whereabouts.hush(false);
    }
    this.later();
  }

  /** Highlights stretches (ascending, apart) that something is about to be done to; none ends it. A search ends too. */
  preview(ranges: readonly Span[]): void {
    const view = this.#window?.view;
    if (!view) return;
    this.#search.end();
    view.dispatch(setHits(view.state.tr, { ranges, current: -1 }));
    this.later();
  }

  /** Lists the claims at the caret; false where there is none. */
  choose(): boolean {
    return this.#hand.choose();
  }

  /** Begins to move the edges of the focused claim, or else of the innermost at the caret, by keyboard. */
  moveEdges(): boolean {
    return this.#hand.moveEdges();
  }

  /** Offers a key to the moving of edges; returns whether it took it. */
  edgeKey(event: KeyboardEvent): boolean {
    return this.#hand.edgeKey(event);
  }

  /** Takes the reader off the page. */
  destroy(): void {
    this.#close();
    document.fonts.removeEventListener('loadingdone', this.#fontsCame);
    document.removeEventListener('pointerup', this.#released);
    document.removeEventListener('pointercancel', this.#released);
    this.#painter.destroy();
    this.#overview.destroy();
    this.#stage.scroller.remove();
    this.#speaker.dom.remove();
  }

  readonly #scrolled = () => {
    this.#nextFrame();
    this.#whereabouts.settle();
  };

  readonly #fontsCame = () => this.later();

  readonly #released = () => {
    if (this.#window) this.#window.holding = false;
  };

  #plugins(text: LoadedText) {
    return [
      selectionPlugin(text.length),
      foldsPlugin(text.setting),
      claimsPlugin(),
      hitsPlugin(),
      keysPlugin(this),
      copyingPlugin(text, error => this.#tell('vr-text-missing', { error })),
      lockedPlugin(),
    ];
  }

  #dispatch(view: EditorView, tr: Transaction): void {
    const before = selectionOf(view.state);
    view.updateState(view.state.apply(tr));
    const after = selectionOf(view.state);
    if (before.anchor === after.anchor && before.head === after.head) return;
    this.#whereabouts.moved();
    this.#hand.hideList();
    this.later();
  }

  /** Puts in its place, with the next frame, what lies over the text, and tells what has changed. */
  later(): void {
    this.#displaced = true;
    this.#nextFrame();
  }

  #nextFrame(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const window = this.#window;
      if (!window) return;
      if (this.#displaced) {
        this.#folds.sign(window);
        this.#hand.place(window);
        this.#touch.place(window);
        this.#painter.paint(window.view, window.hotSpan);
      }
      this.#displaced = false;
      this.#overview.see(window.inSight);
      this.#whereabouts.tellSelection();
    });
  }

  /** Where an offset stands on the screen, in client coordinates; null where it is not mounted. */
  rectOf(offset: number): DOMRect | null {
    if (!this.#window?.shows(offset)) return null;
    const { left, top, right, bottom } = this.#window.rectOf(offset, -1);
    return new DOMRect(left, top, right - left, bottom - top);
  }

  #showOverview(): void {
    this.#overview.draw(() => (this.#window ? { marks: this.#hand.marks, length: this.length } : null));
  }

  #tell<K extends keyof ReaderEvents>(name: K, detail: ReaderEvents[K]): boolean {
    return tell(this.root, name, detail);
  }

  #close(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#search.end();
    this.#hand.window = null;
    this.#touch.window = null;
    this.#folds.window = null;
    this.#whereabouts.window = null;
    this.#window?.destroy();
    this.#window = null;
    this.#stage.sheet.querySelector('.reader-text')?.remove();
  }
}
