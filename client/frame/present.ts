import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Presence } from '../../shared/api/routes/live.ts';
import { announce } from '../elements/announcer.ts';
import { LightElement } from '../elements/light-element.ts';
import { isolated } from '../localize/isolated.ts';
import { sayList } from '../localize/locale.ts';
import { pathOf, routeOf } from '../router/routes.ts';
import { StoreController } from '../store/context.ts';
import { browserId } from './browser-id.ts';
import { screens } from './screens.ts';
import { initials } from './signature.ts';

/** So many stand side by side; the rest is a number. */
const SHOWN = 3;

/** Who else is at this desk, and where: each a link to go there. */
@customElement('vr-present')
export class VrPresent extends LightElement {
  @state() private open = false;
  #known: ReadonlySet<string> | undefined;
  #desk = new StoreController(this, 'presence', 'documents');

  protected override willUpdate(): void {
    const others = this.#others();
    const now = new Set(others.map(({ browser }) => browser));
    const arrived = others.filter(({ browser }) => this.#known && !this.#known.has(browser));
    if (arrived.length > 0) {
      const names = sayList(arrived.map(({ name }) => name));
      announce(msg(str`Here now: ${names}`));
    }
    if (this.#desk.store.others.present.length > 0) this.#known = now;
    if (others.length === 0) this.open = false;
  }

  protected override render() {
    const others = this.#others();
    if (others.length === 0) return nothing;
    const more = others.length - SHOWN;
    return html`<nav class="present" aria-label=${msg('Who else is here')} @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
      ${others.slice(0, SHOWN).map(
        one => html`<a class="dt" href=${placeOf(one)} title=${this.#says(one)} aria-label=${msg(str`Go to where ${isolated(one.name)} is`)}
          data-initials=${initials(one.name)}
        ></a>`,
      )}
      <button
        class=${more > 0 ? '' : 'ph'}
        aria-label=${msg('Everybody who is here')}
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => {
          this.open = !this.open;
        }}
        data-more="+${more}"
        data-all="+${others.length}"
      ></button>
      ${this.open ? this.#list(others) : nothing}
    </nav>`;
  }

  #list(others: readonly Presence[]) {
    return html`<ul class="present-list">
      ${others.map(
        one => html`<li>
          <a href=${placeOf(one)} @click=${this.#close}
            ><i aria-hidden="true">${initials(one.name)}</i><span><b>${one.name}</b><br /><span class="muted small">${this.#place(one)}</span></span></a
          >
        </li>`,
      )}
    </ul>`;
  }

  /** One for each browser, where it was last; those at the document that is read here first. */
  #others(): Presence[] {
    const own = browserId();
    const { present } = this.#desk.store.others;
    const here = present.find(({ browser }) => browser === own)?.documentId;
    const seen = new Map<string, Presence>();
    for (const one of present) if (one.browser !== own && !seen.has(one.browser)) seen.set(one.browser, one);
    const isNear = ({ documentId }: Presence) => documentId !== undefined && documentId === here;
    return [...seen.values()].sort((a, b) => Number(isNear(b)) - Number(isNear(a)));
  }

  #says(one: Presence): string {
    const { name } = one;
    const place = this.#place(one);
    return msg(str`${name}: ${place}`);
  }

  #place({ documentId, screen }: Presence): string {
    const title = documentId && this.#desk.store.get('document', documentId)?.object.title;
    return title || (screens.find(({ name }) => name === screen)?.label() ?? msg('somewhere here'));
  }

  #close = (): void => {
    this.open = false;
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.querySelector('button')?.focus();
  };

  #onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.open = false;
  };
}

/** @returns the address of the place where a window is, as far as it says */
function placeOf({ screen, documentId, claimId }: Presence): string {
  const route = routeOf(`/${[screen, documentId, documentId && claimId].filter(Boolean).join('/')}`);
  return pathOf(route.screen === 'unknown' ? { screen: 'library' } : route);
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-present': VrPresent;
  }
}
