import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Reading } from './reading.ts';

interface BannerDeeds {
  accept(): void;
  cancel(): void;
}

/** Says what the next selection or click is for, where it is not the usual thing. */
export function pickingBanner(reading: Reading, canAccept: boolean, deeds: BannerDeeds) {
  const { picking } = reading;
  if (!picking) return nothing;
  const isEvidence = picking.kind === 'evidence';
  const sides = picking.kind === 'flag' ? picking.others.length : 0;
  return html`<div class="picking" role="status">
    <span class="words"
      >${
        isEvidence
          ? html`<b>${msg(str`Use as evidence for “${picking.words}”`)}</b>
              <span class="muted">${msg('Select the words, here or in another document.')}</span>`
          : html`<b>${msg(str`Flag against “${picking.words}”`)}</b>
              <span class="muted"
                >${sides === 0 ? msg('Click the claim that disagrees, here or in another document.') : msg(str`${sides} on the other side`)}</span
              >`
      }</span
    >
    <button class="btn pri" aria-disabled=${canAccept ? nothing : 'true'} @click=${deeds.accept}>
      ${isEvidence ? msg('Use these words') : msg('Raise conflict')} <kbd>Enter</kbd>
    </button>
    <button class="btn quiet" @click=${deeds.cancel}>${msg('Cancel')} <kbd>Esc</kbd></button>
  </div>`;
}
