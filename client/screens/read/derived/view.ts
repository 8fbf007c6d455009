import { msg, str } from '@lit/localize';
import type { Excerpt } from '../../../../shared/derivation/excerpt.ts';
import { pagesOf } from '../../../../shared/derivation/landmarks.ts';
import { nameOfPage, writeTime } from '../../../../shared/derivation/locator.ts';
import { placesOf } from '../../../../shared/derivation/places.ts';
import type { Block, Derivation } from '../../../../shared/model/derivation.ts';
import { WholeSetting } from '../../../reader/setting.ts';
import type { Fold, Style } from '../../../reader/types.ts';
import { type SetRow, setTables } from './tables.ts';
import './derived.css';

const BULLETS = ['•', '◦', '–'];
const PLAIN_BULLET = /^\s*[-*•–—]\s*$/;

/** The name of the styles below. */
export const LOOK = 'derived';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/**
 * How a derived text is set for reading, or a stretch of it: blocks and inlines drawn over the same offsets.
 * @param words of the stretch
 * @param at where it begins in the text
 * @param excerpt what is known of it
 * @param isLast whether the text ends with it
 */
export const settingOf = (words: string, at: number, excerpt: Excerpt, isLast: boolean): WholeSetting =>
  new DerivedView(words, at, excerpt, isLast).make();

class DerivedView {
  readonly #words: string;
  readonly #from: number;
  readonly #to: number;
  readonly #isLast: boolean;
  readonly #derivation: Derivation;
  readonly #tables: ReadonlyMap<number, SetRow>;
  readonly #folds: Fold[] = [];
  readonly #styles: Style[] = [];
  #speaker: string | undefined;

  constructor(words: string, at: number, excerpt: Excerpt, isLast: boolean) {
    this.#words = words;
    this.#from = at;
    this.#to = at + words.length;
    this.#isLast = isLast;
    this.#derivation = excerpt.derivation;
    this.#speaker = excerpt.speaker;
    this.#tables = setTables(excerpt, { start: this.#from, end: this.#to });
  }

  make(): WholeSetting {
    for (const [start, { css, attributes }] of this.#tables)
      this.#row(start, this.#lineEnd(start), css, attributes);
    this.#lines();
    this.#pages();
    this.#inlines();
    return new WholeSetting({
      folds: this.#folds.sort((a, b) => a.start - b.start || a.end - b.end),
      styles: this.#styles.sort((a, b) => a.start - b.start || b.end - a.end),
      tables: this.#tables,
      look: LOOK,
    });
  }

  /** Goes through the lines with the blocks that each lies in. */
  #lines(): void {
    const { blocks } = this.#derivation;
    let open: Block[] = [];
    let next = 0;
    for (let start = this.#from; start < this.#to; ) {
      const end = this.#lineEnd(start);
      open = open.filter(block => block.end > start || block.start === start);
      while (next < blocks.length && blocks[next]!.start <= end) {
        const block = blocks[next++]!;
        // Rows and cells are set as tables; of the others those matter that say how a line looks.
        if (block.kind === 'row' || block.kind === 'cell' || block.kind === 'page') continue;
        if (block.end > start || block.start >= start) open.push(block);
      }
      if (open.length > 0) this.#line(start, end, open);
      start = end + 1;
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
    if (!isFirst) while (from < end && from - start < 2 * item.depth && this.#sign(from) === ' ') from++;
    const mark = isFirst ? Math.min(end, item.start + item.mark) : from;
    const sign = this.#words.slice(from - this.#from, mark - this.#from);
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
    for (const { start, page } of pagesOf(this.#derivation)) {
      if (start < this.#from || (start >= this.#to && !this.#isLast)) continue;
      const name = nameOfPage(page);
      const text = msg(str`p. ${name}`);
      const css = start === 0 ? 'page-break first' : 'page-break';
      const label = { text, description: msg(str`Page ${name} begins`), css, isFixed: true };
      this.#folds.push({ start, end: start, label });
    }
  }

  #inlines(): void {
    for (const inline of this.#derivation.inlines) {
      const start = Math.max(inline.start, this.#from);
      const end = Math.min(inline.end, this.#to);
      if (start >= end) continue;
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

  #sign(offset: number): string | undefined {
    return this.#words[offset - this.#from];
  }

  #lineEnd(start: number): number {
    const end = this.#words.indexOf('\n', start - this.#from);
    return end < 0 ? this.#to : this.#from + end;
  }
}
