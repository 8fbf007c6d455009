import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Language, languages } from '../../../shared/languages/languages.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { choose, chosen, looks, type Preference, type PreferenceName } from '../../frame/preferences.ts';
import { rememberSignature } from '../../frame/signature.ts';
import { chooseLanguage, chosenLanguage } from '../../localize/localize.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import '../../elements/icon.ts';
import '../../panels/key-hint.ts';
import './settings.css';

/** Longest name to sign with, in UTF-16 code units. */
const LONGEST = 120;

/** What each person sets for themselves in this browser. Every choice holds at once. */
@customElement('vr-settings-screen')
export class VrSettingsScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'settings' };
  @state() private language = chosenLanguage();
  #desk = new StoreController(this, 'signature');

  constructor() {
    super();
    new HeadingFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    looks.addEventListener('change', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    looks.removeEventListener('change', this.#look);
  }

  #look = (): void => this.requestUpdate();

  protected override render() {
    return html`<div class="work settings" data-scroller>
      <h1>${msg('Settings')}</h1>
      <p class="muted">${msg('They are kept in this browser, and hold at once.')}</p>
      ${this.#name()} ${this.#language()} ${this.#looks()} ${this.#reading()} ${this.#keys()} ${this.#storage()}
    </div>`;
  }

  #name() {
    return html`<section>
      <h2>${msg('Your name')}</h2>
      <label class="fld"
        >${msg('Sign changes as')}
        <input
          name="name"
          required
          maxlength=${LONGEST}
          autocomplete="name"
          .value=${this.#desk.store.signature}
          @change=${this.#sign}
        />
        <span class="says">${msg('It stands beside everything you do here, and is kept in this browser.')}</span>
      </label>
    </section>`;
  }

  #sign = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const name = field.value.trim();
    if (name === '') {
      field.value = this.#desk.store.signature;
      return;
    }
    this.#desk.store.signature = name;
    rememberSignature(name);
    announce(msg('Kept.'));
  };

  #language() {
    return html`<section>
      <h2>${msg('Language')}</h2>
      <label class="fld"
        >${msg('Language of the interface')}
        <select
          name="language"
          @change=${(event: Event) => {
            const code = (event.target as HTMLSelectElement).value as Language | '';
            this.language = code || undefined;
            void chooseLanguage(this.language);
          }}
        >
          <option value="" ?selected=${this.language === undefined}>${msg('As the browser')}</option>
          ${Object.entries(languages).map(
            ([code, name]) =>
              html`<option value=${code} lang=${code} ?selected=${code === this.language}>${name}</option>`,
          )}
        </select>
        <span class="says">${msg('Dates and numbers follow it. The texts you check stay as they are.')}</span>
      </label>
    </section>`;
  }

  #looks() {
    return html`<section>
      <h2>${msg('Look')}</h2>
      ${this.#choice('theme', msg('Theme'), {
        system: msg('As the system'),
        light: msg('Light'),
        dark: msg('Dark'),
      })}
      <p class="says">${msg('Motion and contrast follow the settings of your system.')}</p>
    </section>`;
  }

  #reading() {
    return html`<section>
      <h2>${msg('Reading')}</h2>
      ${this.#choice('text', msg('Size of the text'), {
        small: msg('Small'),
        usual: msg('Usual'),
        large: msg('Large'),
        largest: msg('Largest'),
      })}
      ${this.#choice('measure', msg('Length of the lines'), {
        narrow: msg('Short'),
        usual: msg('Usual'),
        wide: msg('Long'),
      })}
      ${this.#choice('marks', msg('Highlights'), {
        quiet: msg('Lines only'),
        usual: msg('Usual'),
        strong: msg('Strong'),
      })}
      <p class="sample reader-text txt" aria-hidden="true">${this.#sample()}</p>
    </section>`;
  }

  /** A sentence set as the texts are, with three claims in it. */
  #sample() {
    return html`${msg(
      html`On <mark class="c t-date" data-s="open">27 April 2026</mark> <mark class="c t-person" data-s="open">Ines Varga</mark> spoke for <mark class="c t-count" data-s="ok">over 15 parties</mark>.`,
    )}`;
  }

  #choice<N extends PreferenceName>(
    name: N,
    label: string,
    words: Readonly<Record<Preference<N>, string>>,
  ): TemplateResult {
    const now = chosen(name);
    const all = Object.entries(words) as [Preference<N>, string][];
    return html`<fieldset>
      <legend>${label}</legend>
      <div class="seg">
        ${all.map(
          ([value, says]) => html`<label aria-current=${value === now ? 'true' : nothing}
            ><input
              class="vh"
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === now}
              @change=${() => choose(name, value)}
            />${says}</label
          >`,
        )}
      </div>
    </fieldset>`;
  }

  #keys() {
    return html`<section>
      <h2>${msg('Keys')}</h2>
      <p>${msg('Every command can have another key: press the one that it has in the list, then the new one.')}</p>
      <button class="btn" @click=${() => this.dispatchEvent(new CustomEvent('vr-help', { bubbles: true }))}>
        ${msg('Show and change the keys')} <vr-keys command="frame.help"></vr-keys>
      </button>
    </section>`;
  }

  #storage() {
    return customElements.get('vr-storage')
      ? html`<section>
          <h2>${msg('Storage')}</h2>
          <vr-storage></vr-storage>
        </section>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-settings-screen': VrSettingsScreen;
  }
}
