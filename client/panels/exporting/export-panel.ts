import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Loss } from '../../../shared/formats/losses.ts';
import { LightElement } from '../../elements/light-element.ts';
import { remember, remembered } from '../../frame/memory.ts';
import { whyOf } from '../../frame/why.ts';
import { sayNumber } from '../../localize/locale.ts';
import { sayLoss } from '../../localize/say-loss.ts';
import { StoreController } from '../../store/context.ts';
import { downloadExport, type ExportFormat, type ExportPart, exportQuery } from './download.ts';
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
  @state() private failed: string | undefined;
  @state() private left: ReadonlySet<string> = new Set();
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
    const { label, columns } = this.format;
    return html`<div
      class="export-panel"
      popover="auto"
      role="dialog"
      aria-label=${msg(str`Export as ${label}`)}
      @toggle=${this.#onToggle}
    ><form @submit=${this.#take}>
      <h2>${label}</h2>
      ${columns ? this.#columns(columns) : nothing}
      <section aria-live="polite">${this.#leaves()}</section>
      <div class="ends">
        <button type="button" class="btn quiet" @click=${this.#close}>${msg('Cancel')}</button>
        <button class="btn pri" ?disabled=${this.#chosen?.length === 0 || !this.#desk.store.saving.online}
          ><vr-icon name="download"></vr-icon>${msg('Download')}</button
        >
      </div>
    </form></div>`;
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
    if (this.failed !== undefined) return html`<p class="wrong">${this.failed}</p>`;
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), SETTLED);
  }

  async #ask(): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    if (this.#chosen?.length === 0) return;
    try {
      const { losses } = await this.#desk.store.client.reportExport(
        {
          params: { format: this.format.id },
          query: exportQuery({ ...this.portion, columns: this.#chosen }),
        },
        { signal: asked.signal },
      );
      if (asked.signal.aborted) return;
      this.losses = losses;
      this.failed = undefined;
    } catch (error) {
      if (!asked.signal.aborted) this.failed = whyOf(error);
    }
  }

  #take = (event: Event): void => {
    event.preventDefault();
    if (this.format.columns) remember(this.#memory, [...this.left].join(',') || undefined);
    downloadExport(this.format.id, { ...this.portion, columns: this.#chosen });
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
