import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Excerpt } from '../../../../shared/derivation/excerpt.ts';
import { lastStartingBy } from '../../../../shared/derivation/locator.ts';
import { PageBoxes } from '../../../../shared/derivation/page-boxes.ts';
import { announce } from '../../../elements/announcer.ts';
import { remember, remembered } from '../../../frame/memory.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { derivationsOf } from '../../../store/derivations/derivations.ts';
import type { KnownDerivation } from '../../../store/derivations/known-derivation.ts';
import { ReadPanel } from '../panel.ts';
import { Followed } from './followed.ts';
import { openOriginal } from './original-file.ts';
import { type PdfFile, type Trouble, troubleOf } from './pdf-file.ts';
import './page-sheet.ts';
import { sayTrouble } from './trouble.ts';
import '../../../elements/icon.ts';
import '../../../elements/progress.ts';
import './page.css';

/** How a page is scaled: to the width that there is, or as a part of its natural size. */
type Zoom = 'width' | number;

const STEP = 1.25;
const LEAST = 0.25;
const MOST = 5;
/** Writing systems whose lines begin at the right, by language. */
const RIGHT_TO_LEFT = /^(ar|he|iw|fa|ur|yi|ps|sd|ug|dv|ckb)\b/;

/** The pages of the original beside the text: follows what is read, and shows where claims stand on the page. */
@customElement('vr-page-pane')
export class VrPagePane extends ReadPanel {
  /** Whether the pane lies over the text instead of beside it. */
  @property({ type: Boolean }) isSheet = false;
  @state() private page = 1;
  @state() private share = 0;
  @state() private trouble: Trouble | 'redacted' | undefined;
  @state() private zoom: Zoom = zoomRemembered();
  @state() private file: PdfFile | undefined;
  /** Where the words of the page that is shown stand on it, once that is known. */
  @state() private boxes: { readonly page: number; readonly on: PageBoxes } | undefined;
  #derivation: KnownDerivation | undefined;
  readonly #followed = new Followed();
  /** The revision whose original is open or being opened. */
  #revision: string | undefined;
  /** The page that the text asked for last; turning pages by hand holds until it asks for another. */
  #asked: number | undefined;
  #opening = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  /** Gives the keyboard to the page. */
  focusPage(): void {
    this.querySelector<HTMLElement>('.page-scroll, .page-says button')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { reading } = this;
    const { revision } = reading;
    if (revision && this.isConnected && revision.id !== this.#revision) void this.#open();
    else if (this.trouble === 'away' && reading.store.saving.online && !this.#wasOnline) void this.#open();
    this.#wasOnline = reading.store.saving.online;
    this.#follow();
    if (this.file && this.boxes?.page !== this.page) this.#locate();
  }

  #wasOnline = true;

  protected override render() {
    return html`<section class="page-pane" aria-label=${msg('Original page')}>
      ${this.#bar()} ${this.#content()}
    </section>`;
  }

  #bar() {
    const pages = this.file?.pages ?? 0;
    const label = this.#pages.find(({ page: { page } }) => page === this.page)?.page.label;
    return html`<div class="page-bar">
      ${this.#button('chevron-left', msg('Previous page'), this.page > 1, () => this.#turn(-1))}
      <label class="page-number"
        ><span class="vh">${msg('Page')}</span
        ><input
          inputmode="numeric"
          autocomplete="off"
          .value=${String(this.page)}
          ?disabled=${pages === 0}
          @change=${this.#typed}
          @keydown=${(event: KeyboardEvent) => event.key !== 'Escape' && event.stopPropagation()}
        /><span class="num muted">${msg(str`of ${sayNumber(pages)}`)}</span></label
      >
      ${this.#button('chevron-right', msg('Next page'), this.page < pages, () => this.#turn(1))}
      ${label === undefined ? nothing : html`<span class="printed muted small">${msg(str`printed ${label}`)}</span>`}
      <span class="sp"></span>
      ${this.#button('minus', msg('Smaller'), pages > 0, () => this.#scale(1 / STEP))}
      <button
        class="btn quiet fit"
        aria-pressed=${this.zoom === 'width' ? 'true' : 'false'}
        ?disabled=${pages === 0}
        @click=${() => this.#setZoom('width')}
      >
        ${msg('Fit width')}
      </button>
      ${this.#button('plus', msg('Larger'), pages > 0, () => this.#scale(STEP))}
      ${this.#button('x', msg('Close the original page'), true, () => this.#tell('vr-page-closed'))}
    </div>`;
  }

  #button(
    icon: 'chevron-left' | 'chevron-right' | 'minus' | 'plus' | 'x',
    label: string,
    can: boolean,
    act: () => void,
  ) {
    return html`<button
      class="ib"
      aria-label=${label}
      title=${label}
      aria-disabled=${can ? nothing : 'true'}
      @click=${() => can && act()}
    >
      <vr-icon name=${icon}></vr-icon>
    </button>`;
  }

  #content() {
    const { trouble, file } = this;
    if (trouble)
      return html`<div class="page-says">
        <p>${sayTrouble(trouble)}</p>
        ${
          trouble === 'redacted' || trouble === 'missing'
            ? nothing
            : html`<button class="btn" @click=${() => void this.#open()}>${msg('Try again')}</button>`
        }
      </div>`;
    if (!file)
      return html`<div class="page-says">
        <p class="muted">${msg('Fetching the original …')}</p>
        <vr-progress
          label=${msg('Fetching the original')}
          .value=${this.share > 0 ? this.share : undefined}
        ></vr-progress>
      </div>`;
    return html`<vr-page-sheet
      .reading=${this.reading}
      .file=${file}
      .boxes=${this.boxes?.page === this.page ? this.boxes.on : undefined}
      .page=${this.page}
      .zoom=${this.zoom}
      @keydown=${this.#key}
      @vr-page-failed=${(event: HTMLElementEventMap['vr-page-failed']) => {
        this.trouble = troubleOf(event.detail);
      }}
      @vr-page-words=${() => this.isSheet && this.#tell('vr-page-closed')}
    ></vr-page-sheet>`;
  }

  async #open(): Promise<void> {
    const { reading } = this;
    const { revision, documentId } = reading;
    if (!revision || !documentId) return;
    this.#close();
    const opening = ++this.#opening;
    this.#revision = revision.id;
    this.trouble = revision.redacted ? 'redacted' : undefined;
    if (this.trouble) return;
    const coming = openOriginal(reading.client, documentId, revision, share => {
      if (opening === this.#opening) this.share = share;
    });
    // The page is there before it is known where on it words stand.
    const { text } = reading;
    const known = text && derivationsOf(reading.client).load(documentId, revision, text);
    known?.then(
      derivation => {
        if (opening !== this.#opening) return;
        this.#derivation = derivation;
        this.requestUpdate();
      },
      () => undefined,
    );
    try {
      const file = await coming;
      if (opening !== this.#opening) {
        file.close();
        return;
      }
      this.file = file;
      this.#asked = undefined;
      this.#follow();
    } catch (error) {
      if (opening === this.#opening) this.trouble = troubleOf(error);
    }
  }

  #close(): void {
    this.#opening++;
    this.file?.close();
    this.file = undefined;
    this.boxes = undefined;
    this.#derivation = undefined;
    this.#revision = undefined;
    this.#asked = undefined;
    this.share = 0;
  }

  /** Turns to the page of what is read, where that has become another one. */
  #follow(): void {
    const { file, reading } = this;
    if (!file || reading.stage !== 'ready') return;
    const pages = this.#pages;
    const page = pages[Math.max(0, lastStartingBy(pages, this.#followed.offset(reading)))]?.page.page;
    if (page === undefined || page === this.#asked || page > file.pages) return;
    this.#asked = page;
    this.page = page;
  }

  get #pages(): KnownDerivation['summary']['pages'] {
    return this.#derivation?.summary.pages ?? [];
  }

  /** Finds out where the words of the page that is shown stand on it. */
  #locate(): void {
    const { page } = this;
    const derivation = this.#derivation;
    const pages = this.#pages;
    const at = pages.findIndex(one => one.page.page === page);
    if (!derivation || at < 0) return;
    const span = {
      start: pages[at]!.start,
      end: pages[at + 1]?.start ?? this.reading.text?.map.length ?? pages[at]!.start,
    };
    const take = (excerpt: Excerpt) => {
      if (this.page !== page || this.#derivation !== derivation) return;
      const isRightToLeft = RIGHT_TO_LEFT.test(this.reading.document?.language ?? '');
      this.boxes = { page, on: new PageBoxes(excerpt.derivation, isRightToLeft) };
    };
    const excerpt = derivation.peek(span);
    if (excerpt) take(excerpt);
    else void derivation.excerpt(span).then(take);
  }

  #turn(by: number): void {
    this.#goTo(this.page + by);
  }

  #goTo(page: number): void {
    const pages = this.file?.pages ?? 1;
    const next = Math.min(pages, Math.max(1, page));
    if (next === this.page) return;
    this.page = next;
    announce(msg(str`Page ${sayNumber(next)} of ${sayNumber(pages)}`));
  }

  #typed = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const page = Number.parseInt(field.value, 10);
    if (Number.isFinite(page)) this.#goTo(page);
    field.value = String(this.page);
  };

  #scale(by: number): void {
    const now = this.zoom === 'width' ? (this.querySelector('vr-page-sheet')?.scale ?? 1) : this.zoom;
    this.#setZoom(Math.min(MOST, Math.max(LEAST, now * by)));
  }

  #setZoom(zoom: Zoom): void {
    this.zoom = zoom;
    remember('page-zoom', zoom === 'width' ? undefined : zoom.toFixed(3));
  }

  #key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.#turn(-1),
      ArrowRight: () => this.#turn(1),
      Home: () => this.#goTo(1),
      End: () => this.#goTo(this.file?.pages ?? 1),
      '+': () => this.#scale(STEP),
      '-': () => this.#scale(1 / STEP),
      '0': () => this.#setZoom('width'),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    deed();
    event.preventDefault();
    event.stopPropagation();
  };

  #tell(name: 'vr-page-closed'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  }
}

function zoomRemembered(): Zoom {
  const zoom = Number(remembered('page-zoom'));
  return zoom >= LEAST && zoom <= MOST ? zoom : 'width';
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-page-pane': VrPagePane;
  }
  interface HTMLElementEventMap {
    'vr-page-closed': CustomEvent<void>;
  }
}
