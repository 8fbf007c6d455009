import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { claimTypes } from '../../../../shared/claim-types/registry.ts';
import { typeLabel, typeWord } from '../../../localize/say-type.ts';
import { short } from '../gestures.ts';
import { ReadPanel } from '../panel.ts';
import { type Place, placePalette } from '../place-palette.ts';
import { alikeGroups } from './alike.ts';
import { type SuggestionDeed, tellDeed } from './deeds.ts';
import { sayOffered } from './say-suggestion.ts';
import '../../../elements/icon.ts';
import '../../../elements/swatch.ts';
import '../../../panels/key-hint.ts';

const DIGITS = [...claimTypes].filter(type => type.digit).sort((a, b) => a.digit!.localeCompare(b.digit!));

/** What can be done with a suggestion that was pointed at, beside its words. It never takes the focus. */
@customElement('vr-suggestion-palette')
export class VrSuggestionPalette extends ReadPanel {
  /** Where the words can be seen, in client coordinates; null while they cannot. */
  @property({ attribute: false }) over: Place | null = null;
  /** Where the palette may stand. */
  @property({ attribute: false }) within: DOMRect | undefined;

  protected override render() {
    const { suggesting } = this.reading;
    const offered = suggesting.isPointed ? suggesting.focused : undefined;
    if (!offered || !this.over) return nothing;
    const hasAlike = alikeGroups(offered, suggesting.source?.all ?? []).length > 0;
    return html`<div
      class="pal of-suggestion"
      role="group"
      aria-label=${msg('Suggestion')}
      @pointerdown=${(event: PointerEvent) => event.preventDefault()}
    >
      <div class="pv">
        <span>${msg('Suggested')}</span><span><b>${typeWord(offered.type)}</b> ${short(sayOffered(offered), 70)}</span>
      </div>
      <div class="a first">
        ${this.#deed('accept', 'check', msg('Accept'))} ${this.#deed('refuse', 'x', msg('Refuse'))}
        ${hasAlike ? this.#deed('alike', 'copy', msg('All alike')) : nothing}
      </div>
      <div class="g" role="group" aria-label=${msg('Accept as another type')}>
        ${DIGITS.map(
          type => html`<button
            class=${type.id === offered.type ? 'on' : ''}
            data-type=${type.id}
            @click=${() =>
              this.dispatchEvent(new CustomEvent('vr-suggestion-as', { detail: type.id, bubbles: true }))}
          >
            <vr-keys command="read.mark.${type.id}"></vr-keys><vr-swatch type=${type.id}></vr-swatch>${typeLabel(type.id)}
          </button>`,
        )}
      </div>
    </div>`;
  }

  protected override updated(): void {
    const box = this.querySelector<HTMLElement>('.pal');
    if (box && this.within) placePalette(box, this.over, this.within);
  }

  #deed(deed: SuggestionDeed, icon: 'check' | 'x' | 'copy', label: string) {
    return html`<button @click=${() => tellDeed(this, deed)}>
      <vr-icon name=${icon}></vr-icon>${label} <vr-keys command=${deed === 'accept' ? 'read.accept' : `read.suggestion.${deed}`}></vr-keys>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-suggestion-palette': VrSuggestionPalette;
  }
  interface HTMLElementEventMap {
    /** The focused suggestion shall be a claim of another type. */
    'vr-suggestion-as': CustomEvent<string>;
  }
}
