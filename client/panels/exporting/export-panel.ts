import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Loss } from '../../../shared/formats/losses.ts';
import { type Language, languages } from '../../../shared/languages/languages.ts';
import { LightElement } from '../../elements/light-element.ts';
import { remember, remembered } from '../../frame/memory.ts';
import { whyOf } from '../../frame/why.ts';
import { sayNumber } from '../../localize/locale.ts';
import { getLocale } from '../../localize/localize.ts';
import { plural } from '../../localize/plural.ts';
import { sayLoss } from '../../localize/say-loss.ts';
import { StoreController } from '../../store/context.ts';
import { downloadExport, type ExportFormat, type ExportPart, exportQuery, namable } from './download.ts';
import './exporting.css';

/** Milliseconds without a further choice after which it is asked what the export would leave behind. */
const SETTLED = 250;

/**
 * What a format would leave behind of what is to be taken away, with the columns to choose where it is a table. It
 * shows when it is put in place, and is gone when it is closed.
 */
@customElement('vr-export-panel')
export class VrExportPanel extends LightElement {
  @property({ attribute: false }) format!: ExportFormat;
  @property({ attribute: false }) portion: ExportPart = {};

  @state() private losses: readonly Loss[] | undefined;
  /** How many bytes it comes to. */
  @state() private bytes: number | undefined;
  @state() private failed: string | undefined;
  @state() private left: ReadonlySet<string> = new Set();
  @state() private language: Language | undefined;
  /** What is to be taken away as the server is asked for it. */
  #named: ExportPart | undefined;
  #desk = new StoreController(this, 'saving');
  #asked: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('format')) this.left = new Set(remembered(this.#memory)?.split(','));
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.export-panel')!.showPopover();
    this.querySelector<HTMLElement>('.pri')!.focus();
    void this.#ask();
  }

  protected override render() {
    const { label, columns, languages } = this.format;
    return html`<div
      class="export-panel"
      popover="auto"
      role="dialog"
      aria-label=${msg(str`Export as ${label}`)}
      @toggle=${this.#onToggle}
    ><form @submit=${this.#take}>
      <h2>${label}</h2>
      ${this.#amount()}
      ${languages ? this.#languages(languages) : nothing}
      ${columns ? this.#columns(columns) : nothing}
      <section aria-live="polite">${this.#leaves()}</section>
      <div class="ends">
        <button type="button" class="btn quiet" @click=${this.#close}>${msg('Cancel')}</button>
        <button class="btn pri" ?disabled=${this.#chosen?.length === 0 || !this.#named || !this.#desk.store.saving.online}
          ><vr-icon name="download"></vr-icon>${msg('Download')}</button
        >
      </div>
    </form></div>`;
  }

  /** How much is taken away, where it was selected. */
  #amount() {
    const { documents, claims } = this.portion;
    const count = claims?.length ?? documents?.length ?? 0;
    if (claims)
      return html`<p class="muted amount">${plural(count, msg(str`${sayNumber(count)} {claim¦claims}`))}</p>`;
    if (count > 1)
      return html`<p class="muted amount">${plural(count, msg(str`${sayNumber(count)} {document¦documents}`))}</p>`;
    return nothing;
  }

  #languages(all: readonly Language[]) {
    return html`<label class="export-language"
      >${msg('Language')}
      <select
        class="sel"
        @change=${(event: Event) => {
          this.language = (event.target as HTMLSelectElement).value as Language;
        }}
      >
        ${all.map(code => html`<option value=${code} ?selected=${code === this.#tongue} lang=${code}>${languages[code]}</option>`)}
      </select></label
    >`;
  }

  /** The language that is chosen, at first that of the interface; undefined where there is none to choose. */
  get #tongue(): Language | undefined {
    const { languages: all } = this.format;
    return all && (this.language ?? all.find(code => code === getLocale()));
  }

  #columns(columns: readonly string[]) {
    return html`<fieldset>
      <legend>${msg('Columns')}</legend>
      <div class="export-columns">
        ${columns.map(
          id =>
            html`<label><input type="checkbox" name=${id} .checked=${!this.left.has(id)} @change=${this.#choose} /><code>${id}</code></label>`,
        )}
      </div>
      <div class="export-all">
        <button type="button" class="btn quiet" @click=${() => this.#leave([])}>${msg('All')}</button>
        <button type="button" class="btn quiet" @click=${() => this.#leave(columns)}>${msg('None')}</button>
      </div>
    </fieldset>`;
  }

  #leaves() {
    if (this.#chosen?.length === 0) return html`<p class="muted">${msg('Choose a column at least.')}</p>`;
    if (this.failed !== undefined)
      return html`<p class="wrong">${this.failed}</p>
        <button type="button" class="btn" @click=${this.#again}>${msg('Try again')}</button>`;
    if (!this.losses) return html`<p class="muted">${msg('Looking at what it cannot carry …')}</p>`;
    if (this.losses.length === 0) return html`<p>${msg('It carries all of it.')}</p>`;
    return html`<h3>${msg('It leaves behind')}</h3>
      <ul class="losses">
        ${this.losses.map(loss => html`<li><span class="num">${sayNumber(loss.count)}</span><span>${sayLoss(loss)}</span></li>`)}
      </ul>`;
  }

  /** The name under which columns that were left out stay so for the next time. */
  get #memory(): string {
    return `export-without-${this.format.id}`;
  }

  /** The columns that are wanted; undefined where all of them are, or where there are none to choose. */
  get #chosen(): readonly string[] | undefined {
    return this.left.size === 0 ? undefined : this.format.columns?.filter(id => !this.left.has(id));
  }

  #choose = (event: Event): void => {
    const { name, checked } = event.target as HTMLInputElement;
    const left = new Set(this.left);
    if (checked) left.delete(name);
    else left.add(name);
    this.#leave([...left]);
  };

  #leave(ids: readonly string[]): void {
    this.left = new Set(ids);
    this.losses = undefined;
    this.bytes = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), SETTLED);
  }

  #again = (): void => {
    this.failed = undefined;
    void this.#ask();
  };

  async #ask(): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    if (this.#chosen?.length === 0) return;
    try {
      this.#named ??= await namable(this.#desk.store.client, this.portion);
      const { bytes, losses } = await this.#desk.store.client.reportExport(
        {
          params: { format: this.format.id },
          query: exportQuery({ ...this.#named, columns: this.#chosen }),
        },
        { signal: asked.signal },
      );
      if (asked.signal.aborted) return;
      this.losses = losses;
      this.bytes = bytes;
      this.failed = undefined;
    } catch (error) {
      if (!asked.signal.aborted) this.failed = whyOf(error);
    }
  }

  #take = (event: Event): void => {
    event.preventDefault();
    if (this.format.columns) remember(this.#memory, [...this.left].join(',') || undefined);
    downloadExport(
      this.format.id,
      { ...this.#named, columns: this.#chosen, language: this.#tongue },
      this.bytes,
    );
    this.#close();
  };

  #close = (): void => {
    this.querySelector<HTMLElement>('.export-panel')!.hidePopover();
  };

  #onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed') this.remove();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-export-panel': VrExportPanel;
  }
}
