/** What stands so near to an edge of a row is brought further in, in pixels. */
const MARGIN = 24;

/** The rows of tables that are wider than the text: those of one table are scrolled across as if they were one. */
export class RowsAcross {
  readonly #text: HTMLElement;
  /** How far tables are scrolled, by their names. */
  readonly #tables = new Map<string, number>();

  /** @param text in which rows name their table in `data-table` */
  constructor(text: HTMLElement) {
    this.#text = text;
    // What scrolls tells it only itself.
    text.addEventListener('scroll', this.#scrolled, { capture: true, passive: true });
  }

  /** Scrolls rows that have come as far as those of their table that were there. */
  align(): void {
    for (const [table, left] of this.#tables) this.#scroll(table, left);
  }

  /** Scrolls a row, and with it its table, so that a place of it can be seen. @param rect of the place, on the screen */
  reveal(row: HTMLElement, rect: { readonly left: number; readonly right: number }): void {
    if (row.scrollWidth <= row.clientWidth) return;
    const { left, right } = row.getBoundingClientRect();
    const margin = Math.min(MARGIN, (right - left) / 4);
    if (rect.left < left + margin) row.scrollLeft -= left + margin - rect.left;
    else if (rect.right > right - margin) row.scrollLeft += rect.right - (right - margin);
  }

  readonly #scrolled = ({ target }: Event) => {
    if (!(target instanceof HTMLElement)) return;
    const { table } = target.dataset;
    if (table === undefined || this.#tables.get(table) === target.scrollLeft) return;
    this.#tables.set(table, target.scrollLeft);
    this.#scroll(table, target.scrollLeft);
  };

  #scroll(table: string, left: number): void {
    for (const row of this.#text.querySelectorAll<HTMLElement>(`[data-table="${table}"]`))
      if (row.scrollLeft !== left) row.scrollLeft = left;
  }
}
