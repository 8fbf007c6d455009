import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { ContextConsumer } from '@lit/context';
import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Command } from '../commands/command.ts';
import { isApple, sayStroke } from '../commands/keys.ts';
import { commandsContext } from '../commands/registry.ts';
import { LightElement } from '../elements/light-element.ts';

/** The keys that work on the present screen, as the registry has them. */
@customElement('vr-help')
export class VrHelp extends LightElement {
  @property({ type: Boolean }) open = false;
  #commands = new ContextConsumer(this, { context: commandsContext });

  protected override render() {
    return html`<wa-dialog
      label=${msg('Keys')}
      light-dismiss
      style="--width:50rem"
      ?open=${this.open}
      @wa-after-hide=${() => this.dispatchEvent(new CustomEvent('vr-close'))}
    >
      <div class="keys">${this.open ? this.#groups() : ''}</div>
    </wa-dialog>`;
  }

  #groups() {
    const groups = new Map<string, Command[]>();
    for (const command of this.#commands.value?.all ?? []) {
      if (command.keys.length === 0) continue;
      groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
    }
    const apple = isApple();
    return [...groups].map(
      ([name, commands]) => html`<section>
        <h2>${name}</h2>
        <dl>
          ${commands.map(
            command => html`<div>
              <dt>${command.label}</dt>
              <dd>${command.keys.map(keys => html`<span class="stroke">${sayKeys(keys, apple)}</span>`)}</dd>
            </div>`,
          )}
        </dl>
      </section>`,
    );
  }
}

function sayKeys(keys: string, apple: boolean) {
  return keys
    .split(' ')
    .map(
      (stroke, i) =>
        html`${i > 0 ? html`<span class="then">${msg('then')}</span>` : ''}${sayStroke(stroke, apple).map(
          key => html`<kbd>${key}</kbd>`,
        )}`,
    );
}
