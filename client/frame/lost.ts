import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../elements/empty.ts';

/** Shown where an address names no screen, or where a screen could not be loaded. */
@customElement('vr-lost-screen')
export class VrLostScreen extends LightElement {
  @property() kind: 'unknown' | 'unloaded' = 'unknown';
  @property() path = '';

  protected override render() {
    return html`<div class="work">
      <vr-empty>
        ${
          this.kind === 'unloaded'
            ? html`<h1>${msg('This screen did not load')}</h1>
              <p>${msg('The server did not answer. What you have done is kept; try again when it is back.')}</p>
              <div class="actions">
                <button class="btn pri" @click=${() => location.reload()}>${msg('Try again')}</button>
              </div>`
            : html`<h1>${msg('Nothing here')}</h1>
              <p>${msg('No screen has the address')} <span class="mono">${this.path}</span>.</p>
              <div class="actions"><a class="btn pri" href="/library">${msg('To the Library')}</a></div>`
        }
      </vr-empty>
    </div>`;
  }
}
