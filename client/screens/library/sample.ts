import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Inline } from '../../../shared/model/derivation.ts';
import { sayNumber } from '../../localize/locale.ts';

/** A block with the blocks that lie within it. */
interface Nested {
  readonly block: Block;
  readonly within: Nested[];
}

/**
 * Draws the beginning of a derived text as what its blocks say it is: enough to judge whether it was read well. Links are
 * marked and lead nowhere.
 * @param text the beginning; blocks and inlines are ranges in it
 */
export function drawSample(text: string, blocks: readonly Block[], inlines: readonly Inline[]): unknown {
  return new Drawing(text, inlines).fill(nest(blocks), 0, text.length);
}

/** @returns blocks as trees; they come in order of start, outer before inner */
function nest(blocks: readonly Block[]): Nested[] {
  const top: Nested[] = [];
  const open: Nested[] = [];
  for (const block of blocks) {
    while (open.length > 0 && block.start >= open[open.length - 1]!.block.end) open.pop();
    const nested = { block, within: [] };
    (open[open.length - 1]?.within ?? top).push(nested);
    if (block.end > block.start) open.push(nested);
  }
  return top;
}

class Drawing {
  readonly #text: string;
  readonly #inlines: readonly Inline[];

  constructor(text: string, inlines: readonly Inline[]) {
    this.#text = text;
    this.#inlines = inlines;
  }

  /** Draws blocks and the words between them; white space between blocks is theirs. */
  fill(nested: readonly Nested[], start: number, end: number): unknown[] {
    const drawn: unknown[] = [];
    let at = start;
    for (const one of nested) {
      drawn.push(this.#between(at, one.block.start, nested.length > 0), this.#block(one));
      at = Math.max(at, one.block.end);
    }
    drawn.push(this.#between(at, end, nested.length > 0));
    return drawn;
  }

  #between(start: number, end: number, isBesideBlocks: boolean): unknown {
    if (!isBesideBlocks) return end > start ? this.#words(start, end) : nothing;
    const words = this.#text.slice(start, end);
    const lead = words.length - words.trimStart().length;
    const length = words.trim().length;
    return length > 0 ? this.#words(start + lead, start + lead + length) : nothing;
  }

  #block({ block, within }: Nested): TemplateResult {
    const { start, end } = block;
    const inner = () => this.fill(within, start, end);
    switch (block.kind) {
      case 'heading':
        return html`<p class="sm-head" data-level=${block.level}>${inner()}</p>`;
      case 'quote':
        return html`<blockquote>${inner()}</blockquote>`;
      case 'preformatted':
        return html`<div class="sm-pre">${inner()}</div>`;
      case 'list':
        return html`<div class="sm-list" role="list">${this.#only(within, 'item')}</div>`;
      case 'item': {
        const mark = Math.min(start + block.mark, end);
        return html`<div class="sm-item" role="listitem"><span class="sm-mark">${this.#text.slice(start, mark)}</span><div>${this.fill(within, mark, end)}</div></div>`;
      }
      case 'table':
        return html`<div class="sm-tw"><table><tbody>${this.#only(within, 'row', 'caption')}</tbody></table></div>`;
      case 'caption':
        return html`<tr><td class="sm-caption" colspan="99">${inner()}</td></tr>`;
      case 'row':
        return html`<tr>${this.#only(within, 'cell')}</tr>`;
      case 'cell':
        return block.header ? html`<th>${inner()}</th>` : html`<td>${inner()}</td>`;
      case 'page':
        return html`<div class="sm-page"><span class="sm-page-no">${msg(str`Page ${sayNumber(block.page)}`)}</span>${inner()}</div>`;
      case 'cue':
        return html`<p>${block.speaker ? html`<b>${block.speaker}</b> ` : nothing}${inner()}</p>`;
      case 'note':
        return html`<div class="sm-note">${inner()}</div>`;
      case 'paragraph':
        return html`<p>${inner()}</p>`;
    }
  }

  /** Draws blocks alone, where nothing else may stand: rows in a table. */
  #only(within: readonly Nested[], ...kinds: readonly Block['kind'][]): TemplateResult[] {
    return within.filter(({ block }) => kinds.includes(block.kind)).map(one => this.#block(one));
  }

  #words(start: number, end: number): unknown[] {
    const here = this.#inlines.filter(inline => inline.start < end && inline.end > start);
    const edges = [start, end, ...here.flatMap(inline => [inline.start, inline.end])]
      .filter(edge => edge >= start && edge <= end)
      .sort((a, b) => a - b);
    return edges.slice(1).map((edge, place) => {
      const from = edges[place]!;
      if (edge === from) return nothing;
      const over = here.filter(inline => inline.start <= from && inline.end >= edge);
      return over.reduce<unknown>((words, { kind }) => styled(kind, words), this.#text.slice(from, edge));
    });
  }
}

function styled(kind: Inline['kind'], words: unknown): TemplateResult {
  if (kind === 'strong') return html`<strong>${words}</strong>`;
  return kind === 'emphasis' ? html`<em>${words}</em>` : html`<span class="sm-link">${words}</span>`;
}
