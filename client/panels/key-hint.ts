import { customElement, property } from 'lit/decorators.js';
import { KeyHints } from '../commands/hints.ts';
import { LightElement } from '../elements/light-element.ts';

/** The keys by which a command is called now; nothing where it has none. */
@customElement('vr-keys')
export class VrKeys extends LightElement {
  /** The command's id. */
  @property() command = '';
  #hints = new KeyHints(this);

  protected override render() {
    return this.#hints.keys(this.command);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-keys': VrKeys;
  }
}
