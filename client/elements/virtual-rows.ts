import { type VirtualItem, VirtualizerController } from '@tanstack/lit-virtual';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** Beyond so many rows only those near the window are drawn. */
const MANY = 100;

/** How a row is drawn: its place among all rows, and what to call with its element so that its height is known. */
export type DrawRow<T> = (
  item: T,
  place: number,
  measure: (row: Element | undefined) => void,
) => TemplateResult;

/**
 * Rows of a table inside an element marked `data-scroller`. A few are all drawn; of many only those near the
 * window, between two empty rows that keep the rest's height.
 */
export class VirtualRows<T> {
  #host: ReactiveControllerHost & HTMLElement;
  #virtual: VirtualizerController<HTMLElement, HTMLTableRowElement>;
  #key: (item: T) => string;
  #items: readonly T[] = [];

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
  }

  /** Call before drawing, with all rows in order. */
  take(items: readonly T[]): void {
    this.#items = items;
    const virtual = this.#virtual.getVirtualizer();
    virtual.setOptions({
      ...virtual.options,
      count: items.length > MANY ? items.length : 0,
      scrollMargin: this.#host.offsetTop,
      getItemKey: place => (items[place] ? this.#key(items[place]) : place),
    });
  }

  /** @param columns how many the table has */
  draw(columns: number, row: DrawRow<T>): unknown {
    if (this.#items.length <= MANY)
      return repeat(this.#items, this.#key, (item, place) => row(item, place, () => {}));
    const virtual = this.#virtual.getVirtualizer();
    const drawn = virtual.getVirtualItems();
    const margin = virtual.options.scrollMargin;
    const before = (drawn[0]?.start ?? margin) - margin;
    const after = virtual.getTotalSize() - ((drawn[drawn.length - 1]?.end ?? margin) - margin);
    const measure = (element: Element | undefined) =>
      virtual.measureElement((element as HTMLTableRowElement | undefined) ?? null);
    return html`${gap(before, columns)}
    ${repeat(
      drawn,
      (item: VirtualItem) => item.key,
      (item: VirtualItem) => row(this.#items[item.index]!, item.index, measure),
    )}
    ${gap(after, columns)}`;
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
