import { EditorState, type Plugin, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { edgeAtOrBefore } from '../../shared/text/graphemes.ts';
import { chunkAt, chunkEnd } from '../../shared/text/layout.ts';
import { ChunkView, setFar } from './chunk-view.ts';
import { estimateHeights, measureFace } from './estimate.ts';
import { Heights } from './heights.ts';
import { cancelIdle, whenIdle } from './idle.ts';
import type { LoadedText } from './loaded-text.ts';
import { readSelection } from './native-selection.ts';
import { clip, contains, growth, nextWindow, type Run } from './plan.ts';
import { changeClaims, claimsOf } from './plugins/claims.ts';
import { project, selectionOf } from './plugins/selection.ts';
import { moveWindow, positionsOf, windowPlugin } from './plugins/window.ts';
import { Positions } from './positions.ts';
import { chunkNode, schema } from './schema.ts';
import type { Stage } from './stage.ts';
import type { Align, Face, Mark, Span } from './types.ts';

/** Up to so many UTF-16 code units all of a text is mounted in the end. */
export const WHOLE_TEXT = 1_100_000;
/** How much more than what is seen is kept laid out and highlighted, in heights of the view. */
const OVERSCAN = 1;
/** Chunks that a growing window takes in at once. */
const STEP = 8;

export interface WindowSettings {
  readonly face: Face;
  readonly label: string;
  /** Offset that shall be in sight first. */
  readonly at: number;
  readonly plugins: readonly Plugin[];
  /** Prepares the first state before anything is shown. */
  readonly prepare: (state: EditorState, chunks: readonly number[]) => EditorState;
  readonly dispatch: (view: EditorView, tr: Transaction) => void;
  /** What is mounted, laid out or highlighted has changed. */
  readonly changed: () => void;
  readonly missing: (error: unknown) => void;
  /** Whether claims are few enough to be highlighted far from sight as well. */
  readonly highlightFar: () => boolean;
}

/**
 * The part of a text that is mounted. It follows the scroll position, measures what it mounts and keeps
 * what is seen in its place. Up to about 1 MB it grows until the whole text is there, chunks far from sight
 * left out of layout; above, it slides.
 *
 * So up to 1 MB the browser's own find, "select all" and a screen reader's reading commands reach all of the
 * text. Above, they reach what is mounted, and the reader's own find, select all and jumps do the rest.
 */
export class TextWindow {
  readonly view: EditorView;
  readonly text: LoadedText;
  readonly #stage: Stage;
  readonly #settings: WindowSettings;
  readonly #watch: ResizeObserver;
  #heights: Heights;
  #hot: Run;
  #measure: number;
  #topOffset: number;
  #idle = 0;
  /** Whether a pointer is down: what a selection began in must then stay mounted. */
  #held = false;
  #closed = false;

  /** The chunks around `settings.at` must be at hand. */
  constructor(stage: Stage, text: LoadedText, settings: WindowSettings) {
    this.#stage = stage;
    this.text = text;
    this.#settings = settings;
    this.#topOffset = settings.at;
    this.#measure = stage.measure;
    this.#heights = this.#estimate();
    const from = chunkAt(text.map, settings.at);
    const near = this.#around(this.#heights.top(from), stage.height, OVERSCAN);
    this.#hot = clip(near, from, chunk => text.hasChunk(chunk)) ?? { first: from, end: from + 1 };
    const positions = this.#positionsFor(this.#hot);
    const state = EditorState.create({
      doc: schema.node('doc', null, this.#nodes(positions, this.#hot)),
      plugins: [windowPlugin(positions), ...settings.plugins],
    });
    const mount = document.createElement('div');
    mount.className = `reader-text ${settings.face}`;
    stage.sheet.prepend(mount);
    this.view = new EditorView(
      { mount },
      {
        state: settings.prepare(state, chunksOf(this.#hot)),
        nodeViews: { chunk: node => new ChunkView(node) },
        dispatchTransaction: tr => settings.dispatch(this.view, tr),
        attributes: { 'aria-label': settings.label },
      },
    );
    this.#measureAll();
    this.#watch = new ResizeObserver(() => this.#resized());
    this.#watch.observe(this.view.dom);
    stage.scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    if (settings.at > 0) this.reveal(settings.at, 'start');
    else this.follow();
    this.#whenIdle();
  }

  /** The chunks in the window. */
  get mounted(): Run {
    const { first, end } = positionsOf(this.view.state);
    return { first, end };
  }

  /** The chunks in and near sight. */
  get hot(): Run {
    return this.#hot;
  }

  /** Whether all of the text is, or will be, mounted. */
  get growing(): boolean {
    return this.text.length <= WHOLE_TEXT;
  }

  /** Offsets that are in sight, as near as heights tell. */
  get inSight(): Span {
    const { top, height } = this.#stage.sight;
    const start = this.#offsetAtHeight(top);
    return { start, end: Math.max(start, this.#offsetAtHeight(top + height)) };
  }

  /** Offsets that are laid out and highlighted. */
  get hotSpan(): Span {
    const { first, end } = this.#hot;
    return { start: this.text.map.chunkStarts[first]!, end: chunkEnd(this.text.map, end - 1) };
  }

  /** While true, nothing that is mounted is dropped. */
  set holding(held: boolean) {
    this.#held = held;
    if (!held) this.follow();
  }

  /** The offset shown at the upper edge of the view. */
  topOffset(): number {
    const view = this.#stage.scroller.getBoundingClientRect();
    const sheet = this.view.dom.getBoundingClientRect();
    const at = this.view.posAtCoords({ left: sheet.left + 4, top: Math.max(view.top + 8, sheet.top + 2) });
    return at ? positionsOf(this.view.state).offsetOf(at.pos) : this.inSight.start;
  }

  #offsetAtHeight(y: number): number {
    const chunk = this.#heights.at(Math.max(0, y));
    const part = (y - this.#heights.top(chunk)) / Math.max(1, this.#heights.of(chunk));
    const within = Math.round(Math.min(1, Math.max(0, part)) * chunkLength(this.text, chunk));
    return this.text.map.chunkStarts[chunk]! + within;
  }

  /** Where an offset of the window stands on the screen. */
  rectOf(offset: number, side = 1): { left: number; right: number; top: number; bottom: number } {
    return this.view.coordsAtPos(positionsOf(this.view.state).positionOf(offset), side);
  }

  /** The offset nearest to a point on the screen, or null beside the text. */
  offsetAt(x: number, y: number): number | null {
    const at = this.view.posAtCoords({ left: x, top: y });
    return at && positionsOf(this.view.state).offsetOf(at.pos);
  }

  /** The words of a mark, as far as they are at hand, cut after about `most` units. */
  wordsOf(mark: Mark, most: number): string {
    const parts = mark.ranges.map(({ start, end }) => {
      const cut = Math.min(end, start + most);
      if (!this.text.has(start, cut)) return '…';
      const words = this.text.slice(start, edgeAtOrBefore(this.text, cut)).replace(/\s+/g, ' ');
      return cut < end ? `${words}…` : words;
    });
    return parts.join(' … ');
  }

  /** Whether an offset is in the window. */
  shows(offset: number): boolean {
    const chunk = chunkAt(this.text.map, offset);
    const { first, end } = this.mounted;
    return chunk >= first && chunk < end;
  }

  /** Scrolls to an offset whose text is at hand. */
  reveal(offset: number, align: Align): void {
    const chunk = chunkAt(this.text.map, offset);
    const height = this.#stage.height;
    for (let pass = 0; pass < 5; pass++) {
      if (chunk < this.#hot.first || chunk >= this.#hot.end) {
        const part =
          (offset - this.text.map.chunkStarts[chunk]!) / Math.max(1, chunkLength(this.text, chunk));
        const y = this.#heights.top(chunk) + part * this.#heights.of(chunk);
        this.#stage.scrollTo(y - (align === 'start' ? 0 : height * 0.4));
      } else {
        const rect = this.rectOf(offset);
        const top = rect.top - this.#stage.scroller.getBoundingClientRect().top;
        const margin = Math.min(48, height / 4);
        if (align === 'nearest' && top >= margin && top <= height - margin) return;
        const y =
          align === 'start'
            ? 24
            : align === 'center'
              ? height * 0.4
              : top < margin
                ? margin
                : height - margin;
        if (Math.abs(top - y) < 1) return;
        const before = this.#stage.scroller.scrollTop;
        this.#stage.scroller.scrollTop += top - y;
        if (this.#stage.scroller.scrollTop === before) return;
      }
      this.follow();
    }
  }

  /** Mounts what has come near. */
  follow(): void {
    for (let pass = 0; pass < 4; pass++) {
      const { top, height } = this.#stage.sight;
      const needed = this.#around(top, height, OVERSCAN / 2);
      if (contains(this.mounted, needed) && contains(this.#hot, needed)) return;
      const wanted = this.#around(top, height, OVERSCAN);
      const seen = Math.min(
        this.#heights.at(Math.max(0, top + height / 2)),
        this.text.map.chunkStarts.length - 1,
      );
      const hot = clip(wanted, seen, chunk => this.text.hasChunk(chunk));
      if (!hot || !contains(hot, wanted)) this.#fetch(wanted);
      if (!hot || (contains(this.mounted, hot) && contains(this.#hot, hot))) return;
      this.#move(nextWindow(this.mounted, hot, this.growing || this.#held), hot);
    }
  }

  /** Highlights again those chunks in and near sight whose highlights no longer hold; the rest when idle. */
  refresh(tr: Transaction): Transaction {
    this.#whenIdle();
    return changeClaims(tr, { decorate: chunksOf(this.#hot) });
  }

  destroy(): void {
    this.#closed = true;
    cancelIdle(this.#idle);
    this.#watch.disconnect();
    this.#stage.scroller.removeEventListener('scroll', this.#onScroll);
    this.view.destroy();
    this.text.close();
  }

  readonly #onScroll = () => this.follow();

  #estimate(): Heights {
    const face = measureFace(this.#stage.sheet, `reader-text ${this.#settings.face}`);
    return new Heights(estimateHeights(this.text.map, face, this.#measure));
  }

  #around(top: number, height: number, over: number): Run {
    const first = this.#heights.at(Math.max(0, top - height * over));
    return { first, end: this.#heights.at(Math.max(0, top + height * (1 + over))) + 1 };
  }

  #positionsFor(run: Run, before?: Positions): Positions {
    return new Positions(chunksOf(run).map(index => before?.chunk(index) ?? this.text.mounted(index)));
  }

  #nodes(positions: Positions, run: Run) {
    return chunksOf(run).map(index => chunkNode(positions.chunk(index)!, this.text.chunkText(index)));
  }

  #move(run: Run, hot: Run): void {
    readSelection(this.view);
    const { state } = this.view;
    const { tr } = state;
    const before = positionsOf(state);
    if (run.first !== before.first || run.end !== before.end) {
      const after = this.#positionsFor(run, before);
      const first = Math.max(before.first, run.first);
      const end = Math.min(before.end, run.end);
      if (first >= end) tr.replaceWith(0, tr.doc.content.size, this.#nodes(after, run));
      else {
        if (end < before.end) tr.delete(before.nodePosition(end), tr.doc.content.size);
        if (end < run.end) tr.insert(tr.doc.content.size, this.#nodes(after, { first: end, end: run.end }));
        if (before.first < first) tr.delete(0, before.nodePosition(first));
        if (run.first < first) tr.insert(0, this.#nodes(after, { first: run.first, end: first }));
      }
      project(moveWindow(tr, after), after, selectionOf(state));
    }
    this.#keepingPlace(() => {
      this.#hot = hot;
      this.view.dispatch(changeClaims(tr, { decorate: chunksOf(hot) }));
      this.#measureAll();
    });
    this.#settings.changed();
    this.#whenIdle();
  }

  #element(chunk: number): HTMLElement | undefined {
    return this.view.dom.children[chunk - this.mounted.first] as HTMLElement | undefined;
  }

  /** Tells near from far, notes the heights of the near and makes room for what is not mounted. */
  #measureAll(): void {
    const { first, end } = this.mounted;
    if (this.growing || end - first > this.#hot.end - this.#hot.first)
      for (let chunk = first; chunk < end; chunk++) {
        const element = this.#element(chunk)!;
        const far = chunk < this.#hot.first || chunk >= this.#hot.end;
        if (far !== element.classList.contains('far')) setFar(element, far, this.#heights.of(chunk));
      }
    for (let chunk = first; chunk < end; chunk++)
      this.#heights.measure(chunk, this.#element(chunk)!.getBoundingClientRect().height);
    this.#stage.space(this.#heights.top(first), this.#heights.total - this.#heights.top(end));
  }

  #keepingPlace(change: () => void): void {
    const { top } = this.#stage.sight;
    const anchor = this.#heights.at(Math.max(0, top));
    const before = this.#heights.top(anchor);
    change();
    const moved = this.#heights.top(anchor) - before;
    if (top > 0 && Math.abs(moved) >= 0.5) this.#stage.scroller.scrollTop += moved;
  }

  #resized(): void {
    if (this.#closed) return;
    if (this.#stage.measure === this.#measure) {
      this.#keepingPlace(() => this.#measureAll());
      this.follow();
    } else {
      this.#measure = this.#stage.measure;
      this.#heights = this.#estimate();
      this.#measureAll();
      this.reveal(this.#topOffset, 'start');
      this.follow();
    }
    this.#settings.changed();
  }

  /** Notes what is at the top, so that it is there again after the column has changed its width. */
  noteTop(): number {
    this.#topOffset = this.topOffset();
    return this.#topOffset;
  }

  #fetch(run: Run): void {
    const { map } = this.text;
    this.text.load(map.chunkStarts[run.first]!, chunkEnd(map, run.end - 1)).then(
      () => {
        if (this.#closed) return;
        this.follow();
        this.#whenIdle();
      },
      error => this.#closed || this.#settings.missing(error),
    );
  }

  #whenIdle(): void {
    if (this.#idle || this.#closed) return;
    this.#idle = whenIdle(left => {
      this.#idle = 0;
      this.#useIdle(left);
    });
  }

  /** Grows the window if it is to grow, then highlights what is mounted far from sight. */
  #useIdle(left: () => number): void {
    if (this.#closed || !this.growing) return;
    do {
      const run = growth(this.mounted, this.#heights.count, STEP);
      if (run) {
        const from = run.first >= this.mounted.end ? run.first : run.end - 1;
        const ready = clip(run, from, chunk => this.text.hasChunk(chunk));
        if (!ready) {
          this.#fetch(run);
          return;
        }
        this.#move(nextWindow(this.mounted, ready, true), this.#hot);
      } else if (!this.#settings.highlightFar() || !this.#highlightSome()) return;
    } while (left() > 4);
    this.#whenIdle();
  }

  #highlightSome(): boolean {
    const { fresh } = claimsOf(this.view.state);
    const stale = chunksOf(this.mounted).filter(chunk => !fresh.has(chunk));
    if (!stale.length) return false;
    this.view.dispatch(changeClaims(this.view.state.tr, { decorate: stale.slice(0, STEP) }));
    return true;
  }
}

const chunksOf = (run: Run): number[] => Array.from({ length: run.end - run.first }, (_, i) => run.first + i);

const chunkLength = (text: LoadedText, chunk: number): number =>
  chunkEnd(text.map, chunk) - text.map.chunkStarts[chunk]!;
