import { type Edge, offsetOfEdge, snap, type Unit, withEdgeAt } from './edge-move.ts';
import { Loupe } from './loupe.ts';
import { foldedOf } from './plugins/folds.ts';
import type { Stage } from './stage.ts';
import type { TextWindow } from './text-window.ts';
import type { Mark } from './types.ts';

export interface EdgeListener {
  /** The mark as it is before a drag. */
  marked(id: string): Mark | undefined;
  /** Shows the mark as it would become; null: as it is. */
  preview(mark: Mark | null): void;
  moved(mark: Mark, range: number): void;
}

/** Near the upper and lower edge of the view a drag scrolls, so many pixels a frame. */
const SCROLL_ZONE = 40;
const SCROLL_STEP = 14;

interface Drag {
  mark: Mark;
  readonly edge: Edge;
  /** Where the edge stood when it was taken hold of. */
  readonly from: number;
  /** How far beside the edge it was taken hold of, in pixels. */
  readonly grip: { readonly x: number; readonly y: number };
  readonly isTouch: boolean;
  x: number;
  y: number;
  words: boolean;
}

/**
 * Handles at the edges of a mark, to be dragged. They snap to whole characters, with Alt or Ctrl to words; under a
 * finger to words on the way out and to characters on the way back. The same can be done from the keyboard, so they
 * are hidden from assistive technology.
 */
export class Edges {
  readonly #layer = document.createElement('div');
  readonly #stage: Stage;
  readonly #listener: EdgeListener;
  #window: TextWindow | null = null;
  readonly #loupe: Loupe;
  #drag: Drag | null = null;
  #frame = 0;

  /** @param css how the handles look: at a claim, or as the grips of a selection */
  constructor(stage: Stage, listener: EdgeListener, css: 'edges' | 'grips' = 'edges') {
    this.#stage = stage;
    this.#listener = listener;
    this.#layer.className = `reader-edges ${css}`;
    this.#layer.setAttribute('aria-hidden', 'true');
    stage.sheet.append(this.#layer);
    this.#loupe = new Loupe(this.#layer);
  }

  /** Puts the handles where the mark's edges are; `active` is the one that the keyboard moves. */
  place(window: TextWindow | null, mark: Mark | null, active: Edge | null): void {
    this.#window = window;
    const handles: HTMLElement[] = [];
    if (window && mark) {
      const sheet = this.#stage.sheet.getBoundingClientRect();
      mark.ranges.forEach((_, range) => {
        for (const side of ['start', 'end'] as const) {
          const edge = { range, side };
          const offset = offsetOfEdge(mark, edge);
          if (!window.shows(offset)) continue;
          const rect = window.rectOf(offset, side === 'start' ? 1 : -1);
          const handle = this.#reuse(`${mark.id} ${range} ${side}`, mark, edge);
          handle.classList.toggle('active', active?.range === range && active.side === side);
          handle.style.left = `${rect.left - sheet.left}px`;
          handle.style.top = `${rect.top - sheet.top}px`;
          handle.style.height = `${rect.bottom - rect.top}px`;
          handles.push(handle);
        }
      });
    }
    for (const old of this.#handles) if (!handles.includes(old) && !this.#drag) old.remove();
    for (const handle of handles) if (!handle.isConnected) this.#layer.append(handle);
  }

  get #handles(): HTMLElement[] {
    return [...this.#layer.querySelectorAll<HTMLElement>('.reader-edge')];
  }

  #reuse(name: string, mark: Mark, edge: Edge): HTMLElement {
    const known = this.#handles.find(handle => handle.dataset.edge === name);
    if (known) return known;
    const handle = document.createElement('span');
    handle.dataset.edge = name;
    handle.className = `reader-edge ${edge.side}`;
    handle.addEventListener('pointerdown', event => this.#begin(event, handle, mark.id, edge));
    return handle;
  }

  #begin(event: PointerEvent, handle: HTMLElement, id: string, edge: Edge): void {
    const mark = this.#listener.marked(id);
    if (event.button !== 0 || !mark || !this.#window) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const from = offsetOfEdge(mark, edge);
    const { left, top, bottom } = this.#window.rectOf(from, edge.side === 'start' ? 1 : -1);
    this.#drag = {
      ...{ mark, edge, from, isTouch: event.pointerType === 'touch', words: false },
      ...{ x: event.clientX, y: event.clientY },
      grip: { x: event.clientX - left, y: event.clientY - (top + bottom) / 2 },
    };
    const move = (moved: PointerEvent) => {
      if (!this.#drag) return;
      this.#drag.x = moved.clientX;
      this.#drag.y = moved.clientY;
      this.#drag.words = moved.altKey || moved.ctrlKey;
      this.#frame ||= requestAnimationFrame(() => this.#follow());
    };
    const end = (ended: PointerEvent) => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      if (this.#frame) this.#follow();
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      const done = this.#drag;
      this.#drag = null;
      this.#loupe.hide();
      if (done && ended.type === 'pointerup') this.#listener.moved(done.mark, edge.range);
      else this.#listener.preview(null);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  }

  #follow(): void {
    this.#frame = 0;
    const drag = this.#drag;
    const window = this.#window;
    if (!drag || !window) return;
    const view = this.#stage.scroller.getBoundingClientRect();
    const beyond = drag.y < view.top + SCROLL_ZONE ? -1 : drag.y > view.bottom - SCROLL_ZONE ? 1 : 0;
    if (beyond) {
      this.#stage.scroller.scrollTop += beyond * SCROLL_STEP;
      window.follow();
      this.#frame = requestAnimationFrame(() => this.#follow());
    }
    const y = Math.min(Math.max(drag.y - drag.grip.y, view.top + 4), view.bottom - 4);
    const offset = window.offsetAt(drag.x - drag.grip.x, y);
    if (offset === null) return;
    const snapped = snap(window.text, offset, drag.edge.side, unitOf(drag, offset));
    const mark = withEdgeAt(drag.mark, drag.edge, snapped, window.text);
    const at = offsetOfEdge(mark, drag.edge);
    if (drag.isTouch && window.shows(at)) {
      const place = window.rectOf(at, drag.edge.side === 'start' ? 1 : -1);
      this.#loupe.show(window.text, foldedOf(window.view.state), at, place, view);
    }
    if (at === offsetOfEdge(drag.mark, drag.edge)) return;
    drag.mark = mark;
    this.#listener.preview(mark);
  }
}

/** What an edge goes by on its way to `offset`. */
function unitOf({ edge, from, isTouch, words }: Drag, offset: number): Unit {
  const isOutward = edge.side === 'start' ? offset < from : offset > from;
  return words || (isTouch && isOutward) ? 'word' : 'grapheme';
}
