import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { announce } from '../../elements/announcer.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { countTicked } from './claim-marks.ts';
import { asksNothing } from './filter-address.ts';
import { hasPages } from './page-column.ts';
import { CountingPanel } from './panel.ts';
import type { Reading } from './reading.ts';
import '../../elements/icon.ts';
import '../../panels/key-hint.ts';

/** Milliseconds after which the export menu is brought. */
const MENU_COMES = 1000;

/** What stands above the text: how far the work is, how much is shown, and finding. */
@customElement('vr-read-tools')
export class VrReadTools extends CountingPanel {
  /** Whether the original page stands beside the text. */
  @property({ type: Boolean }) hasPage = false;
  /** What was asked for when it was last said how much is shown, and of which document. */
  #filtered: unknown;
  #documentId: string | undefined;

  protected override render() {
    const { claims } = this.reading;
    const { total, ticked, shown } = tally(this.reading);
    const isFiltered = claims !== undefined && !asksNothing(claims.filter);
    return html`${this.#button('filters-button', 'list-filter', msg('Contents and filters'), 'vr-filters')}
      ${
        claims
          ? html`<span class="small muted dt num"
                >${msg(str`${sayNumber(ticked)} of ${sayNumber(total)} ticked`)}</span
              ><span class="bar dt" role="img" aria-label=${msg(str`${percent(ticked, total)} percent ticked`)}
                ><i class="a" style="width:${percent(ticked, total)}%"></i
              ></span>`
          : nothing
      }
      ${
        isFiltered
          ? html`<button class="chip" @click=${() => this.reading.setFilter({})}>
              ${msg(str`${sayNumber(shown)} of ${sayNumber(total)} shown`)}<vr-icon name="x"></vr-icon
              ><vr-keys class="dt" command="read.all"></vr-keys><span class="vh">${msg('Show all claims')}</span>
            </button>`
          : nothing
      }
      <span class="sp"></span>
      ${claims ? this.#placing() : nothing} ${claims ? this.#suggestions() : nothing}
      ${claims ? html`<span class="ph">${this.#button('', 'list', msg('List of claims'), 'vr-list-focus')}</span>` : nothing}
      ${
        claims
          ? html`<vr-export-menu
              class="dt"
              .portion=${() => ({
                documents: [claims.documentId],
                ...(isFiltered ? { filter: claims.filter } : {}),
              })}
            ></vr-export-menu>`
          : nothing
      }
      ${this.#original()}
      ${this.#button('', 'search', msg('Find'), 'vr-find-asked', html`<span class="dt">${msg('Find')}</span> <vr-keys class="dt" command="read.find"></vr-keys>`)}`;
  }

  /** Shows the original page beside the text where there is one, or closes it. */
  #original() {
    if (!hasPages(this.reading)) return nothing;
    return html`<button
      class="btn quiet original"
      aria-label=${msg('Original page')}
      aria-pressed=${this.hasPage ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new CustomEvent('vr-page', { bubbles: true }))}
    >
      <vr-icon name="file"></vr-icon><span class="dt">${msg('Page')}</span>
      <vr-keys class="dt" command="read.page"></vr-keys>
    </button>`;
  }

  /** How many wait to be placed since the text was revised; leads to their list. */
  #placing() {
    const { count } = this.reading.placing;
    if (count === 0) return nothing;
    return html`<button
      class="btn to-place"
      title=${msg('Since the text was revised, these wait to be placed')}
      @click=${() => this.dispatchEvent(new CustomEvent('vr-placing', { bubbles: true }))}
    >
      <vr-icon name="warning"></vr-icon><span class="num">${msg(str`${sayNumber(count)} to place`)}</span>
    </button>`;
  }

  /** How many suggestions there are; leads to their list. */
  #suggestions() {
    const { suggesting } = this.reading;
    const { source } = suggesting;
    const count = source?.all.length ?? 0;
    const isBusy = source?.state === 'pending';
    if (!source || (count === 0 && !isBusy)) return nothing;
    return html`<button
      class="btn quiet suggestions"
      aria-busy=${isBusy ? 'true' : nothing}
      title=${msg('List of suggestions')}
      @click=${() => this.dispatchEvent(new CustomEvent('vr-suggestions', { bubbles: true }))}
    >
      <span class="num">${
        isBusy && count === 0
          ? msg('Examining the text …')
          : plural(count, msg(str`${sayNumber(count)} {suggestion¦suggestions}`))
      }</span>
    </button>`;
  }

  protected override updated(): void {
    const { claims } = this.reading;
    const isOther = this.#filtered !== undefined && this.#filtered !== claims?.filter;
    this.#filtered = claims?.filter;
    if (!claims || !isOther || this.#documentId !== claims.documentId) {
      this.#documentId = claims?.documentId;
      return;
    }
    const { total, shown } = tally(this.reading);
    announce(
      asksNothing(claims.filter)
        ? msg('All claims are shown.')
        : msg(str`${sayNumber(shown)} of ${sayNumber(total)} claims are shown.`),
    );
  }

  protected override firstUpdated(): void {
    // The menu's controls are not needed for reading; they come once the text is there.
    setTimeout(
      () =>
        // Without the server there is nothing to export either.
        void import('../../panels/exporting/export-menu.ts').then(
          () => this.requestUpdate(),
          () => undefined,
        ),
      MENU_COMES,
    );
  }

  #button(
    css: string,
    icon: 'list-filter' | 'list' | 'search',
    label: string,
    event: string,
    words?: TemplateResult,
  ) {
    return html`<button
      class="btn quiet ${css}"
      aria-label=${label}
      @click=${() => this.dispatchEvent(new CustomEvent(event, { bubbles: true }))}
    >
      <vr-icon name=${icon}></vr-icon>${words ?? nothing}
    </button>`;
  }
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));

interface Tally {
  readonly total: number;
  readonly ticked: number;
  readonly shown: number;
}
let counted: { table: unknown; version: number; tally: Tally } | undefined;

/** Counts the open document's claims; once for every state of them. */
function tally(reading: Reading): Tally {
  const { claims } = reading;
  if (!claims) return { total: 0, ticked: 0, shown: 0 };
  const { table, version, test } = claims;
  if (counted?.table !== table || counted.version !== version) {
    let shown = 0;
    for (const slot of table.order) if (test(slot)) shown++;
    counted = { table, version, tally: { total: table.size, ticked: countTicked(table), shown } };
  }
  return counted.tally;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-read-tools': VrReadTools;
  }
  interface HTMLElementEventMap {
    'vr-filters': CustomEvent<void>;
    'vr-find-asked': CustomEvent<void>;
    /** The original page is asked for, or to be closed. */
    'vr-page': CustomEvent<void>;
    /** The list of suggestions is asked for. */
    'vr-suggestions': CustomEvent<void>;
  }
}
