import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { KeyHints } from '../commands/hints.ts';
import type { IconName } from '../elements/icons.ts';
import { LightElement } from '../elements/light-element.ts';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { sayTitle } from '../localize/say-title.ts';
import type { Route } from '../router/routes.ts';
import { StoreController } from '../store/context.ts';
import { choose, chosen, looks, type Preference } from './preferences.ts';
import { screens } from './screens.ts';
import './present.ts';
import './save-state.ts';
import './who.ts';

type Theme = Preference<'theme'>;

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { system: 'monitor', light: 'sun', dark: 'moon' };
const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

/** The bar above every screen: where one is, whether all is saved, who signs, theme and help. */
@customElement('vr-top-bar')
export class VrTopBar extends LightElement {
  @property({ attribute: false }) route!: Route;
  @state() private theme = chosen('theme');
  #hints = new KeyHints(this);
  #desk = new StoreController(this, 'documents', 'conflicts', 'sources');

  override connectedCallback(): void {
    super.connectedCallback();
    looks.addEventListener('change', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    looks.removeEventListener('change', this.#look);
  }

  #look = (): void => {
    this.theme = chosen('theme');
  };

  protected override render() {
    return html`<header class="top">
      <a class="brand" href="/library"
        ><span aria-hidden="true">V<span class="dt">ar.</span></span><span class="vh">${msg('Variorum, to the Library')}</span></a
      >
      <div class="crumb">${this.#crumb()}</div>
      ${this.#finder()}
      <vr-save-state></vr-save-state>
      <vr-present></vr-present>
      <vr-who></vr-who>
      <span class="tools-end">${this.#themeButton()}
        <a
          class="ib dt"
          href="/settings"
          aria-label=${msg('Settings')}
          title=${this.#hints.title(msg('Settings'), 'frame.go.settings')}
          aria-current=${this.route.screen === 'settings' ? 'page' : nothing}
          ><vr-icon name="settings"></vr-icon
        ></a>
        <button
          class="ib dt"
          aria-label=${msg('Keys')}
          title=${this.#hints.title(msg('Keys'), 'frame.help')}
          @click=${() => this.dispatchEvent(new CustomEvent('vr-help', { bubbles: true }))}
        >
          <vr-icon name="help"></vr-icon>
        </button>
      </span>
    </header>`;
  }

  /** Opens the palette; a field by its looks, on phones an icon. */
  #finder() {
    const label = msg('Find a document, claim, entity or command');
    return html`<button
      class="cmd"
      title=${this.#hints.title(label, 'frame.palette')}
      @click=${() => this.dispatchEvent(new CustomEvent('vr-find-anything'))}
    >
      <vr-icon name="search"></vr-icon><span class="for">${label}</span>
      <span class="dt by" aria-hidden="true">${this.#hints.keys('frame.palette')}</span>
    </button>`;
  }

  #crumb() {
    const { route } = this;
    if (route.screen === 'read' && route.documentId) {
      const title = this.#desk.store.get('document', route.documentId)?.object.title;
      return html`<a class="dt" href="/library">${msg('Library')}</a
        ><span class="muted dt" aria-hidden="true">/</span><strong><bdi>${title === undefined ? msg('Read') : sayTitle(title)}</bdi></strong>`;
    }
    const screen = screens.find(({ name }) => name === route.screen);
    const count = this.#count();
    return html`<strong>${screen?.label() ?? msg('Nothing here')}</strong>${
      count ? html`<span class="muted dt">${count}</span>` : nothing
    }`;
  }

  #count(): string | undefined {
    const { objects } = this.#desk.store;
    if (this.route.screen === 'library') {
      const n = objects.all('document').length;
      return n === 0 ? undefined : plural(n, msg(str`${sayNumber(n)} {document¦documents}`));
    }
    if (this.route.screen === 'sources') {
      const n = objects.all('source').length;
      return n === 0 ? undefined : plural(n, msg(str`${sayNumber(n)} {source¦sources}`));
    }
    return this.route.screen === 'conflicts' ? msg('all documents') : undefined;
  }

  #themeButton() {
    const names: Record<Theme, string> = {
      system: msg('as the system'),
      light: msg('light'),
      dark: msg('dark'),
    };
    const next = NEXT[this.theme];
    const label = msg(str`Theme: ${names[this.theme]}. Switch to ${names[next]}`);
    return html`<button
      class="ib"
      aria-label=${label}
      title=${label}
      @click=${() => choose('theme', next)}
    >
      <vr-icon name=${THEME_ICONS[this.theme]}></vr-icon>
    </button>`;
  }
}
