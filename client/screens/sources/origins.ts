import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';

/** How many citations rest on one origin. */
export interface Origin {
  readonly host: string;
  readonly cited: number;
}

/** Origins named one by one; the rest are put together. */
const NAMED = 3;

/** How citations spread over the origins of the sources: whether many voices speak, or one. */
@customElement('vr-origins')
export class VrOrigins extends LightElement {
  /** The most cited first. */
  @property({ attribute: false }) origins: readonly Origin[] = [];

  protected override render() {
    const total = this.origins.reduce((sum, { cited }) => sum + cited, 0);
    const [first] = this.origins;
    if (!first || this.origins.length < 2) return nothing;
    const stands = first.cited > this.origins[1]!.cited;
    const named = this.origins.slice(0, NAMED);
    const rest = total - named.reduce((sum, { cited }) => sum + cited, 0);
    const parts = [...named, ...(rest > 0 ? [{ host: msg('others'), cited: rest }] : [])];
    const says = parts.map(({ host, cited }) => `${cited} ${host}`).join(', ');
    return html`<div class="lin">
      <div>
        <div class="st" role="img" aria-label=${says}>
          ${parts.map(({ cited }, place) => html`<span class=${place === 0 && stands ? 'most' : ''} style="flex:${cited}"></span>`)}
        </div>
        <div class="names small muted" aria-hidden="true">
          ${parts.map(({ host, cited }) => html`<span><b class="num">${cited}</b> ${host}</span>`)}
        </div>
      </div>
      <p>${this.#sentence(first, total)}</p>
    </div>`;
  }

  /** What stands out: one origin that is cited more than any other, or that none is. */
  #sentence(first: Origin, total: number) {
    return first.cited > this.origins[1]!.cited
      ? html`<b>${plural(total, msg(str`${sayNumber(first.cited)} of ${sayNumber(total)} {citation¦citations}`))}</b>: ${first.host}`
      : html`<b>${plural(total, msg(str`${sayNumber(total)} {citation¦citations}`))}</b>, ${plural(this.origins.length, msg(str`${sayNumber(this.origins.length)} {origin¦origins}`))}`;
  }
}
