import { msg, str } from '@lit/localize';
import { type VirtualItem, VirtualizerController } from '@tanstack/lit-virtual';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';

/** Beyond so many rows only those near the window are drawn. */
const MANY = 100;
/** Most rows that are printed. */
const PRINTED = 5000;

/** How a row is drawn. Its element must say its place in `data-index`, so that its height can be measured. */
export type DrawRow<T> = (item: T, place: number) => TemplateResult;

/**
 * Rows of a table inside an element marked `data-scroller`. A few are all drawn; of many only those near the
 * window, between two empty rows that keep the rest's height.
 */
export class VirtualRows<T> implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #virtual: VirtualizerController<HTMLElement, HTMLTableRowElement>;
  #key: (item: T) => string;
  #items: readonly T[] = [];
  #keys: readonly string[] = [];
  #measured = new WeakSet<Element>();
  #isPrinting = false;

  /** @param usual a row's usual height in CSS pixels, until it has been measured */
  constructor(host: ReactiveControllerHost & HTMLElement, key: (item: T) => string, usual: number) {
    this.#host = host;
    this.#key = key;
    this.#virtual = new VirtualizerController<HTMLElement, HTMLTableRowElement>(host, {
      count: 0,
      getScrollElement: () => host.closest('[data-scroller]'),
      estimateSize: () => usual,
      overscan: 12,
    });
    host.addController(this);
  }

  /** Call before drawing, with all rows in order. */
  take(items: readonly T[]): void {
    this.#items = items;
    const keys = items.map(this.#key);
    const virtual = this.#virtual.getVirtualizer();
    const count = items.length > MANY ? items.length : 0;
    const scrollMargin = this.#host.offsetTop;
    const isSame = keys.length === this.#keys.length && keys.every((key, place) => key === this.#keys[place]);
    // New options make the virtualizer lay everything out anew; most updates change nothing of that.
    if (isSame && virtual.options.scrollMargin === scrollMargin) return;
    this.#keys = keys;
    virtual.setOptions({
      ...virtual.options,
      count,
      scrollMargin,
      getItemKey: place => keys[place] ?? place,
    });
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#print);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#print);
  }

  /** On paper there are all rows, or it says how many are left out. */
  #print = (event: Event): void => {
    this.#isPrinting = event.type === 'beforeprint';
    if (this.#items.length > MANY) this.#host.requestUpdate();
  };

  /** Measures rows that have not been measured yet. */
  hostUpdated(): void {
    if (this.#items.length <= MANY || this.#isPrinting) return;
    const virtual = this.#virtual.getVirtualizer();
    for (const row of this.#host.querySelectorAll<HTMLTableRowElement>('tr[data-index]')) {
      if (this.#measured.has(row)) continue;
      this.#measured.add(row);
      virtual.measureElement(row);
    }
  }

  /** @param columns how many the table has */
  draw(columns: number, row: DrawRow<T>): unknown {
    if (this.#items.length <= MANY) return repeat(this.#items, this.#key, row);
    if (this.#isPrinting) return this.#all(columns, row);
    const virtual = this.#virtual.getVirtualizer();
    const drawn = virtual.getVirtualItems();
    const margin = virtual.options.scrollMargin;
    const before = (drawn[0]?.start ?? margin) - margin;
    const after = virtual.getTotalSize() - ((drawn[drawn.length - 1]?.end ?? margin) - margin);
    return html`${gap(before, columns)}
    ${repeat(
      drawn,
      (item: VirtualItem) => item.key,
      (item: VirtualItem) => row(this.#items[item.index]!, item.index),
    )}
    ${gap(after, columns)}`;
  }

  #all(columns: number, row: DrawRow<T>) {
    const left = this.#items.length - PRINTED;
    return html`${this.#items.slice(0, PRINTED).map(row)}
    ${
      left > 0
        ? html`<tr><td colspan=${columns}>${plural(left, msg(str`${sayNumber(left)} more {row is¦rows are} left out.`))}</td></tr>`
        : nothing
    }`;
  }

  /** Brings a row into the window, drawn. */
  async show(place: number): Promise<void> {
    if (this.#items.length <= MANY) return;
    this.#virtual.getVirtualizer().scrollToIndex(place);
    await new Promise(requestAnimationFrame);
    await this.#host.updateComplete;
  }
}

const gap = (height: number, columns: number) =>
  height > 0
    ? html`<tr aria-hidden="true" class="gap"><td colspan=${columns} style="height:${height}px"></td></tr>`
    : nothing;
