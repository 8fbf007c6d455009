import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { pathOf, type Route } from '../router/routes.ts';
import { StoreController } from '../store/context.ts';
import { placeOf } from './commands.ts';
import { screens } from './screens.ts';

/** More than so many are not counted out in the little room there is. */
const MOST = 999;

/** The navigation: a rail at the side, on phones a bar below. */
@customElement('vr-rail')
export class VrRail extends LightElement {
  @property({ attribute: false }) route!: Route;
  #desk = new StoreController(this, 'conflicts', 'documents');

  protected override render() {
    return html`<nav class="rail" aria-label=${msg('Screens')}>
      ${screens
        .filter(({ aside }) => !aside)
        .map(
          screen => html`<a
          href=${pathOf(placeOf(screen, this.#desk.store))}
          aria-current=${this.route.screen === screen.name ? 'page' : nothing}
          ><vr-icon name=${screen.icon}></vr-icon><span>${screen.label()}</span>
          ${screen.name === 'conflicts' ? this.#badge() : nothing}</a
        >`,
        )}
    </nav>`;
  }

  /** On phones not all screens fit: the one that is shown is brought into sight. */
  protected override updated(): void {
    const rail = this.querySelector('.rail');
    const here = rail?.querySelector<HTMLElement>('[aria-current]');
    if (!rail || !here || rail.scrollWidth <= rail.clientWidth) return;
    const { left, right } = here.getBoundingClientRect();
    const seen = rail.getBoundingClientRect();
    if (left < seen.left || right > seen.right)
      rail.scrollLeft += (left + right - seen.left - seen.right) / 2;
  }

  #badge() {
    const open = this.#desk.store.objects
      .all('conflict')
      .filter(({ object }) => object.state === 'open').length;
    if (open === 0) return nothing;
    return html`<b class="badge"><span aria-hidden="true">${open > MOST ? `${MOST}+` : open}</span
      ><span class="vh">${plural(open, msg(str`${sayNumber(open)} open {conflict¦conflicts}`))}</span></b
    >`;
  }
}
