import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement } from 'lit';

/**
 * An element that draws into the page itself instead of a shadow root, so that the shared styles reach it and
 * selections, ids and labels work across elements. Elements that take children use a shadow root with a slot.
 * It is drawn anew when the language changes.
 */
export class LightElement extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
