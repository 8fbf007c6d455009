import { ContextConsumer } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Span } from '../../../shared/text/text-like.ts';
import { CommandsController } from '../../commands/controller.ts';
import { FileCatch } from '../../elements/file-catch.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { copyLink } from '../../frame/copy-link.ts';
import { documentToRead } from '../../frame/last-read.ts';
import { isolated } from '../../localize/isolated.ts';
import type { Side } from '../../panels/columns.ts';
import { looksLikeDocument, offerRevision, revisionFrom } from '../../panels/offered-revision.ts';
import type { Reader } from '../../reader/reader.ts';
import type { VrReader } from '../../reader/vr-reader.ts';
import { routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { Address, placeOfRange, placeOfSuggestion, viewOf } from './address.ts';
import { pickingBanner } from './banners.ts';
import type { Marking } from './bulk/marking.ts';
import { proposeMarking } from './bulk/propose.ts';
import { caretAfter } from './caret.ts';
import { ClaimWalk } from './claim-walk.ts';
import { asksNothing } from './filter-address.ts';
import { markSelection, moveRange, selectedWords, warmUp } from './gestures.ts';
import { guessType } from './guess-type.ts';
import { KeptInSight } from './kept-in-sight.ts';
import { Layout } from './layout.ts';
import { Lens } from './lens.ts';
import { targetOf } from './links.ts';
import { hasPages, PageColumn } from './page-column.ts';
import type { PaletteWish, VrMarkPalette } from './palette.ts';
import { PickingHand } from './picking-hand.ts';
import { Printing } from './printing.ts';
import { type ReadDesk, readCommands } from './read-commands.ts';
import type { ReadHost } from './read-host.ts';
import { type Reading, readingOf, type Task } from './reading.ts';
import { SelectionSight } from './selection-sight.ts';
import { ShownClaims } from './shown-claims.ts';
import { noText, notReady } from './states.ts';
import type { SuggestionDeed } from './suggestions/deeds.ts';
import { SuggestionHand } from './suggestions/suggestion-hand.ts';
import { keyOfMark } from './suggestions/suggestion-marks.ts';
import { SuggestionSight } from './suggestions/suggestion-sight.ts';
import './suggestions/suggestion-palette.ts';
import '../../elements/icon.ts';
import '../../reader/vr-reader.ts';
import './filters.ts';
import './find-bar.ts';
import './inspector.css';
import './inspector.ts';
import './palette.ts';
import './tools.ts';
import './read.css';

/** Milliseconds after which a text that was left for the Library is let go. */
const LETS_GO = 2000;

/** The Read screen: contents and filters, the text, and the inspector. */
@customElement('vr-read-screen')
export class VrReadScreen extends LightElement implements ReadDesk, ReadHost {
  @property({ attribute: false }) route: Route = { screen: 'read' };
  @state() private isFinding = false;
  readonly lens = new Lens(
    () => this.reading,
    () => this.requestUpdate(),
  );
  readonly #layout = new Layout(this);
  readonly #page = new PageColumn(this, this.#layout);
  readonly #sight = new SelectionSight(this);
  readonly #walk = new ClaimWalk(this);
  readonly suggestionHand = new SuggestionHand(this);
  readonly #suggestionSight = new SuggestionSight(this);
  readonly #picking = new PickingHand(this);
  readonly #printing = new Printing(this);
  readonly #shown = new ShownClaims();
  readonly #address = new Address();
  /** The place whose words are being selected. */
  #selecting: Route | undefined;
  /** Where the address wants the text to be opened; UTF-16 code units. */
  #opensAt: number | undefined;
  #store = new StoreController(this, 'documents');
  #router = new ContextConsumer(this, { context: routerContext });

  readonly #drops = new FileCatch(this, ([file], place) => {
    const { documentId } = this.reading;
    if (documentId && file && place?.closest('.sheetwrap') && looksLikeDocument(file))
      offerRevision(this.#store.store, this.#router.value!, revisionFrom(documentId, file));
  });

  constructor() {
    super();
    new KeptInSight(this, () => this.#layout.isPhone);
    new CommandsController(this, () => readCommands(this));
    this.addEventListener('vr-back', () => this.toText());
    this.addEventListener('vr-next', () => this.step(1, false));
    this.addEventListener('vr-previous', () => this.step(-1, false));
    this.addEventListener('vr-copy-link', () => this.copyLink());
    this.addEventListener('vr-filters', () => this.fold('left'));
    this.addEventListener('vr-find-asked', () => this.find());
    this.addEventListener('vr-page', () => this.turnPage());
    this.addEventListener('vr-raise', () => this.accept(true));
    this.addEventListener('vr-jump', event => void this.#jump(event.detail));
    this.addEventListener('vr-look', event => void this.reader?.jumpTo(event.detail, { align: 'nearest' }));
    this.addEventListener('vr-select-words', ({ detail: { start, end } }) => this.reader?.select(start, end));
    this.addEventListener('vr-list-focus', () => this.list(true));
    this.addEventListener('vr-suggestions', () => this.listSuggestions(true));
    this.addEventListener('vr-placing', () => this.listPlacing(true));
    this.addEventListener('vr-suggestion-deed', event => this.#suggestionDeed(event.detail));
    this.addEventListener('vr-suggestion-as', event => this.suggestionHand.accept(event.detail));
    this.addEventListener('vr-palette-wish', event => this.#wish(event.detail));
  }

  get reading(): Reading {
    return readingOf(this.#store.store);
  }

  get reader(): Reader | undefined {
    return this.#element?.reader;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.reading.addEventListener('change', this.#changed);
    this.reading.addEventListener('touched', this.#touched);
    this.reading.addEventListener('renewed', this.#renewed);
    this.reading.addEventListener('unrenewed', this.#unrenewed);
    this.#router.value?.addEventListener('leave', this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reading.removeEventListener('change', this.#changed);
    this.reading.removeEventListener('touched', this.#touched);
    this.reading.removeEventListener('renewed', this.#renewed);
    this.reading.removeEventListener('unrenewed', this.#unrenewed);
    this.#router.value?.removeEventListener('leave', this.#leaving);
    setTimeout(() => {
      if (!this.isConnected && this.#router.value?.route.screen === 'library') this.reading.close();
    }, LETS_GO);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('route')) this.#arrive();
    else if (this.route.screen === 'read' && !this.route.documentId) this.#arrive();
  }

  protected override render() {
    const { reading } = this;
    const { stage } = reading;
    const { columns, isNarrow, isPhone, hasDrawer, hasPage } = this.#layout;
    const { over, isPressing } = this.#sight;
    const hasSheet =
      reading.focused !== undefined ||
      reading.picking?.kind === 'flag' ||
      reading.isListing ||
      reading.suggesting.isListing ||
      reading.placing.isListing ||
      reading.suggesting.focused !== undefined ||
      reading.suggesting.alike !== undefined ||
      reading.marking !== undefined;
    const hasPalette = stage === 'ready' && !isPressing && (over !== null || this.#palette?.isFinding);
    return html`<div class="read ${isNarrow ? 'narrow' : ''} ${hasPage ? 'paged' : ''}" style=${columns.style}>
      <aside
        class="side ${hasDrawer ? 'drawer' : ''}"
        aria-label=${msg('Contents and filters')}
        ?hidden=${!hasDrawer && (isNarrow || columns.isFolded('left'))}
      >
        <button class="btn quiet close-drawer" ?hidden=${!hasDrawer} @click=${() => this.#layout.openDrawer(false)}>
          <vr-icon name="x"></vr-icon>${msg('Close')}
        </button>
        <vr-claim-filters .reading=${reading}></vr-claim-filters>
      </aside>
      ${
        isNarrow
          ? nothing
          : columns.separator('left', msg('Width of contents and filters'), {
              hide: msg('Fold contents and filters'),
              show: msg('Show contents and filters'),
            })
      }
      <div class="centre">
        <div class="tools">
          ${
            this.isFinding
              ? html`<vr-find-bar
                  .reader=${this.#element?.reader}
                  .derivation=${reading.derivation}
                  @vr-find-closed=${() => {
                    this.isFinding = false;
                    this.toText();
                  }}
                ></vr-find-bar>`
              : html`${this.lens.switch()}<vr-read-tools .reading=${reading} .hasPage=${hasPage}></vr-read-tools>`
          }
        </div>
        ${pickingBanner(reading, this.accept(false), {
          accept: () => this.accept(true),
          cancel: () => {
            reading.picking = undefined;
          },
          goTo: documentId => {
            (document.activeElement as HTMLElement | null)?.blur();
            this.go({ screen: 'read', documentId });
          },
        })}
        <div class="sheetwrap">
          ${stage === 'ready' ? this.#text() : notReady(reading)}
          ${
            this.#drops.over?.closest('.sheetwrap')
              ? html`<div class="dropping" aria-hidden="true"><span>${msg('Drop a text here to see what it would change as the next revision')}</span></div>`
              : nothing
          }
        </div>
        <div class="print-notes"></div>
        ${
          hasPalette
            ? html`<vr-mark-palette
                .reading=${reading}
                .over=${over}
                .within=${this.#element?.getBoundingClientRect()}
              ></vr-mark-palette>`
            : html`<vr-mark-palette .reading=${reading} hidden></vr-mark-palette>`
        }
        ${
          reading.suggesting.isPointed && !isPhone && !hasPalette
            ? html`<vr-suggestion-palette
                .reading=${reading}
                .over=${this.#suggestionSight.over}
                .within=${this.#element?.getBoundingClientRect()}
              ></vr-suggestion-palette>`
            : nothing
        }
      </div>
      ${this.#page.column()}
      ${
        isPhone
          ? nothing
          : columns.separator('right', msg('Width of the inspector'), {
              hide: msg('Fold the inspector'),
              show: msg('Show the inspector'),
            })
      }
      <aside
        class="insp ${reading.isListing || reading.suggesting.isListing || reading.placing.isListing ? 'lists' : ''}"
        aria-label=${msg('Inspector')}
        ?hidden=${isPhone ? !hasSheet || over !== null : columns.isFolded('right')}
      >
        <vr-inspector .reading=${reading}></vr-inspector>
      </aside>
    </div>`;
  }

  #text() {
    const { reading } = this;
    if (reading.text?.map.length === 0) return noText();
    const focused = reading.focused ? reading.marks?.get(reading.focused) : undefined;
    const at = reading.landing ?? focused?.ranges[0]?.start ?? this.#opensAt ?? 0;
    return html`<vr-reader
      .text=${reading.text ?? null}
      .marks=${reading.marks ?? null}
      .at=${at}
      .face=${this.lens.face}
      .setting=${this.lens.setting}
      .label=${reading.document?.title ?? ''}
      @pointerdown=${this.#sight.press}
      @click=${this.#followLink}
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
    this.#shown.sync(this.reading, this.#element);
    // Words that are still to be selected stay in the address.
    if (this.#selecting !== this.route)
      this.#address.keep(this.reading, this.lens, this.route, this.#router.value);
  }

  // What commands and buttons ask for.

  step(direction: 1 | -1, isConflicting: boolean): boolean {
    return this.#walk.step(direction, isConflicting);
  }

  choose(type: string): void {
    if (this.suggestionHand.accept(type)) {
      this.#palette?.close();
      return;
    }
    const hadWords = selectedWords(this.reading);
    void this.#palette?.choose(type).then(() => hadWords && this.#caretAfter(hadWords));
  }

  findType(): void {
    if (!this.#sight.over) this.#sight.seek(null);
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
      this.unfoldInspector();
      this.reading.begin(task);
      await this.updateComplete;
      const menu = this.querySelector<HTMLElementTagNameMap['vr-scale-menu']>(
        `vr-scale-menu[data-scale=${task}]`,
      );
      await menu?.open();
    });
  }

  flag(): void {
    void this.#ensureClaim().then(claimId => (claimId ? this.#picking.flag(claimId) : undefined));
  }

  compare(isReal: boolean): boolean {
    return this.#picking.compare(isReal);
  }

  accept(isReal: boolean): boolean {
    const { reading } = this;
    if (reading.picking) return this.#picking.accept(isReal);
    if (this.suggestionHand.target) return isReal ? this.suggestionHand.accept() : true;
    if (!reading.claim || selectedWords(reading)) return false;
    if (isReal) {
      this.unfoldInspector();
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
    else if (this.#layout.hasDrawer) this.#layout.openDrawer(false);
    else if (reading.suggesting.leave() || reading.placing.leave()) this.requestUpdate();
    else if (reading.marking) reading.marking = undefined;
    else if (reading.task) reading.begin(undefined);
    else if (reading.picking && !field) reading.picking = undefined;
    else if (!field && reading.selection.end > reading.selection.start && this.#textHasFocus)
      this.reader?.select(reading.selection.end, reading.selection.end);
    this.toText();
  }

  get offersPage(): boolean {
    return hasPages(this.reading);
  }

  turnPage(): void {
    this.#page.turn();
  }

  fold(side: Side): void {
    this.#layout.fold(side);
  }

  copyLink(): void {
    const { reading } = this;
    const { documentId, focused } = reading;
    const words = selectedWords(reading);
    if (documentId && words)
      copyLink(placeOfRange(documentId, words), msg('The link to these words is copied.'));
    else if (documentId && reading.suggesting.focused)
      copyLink(
        placeOfSuggestion(documentId, reading.suggesting.focused.key),
        msg('The link to this suggestion is copied.'),
      );
    else if (documentId && focused)
      copyLink({ screen: 'read', documentId, claimId: focused }, msg('The link to this claim is copied.'));
  }

  /** Shows the list of claims, or the focused claim again; given the keyboard where it is shown. */
  list(isListing = !this.reading.isListing): void {
    const { reading } = this;
    reading.isListing = isListing;
    if (!isListing) {
      this.toText();
      return;
    }
    this.unfoldInspector();
    void this.updateComplete
      .then(() => this.querySelector('vr-inspector')?.updateComplete)
      .then(() => this.querySelector('vr-claim-list')?.focusList());
  }

  /** Shows the list of suggestions, or what is focused again; given the keyboard where it is shown. */
  listSuggestions(isListing = !this.reading.suggesting.isListing): void {
    const { suggesting } = this.reading;
    suggesting.isListing = isListing;
    if (!isListing) {
      this.toText();
      return;
    }
    this.unfoldInspector();
    void this.updateComplete
      .then(() => this.querySelector('vr-inspector')?.updateComplete)
      .then(() => this.querySelector('vr-suggestion-list')?.focusList());
  }

  /** Shows the list of what waits to be placed, or what is focused again; given the keyboard where it is shown. */
  listPlacing(isListing = !this.reading.placing.isListing): void {
    const { placing } = this.reading;
    placing.isListing = isListing;
    if (!isListing) {
      this.toText();
      return;
    }
    this.unfoldInspector();
    void this.updateComplete
      .then(() => this.querySelector('vr-inspector')?.updateComplete)
      .then(() => this.querySelector('vr-placing-list')?.focusList());
  }

  revise(from: 'file' | 'words'): void {
    const { documentId } = this.reading;
    if (documentId) this.go({ screen: 'revise', documentId, query: `from=${from}` });
  }

  /** Gives the keyboard to the field for why something was refused. */
  giveReason(): void {
    this.unfoldInspector();
    this.reading.suggesting.isListing = false;
    void this.updateComplete
      .then(() => this.querySelector('vr-inspector')?.updateComplete)
      .then(() => this.querySelector('vr-just-refused')?.focusField());
  }

  #suggestionDeed(deed: SuggestionDeed): void {
    const hand = this.suggestionHand;
    if (deed === 'accept') hand.accept();
    else if (deed === 'refuse') hand.refuse();
    else if (deed === 'alike') hand.proposeAlike();
    else hand.step(deed === 'next' ? 1 : -1);
  }

  /** Proposes to mark each item of the selected list, or every place with the same words. */
  markMany(kind: Marking['kind']): void {
    void proposeMarking(this.reading, kind).then(isProposed => {
      const from = this.reading.marking?.from;
      if (!isProposed || !from) return;
      // What is about to be marked is seen better without the selection over it.
      this.reading.selection = { start: from.end, end: from.end };
      this.reader?.select(from.end, from.end);
      this.#sight.forget();
      this.unfoldInspector();
    });
  }

  print(): void {
    void this.#printing.print();
  }

  chooseOverlap(): void {
    this.reader?.choose();
  }

  moveEdges(): void {
    const { reader } = this;
    reader?.focus();
    reader?.moveEdges();
  }

  go(route: Route): void {
    this.#router.value?.go(route);
  }

  unfoldInspector(): void {
    this.#layout.unfoldInspector();
  }

  /** Gives the keyboard to the text. */
  toText(): void {
    void this.updateComplete.then(() => this.reader?.focus());
  }

  // Arriving, and keeping the reader and the address in step.

  #arrive(): void {
    if (this.route.screen !== 'read') return;
    const { documentId, claimId } = this.route;
    const { reading } = this;
    if (!documentId) {
      const known = documentToRead(this.#store.store);
      if (known) this.#router.value?.go({ screen: 'read', documentId: known }, { replace: true });
      return;
    }
    const isNew = reading.documentId !== documentId || reading.stage !== 'ready';
    const { route } = this;
    const view = viewOf(route);
    this.#opensAt = view.range?.start ?? this.#router.value?.kept.top;
    this.#selecting = view.range ? route : undefined;
    void reading.open(documentId, claimId).then(() => {
      if (reading.documentId !== documentId || reading.stage !== 'ready') return;
      if (isNew || !asksNothing(view.filter)) reading.setFilter(view.filter);
      if (view.lens) this.lens.mode = view.lens;
      if (view.range !== undefined)
        void this.#select(view.range, route).finally(() => {
          if (this.#selecting === route) this.#selecting = undefined;
          this.requestUpdate();
        });
      if (view.suggestion !== undefined && isNew) reading.suggesting.focus(view.suggestion);
      if (view.place !== undefined) this.#listFrom(view.place);
      if (isNew)
        void this.updateComplete
          .then(() => {
            reading.suggesting.wake();
            return reading.loadBackground();
          })
          .then(() => warmUp(reading));
    });
  }

  /** Lists what waits, with the focus on what an address names. */
  #listFrom(key: string): void {
    const { placing } = this.reading;
    placing.wake();
    placing.isListing = true;
    if (key) placing.focus(key);
    this.listPlacing(true);
  }

  /** Selects what the address names, once the text is on the page. */
  async #select(range: Span | null, route: Route): Promise<void> {
    if (!range || range.end > (this.reading.text?.map.length ?? 0)) {
      toast(msg('The address names words that are not in this text.'));
      return;
    }
    await this.updateComplete;
    await this.#element?.updateComplete;
    await this.#element?.opened;
    if (this.route !== route) return;
    await this.reader?.show(range);
    // The reader tells it only with the next frame.
    this.reading.selection = { start: range.start, end: range.end };
    this.toText();
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

  #leaving = (): void => this.#address.flush();

  /** Another revision of the text has come in place of the one that was shown. */
  #renewed = (event: Event): void => {
    const { by, hasLostWords } = (event as CustomEvent<{ by?: string; hasLostWords: boolean }>).detail;
    const { reading } = this;
    const { selection } = reading;
    void this.updateComplete
      .then(() => this.#element?.updateComplete)
      .then(() => this.#element?.opened)
      .then(() => this.reader?.select(selection.start, selection.end));
    if (by === undefined) return;
    const says = hasLostWords
      ? msg(
          str`${isolated(by)} took in a new revision. The text is shown as it is now; the words that were selected are others.`,
        )
      : msg(str`${isolated(by)} took in a new revision. The text is shown as it is now.`);
    toast(says, {
      action: { label: msg('What waits'), run: () => this.listPlacing(true) },
    });
  };

  #unrenewed = (): void =>
    toast(msg('A new revision came, but its text could not be fetched. What is shown is the one before.'), {
      tone: 'error',
      action: { label: msg('Try again'), run: () => void this.reading.retry() },
    });

  /** Draws anew only where claims have changed, in the same frame as the gesture. */
  #touched = (event: Event): void => {
    this.#shown.redraw(this.reading, this.#element, (event as CustomEvent<Span[]>).detail);
  };

  // What the reader tells.

  #selected = (event: HTMLElementEventMap['vr-selection']): void => {
    const { reading } = this;
    reading.selection = event.detail.range;
    this.#sight.seek(event.detail.rect);
    reading.tell();
  };

  #seen = (event: HTMLElementEventMap['vr-viewport']): void => {
    this.reading.viewport = event.detail;
    this.#suggestionSight.seek(this.reading.suggesting.focused?.key);
    this.#sight.seek(null);
    this.reading.tell();
  };

  #focused = (event: HTMLElementEventMap['vr-claim-focus']): void => {
    const { id } = event.detail;
    const key = keyOfMark(id ?? '');
    if (key !== undefined) {
      this.#suggestionSight.seek(key);
      this.reading.suggesting.focus(key, true);
      return;
    }
    this.reading.suggesting.blur();
    if (id && this.reading.picking?.kind === 'flag') this.#picking.addSide(id);
    this.reading.focus(id ?? undefined);
  };

  #openClaim = (event: HTMLElementEventMap['vr-claim-open']): void => {
    const key = keyOfMark(event.detail.id);
    if (key === undefined) this.reading.focus(event.detail.id);
    else this.reading.suggesting.focus(key);
    this.unfoldInspector();
    void this.updateComplete.then(() => {
      const panel = event.detail.conflict ? this.querySelector('.insp .conf') : null;
      panel?.scrollIntoView({ block: 'nearest' });
    });
  };

  /** A plain click places the caret; with Ctrl it opens what the words link to. */
  #followLink = (event: MouseEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    const link = (event.target as Element | null)?.closest<HTMLElement>('[data-href]');
    const target = link && targetOf(link.dataset.href!, this.reading.revision);
    if (!target) return;
    event.preventDefault();
    window.open(target, '_blank', 'noopener,noreferrer');
  };

  #edgeMoved = (event: HTMLElementEventMap['vr-edge-moved']): void => {
    const { id, rangeIndex, start, end } = event.detail;
    void moveRange(this.reading, id, rangeIndex, { start, end });
  };

  // Doing.

  async #jump(offset: number): Promise<void> {
    this.#layout.openDrawer(false);
    const { reader } = this;
    await reader?.jumpTo(offset, { align: 'start' });
    reader?.select(offset, offset);
    reader?.focus();
  }

  #caretAfter(words: Span): void {
    caretAfter(this.reading, words);
    this.#sight.forget();
  }

  /** @returns the focused claim; where words are selected they become one first. */
  async #ensureClaim(): Promise<string | undefined> {
    const { reading } = this;
    const words = selectedWords(reading);
    const suggested = this.suggestionHand.target;
    if (suggested) return this.suggestionHand.acceptOne(suggested);
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
    if (wish === 'compare') this.compare(true);
    else if (wish === 'flag') this.flag();
    else if (wish === 'items' || wish === 'alike') this.markMany(wish);
    else if (wish === 'text') this.toText();
    else this.begin(wish);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-read-screen': VrReadScreen;
  }
}
