import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { DEEPEST, MOST_FILES, type PassedOver, type Why } from './gather/passed-over.ts';
import '../../elements/icon.ts';

/** Most files that are named for one reason. */
const NAMED = 100;

/** Files of a folder that are not offered, by reason. Fires `vr-close`. */
@customElement('vr-passed-over')
export class VrPassedOver extends LightElement {
  @property({ attribute: false }) files: readonly PassedOver[] = [];

  protected override render() {
    const { files } = this;
    if (files.length === 0) return nothing;
    const reasons = [...new Set(files.map(({ why }) => why))].map(
      why => [why, files.filter(file => file.why === why)] as const,
    );
    return html`<div class="card passed-over">
      <details>
      <summary>${plural(files.length, msg(str`${sayNumber(files.length)} {file of the folder was¦files of the folder were} passed over`))}</summary>
      <dl>
        ${reasons.map(
          ([
            why,
            passed,
          ]) => html`<dt>${sayWhy(why)} <span class="num muted">${sayNumber(passed.length)}</span></dt>
            ${passed.slice(0, NAMED).map(({ path }) => html`<dd dir="auto">${path}</dd>`)}
            ${
              passed.length > NAMED
                ? html`<dd class="muted">${plural(passed.length - NAMED, msg(str`And ${sayNumber(passed.length - NAMED)} more.`))}</dd>`
                : nothing
            }`,
        )}
      </dl>
      </details>
        <button
          type="button"
          class="ib"
          aria-label=${msg('Close the list of what was passed over')}
          title=${msg('Close')}
          @click=${this.#close}
        >
          <vr-icon name="x"></vr-icon>
        </button>
    </div>`;
  }

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}

function sayWhy(why: Why): string {
  switch (why) {
    case 'hidden':
      return msg('Hidden, or kept by a program for itself');
    case 'kind':
      return msg('Pictures, sound, programs and the like: no text is made of them');
    case 'empty':
      return msg('Empty');
    case 'large':
      return msg('Too large');
    case 'many':
      return msg(
        str`Beyond the ${sayNumber(MOST_FILES)} files that are taken at once; choose them by themselves`,
      );
    case 'deep':
      return msg(str`More than ${sayNumber(DEEPEST)} folders deep`);
    case 'unreadable':
      return msg('Could not be read');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-passed-over': VrPassedOver;
  }
}
