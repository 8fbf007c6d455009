import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration } from 'prosemirror-view';
import { Folded, wholeOf } from '../folded.ts';
import type { MountedChunk, Positions } from '../positions.ts';
import type { Chip, Fold, Span, Style, TextSetting } from '../types.ts';
import { ChunkDecorations, touches } from './chunk-decorations.ts';

interface Folds {
  readonly folded: Folded;
  readonly chunks: ChunkDecorations;
}

interface Change {
  readonly folded: Folded;
  /** Where decorations no longer hold. */
  readonly stale: readonly Span[] | 'all';
}

const key = new PluginKey<Folds>('folds');

/**
 * Order of what stands at one offset: ends of a fold before beginnings of the next. The caret at the offset
 * stands between the two.
 */
const SIDE = { breakAfter: -2, label: -1, breakBefore: 1, chip: 2 } as const;

function chipOf(chip: Chip, whole: Span, isOpen: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = `chip ${chip.css ?? ''}`.trim();
  element.contentEditable = 'false';
  element.textContent = chip.text;
  element.title = chip.description;
  element.setAttribute('aria-label', chip.description);
  if (chip.isFixed) {
    element.setAttribute('role', 'img');
    return element;
  }
  element.dataset.start = String(whole.start);
  element.dataset.end = String(whole.end);
  element.setAttribute('role', 'button');
  element.setAttribute('aria-expanded', String(isOpen));
  return element;
}

function breakOf(css: string): HTMLElement {
  const element = document.createElement('span');
  element.className = `brk ${css}`.trim();
  element.contentEditable = 'false';
  return element;
}

/** Decorates one chunk; nothing reaches beyond it. */
class Folder {
  readonly #decorations: Decoration[] = [];
  readonly #folded: Folded;
  readonly #positions: Positions;
  readonly #start: number;
  readonly #rows: readonly Span[];

  constructor(folded: Folded, positions: Positions, chunk: MountedChunk) {
    this.#folded = folded;
    this.#positions = positions;
    this.#start = chunk.start;
    this.#rows = chunk.rows.starts.map((start, i) => ({
      start: chunk.start + start,
      end: chunk.start + chunk.rows.ends[i]!,
    }));
  }

  decorate(): readonly Decoration[] {
    const folded = this.#folded;
    const end = this.#rows[this.#rows.length - 1]!.end;
    for (const fold of folded.touching(this.#start - 1, end + 1)) {
      const isOpen = folded.isOpen(fold);
      if (!isOpen) this.#hide(fold, end);
      if (fold.start < this.#start || fold.start > end) continue;
      if (isOpen && !folded.heads(fold)) continue;
      if (fold.before !== undefined) this.#break(fold.start, 'breakBefore', fold.before);
      if (fold.chip) this.#chip(fold.start, 'chip', fold.chip, fold, isOpen);
    }
    for (const style of folded.stylesTouching(this.#start, end)) this.#style(style, end);
    return this.#decorations;
  }

  #hide(fold: Fold, end: number): void {
    const from = Math.max(fold.start, this.#start);
    const to = Math.min(fold.end, end);
    if (from < to)
      this.#decorations.push(Decoration.inline(this.#at(from), this.#at(to), { class: 'folded' }));
    for (const row of this.#rows) {
      if (row.start > fold.end) break;
      const hasStart = fold.start >= row.start && fold.start <= row.end;
      const hasEnd = fold.end >= row.start && fold.end <= row.end;
      const isShown = (hasStart && fold.chip) || (hasEnd && fold.label);
      if (isShown || fold.start > row.start || fold.end < row.end) continue;
      if (row.start === row.end && (hasStart || hasEnd)) continue;
      this.#row(row, 'folded');
    }
    if (fold.end < this.#start || fold.end > end) return;
    if (fold.after !== undefined) this.#break(fold.end, 'breakAfter', fold.after);
    if (fold.label) this.#chip(fold.end, 'label', fold.label, fold, false);
  }

  #row({ start, end }: Span, css: string, attributes: Readonly<Record<string, string>> = {}): void {
    const at = this.#at(start) - 1;
    this.#decorations.push(Decoration.node(at, at + end - start + 2, { class: css, ...attributes }));
  }

  #style({ start, end, css, ofRow, attributes }: Style, chunkEnd: number): void {
    if (ofRow) {
      for (const row of this.#rows) {
        if (row.start >= end) break;
        if (row.start >= start) this.#row(row, css, attributes);
      }
      return;
    }
    const level = /^h([1-6])$/.exec(css)?.[1];
    const heading = level ? { role: 'heading', 'aria-level': level } : {};
    const from = this.#at(Math.max(start, this.#start));
    const to = this.#at(Math.min(end, chunkEnd));
    if (from < to)
      this.#decorations.push(
        Decoration.inline(from, to, { nodeName: 'span', class: css, ...heading, ...attributes }),
      );
  }

  #chip(offset: number, place: keyof typeof SIDE, chip: Chip, fold: Fold, isOpen: boolean): void {
    const name = `${place} ${fold.start}-${fold.end} ${isOpen} ${chip.text} ${chip.css}`;
    const make = () => chipOf(chip, wholeOf(fold), isOpen);
    this.#decorations.push(Decoration.widget(this.#at(offset), make, { side: SIDE[place], key: name }));
  }

  #break(offset: number, place: keyof typeof SIDE, css: string): void {
    const spec = { side: SIDE[place], key: `${place} ${offset} ${css}` };
    this.#decorations.push(Decoration.widget(this.#at(offset), () => breakOf(css), spec));
  }

  #at(offset: number): number {
    return this.#positions.positionOf(offset);
  }
}

/** Hides what a lens folds, in the chunks that are to be decorated, and shows its chips. */
export const foldsPlugin = (setting: TextSetting): Plugin<Folds> =>
  new Plugin({
    key,
    state: {
      init: () => ({ folded: new Folded(setting), chunks: new ChunkDecorations() }),
      apply(tr, before, _old, state) {
        const change = tr.getMeta(key) as Change | undefined;
        const folded = change?.folded ?? before.folded;
        const isStale = touches(change?.stale ?? [], 0);
        const chunks = before.chunks.apply(tr, state, isStale, (positions, chunk) =>
          new Folder(folded, positions, chunk).decorate(),
        );
        return { folded, chunks };
      },
    },
    props: { decorations: state => key.getState(state)!.chunks.set },
  });

/** What a lens does to the text of a state. */
export const foldedOf = (state: EditorState): Folded => key.getState(state)!.folded;

/** Sets the text otherwise. */
export const setSetting = (tr: Transaction, setting: TextSetting): Transaction =>
  tr.setMeta(key, { folded: new Folded(setting), stale: 'all' } satisfies Change);

/** Opens or closes what is folded; `stale` are the spans it concerns. */
export const setFolded = (tr: Transaction, folded: Folded, stale: readonly Span[]): Transaction =>
  tr.setMeta(key, { folded, stale } satisfies Change);
