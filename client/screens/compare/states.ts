import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { saySize } from '../../localize/say-size.ts';
import type { Compared, Comparing } from './comparing.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/skeleton.ts';

/** What stands in place of a comparison that is not there: nothing chosen, not here yet, called off, or out of reach. */
export function notCompared(comparing: Comparing, again: () => void) {
  const retry = html`<div class="actions"><button class="btn pri" @click=${again}>${msg('Try again')}</button></div>`;
  switch (comparing.stage) {
    case 'nothing':
      return html`<vr-empty>
        <h2>${msg('Choose two texts')}</h2>
        <p>${msg('Two revisions of a document, two documents, or two passages: choose a document on each side. From a passage in Read, “Compare with …” leads here as well.')}</p>
      </vr-empty>`;
    case 'missing':
      return html`<vr-empty>
        <h2>${msg('One of these texts is not here')}</h2>
        <p>${msg('The address names a document, a revision or a passage that is not on this desk. Choose another one above.')}</p>
      </vr-empty>`;
    case 'away':
      return html`<vr-empty>
        <h2>${msg('The server is away, and one of these texts is not kept here')}</h2>
        <p>${msg('Texts that you have opened, or keep from the menu in the Library, can be compared without the server.')}</p>
        ${retry}
      </vr-empty>`;
    case 'stopped':
      return html`<vr-empty>
        <h2>${msg('Comparing was called off')}</h2>
        ${retry}
      </vr-empty>`;
    case 'failed':
      return html`<vr-banner tone="error" icon="warning">
        ${msg('The texts could not be compared.')} ${comparing.problem}
        <button slot="actions" class="btn" @click=${again}>${msg('Try again')}</button>
      </vr-banner>`;
    default:
      return html`<vr-skeleton shape="text" label=${msg('Comparing the texts')}></vr-skeleton>`;
  }
}

/** What is said of two texts that are the same. */
export function theSame({ left, right }: Compared) {
  const isPart = left.text.length < left.revision.length || right.text.length < right.revision.length;
  if (isPart)
    return html`<vr-empty>
      <h2>${msg('The same, character by character')}</h2>
      <p>${msg('Both passages have the same text.')}</p>
    </vr-empty>`;
  if (left.revision.sha256 === right.revision.sha256)
    return html`<vr-empty>
      <h2>${msg('The same, byte for byte')}</h2>
      <p>${left.revision.id === right.revision.id ? msg('This is one text on both sides. Choose another one on either side.') : msg('Both have the same bytes and the same text.')}</p>
    </vr-empty>`;
  const [one, other] = [left.revision, right.revision];
  return html`<vr-empty>
    <h2>${msg('The same text, other bytes')}</h2>
    <p>${msg(str`The characters are the same. The left has ${saySize(one.bytes)} as ${one.reading.encoding}, the right ${saySize(other.bytes)} as ${other.reading.encoding}.`)}</p>
  </vr-empty>`;
}
