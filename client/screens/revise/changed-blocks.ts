import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RevisionPreview } from '../../../shared/api/routes/revisions.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';

type Change = RevisionPreview['changes'][number];

/** So many runs of words are drawn at first in one place, and so many more whenever they are asked for. */
const DRAWN = 120;

/** Where two revisions of a text differ: runs of lines, and in them the words that go and come. */
@customElement('vr-changed-blocks')
export class VrChangedBlocks extends LightElement {
  @property({ attribute: false }) preview!: RevisionPreview;
  /** Language of the text. */
  @property({ attribute: false }) language: string | undefined;
  /** How many runs are drawn of the places of which more were asked for. */
  readonly #drawn = new Map<Change, number>();

  protected override render() {
    const { changes, difference } = this.preview;
    const more = difference.blocks - changes.length;
    return html`<header class="side-head">
        <h2>${msg('What changes in the text')}</h2>
        <p class="small muted num">
          ${plural(difference.gone, msg(str`${sayNumber(difference.gone)} {character goes¦characters go}`))},
          ${plural(difference.come, msg(str`${sayNumber(difference.come)} {comes¦come}`))},
          ${plural(difference.blocks, msg(str`in ${sayNumber(difference.blocks)} {place¦places}`))}
        </p>
      </header>
      <div class="changes" tabindex="0" role="list" aria-label=${msg('What changes in the text')}>
        ${changes.map(change => this.#change(change))}
        ${more > 0 ? html`<p class="small muted more">${plural(more, msg(str`${sayNumber(more)} more {place is¦places are} not listed.`))}</p>` : nothing}
      </div>`;
  }

  #change(change: Change) {
    const { line, parts } = change;
    const drawn = this.#drawn.get(change) ?? DRAWN;
    const rest = parts.length - drawn;
    return html`<div class="change" role="listitem">
      <span class="small muted num" title=${msg('Line of the new text')}>${sayNumber(line)}</span>
      <p lang=${this.language ?? nothing} dir="auto">${parts
        .slice(0, drawn)
        .map(({ is, text }) =>
          is === 'same'
            ? text
            : is === 'gone'
              ? html`<del><span class="vh">${msg('gone:')} </span>${visible(text)}</del>`
              : html`<ins><span class="vh">${msg('new:')} </span>${visible(text)}</ins>`,
        )}</p>
      ${
        rest > 0
          ? html`<button class="btn quiet low" @click=${() => this.#drawMore(change, drawn)}>
              ${plural(rest, msg(str`${sayNumber(rest)} more {run¦runs} of words in this place`))}
            </button>`
          : nothing
      }
    </div>`;
  }

  #drawMore(change: Change, drawn: number): void {
    this.#drawn.set(change, drawn + 10 * DRAWN);
    this.requestUpdate();
  }
}

/** Ends of lines that go or come are shown, since otherwise nothing would be seen of them. */
const visible = (text: string): string => text.replaceAll('\n', '↵\n');

declare global {
  interface HTMLElementTagNameMap {
    'vr-changed-blocks': VrChangedBlocks;
  }
}
