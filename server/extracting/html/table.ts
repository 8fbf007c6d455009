import { attribute, type Element, isElement, type Node } from './tree.ts';

/** As many columns as one cell may span, and as many empty cells as spans may make on a page. */
const MOST_COLUMNS = 1000;
const MOST_FILLED = 200_000;

/** A place in a row: a cell, or nothing where another cell reaches into it. */
export interface Slot {
  readonly cell?: Element;
  readonly header: boolean;
}

/** @returns a table's own captions and rows, in the order in which they stand. */
export function rowsOf(table: Element): { captions: Element[]; rows: Element[] } {
  const captions: Element[] = [];
  const rows: Element[] = [];
  for (const child of table.childNodes.filter(isElement)) {
    if (child.tagName === 'caption') captions.push(child);
    else if (child.tagName === 'tr') rows.push(child);
    else for (const row of child.childNodes.filter(isElement)) if (row.tagName === 'tr') rows.push(row);
  }
  return { captions, rows };
}

/** Lays the rows of tables out so that columns stay beneath one another where cells span several. */
export class Spans {
  #filled = 0;

  /**
   * @param reaching for each column, how many rows a cell above reaches further down; empty at first, brought up to date
   * @param full what has text
   * @returns the row's places, up to the last that has text
   */
  lay(row: Element, reaching: number[], full: ReadonlySet<Node>): Slot[] {
    const slots: Slot[] = [];
    const fill = (header: boolean) => {
      this.#filled++;
      slots.push({ header });
    };
    const passReaching = () => {
      if (this.#filled > MOST_FILLED) reaching.length = 0;
      for (let at = slots.length; (reaching[at] ?? 0) > 0; at = slots.length) {
        reaching[at]!--;
        fill(false);
      }
    };
    let width = 0;
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      passReaching();
      const header = cell.tagName === 'th';
      const across = this.#span(cell, 'colspan', MOST_COLUMNS);
      const down = this.#span(cell, 'rowspan', 65_534);
      if (down > 1) for (let i = 0; i < across; i++) reaching[slots.length + i] = down - 1;
      slots.push({ cell, header });
      if (full.has(cell)) width = slots.length;
      for (let i = 1; i < across; i++) fill(header);
    }
    for (let at = slots.length; at < reaching.length; at++) if (reaching[at]! > 0) reaching[at]!--;
    return slots.slice(0, width);
  }

  /** Spans of enormous tables are not followed: they would make more cells than the page has characters. */
  #span(cell: Element, name: string, most: number): number {
    if (this.#filled > MOST_FILLED) return 1;
    const span = Number.parseInt(attribute(cell, name) ?? '', 10);
    return span > 1 ? Math.min(span, most) : 1;
  }
}
