import { ContextConsumer } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, render } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FLAG } from '../../../shared/claim-index/columns.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import { CommandsController } from '../../commands/controller.ts';
import { announce } from '../../elements/announcer.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { documentToRead } from '../../frame/last-read.ts';
import type { VrReader } from '../../reader/vr-reader.ts';
import { type Router, routerContext } from '../../router/router.ts';
import { pathOf, type Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { pickingBanner } from './banners.ts';
import { Columns, type Side } from './columns.ts';
import { documentMeta } from './document-meta.ts';
import { filterFromQuery, filterToQuery } from './filter-address.ts';
import {
  attachEvidence,
  flagClaims,
  markSelection,
  moveRange,
  selectedWords,
  short,
  warmUp,
} from './gestures.ts';
import { guessType } from './guess-type.ts';
import { Lens } from './lens.ts';
import type { PaletteWish, VrMarkPalette } from './palette.ts';
import { linkTo, type ReadDesk, readCommands } from './read-commands.ts';
import { type Reading, readingOf, type Task } from './reading.ts';
import { selectionBounds } from './selection-bounds.ts';
import { noText, notReady } from './states.ts';
import '../../elements/icon.ts';
import '../../reader/vr-reader.ts';
import './filters.ts';
import './find-bar.ts';
import './inspector.css';
import './inspector.ts';
import './palette.ts';
import './tools.ts';
import './read.css';

const NARROW = matchMedia('(max-width: 1180px)');
const PHONE = matchMedia('(max-width: 760px)');

/** The Read screen: contents and filters, the text, and the inspector. */
@customElement('vr-read-screen')
export class VrReadScreen extends LightElement implements ReadDesk {
  @property({ attribute: false }) route: Route = { screen: 'read' };
  @state() private isFinding = false;
  @state() private hasDrawer = false;
  @state() private over: VrMarkPalette['over'] = null;
  @state() private isPressing = false;
  readonly columns = new Columns(() => this.requestUpdate());
  readonly lens = new Lens(
    () => this.reading,
    () => this.requestUpdate(),
  );
  #store = new StoreController(this, 'documents');
  #router = new ContextConsumer(this, { context: routerContext });
  #shown: { marks: unknown; version: number; text: unknown } = {
    marks: undefined,
    version: -1,
    text: undefined,
  };
  #address = '';
  #height = 0;

  constructor() {
    super();
    new CommandsController(this, readCommands(this));
    this.addEventListener('vr-back', () => this.toText());
    this.addEventListener('vr-next', () => this.step(1, false));
    this.addEventListener('vr-previous', () => this.step(-1, false));
    this.addEventListener('vr-copy-link', () => this.copyLink());
    this.addEventListener('vr-filters', () => this.#toggleFilters());
    this.addEventListener('vr-find-asked', () => this.find());
    this.addEventListener('vr-raise', () => this.accept(true));
    this.addEventListener('vr-jump', event => void this.#jump(event.detail));
    this.addEventListener('vr-palette-wish', event => this.#wish(event.detail));
  }

  get reading(): Reading {
    return readingOf(this.#store.store);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.reading.addEventListener('change', this.#changed);
    this.reading.addEventListener('touched', this.#touched);
    NARROW.addEventListener('change', this.#changed);
    addEventListener('pointerup', this.#released);
    document.addEventListener('selectionchange', this.#nativeSelected);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reading.removeEventListener('change', this.#changed);
    this.reading.removeEventListener('touched', this.#touched);
    NARROW.removeEventListener('change', this.#changed);
    removeEventListener('pointerup', this.#released);
    document.removeEventListener('selectionchange', this.#nativeSelected);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('route')) this.#arrive();
    else if (this.route.screen === 'read' && !this.route.documentId) this.#arrive();
  }

  protected override render() {
    const { reading, columns } = this;
    const { stage } = reading;
    const isPhone = PHONE.matches;
    const hasSheet = reading.focused !== undefined || reading.picking?.kind === 'flag';
    const hasPalette =
      stage === 'ready' && !this.isPressing && (this.over !== null || this.#palette?.isFinding);
    return html`<div class="read ${NARROW.matches ? 'narrow' : ''}" style=${columns.style}>
      <aside
        class="side ${this.hasDrawer ? 'drawer' : ''}"
        aria-label=${msg('Contents and filters')}
        ?hidden=${!this.hasDrawer && (NARROW.matches || columns.isFolded('left'))}
      >
        <button class="btn quiet close-drawer" ?hidden=${!this.hasDrawer} @click=${() => this.#openDrawer(false)}>
          <vr-icon name="x"></vr-icon>${msg('Close')}
        </button>
        <vr-claim-filters .reading=${reading}></vr-claim-filters>
      </aside>
      <div class="centre">
        ${NARROW.matches ? nothing : columns.separator('left', msg('Width of contents and filters'))}
        ${NARROW.matches ? nothing : columns.separator('right', msg('Width of the inspector'))}
        <div class="tools">
          ${
            this.isFinding
              ? html`<vr-find-bar
                  .reader=${this.#element?.reader}
                  @vr-find-closed=${() => {
                    this.isFinding = false;
                    this.toText();
                  }}
                ></vr-find-bar>`
              : html`${this.lens.switch()}<vr-read-tools .reading=${reading}></vr-read-tools>`
          }
        </div>
        ${pickingBanner(reading, this.accept(false), {
          accept: () => this.accept(true),
          cancel: () => {
            reading.picking = undefined;
          },
          goTo: documentId => {
            (document.activeElement as HTMLElement | null)?.blur();
            this.#go?.go({ screen: 'read', documentId });
          },
        })}
        <div class="sheetwrap">
          ${stage === 'ready' ? this.#text() : notReady(reading)}
        </div>
        ${
          hasPalette
            ? html`<vr-mark-palette
                .reading=${reading}
                .over=${this.over}
                .within=${this.#element?.getBoundingClientRect()}
              ></vr-mark-palette>`
            : html`<vr-mark-palette .reading=${reading} hidden></vr-mark-palette>`
        }
      </div>
      <aside
        class="insp"
        aria-label=${msg('Inspector')}
        ?hidden=${isPhone ? !hasSheet || this.over !== null : columns.isFolded('right')}
      >
        <vr-inspector .reading=${reading}></vr-inspector>
      </aside>
    </div>`;
  }

  #text() {
    const { reading } = this;
    if (reading.text?.map.length === 0) return noText();
    const slot = reading.focused ? (reading.claims?.table.slotOf(reading.focused) ?? -1) : -1;
    const at = slot >= 0 ? reading.claims!.table.columns.start[slot]! : 0;
    const lens = this.lens.view;
    return html`<vr-reader
      .text=${reading.text ?? null}
      .marks=${reading.marks ?? null}
      .at=${at}
      .face=${this.lens.face}
      .folds=${lens.folds}
      .styles=${lens.styles}
      .label=${reading.document?.title ?? ''}
      @pointerdown=${() => {
        this.isPressing = true;
      }}
      @vr-selection=${this.#selected}
      @vr-viewport=${this.#seen}
      @vr-claim-focus=${this.#focused}
      @vr-claim-open=${this.#openClaim}
      @vr-edge-moved=${this.#edgeMoved}
      @vr-find=${(event: HTMLElementEventMap['vr-find']) => this.querySelector('vr-find-bar')?.tell(event.detail)}
      @vr-text-missing=${() => toast(msg('A part of the text could not be fetched. It is tried again when you come to it.'), { tone: 'error' })}
    ></vr-reader>`;
  }

  protected override updated(): void {
    this.#syncReader();
    this.#syncAddress();
    const height = this.#element?.clientHeight ?? 0;
    // The sheet that has come up must not hide the claim it speaks of.
    if (height < this.#height && PHONE.matches && this.reading.focused)
      this.#element?.reader.focusClaim(this.reading.focused, { scroll: 'nearest' });
    this.#height = height;
  }

  // What commands and buttons ask for.

  step(direction: 1 | -1, isConflicting: boolean): boolean {
    const { reading } = this;
    const flags = reading.claims?.table.columns.flags;
    const next = reading.neighbour(
      direction,
      slot => !isConflicting || (flags![slot]! & FLAG.conflict) !== 0,
    );
    if (!next) {
      announce(direction > 0 ? msg('That was the last one.') : msg('That was the first one.'));
      return false;
    }
    this.#focus(next);
    return true;
  }

  choose(type: string): void {
    const hadWords = selectedWords(this.reading);
    void this.#palette?.choose(type).then(() => hadWords && this.#caretAfter(hadWords));
  }

  findType(): void {
    if (!this.over) this.#seek(null);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const palette = this.#palette;
      if (!palette) return;
      palette.hidden = false;
      palette.within = this.#element?.getBoundingClientRect();
      void palette.findType();
    });
  }

  begin(task: Task): void {
    void this.#ensureClaim().then(async claimId => {
      if (!claimId) return;
      this.#unfoldInspector();
      this.reading.begin(task);
      await this.updateComplete;
      const menu = this.querySelector<HTMLElementTagNameMap['vr-scale-menu']>(
        `vr-scale-menu[data-scale=${task}]`,
      );
      await menu?.open();
    });
  }

  flag(): void {
    void this.#ensureClaim().then(async claimId => {
      const { reading } = this;
      if (!claimId) return;
      await reading.store.loadClaims([claimId]);
      const held = reading.store.get('claim', claimId);
      if (!held) return;
      this.#unfoldInspector();
      reading.picking = {
        kind: 'flag',
        claimId,
        documentId: held.object.anchor.documentId,
        words: short(held.object.anchor.quote.exact),
        others: [],
        severity: 'medium',
        reason: '',
      };
    });
  }

  accept(isReal: boolean): boolean {
    const { reading } = this;
    const { picking } = reading;
    if (picking?.kind === 'evidence') {
      const words = selectedWords(reading);
      if (words && isReal) void this.#usePassage(words);
      return words !== undefined;
    }
    if (picking?.kind === 'flag') {
      const isNew = reading.focused !== undefined && reading.focused !== picking.claimId;
      if (picking.others.length > 0) {
        if (isReal) void this.#raise();
        return true;
      }
      if (isNew && isReal) this.#addSide(reading.focused!);
      return isNew;
    }
    if (!reading.claim || selectedWords(reading)) return false;
    if (isReal) {
      this.#unfoldInspector();
      reading.begin('value');
    }
    return true;
  }

  find(): void {
    this.isFinding = true;
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('vr-find-bar input')?.select());
  }

  /** Leaves, one at a time, whatever is open, and gives the keyboard back to the text. */
  back(): void {
    const { reading } = this;
    const field =
      this.contains(document.activeElement) && document.activeElement!.matches('input, textarea, select');
    if (this.#palette?.isFinding) this.#palette.close();
    else if (this.isFinding) this.querySelector('vr-find-bar')?.close();
    else if (this.hasDrawer) this.#openDrawer(false);
    else if (reading.task) reading.begin(undefined);
    else if (reading.picking && !field) reading.picking = undefined;
    else if (!field && reading.selection.end > reading.selection.start && this.#textHasFocus)
      this.#element?.reader.select(reading.selection.end, reading.selection.end);
    this.toText();
  }

  fold(side: Side): void {
    if (side === 'left' && NARROW.matches) this.#openDrawer(!this.hasDrawer);
    else this.columns.fold(side);
  }

  copyLink(): void {
    const { documentId, focused } = this.reading;
    if (!documentId || !focused) return;
    navigator.clipboard.writeText(linkTo(documentId, focused)).then(
      () => toast(msg('The link to this claim is copied.')),
      () => toast(linkTo(documentId, focused)),
    );
  }

  chooseOverlap(): void {
    this.#element?.reader.choose();
  }

  moveEdges(): void {
    const reader = this.#element?.reader;
    reader?.focus();
    reader?.moveEdges();
  }

  /** Gives the keyboard to the text. */
  toText(): void {
    void this.updateComplete.then(() => this.#element?.reader.focus());
  }

  // Arriving, and keeping the reader and the address in step.

  #arrive(): void {
    if (this.route.screen !== 'read') return;
    const { documentId, claimId } = this.route;
    const { reading } = this;
    if (!documentId) {
      const known = documentToRead(this.#store.store);
      if (known) this.#go?.go({ screen: 'read', documentId: known }, { replace: true });
      return;
    }
    const isNew = reading.documentId !== documentId || reading.stage !== 'ready';
    void reading.open(documentId, claimId).then(() => {
      if (reading.documentId !== documentId || reading.stage !== 'ready') return;
      if (isNew) reading.setFilter(filterFromQuery(new URLSearchParams(location.search)));
      void this.updateComplete.then(() => reading.loadBackground()).then(() => warmUp(reading));
    });
  }

  get #go(): Router | undefined {
    return this.#router.value;
  }

  get #element(): VrReader | null {
    return this.querySelector('vr-reader');
  }

  get #palette(): VrMarkPalette | null {
    return this.querySelector('vr-mark-palette');
  }

  get #textHasFocus(): boolean {
    return document.activeElement?.matches('.reader-text') ?? false;
  }

  #changed = (): void => this.requestUpdate();

  /** Draws anew only where claims have changed, in the same frame as the gesture. */
  #touched = (event: Event): void => {
    const { reading } = this;
    if (!reading.marks || !this.#element || this.#shown.text !== reading.text) return;
    this.#element.reader.setMarks(reading.marks, (event as CustomEvent<Span[]>).detail);
    this.#shown = { ...this.#shown, version: reading.claims?.version ?? -1 };
  };

  #syncReader(): void {
    const { reading } = this;
    const element = this.#element;
    if (reading.stage !== 'ready' || !element) {
      this.#shown = { marks: undefined, version: -1, text: undefined };
      return;
    }
    const { reader } = element;
    if (reading.revision) render(documentMeta(reading.document, reading.revision), reader.lead);
    const version = reading.claims?.version ?? -1;
    if (this.#shown.text !== reading.text) {
      this.#shown = { marks: reading.marks, version, text: reading.text };
    } else if (this.#shown.version !== version && reader.length > 0) {
      reader.setMarks(reading.marks!);
      this.#shown = { ...this.#shown, version };
    }
    if (reader.length > 0 && (reader.focused ?? undefined) !== reading.focused)
      reader.focusClaim(reading.focused ?? null, { scroll: reading.focused ? 'nearest' : false });
  }

  /** The address names the focused claim and the filter, so that it can be sent or kept. */
  #syncAddress(): void {
    const { reading } = this;
    if (reading.stage !== 'ready' || !reading.claims || this.route.screen !== 'read') return;
    if (this.route.documentId !== reading.documentId) return;
    const query = filterToQuery(reading.claims.filter);
    const path = pathOf({
      screen: 'read',
      documentId: reading.documentId!,
      ...(reading.focused ? { claimId: reading.focused } : {}),
    });
    const address = query ? `${path}?${query}` : path;
    if (address === this.#address || !location.pathname.startsWith('/read')) return;
    this.#address = address;
    history.replaceState(history.state, '', address);
  }

  // What the reader tells.

  #selected = (event: HTMLElementEventMap['vr-selection']): void => {
    const { reading } = this;
    reading.selection = event.detail.range;
    this.#seek(event.detail.rect);
    reading.tell();
  };

  #seen = (event: HTMLElementEventMap['vr-viewport']): void => {
    this.reading.viewport = event.detail;
    this.#seek(null);
    this.reading.tell();
  };

  #focused = (event: HTMLElementEventMap['vr-claim-focus']): void => {
    const { id } = event.detail;
    if (id && this.reading.picking?.kind === 'flag') this.#addSide(id);
    this.reading.focus(id ?? undefined);
  };

  #openClaim = (event: HTMLElementEventMap['vr-claim-open']): void => {
    this.reading.focus(event.detail.id);
    this.#unfoldInspector();
    void this.updateComplete.then(() => {
      const panel = event.detail.conflict ? this.querySelector('.insp .conf') : null;
      panel?.scrollIntoView({ block: 'nearest' });
    });
  };

  #edgeMoved = (event: HTMLElementEventMap['vr-edge-moved']): void => {
    const { id, rangeIndex, start, end } = event.detail;
    void moveRange(this.reading, id, rangeIndex, { start, end });
  };

  #released = (): void => {
    if (!this.isPressing) return;
    // The reader tells the selection once the press is over.
    setTimeout(() => {
      this.isPressing = false;
    });
  };

  /** Finds where the selection can be seen; the browser's own may follow the reader's a little later. */
  #seek(head: DOMRect | null): void {
    const { start, end } = this.reading.selection;
    this.over = end > start ? (selectionBounds(this.#element) ?? head) : null;
  }

  #nativeSelected = (): void => {
    if (this.contains(document.activeElement)) this.#seek(null);
  };

  // Doing.

  #focus(claimId: string): void {
    this.reading.focus(claimId);
    this.#element?.reader.focusClaim(claimId, { scroll: 'nearest' });
    const mark = this.reading.marks?.get(claimId);
    const start = mark?.ranges[0]?.start;
    if (start !== undefined) this.#element?.reader.select(start, start);
    void this.reading.store.loadClaims([claimId]).then(() => {
      const claim = this.reading.claim?.object;
      if (claim?.id === claimId && mark)
        announce(
          `${short(claim.anchor.quote.exact)}, ${mark.label}, ${mark.state}${mark.conflict ? `, ${msg('in conflict')}` : ''}`,
        );
    });
  }

  async #jump(offset: number): Promise<void> {
    this.#openDrawer(false);
    const reader = this.#element?.reader;
    await reader?.jumpTo(offset, { align: 'start' });
    reader?.select(offset, offset);
    reader?.focus();
  }

  #caretAfter(words: Span): void {
    const reader = this.#element?.reader;
    // The reader tells in its next frame; a key may come before.
    this.reading.selection = { start: words.end, end: words.end };
    this.over = null;
    reader?.select(words.end, words.end);
    reader?.focus();
  }

  /** @returns the focused claim; where words are selected they become one first. */
  async #ensureClaim(): Promise<string | undefined> {
    const { reading } = this;
    const words = selectedWords(reading);
    if (!words) return reading.focused;
    const anchor = await reading.anchorOf([words]);
    const { language } = reading.document ?? {};
    const type =
      guessType(anchor.quote.exact, anchor.quote.prefix, language ? { language } : {})?.type ?? 'statement';
    const id = await markSelection(reading, type);
    if (id) this.#caretAfter(words);
    return id;
  }

  #wish(wish: PaletteWish): void {
    if (wish === 'flag') this.flag();
    else if (wish === 'text') this.toText();
    else this.begin(wish);
  }

  #addSide(claimId: string): void {
    if (this.reading.addSide(claimId)) announce(msg('Added as the other side. Enter raises the conflict.'));
  }

  async #usePassage(words: Span): Promise<void> {
    const { reading } = this;
    const { picking } = reading;
    if (picking?.kind !== 'evidence') return;
    const passage = await reading.anchorOf([words]);
    const { stance, fit, note, locator } = picking;
    const said = {
      stance,
      ...(fit ? { fit } : {}),
      ...(note ? { note } : {}),
      ...(locator ? { locator } : {}),
    };
    await reading.store.loadClaims([picking.claimId]);
    if (!attachEvidence(reading, picking.claimId, { ...said, passage })) return;
    reading.picking = undefined;
    this.#element?.reader.select(words.end, words.end);
    if (picking.documentId === reading.documentId) reading.focus(picking.claimId);
    else this.#go?.go({ screen: 'read', documentId: picking.documentId, claimId: picking.claimId });
    toast(msg(str`The words are evidence for “${picking.words}” now.`));
  }

  async #raise(): Promise<void> {
    const { reading } = this;
    const { picking } = reading;
    if (picking?.kind !== 'flag') return;
    const ids = [picking.claimId, ...picking.others];
    await reading.store.loadClaims(ids);
    const claims = ids.map(id => reading.store.get('claim', id)?.object).filter(claim => claim !== undefined);
    if (claims.length < 2) return;
    const conflictId = flagClaims(reading, claims, {
      severity: picking.severity,
      ...(picking.disagreement ? { kind: picking.disagreement } : {}),
      ...(picking.reason ? { reason: picking.reason } : {}),
    });
    if (!conflictId) return;
    reading.picking = undefined;
    this.toText();
    toast(msg('The conflict is raised.'), {
      action: { label: msg('To the desk'), run: () => this.#go?.go({ screen: 'conflicts', conflictId }) },
    });
  }

  #unfoldInspector(): void {
    if (this.columns.isFolded('right')) this.columns.fold('right', false);
  }

  #toggleFilters(): void {
    if (NARROW.matches) this.#openDrawer(!this.hasDrawer);
    else this.columns.fold('left');
  }

  #openDrawer(open: boolean): void {
    if (this.hasDrawer === open) return;
    this.hasDrawer = open;
    if (open) void this.updateComplete.then(() => this.querySelector<HTMLElement>('.close-drawer')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-read-screen': VrReadScreen;
  }
}
