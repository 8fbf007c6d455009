import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { chunkAt, chunkEnd } from '../../shared/text/layout.ts';
import { setFar } from './chunk-view.ts';
import { Column } from './column.ts';
import { Fetching } from './fetching.ts';
import { type Place, placeOf } from './hidden-place.ts';
import type { LoadedText } from './loaded-text.ts';
import { type MountSettings, mount, nodeOf, positionsFor } from './mount.ts';
import { readSelection } from './native-selection.ts';
import { chunksOf, clip, contains, growth, nextWindow, type Run } from './plan.ts';
import { changeClaims, claimsOf } from './plugins/claims.ts';
import { foldedOf } from './plugins/folds.ts';
import { project, selectionOf } from './plugins/selection.ts';
import { moveWindow, positionsOf } from './plugins/window.ts';
import { lastNotAfter } from './positions.ts';
import { remount } from './remount.ts';
import { RowsAcross } from './rows-across.ts';
import { SpareTime } from './spare-time.ts';
import type { Stage } from './stage.ts';
import type { Align, Cell, Span, TableRow, TextSetting } from './types.ts';

/** Up to so many UTF-16 code units all of a text is mounted in the end. */
export const WHOLE_TEXT = 1_100_000;
/** How much more than what is seen is kept laid out and highlighted, in heights of the view. */
const OVERSCAN = 1;
/** Chunks that a growing window takes in at once. */
const STEP = 8;

export interface WindowSettings extends MountSettings {
  /** Offset that shall be in sight first. */
  readonly at: number;
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
  readonly #column: Column;
  readonly #fetching: Fetching;
  readonly #across: RowsAcross;
  readonly #spare = new SpareTime(() => this.#doSome());
  #hot: Run;
  #topOffset: number;
  /** Whether a pointer is down: what a selection began in must then stay mounted. */
  #held = false;
  #closed = false;

  /** The chunks around `settings.at` must be at hand. */
  constructor(stage: Stage, text: LoadedText, settings: WindowSettings) {
    this.#stage = stage;
    this.text = text;
    this.#settings = settings;
    this.#topOffset = settings.at;
    stage.face = settings.face;
    stage.look = settings.setting.look;
    stage.noteMeasure();
    this.#column = new Column(stage, text, settings.face);
    const from = chunkAt(text.map, settings.at);
    const near = this.#column.nearChunk(from, OVERSCAN);
    this.#hot = clip(near, from, chunk => text.hasChunk(chunk)) ?? { first: from, end: from + 1 };
    this.#fetching = new Fetching(text, {
      goOn: () => {
        this.follow();
        this.#spare.ask();
      },
      missing: settings.missing,
    });
    this.view = mount(stage, text, this.#hot, settings);
    this.#across = new RowsAcross(this.view.dom);
    this.#measure(this.#hot);
    this.#watch = new ResizeObserver(() => this.#resized());
    this.#watch.observe(this.view.dom);
    stage.scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    if (settings.at > 0) this.reveal(settings.at, 'start');
    else this.follow();
    this.#spare.ask();
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
    return this.#column.inSight;
  }

  /** Offsets that are on the page. */
  get mountedSpan(): Span {
    const { first, end } = this.mounted;
    return { start: this.text.map.chunkStarts[first]!, end: chunkEnd(this.text.map, end - 1) };
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

  /** Where an offset of the window stands on the screen. */
  rectOf(offset: number, side = 1): Place {
    return placeOf(this.view, offset, side);
  }

  /** Runs a change of how the text is shown; what is at the top of the view stays there. */
  restyle(change: () => void): void {
    const { top } = this.#stage.sight;
    const offset = this.topOffset();
    this.#column.keepingPlace(() => {
      change();
      this.#measure();
    });
    if (top > 0) this.reveal(offset, 'start');
    this.follow();
    this.#settings.changed();
  }

  /** Leaves on the page what is in and near sight, where it is not known yet how the rest of it is to be set. */
  narrow(setting: TextSetting): void {
    const { start, end } = this.mountedSpan;
    if (!setting.has(start, end)) this.#move(this.#hot, this.#hot);
  }

  /**
   * A change of how the text is set: what has rows of tables, before or after, is put on the page anew. All that is
   * mounted must be known to the setting.
   */
  setOtherwise(setting: TextSetting): Transaction {
    this.text.setting = setting;
    this.#stage.look = setting.look;
    const { state } = this.view;
    const { tr } = state;
    const before = foldedOf(state).setting;
    if (before === setting) return tr;
    const positions = positionsOf(state);
    for (const { index, start, rows } of positions.chunks) {
      if (!rows.starts.some(row => before.row(start + row) || setting.row(start + row))) continue;
      const node = nodeOf(this.text, positions, index, setting);
      tr.replaceWith(positions.nodePosition(index), positions.nodePosition(index + 1), node);
    }
    return tr.docChanged ? project(moveWindow(tr, positions), positions, selectionOf(state)) : tr;
  }

  /** The offset nearest to a point on the screen, or null beside the text. */
  offsetAt(x: number, y: number): number | null {
    const at = this.view.posAtCoords({ left: x, top: y });
    return at && positionsOf(this.view.state).offsetOf(at.pos);
  }

  /** Whether an offset is in the window. */
  shows(offset: number): boolean {
    const chunk = chunkAt(this.text.map, offset);
    const { first, end } = this.mounted;
    return chunk >= first && chunk < end;
  }

  /** Scrolls to an offset whose text is at hand; to the very top of the page for the first. */
  reveal(offset: number, align: Align): void {
    this.#revealDown(offset, align);
    if (!this.shows(offset)) return;
    const { node } = this.view.domAtPos(positionsOf(this.view.state).positionOf(offset));
    const element = node instanceof Element ? node : node.parentElement;
    const row = element?.closest<HTMLElement>('[data-table]');
    if (row) this.#across.reveal(row, this.rectOf(offset));
  }

  /** The cell of a table that an offset of the window stands in. */
  cellAt(offset: number): { readonly row: TableRow; readonly cell: Cell } | undefined {
    const { setting } = foldedOf(this.view.state);
    if (setting.isPlain || !this.shows(offset)) return undefined;
    const { start, rows } = positionsOf(this.view.state).chunk(chunkAt(this.text.map, offset))!;
    const row = setting.row(start + rows.starts[lastNotAfter(rows.starts, offset - start)]!);
    const cell = row?.cells.find(({ end }) => offset <= end);
    return row && cell && { row, cell };
  }

  #revealDown(offset: number, align: Align): void {
    if (offset === 0) {
      this.#stage.scroller.scrollTop = 0;
      this.follow();
      return;
    }
    const chunk = chunkAt(this.text.map, offset);
    const height = this.#stage.height;
    for (let pass = 0; pass < 5; pass++) {
      if (chunk < this.#hot.first || chunk >= this.#hot.end) {
        const y = this.#column.heightAt(offset, chunk);
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
      const needed = this.#column.near(OVERSCAN / 2);
      if (contains(this.mounted, needed) && contains(this.#hot, needed)) return;
      const wanted = this.#column.near(OVERSCAN);
      const hot = clip(wanted, this.#column.middle, chunk => this.text.hasChunk(chunk));
      if (!hot || !contains(hot, wanted)) this.#fetching.ask(wanted);
      if (!hot || (contains(this.mounted, hot) && contains(this.#hot, hot))) return;
      this.#move(nextWindow(this.mounted, hot, this.growing || this.#held), hot);
    }
  }

  /** Highlights again those chunks in and near sight whose highlights no longer hold; the rest when idle. */
  refresh(tr: Transaction): Transaction {
    this.#spare.ask();
    return changeClaims(tr, { decorate: chunksOf(this.#hot) });
  }

  destroy(): void {
    this.#closed = true;
    this.#spare.stop();
    this.#fetching.stop();
    this.#watch.disconnect();
    this.#stage.scroller.removeEventListener('scroll', this.#onScroll);
    this.view.destroy();
    this.text.close();
  }

  readonly #onScroll = () => this.follow();

  #move(run: Run, hot: Run): void {
    readSelection(this.view);
    const { state } = this.view;
    const before = positionsOf(state);
    let { tr } = state;
    if (run.first !== before.first || run.end !== before.end) {
      const after = positionsFor(this.text, run, before);
      tr = remount(state, after, chunk => nodeOf(this.text, after, chunk, foldedOf(state).setting));
    }
    this.#column.keepingPlace(() => {
      this.#hot = hot;
      this.view.dispatch(changeClaims(tr, { decorate: chunksOf(hot) }));
      this.#measure(hot);
    });
    this.#settings.changed();
    this.#spare.ask();
  }

  #element(chunk: number): HTMLElement | undefined {
    return this.view.dom.children[chunk - this.mounted.first] as HTMLElement | undefined;
  }

  /** Tells near from far, notes the heights of some, and makes room for what is not mounted. */
  #measure(measured: Run = this.mounted): void {
    this.#across.align();
    const { first, end } = this.mounted;
    if (this.growing || end - first > this.#hot.end - this.#hot.first)
      for (let chunk = first; chunk < end; chunk++) {
        const element = this.#element(chunk)!;
        const far = chunk < this.#hot.first || chunk >= this.#hot.end;
        if (far !== element.classList.contains('far')) setFar(element, far, this.#column.heightOf(chunk));
      }
    this.#column.note(measured, this.mounted, chunk => this.#element(chunk)!.getBoundingClientRect().height);
  }

  #resized(): void {
    if (this.#closed) return;
    this.#stage.noteMeasure();
    if (this.#column.rewrap()) {
      this.#measure();
      if (this.#stage.sight.top > 0) this.reveal(this.#topOffset, 'start');
    } else this.#column.keepingPlace(() => this.#measure());
    this.follow();
    this.#settings.changed();
  }

  /** Notes what is at the top, so that it is there again after the column has changed its width. */
  noteTop(): number {
    this.#topOffset = this.topOffset();
    return this.#topOffset;
  }

  /** Grows the window if it is to grow, else highlights some of what is mounted far from sight; returns whether it did. */
  #doSome(): boolean {
    if (!this.growing) return false;
    const run = growth(this.mounted, this.#column.count, STEP);
    if (!run) return this.#settings.highlightFar() && this.#highlightSome();
    const from = run.first >= this.mounted.end ? run.first : run.end - 1;
    const ready = clip(run, from, chunk => this.text.hasChunk(chunk));
    if (ready) this.#move(nextWindow(this.mounted, ready, true), this.#hot);
    else this.#fetching.ask(run);
    return ready !== null;
  }

  #highlightSome(): boolean {
    const { fresh } = claimsOf(this.view.state);
    const stale = chunksOf(this.mounted).filter(chunk => !fresh.has(chunk));
    if (!stale.length) return false;
    this.view.dispatch(changeClaims(this.view.state.tr, { decorate: stale.slice(0, STEP) }));
    return true;
  }
}
