import type { BlockKind } from '../text-builder.ts';
import { TextFlow } from './text-flow.ts';

/** What a block holds: blocks, text on one line, or text with lines of its own. */
export type Lines = 'blocks' | 'one line' | 'lines';

/**
 * The flow of a page: its text in blocks, lists and tables, each on lines of its own; what has only one line (a heading,
 * a cell) keeps to it.
 */
export class Flow extends TextFlow {
  /** Opens a block that is told from its text by nothing but its kind. */
  open(kind: BlockKind, has: Lines): void {
    this.boundary(2);
    this.emitMark();
    this.isInFirstLine = false;
    if (!this.flat) this.builder.open(kind);
    if (has !== 'blocks') this.textBlocks++;
    if (has === 'one line') this.flatness++;
    if (has === 'lines') this.preformatted++;
    this.kept = [];
  }

  close(has: Lines): void {
    if (has !== 'blocks') this.textBlocks--;
    if (has === 'one line') {
      this.flatness--;
      this.pendingSpace = undefined;
    }
    if (has === 'lines') this.preformatted--;
    this.kept = [];
    this.endLine();
    if (!this.flat) {
      this.builder.close();
      this.builder.lines(2);
    }
  }

  /** Lists within a line have their marks and are no blocks. */
  openList(ordered: boolean): void {
    if (this.pendingMark) {
      this.pendingMark.item.mark = 0;
      this.pendingMark = undefined;
      this.endLine();
    } else if (this.depth === 0) this.boundary(2);
    else this.#nextLine();
    this.depth++;
    if (!this.flat) this.builder.open({ kind: 'list', ordered });
  }

  closeList(): void {
    this.endLine();
    if (!this.flat) this.builder.close();
    this.depth--;
    this.indent(this.depth);
    if (!this.flat) this.builder.lines(this.depth === 0 ? 2 : 1);
  }

  /** @param first whether it is its list's first, so that its list has broken the line */
  openItem(mark: string, first: boolean): void {
    if (first) this.endLine();
    else this.#nextLine();
    const depth = Math.max(1, this.depth);
    this.indent(depth - 1);
    const item = { kind: 'item' as const, depth, mark: mark.length };
    if (!this.flat) this.builder.open(item);
    this.pendingMark = { item, mark };
  }

  closeItem(): void {
    this.endLine();
    this.pendingMark = undefined;
    if (!this.flat) this.builder.close();
    this.indent(Math.max(0, this.depth - 1));
  }

  openTable(): void {
    this.boundary(2);
    this.emitMark();
    this.builder.open({ kind: 'table' });
  }

  closeTable(): void {
    this.builder.close();
    this.builder.lines(2);
  }

  /** The line over a table's rows that says what it is. */
  openCaption(): void {
    this.builder.open({ kind: 'caption' });
    this.textBlocks++;
    this.flatness++;
  }

  closeCaption(): void {
    this.pendingSpace = undefined;
    this.textBlocks--;
    this.flatness--;
    this.builder.close();
    this.builder.lines(1);
  }

  openRow(): void {
    if (!this.isFresh) this.builder.lines(1);
    this.builder.open({ kind: 'row' });
  }

  closeRow(): void {
    this.builder.close();
  }

  openCell(first: boolean, header: boolean): void {
    if (!first) this.builder.mark('\t');
    this.builder.openHere({ kind: 'cell', header });
    this.isFresh = true;
    this.flatness++;
  }

  closeCell(): void {
    this.pendingSpace = undefined;
    this.isFresh = false;
    this.flatness--;
    this.builder.close();
  }

  #nextLine(): void {
    this.endLine();
    if (!this.flat && !this.isFresh) this.builder.linesExactly(1);
  }
}
