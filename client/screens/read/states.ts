import { msg } from '@lit/localize';
import { html } from 'lit';
import { perform } from './gestures.ts';
import type { Reading } from './reading.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/skeleton.ts';

/** What stands in place of a text that is not there: not chosen, not here yet, removed, or out of reach. */
export function notReady(reading: Reading) {
  return html`<div class="work">${inner(reading)}</div>`;
}

/** What stands in place of a text without a single character. */
export function noText() {
  return html`<div class="work">
    <vr-empty>
      <h1>${msg('This document has no text')}</h1>
      <p>${msg('Its file holds no characters, so there is nothing to mark.')}</p>
    </vr-empty>
  </div>`;
}

function inner(reading: Reading) {
  switch (reading.stage) {
    case 'nothing':
      return html`<vr-empty>
        <h1>${msg('Nothing to read yet')}</h1>
        <p>${msg('Choose a document in the Library, or add one there.')}</p>
        <div class="actions"><a class="btn pri" href="/library">${msg('To the Library')}</a></div>
      </vr-empty>`;
    case 'missing':
      return html`<vr-empty>
        <h1>${msg('There is no such document')}</h1>
        <p>${msg('The address names a document that is not on this desk.')}</p>
        <div class="actions"><a class="btn pri" href="/library">${msg('To the Library')}</a></div>
      </vr-empty>`;
    case 'removed':
      return html`<vr-empty>
        <h1>${msg('This document was removed')}</h1>
        <p>${msg('Its history is kept, and it can be brought back as it was.')}</p>
        <div class="actions">
          <button class="btn pri" @click=${() => bringBack(reading)}>${msg('Bring it back')}</button>
          <a class="btn" href="/library">${msg('To the Library')}</a>
        </div>
      </vr-empty>`;
    case 'away':
      return html`<vr-empty>
        <h1>${msg('The server is away, and this document is not kept here')}</h1>
        <p>${msg('Documents that you open, or keep from the menu in the Library, can be read without the server. This one opens as soon as it is back; nothing of what you did is lost.')}</p>
        <div class="actions">
          <button class="btn pri" @click=${() => void reading.retry()}>${msg('Try again')}</button>
          <a class="btn" href="/library">${msg('To the Library')}</a>
        </div>
      </vr-empty>`;
    case 'failed':
      return html`<h1 class="vh">${msg('Read')}</h1>
        <vr-banner tone="error" icon="warning">
        ${msg('The document could not be fetched.')} ${reading.problem}
        <button slot="actions" class="btn" @click=${() => void reading.retry()}>${msg('Try again')}</button>
      </vr-banner>`;
    default:
      return html`<h1 class="vh">${msg('Read')}</h1>
        <vr-skeleton shape="text" label=${msg('Opening the document')}></vr-skeleton>`;
  }
}

function bringBack(reading: Reading): void {
  perform(reading, msg('Document brought back'), [
    { kind: 'document', objectId: reading.documentId!, operation: { op: 'restore' } },
  ]);
}
