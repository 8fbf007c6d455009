import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Findable } from './finder.ts';
import type { Reading } from './reading.ts';
import './finder.ts';

interface BannerDeeds {
  accept(): void;
  cancel(): void;
  goTo(documentId: string): void;
}

/** Says what the next selection or click is for, where it is not the usual thing. */
export function pickingBanner(reading: Reading, canAccept: boolean, deeds: BannerDeeds) {
  const { picking } = reading;
  if (!picking) return nothing;
  if (picking.kind === 'place') return placeBanner(picking.words, canAccept, deeds);
  if (picking.kind === 'compare') return compareBanner(reading, picking.words, canAccept, deeds);
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
    <vr-finder
      class="dt"
      label=""
      placeholder=${msg('Go to a document')}
      .find=${(words: string) => findDocuments(reading, words)}
      @vr-found=${(event: CustomEvent<Findable>) => deeds.goTo(event.detail.id)}
    ></vr-finder>
    <button class="btn pri" aria-disabled=${canAccept ? nothing : 'true'} @click=${deeds.accept}>
      ${isEvidence ? msg('Use these words') : msg('Raise conflict')} <kbd>Enter</kbd>
    </button>
    <button class="btn quiet" @click=${deeds.cancel}>${msg('Cancel')} <kbd>Esc</kbd></button>
  </div>`;
}

function compareBanner(reading: Reading, words: string, canAccept: boolean, deeds: BannerDeeds) {
  return html`<div class="picking" role="status">
    <span class="words"
      ><b>${msg(str`Compare “${words}”`)}</b>
      <span class="muted">${msg('Select the other words, or click a claim, here or in another document.')}</span></span
    >
    <vr-finder
      class="dt"
      label=""
      placeholder=${msg('Go to a document')}
      .find=${(sought: string) => findDocuments(reading, sought)}
      @vr-found=${(event: CustomEvent<Findable>) => deeds.goTo(event.detail.id)}
    ></vr-finder>
    <button class="btn pri" aria-disabled=${canAccept ? nothing : 'true'} @click=${deeds.accept}>
      ${msg('Compare')} <kbd>Enter</kbd>
    </button>
    <button class="btn quiet" @click=${deeds.cancel}>${msg('Cancel')} <kbd>Esc</kbd></button>
  </div>`;
}

function placeBanner(words: string, canAccept: boolean, deeds: BannerDeeds) {
  return html`<div class="picking" role="status">
    <span class="words"
      ><b>${msg(str`Place “${words}” anew`)}</b> <span class="muted">${msg('Select the words in the text.')}</span></span
    >
    <button class="btn pri" aria-disabled=${canAccept ? nothing : 'true'} @click=${deeds.accept}>
      ${msg('Use these words')} <kbd>Enter</kbd>
    </button>
    <button class="btn quiet" @click=${deeds.cancel}>${msg('Cancel')} <kbd>Esc</kbd></button>
  </div>`;
}

function findDocuments(reading: Reading, words: string): readonly Findable[] {
  const sought = words.trim().toLowerCase();
  return reading.store.objects
    .all('document')
    .filter(({ object }) => object.title.toLowerCase().includes(sought))
    .slice(0, 20)
    .map(({ id, object }) => ({ id, label: object.title, item: id }));
}
