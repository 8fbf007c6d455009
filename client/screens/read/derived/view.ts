import { msg, str } from '@lit/localize';
import { pagesOf } from '../../../../shared/derivation/landmarks.ts';
import { nameOfPage, writeTime } from '../../../../shared/derivation/locator.ts';
import { placesOf } from '../../../../shared/derivation/places.ts';
import type { Block, Derivation } from '../../../../shared/model/derivation.ts';
import type { Cell, Fold, Style } from '../../../reader/types.ts';
import type { LensView } from '../lens-folds.ts';
import { setTables } from './tables.ts';
import './derived.css';

const BULLETS = ['•', '◦', '–'];
const PLAIN_BULLET = /^\s*[-*•–—]\s*$/;

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** So many lines are set without a pause. */
const LINES = 4_000;

/**
 * How a derived text is set for reading: blocks and inlines drawn over the same offsets. It stops now and then, so that
 * what is more pressing can be done meanwhile.
 * @param text the whole derived text
 */
export function derivedView(text: string, derivation: Derivation): Generator<void, LensView> {
  return new DerivedView(text, derivation).make();
}

class DerivedView {
  readonly #text: string;
  readonly #derivation: Derivation;
  readonly #folds: Fold[] = [];
  readonly #styles: Style[] = [];
  readonly #cells = new Map<number, readonly Cell[]>();
  #speaker: string | undefined;

  constructor(text: string, derivation: Derivation) {
    this.#text = text;
    this.#derivation = derivation;
  }

  *make(): Generator<void, LensView> {
    const { rows, widest } = setTables(this.#text, this.#derivation.blocks);
    yield;
    for (const [start, { cells, css, style }] of rows) {
      this.#cells.set(start, cells);
      this.#row(start, this.#lineEnd(start), css, { style });
    }
    yield* this.#lines();
    this.#pages();
    this.#inlines();
    yield;
    this.#folds.sort((a, b) => a.start - b.start || a.end - b.end);
    yield;
    return {
      folds: this.#folds,
      styles: this.#styles.sort((a, b) => a.start - b.start || b.end - a.end),
      tables: this.#cells,
      widest,
      isDerived: true,
    };
  }

  /** Goes through the lines with the blocks that each lies in. */
  *#lines(): Generator<void, void> {
    const { blocks } = this.#derivation;
    let open: Block[] = [];
    let next = 0;
    let count = 0;
    for (let start = 0; start <= this.#text.length; ) {
      const end = this.#lineEnd(start);
      open = open.filter(block => block.end > start || block.start === start);
      while (next < blocks.length && blocks[next]!.start <= end) {
        const block = blocks[next++]!;
        // Rows and cells are set as tables; of the others those matter that say how a line looks.
        if (block.kind !== 'row' && block.kind !== 'cell' && block.kind !== 'page') open.push(block);
      }
      if (open.length > 0) this.#line(start, end, open);
      start = end + 1;
      if (++count % LINES === 0) yield;
    }
  }

  #line(start: number, end: number, open: readonly Block[]): void {
    const css: string[] = [];
    const attributes: Record<string, string> = {};
    let item: Of<'item'> | undefined;
    for (const block of open)
      switch (block.kind) {
        case 'heading':
          css.push(`h${block.level}`);
          Object.assign(attributes, { role: 'heading', 'aria-level': String(block.level) });
          break;
        case 'quote':
          css.push('quoted');
          break;
        case 'preformatted':
          css.push('pre');
          break;
        case 'caption':
          css.push('caption');
          break;
        case 'note':
          css.push('note');
          break;
        case 'item':
          item = block;
          break;
        case 'cue':
          css.push('cue');
          // Of several cues in a line the first says when it begins.
          if (block.start >= start && !('data-time' in attributes)) this.#cue(block, attributes);
      }
    if (item && end > start && !css.includes('trow')) {
      css.push('item');
      // What is explained in a list of explanations stands before what explains it.
      attributes.style = `--depth: ${item.mark === 0 ? item.depth - 1 : item.depth}`;
      this.#item(item, start, end);
    }
    if (css.length > 0) this.#row(start, end, [...new Set(css)].join(' '), attributes);
  }

  /** The mark of an item, or the white space that its further lines begin with. */
  #item(item: Of<'item'>, start: number, end: number): void {
    const isFirst = item.start >= start;
    const before = isFirst ? item.start : start;
    let from = before;
    if (!isFirst) while (from < end && from - start < 2 * item.depth && this.#text[from] === ' ') from++;
    const mark = isFirst ? Math.min(end, item.start + item.mark) : from;
    const sign = this.#text.slice(from, mark);
    if (sign.trim() === '') {
      if (mark > start) this.#folds.push({ start, end: mark });
      return;
    }
    const isBullet = PLAIN_BULLET.test(sign);
    if (isBullet) {
      const text = BULLETS[Math.min(BULLETS.length, item.depth) - 1]!;
      const chip = { text, description: msg('Entry of a list'), css: 'entry bullet', isFixed: true };
      this.#folds.push({ start, end: mark, chip });
      return;
    }
    if (from > start) this.#folds.push({ start, end: from });
    this.#styles.push({ start: from, end: mark, css: 'number' });
  }

  #cue(cue: Of<'cue'>, attributes: Record<string, string>): void {
    const time = placesOf(this.#derivation, cue)[0]?.time;
    if (time) attributes['data-time'] = writeTime(time[0]);
    const { speaker, start } = cue;
    if (speaker !== undefined && speaker !== this.#speaker) {
      const label = {
        text: speaker,
        description: msg(str`Spoken by ${speaker}`),
        css: 'speaker',
        isFixed: true,
      };
      this.#folds.push({ start, end: start, label });
    }
    this.#speaker = speaker;
  }

  #pages(): void {
    pagesOf(this.#derivation).forEach(({ start, page }, i) => {
      const name = nameOfPage(page);
      const text = msg(str`p. ${name}`);
      const css = i === 0 ? 'page-break first' : 'page-break';
      const label = { text, description: msg(str`Page ${name} begins`), css, isFixed: true };
      this.#folds.push({ start, end: start, label });
    });
  }

  #inlines(): void {
    for (const inline of this.#derivation.inlines) {
      const { start, end } = inline;
      if (inline.kind === 'link')
        this.#styles.push({
          start,
          end,
          css: 'link',
          attributes: {
            'data-href': inline.href,
            title: msg(str`${inline.href} (opened with Ctrl and a click)`),
          },
        });
      else this.#styles.push({ start, end, css: inline.kind === 'strong' ? 'b' : 'i' });
    }
  }

  #row(start: number, end: number, css: string, attributes: Readonly<Record<string, string>>): void {
    this.#styles.push({ start, end: Math.max(end, start + 1), css, ofRow: true, attributes });
  }

  #lineEnd(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end < 0 ? this.#text.length : end;
  }
}
