import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageBox, PageBoxes } from '../../../../shared/derivation/page-boxes.ts';
import type { Span } from '../../../../shared/text/text-like.ts';
import { sayNumber } from '../../../localize/locale.ts';
import type { Mark } from '../../../reader/types.ts';
import { ReadPanel } from '../panel.ts';
import { drawPage, type PdfFile } from './pdf-file.ts';
import { wordAt } from './word-at.ts';
import '../../../elements/progress.ts';

/** Milliseconds for which its size stays the same before a page is drawn anew in it. */
const SETTLES = 120;
/** Words are found so far from where one clicks, in the page's units. */
const REACH = 12;
/** CSS pixels by which a pointer that is dragged moves at least. */
const DRAGGED = 4;
/** More claims on a page are not drawn. */
const MOST_MARKS = 1500;

type Viewport = ReturnType<PDFPageProxy['getViewport']>;

/** One page of the original with boxes over it: the claims that stand there, and the words that are selected. */
@customElement('vr-page-sheet')
export class VrPageSheet extends ReadPanel {
  @property({ attribute: false }) file!: PdfFile;
  /** Where words stand on the page; undefined until it is known. */
  @property({ attribute: false }) boxes: PageBoxes | undefined;
  @property({ type: Number }) page = 1;
  @property({ attribute: false }) zoom: 'width' | number = 'width';
  /** The page that is shown, at its natural size. */
  @state() private shown: { page: PDFPageProxy; viewport: Viewport } | undefined;
  @state() private width = 0;
  @state() private isDrawing = false;
  #canvas: HTMLCanvasElement | undefined;
  #drawing: AbortController | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #press: { x: number; y: number; offset: number | undefined } | undefined;
  #inSight: string | undefined;
  readonly #size = new ResizeObserver(() => {
    const scroll = this.querySelector('.page-scroll');
    if (!scroll) return;
    const { paddingLeft, paddingRight } = getComputedStyle(scroll);
    const room = scroll.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    this.width = Math.max(120, room);
  });

  /** What a unit of the page is wide in CSS pixels. */
  get scale(): number {
    const natural = this.shown?.viewport.width ?? 1;
    return this.zoom === 'width' ? this.width / natural : this.zoom * (96 / 72);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.reading?.addEventListener('touched', this.#touched);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reading.removeEventListener('touched', this.#touched);
    this.#size.disconnect();
    this.#drawing?.abort();
    clearTimeout(this.#settling);
  }

  protected override firstUpdated(): void {
    this.reading.addEventListener('touched', this.#touched);
    this.#size.observe(this.querySelector('.page-scroll')!);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('page') || changed.has('file')) void this.#turn(changed.has('file'));
    else if (changed.has('zoom') || changed.has('width')) this.#drawSoon();
  }

  protected override render() {
    const { shown } = this;
    const name = msg(str`Page ${sayNumber(this.page)} of ${sayNumber(this.file.pages)}, as it is printed`);
    return html`<div class="page-scroll" tabindex="0" role="group" aria-label=${name}>
      ${
        shown && this.width > 0
          ? html`<div
              class="page-sheet"
              style="width:${shown.viewport.width * this.scale}px;aspect-ratio:${shown.viewport.width}/${shown.viewport.height}"
              aria-busy=${this.isDrawing ? 'true' : 'false'}
              @pointerdown=${this.#down}
              @click=${this.#click}
            >
              ${this.#canvas ?? nothing}
              <div class="page-marks">${this.#selected()}${this.#marks().map(mark => this.#mark(mark))}</div>
            </div>`
          : html`<div class="page-says"><vr-progress label=${msg('Drawing the page')}></vr-progress></div>`
      }
    </div>`;
  }

  protected override updated(): void {
    const { focused } = this.reading;
    const key = `${this.page} ${focused} ${this.shown?.page.pageNumber}`;
    if (this.#inSight === key) return;
    this.#inSight = key;
    this.querySelector('.page-mark.focus')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Claims that stand on the page, the focused one last so that it lies above. */
  #marks(): Mark[] {
    const { marks, focused } = this.reading;
    const span = this.boxes?.spanOf(this.page);
    if (!marks || !span) return [];
    return marks
      .touching(span.start, span.end)
      .filter(({ state }) => state !== 'suggested')
      .slice(0, MOST_MARKS)
      .sort((a, b) => Number(a.id === focused) - Number(b.id === focused));
  }

  #mark(mark: Mark) {
    const boxes = mark.ranges.flatMap(range => this.boxes?.boxesOf(this.page, range) ?? []);
    const isFocused = mark.id === this.reading.focused;
    const css = `page-mark t-${mark.type} ${isFocused ? 'focus' : ''} ${mark.conflict ? 'conflict' : ''}`;
    const [first] = mark.ranges;
    const text = first && this.reading.text?.atHand(first.start, first.end);
    const words = text ? text.slice(first.start, Math.min(first.end, first.start + 80)) : '';
    return boxes.map((box, at) =>
      at === 0
        ? html`<button
            class=${css}
            data-s=${mark.state}
            style=${this.#place(box)}
            aria-label="${mark.label}: ${words}"
            aria-pressed=${isFocused ? 'true' : 'false'}
            @click=${(event: MouseEvent) => this.#pick(mark, event)}
          ></button>`
        : html`<i class=${css} data-s=${mark.state} style=${this.#place(box)} @click=${(event: MouseEvent) => this.#pick(mark, event)}></i>`,
    );
  }

  #selected() {
    const { selection } = this.reading;
    if (selection.end <= selection.start || !this.boxes) return nothing;
    return this.boxes
      .boxesOf(this.page, selection)
      .map(box => html`<i class="page-mark selected" style=${this.#place(box)}></i>`);
  }

  #place(box: PageBox): string {
    const { viewport } = this.shown!;
    const [x1, y1, x2, y2] = viewport.convertToViewportRectangle([...box]) as [
      number,
      number,
      number,
      number,
    ];
    const part = (length: number, of: number) => `${((100 * length) / of).toFixed(3)}%`;
    return `left:${part(Math.min(x1, x2), viewport.width)};top:${part(Math.min(y1, y2), viewport.height)};width:${part(Math.abs(x2 - x1), viewport.width)};height:${part(Math.abs(y2 - y1), viewport.height)}`;
  }

  #pick({ id, ranges }: Mark, { clientX, clientY, detail }: MouseEvent): void {
    const press = this.#press;
    // Words that were dragged over are selected, whatever claims lie there; keys have no pointer.
    if (detail > 0 && press && Math.hypot(clientX - press.x, clientY - press.y) > DRAGGED) return;
    this.reading.focus(id);
    this.#tell('vr-look', ranges[0]!.start);
    this.#tell('vr-page-words');
  }

  #down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#press = { x: event.clientX, y: event.clientY, offset: this.#offsetOf(event) };
  };

  /** Selects the word that was pressed, or all from where the pointer went down to where it came up. */
  #click = (event: MouseEvent): void => {
    const press = this.#press;
    this.#press = undefined;
    const end = this.#offsetOf(event);
    if (press?.offset === undefined || end === undefined) return;
    const isDragged = Math.hypot(event.clientX - press.x, event.clientY - press.y) > DRAGGED;
    if (!isDragged && (event.target as Element).closest('.page-mark:not(.selected)')) return;
    void this.#select(press.offset, isDragged ? end : press.offset);
  };

  async #select(from: number, to: number): Promise<void> {
    const { text } = this.reading;
    const [first, last] = from <= to ? [from, to] : [to, from];
    const around = await text?.around(Math.max(0, first - 200), Math.min(text.map.length, last + 200));
    if (!around || this.reading.text !== text) return;
    const words: Span = { start: wordAt(around, first).start, end: wordAt(around, last).end };
    this.#tell('vr-look', words.start);
    this.#tell('vr-select-words', words);
    this.#tell('vr-page-words');
  }

  #offsetOf({ clientX, clientY }: MouseEvent): number | undefined {
    const sheet = this.querySelector('.page-sheet')?.getBoundingClientRect();
    if (!sheet || !this.shown) return undefined;
    const { viewport, page } = this.shown;
    const [x, y] = viewport.convertToPdfPoint(
      ((clientX - sheet.left) / sheet.width) * viewport.width,
      ((clientY - sheet.top) / sheet.height) * viewport.height,
    ) as [number, number];
    return this.boxes?.offsetAt(page.pageNumber, x, y, REACH);
  }

  async #turn(isOther: boolean): Promise<void> {
    const { page: number, file } = this;
    if (isOther) {
      this.shown = undefined;
      this.#canvas = undefined;
    }
    try {
      const page = await file.page(number);
      if (number !== this.page || file !== this.file) return;
      this.shown?.page.cleanup();
      this.#canvas = undefined;
      this.shown = { page, viewport: page.getViewport({ scale: 1 }) };
      this.querySelector('.page-scroll')?.scrollTo({ top: 0 });
      await this.updateComplete;
      await this.#draw();
    } catch (error) {
      if (number === this.page && file === this.file) this.#fail(error);
    }
  }

  #drawSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#draw(), this.#canvas ? SETTLES : 0);
  }

  async #draw(): Promise<void> {
    const { shown } = this;
    this.#drawing?.abort();
    if (!shown || this.width === 0) return;
    const drawing = new AbortController();
    this.#drawing = drawing;
    this.isDrawing = true;
    try {
      const canvas = await drawPage(shown.page, shown.viewport.width * this.scale, drawing.signal);
      canvas.setAttribute('aria-hidden', 'true');
      this.#canvas = canvas;
    } catch (error) {
      if (!drawing.signal.aborted) this.#fail(error);
    }
    if (this.#drawing === drawing) this.isDrawing = false;
    this.requestUpdate();
  }

  #fail(error: unknown): void {
    if (this.isConnected) this.dispatchEvent(new CustomEvent('vr-page-failed', { detail: error }));
  }

  #tell(name: 'vr-look' | 'vr-select-words' | 'vr-page-words', detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  #touched = (): void => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-page-sheet': VrPageSheet;
  }
  interface HTMLElementEventMap {
    /** A page cannot be drawn; the detail is what was thrown. */
    'vr-page-failed': CustomEvent<unknown>;
    /** Words or a claim were chosen on the page. */
    'vr-page-words': CustomEvent<void>;
  }
}
