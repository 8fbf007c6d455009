import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Lineage, Origin } from '../../../shared/lineage/lineage.ts';
import type { Character } from '../../../shared/lineage/origin.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { typeLabel } from '../../localize/say-type.ts';
import '../../elements/icon.ts';

/** Origins named one by one at first, and so many more each time they are asked for. */
const NAMED = 3;
const MORE = 20;

/**
 * Who rests on whom: how claims spread over the origins of their sources, whether many voices speak or one. An origin can
 * be chosen, to see only what comes from there; fires `vr-origin` with its name, or undefined.
 */
@customElement('vr-origins')
export class VrOrigins extends LightElement {
  @property({ attribute: false }) lineage: Lineage = { origins: [], claims: 0 };
  /** The name of the origin that is chosen. */
  @property() chosen: string | undefined;
  @state() private shown = NAMED;

  protected override render() {
    const { origins } = this.lineage;
    if (origins.length < 2 && !origins[0]?.character) return nothing;
    const named = origins.slice(0, this.shown);
    const picked = origins.find(({ name }) => name === this.chosen);
    const listed = picked && !named.includes(picked) ? [...named, picked] : named;
    return html`<section class="lin" aria-label=${msg('Who rests on whom')}>
      <div>
        ${this.#bar(origins)}
        <div class="names small" role="group" aria-label=${msg('Show only what comes from')}>
          ${listed.map(origin => this.#name(origin))}
          ${
            origins.length > this.shown
              ? html`<button class="btn quiet" @click=${() => {
                  this.shown += MORE;
                }}>${plural(origins.length - this.shown, msg(str`${sayNumber(origins.length - this.shown)} more {origin¦origins}`))}</button>`
              : nothing
          }
        </div>
      </div>
      ${this.#says(picked ?? origins[0]!)}
    </section>`;
  }

  /** How large a share each has, as it is seen; said in words beside it. */
  #bar(origins: readonly Origin[]) {
    const named = origins.slice(0, NAMED);
    const rest = origins.slice(NAMED).reduce((sum, { claims }) => sum + claims, 0);
    if (named[0]!.claims === 0) return nothing;
    return html`<div class="st" aria-hidden="true">
      ${named.map(({ name, claims, character }) => html`<span class="${character ? 'weak' : ''} ${name === this.chosen ? 'on' : ''}" style="flex:${claims}"></span>`)}
      ${rest > 0 ? html`<span style="flex:${rest}"></span>` : nothing}
    </div>`;
  }

  #name({ name, claims, character }: Origin) {
    const isChosen = name === this.chosen;
    return html`<button class="origin" aria-pressed=${isChosen ? 'true' : 'false'} @click=${() => this.#choose(isChosen ? undefined : name)}>
      <b class="num">${sayNumber(claims)}</b> <span dir="auto">${name}</span>
      ${character ? html`<span class="red">${sayCharacter(character)}</span>` : nothing}
    </button>`;
  }

  #says(origin: Origin) {
    const { claims } = this.lineage;
    if (claims === 0)
      return html`<p>${plural(this.lineage.origins.length, msg(str`${sayNumber(this.lineage.origins.length)} {origin¦origins}; no claim rests on a source yet.`))}</p>`;
    const name = isolated(origin.name);
    return html`<div>
      <p>${plural(claims, msg(str`${sayNumber(origin.claims)} of ${sayNumber(claims)} {claim¦claims} with a source rest on ${name}, ${sayNumber(origin.alone)} of them on nothing else.`))}
        ${origin.character ? html`<span class="red">${sayWeakness(origin.character)}</span>` : nothing}</p>
      ${
        origin.byType.length > 0
          ? html`<ul class="by-type small">
              ${origin.byType.map(({ type, claims: count, of }) => html`<li>${typeLabel(type)} <span class="num">${msg(str`${sayNumber(count)} of ${sayNumber(of)}`)}</span></li>`)}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #choose(name: string | undefined): void {
    this.dispatchEvent(new CustomEvent('vr-origin', { detail: name }));
  }
}

const sayCharacter = (character: Character): string =>
  character === 'self-published' ? msg('its own site') : msg('anybody can publish there');

const sayWeakness = (character: Character): string =>
  character === 'self-published'
    ? msg('It is the site of the very subject.')
    : msg('Anybody can publish there.');

declare global {
  interface HTMLElementTagNameMap {
    'vr-origins': VrOrigins;
  }
}
