import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, render } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Draft } from '../../../shared/change/draft.ts';
import { type Coverage, coverageOf, coverStateOf, WAIVED } from '../../../shared/coverage/coverage.ts';
import { signOff, takeUp, waive } from '../../../shared/coverage/sign-off.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { setWorkflow } from '../../commands/claim-drafts.ts';
import { CommandsController } from '../../commands/controller.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { documentToRead } from '../../frame/last-read.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { asOne } from '../../panels/as-one.ts';
import { foundId } from '../../panels/found/found-id.ts';
import type { VrReader } from '../../reader/vr-reader.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { SeenAs } from '../../router/seen-as.ts';
import { StoreController } from '../../store/context.ts';
import { inPieces } from '../../store/in-pieces.ts';
import { newId } from '../../store/store.ts';
import { Lens } from '../read/lens.ts';
import { type Reading, readingOf } from '../read/reading.ts';
import { noText, notReady } from '../read/states.ts';
import { coverageCommands } from './commands.ts';
import { CoverMarks } from './cover-marks.ts';
import type { Found, Unseen } from './sign-panel.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../reader/vr-reader.ts';
import './coverage.css';
import './item-card.ts';
import './sign-panel.ts';

/** Waived claims that are fetched, for their reasons. */
const REASONS = 50;
/** Claims that are fetched at once. */
const PIECE = 200;

/** The page of a checking desk: every name, date, number, title and quotation ticked, waived or open, and the sign-off. */
@customElement('vr-coverage-screen')
export class VrCoverageScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'coverage' };
  @consume({ context: routerContext }) private router!: Router;
  @state() private focused: string | undefined;
  @state() private waiving = false;
  @query('vr-reader') private element!: VrReader | null;
  #desk = new StoreController(this, 'claims', 'conflicts', 'documents', 'suggestions', 'findings');
  readonly #lens = new Lens(
    () => this.#reading,
    () => this.requestUpdate(),
  );
  #marks: CoverMarks | undefined;
  #counted: { version: number; of: unknown; coverage: Coverage } | undefined;
  #drawn = -1;

  constructor() {
    super();
    new HeadingFocus(this);
    new SeenAs(
      this,
      query => {
        this.focused = query.get('claim') ?? undefined;
      },
      query => {
        if (this.focused) query.set('claim', this.focused);
      },
    );
    new CommandsController(this, () =>
      coverageCommands({
        step: (by, really) => this.#step(by, really),
        tick: really => this.#tick(really),
        waive: really => this.#waive(undefined, really),
        open: really => this.#open(really),
        lens: really => {
          if (really) this.#lens.turn();
          return this.#lens.isOffered;
        },
        close: really => this.#leave(really),
      }),
    );
  }

  get #reading(): Reading {
    return readingOf(this.#desk.store);
  }

  get #documentId(): string | undefined {
    return this.route.screen === 'coverage' ? this.route.documentId : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#reading.addEventListener('change', this.#changed));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading.removeEventListener('change', this.#changed);
  }

  #changed = (): void => {
    this.requestUpdate();
  };

  protected override willUpdate(changed: PropertyValues): void {
    const { store } = this.#desk;
    if (this.route.screen !== 'coverage') return;
    const id = this.#documentId;
    if (!id) {
      const first = documentToRead(store);
      if (first)
        void Promise.resolve().then(() =>
          this.router.go({ screen: 'coverage', documentId: first }, { replace: true }),
        );
      return;
    }
    if (changed.has('route') && this.#reading.documentId !== id) {
      this.waiving = false;
      void this.#reading.open(id).then(() => this.#reading.loadBackground());
    } else if (changed.has('route')) void this.#reading.open(id);
    if (this.focused && !store.get('claim', this.focused))
      void store.loadClaims([this.focused]).catch(() => undefined);
  }

  protected override render() {
    const reading = this.#reading;
    const { documentId } = this;
    if (!documentId || reading.documentId !== documentId || reading.stage !== 'ready')
      return html`<div class="cover-wait">${notReady(reading)}</div>`;
    return html`<div class="cover">
      <div class="page-side">${reading.text?.map.length === 0 ? noText() : this.#text()}</div>
      <aside class="sign-side" aria-label=${msg('Sign-off')}>${this.#chooser()} ${this.#item()} ${this.#panel()}</aside>
    </div>`;
  }

  get documentId(): string | undefined {
    return this.#documentId;
  }

  #text() {
    const reading = this.#reading;
    const { claims } = reading;
    if (!claims) return nothing;
    this.#marks ??= new CoverMarks(claims.table);
    const slot = this.focused ? claims.table.slotOf(this.focused) : -1;
    return html`<vr-reader
      class="cover-text"
      .text=${reading.text ?? null}
      .marks=${this.#marks}
      .at=${slot >= 0 ? claims.table.columns.start[slot]! : 0}
      .face=${this.#lens.face}
      .setting=${this.#lens.setting}
      .label=${reading.document?.title ?? ''}
      @vr-claim-focus=${this.#focusClaim}
      @vr-claim-open=${this.#openClaim}
      @vr-edge-moved=${(event: Event) => event.preventDefault()}
    ></vr-reader>`;
  }

  protected override updated(): void {
    const { claims, document, stage } = this.#reading;
    if (stage !== 'ready' || !this.element || !claims) {
      this.#marks = undefined;
      return;
    }
    const { reader } = this.element;
    render(
      html`<h1 dir="auto" lang=${document?.language ?? 'und'}>${document?.title ?? ''}</h1>
        <p class="meta">${msg('Every name, date, number, title and quotation. Press an open one to check it.')}</p>`,
      reader.lead,
    );
    if (reader.length === 0) return;
    if (this.#drawn !== claims.version) {
      this.#drawn = claims.version;
      this.#marks = new CoverMarks(claims.table);
      reader.setMarks(this.#marks);
    }
    if ((reader.focused ?? undefined) !== this.focused)
      reader.focusClaim(this.focused ?? null, { scroll: this.focused ? 'center' : false });
  }

  #chooser() {
    const documents = this.#desk.store.objects.all('document');
    return html`<div class="choose">
      <span class="pick"><select class="sel" aria-label=${msg('Document')} @change=${this.#choose}>
        ${documents.map(({ id, object }) => html`<option value=${id} ?selected=${id === this.documentId}>${object.title}</option>`)}
      </select></span>
      ${this.#lens.switch()}
    </div>`;
  }

  #choose = (event: Event): void => {
    this.focused = undefined;
    this.router.go({ screen: 'coverage', documentId: (event.target as HTMLSelectElement).value });
  };

  get #claim(): Claim | undefined {
    return this.focused ? this.#desk.store.get('claim', this.focused)?.object : undefined;
  }

  #item() {
    const claim = this.#claim;
    if (!claim) return nothing;
    return html`<vr-cover-item
      .claim=${claim}
      ?conflicting=${this.#desk.store.inConflict(claim.id)}
      ?waiving=${this.waiving}
      @vr-tick=${() => this.#tick(true)}
      @vr-waive=${(event: CustomEvent<string | undefined>) => this.#waive(event.detail ?? undefined, true)}
      @vr-leave=${() => {
        this.waiving = false;
      }}
    ></vr-cover-item>`;
  }

  #panel() {
    const coverage = this.#coverage;
    if (!coverage) return nothing;
    const { store } = this.#desk;
    return html`<vr-sign-panel
      .documentId=${this.documentId ?? ''}
      .coverage=${coverage}
      .conflicts=${this.#conflicts}
      .waived=${this.#waivedIds.map(id => store.get('claim', id)?.object).filter(claim => claim !== undefined)}
      .unseen=${this.#unseen}
      .waiting=${Math.max(this.#reading.placing.count, this.#reading.claims?.table.waiting.length ?? 0)}
      .found=${this.#found}
      @vr-sign=${(event: CustomEvent<string>) => void this.#sign(event.detail)}
    ></vr-sign-panel>`;
  }

  /** Counted anew when claims or conflicts have changed. */
  get #coverage(): Coverage | undefined {
    const { claims } = this.#reading;
    if (!claims) return undefined;
    const { version, table } = claims;
    if (this.#counted?.version !== version || this.#counted.of !== table) {
      const rows = Array.from(table.order, slot => table.rowAt(slot));
      this.#counted = { version, of: table, coverage: coverageOf(rows) };
      this.#waivedIds = rows
        .filter(row => coverStateOf(row) === 'waived')
        .slice(0, REASONS)
        .map(({ id }) => id);
      void this.#desk.store.loadClaims(this.#waivedIds).catch(() => undefined);
    }
    return this.#counted.coverage;
  }

  #waivedIds: readonly string[] = [];

  get #conflicts() {
    const { table } = this.#reading.claims!;
    return this.#desk.store.objects
      .all('conflict')
      .map(({ object }) => object)
      .filter(
        ({ state, sides }) =>
          state === 'open' && sides.some(({ claimIds }) => claimIds.some(id => table.slotOf(id) >= 0)),
      )
      .sort((a, b) => rank(a.severity) - rank(b.severity));
  }

  /** Errors and warnings in this document that nobody has decided. */
  get #found(): readonly Found[] {
    const { documentId } = this;
    return this.#desk.store.findings.all
      .filter(
        ({ severity, sides, returned }) =>
          (severity === 'error' || severity === 'warning') &&
          returned?.of !== 'decision' &&
          sides.some(({ spans }) => spans.some(span => span.documentId === documentId)),
      )
      .map(({ key, sides }) => ({ id: foundId(key), says: sides.map(({ value }) => value).join(' / ') }));
  }

  get #unseen(): Unseen | undefined {
    const { documentId } = this;
    if (!documentId) return undefined;
    const { state, total } = this.#desk.store.suggestionsOf(documentId);
    if (state === 'ready') return { count: total, isGrowing: false };
    return state === 'loading' || state === 'pending' ? { count: total, isGrowing: true } : undefined;
  }

  #focusClaim = (event: HTMLElementEventMap['vr-claim-focus']): void => {
    const { id } = event.detail;
    if (id === (this.focused ?? null)) return;
    this.focused = id ?? undefined;
    this.waiving = false;
  };

  #openClaim = (event: HTMLElementEventMap['vr-claim-open']): void => {
    const { id, conflict } = event.detail;
    const found = conflict
      ? this.#conflicts.find(({ sides }) => sides.some(({ claimIds }) => claimIds.includes(id)))
      : undefined;
    if (found) this.router.go({ screen: 'conflicts', conflictId: found.id });
    else if (this.documentId) this.router.go({ screen: 'read', documentId: this.documentId, claimId: id });
  };

  /** Goes to the next or previous claim that is open or blocked, in text order, round the end. */
  #step(by: 1 | -1, really: boolean): boolean {
    const table = this.#reading.claims?.table;
    if (!table) return false;
    const ids = Array.from(table.order);
    const now = this.focused ? ids.indexOf(table.slotOf(this.focused)) : by > 0 ? -1 : ids.length;
    for (let i = 1; i <= ids.length; i++) {
      const slot = ids[(now + by * i + ids.length * 2) % ids.length]!;
      const state = coverStateOf(table.rowAt(slot));
      if (state !== 'open' && state !== 'blocked') continue;
      if (really) {
        this.focused = table.idAt(slot);
        this.waiving = false;
        void this.#desk.store.loadClaims([this.focused]).catch(() => undefined);
      }
      return true;
    }
    return false;
  }

  #tick(really: boolean): boolean {
    const claim = this.#claim;
    if (!claim) return false;
    if (really) {
      const isTicked = ['checked', 'in-review', 'signed-off'].includes(claim.workflow);
      const words = short(claim);
      const label = isTicked ? msg(str`Tick taken away: ${words}`) : msg(str`Ticked: ${words}`);
      this.#do(label, [setWorkflow(claim, isTicked ? 'open' : 'checked')]);
    }
    return true;
  }

  /** @param reason why; asked for where it is not given */
  #waive(reason: string | undefined, really: boolean): boolean {
    const claim = this.#claim;
    if (!claim) return false;
    if (!really) return true;
    if (claim.tags.includes(WAIVED)) this.#do(msg(str`Taken up again: ${short(claim)}`), takeUp(claim));
    else if (reason === undefined) {
      this.waiving = true;
      void this.updateComplete.then(async () => {
        const item = this.querySelector('vr-cover-item');
        await item?.updateComplete;
        item?.querySelector('input')?.focus();
      });
    } else {
      const author = { by: this.#desk.store.signature, at: new Date().toISOString() };
      this.#do(msg(str`Waived: ${short(claim)}`), waive(claim, reason, newId(), author));
      this.waiving = false;
      this.element?.reader.focus();
    }
    return true;
  }

  #open(really: boolean): boolean {
    const { documentId, focused } = this;
    if (!documentId || !focused) return false;
    if (really) this.router.go({ screen: 'read', documentId, claimId: focused });
    return true;
  }

  #leave(really: boolean): boolean {
    if (!this.focused) return false;
    if (really) {
      if (this.waiving) this.waiving = false;
      else this.focused = undefined;
      this.element?.reader.focus();
    }
    return true;
  }

  #do(label: string, drafts: readonly Draft[]): void {
    const { store } = this.#desk;
    const gesture = drafts.length > 0 ? attempt(() => store.do(label, drafts)) : undefined;
    if (gesture)
      toast(label, {
        brief: true,
        action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
      });
  }

  async #sign(remark: string): Promise<void> {
    const { store } = this.#desk;
    const { claims, document } = this.#reading;
    if (!claims) return;
    const ids = Array.from(claims.table.order, slot => claims.table.rowAt(slot))
      .filter(row => row.workflow !== 'signed-off' && coverStateOf(row) === 'ticked')
      .map(({ id }) => id);
    const label = plural(
      ids.length,
      msg(str`Signed off “${isolated(document?.title ?? '')}”: ${sayNumber(ids.length)} {claim¦claims}`),
    );
    await asOne(store, label, async hand => {
      await inPieces(ids, PIECE, piece => store.loadClaims(piece), hand);
      const all = ids.map(id => store.get('claim', id)?.object).filter(claim => claim !== undefined);
      return signOff(all, remark);
    });
  }
}

const rank = (severity: string) => ['high', 'medium', 'low'].indexOf(severity);

const short = ({ anchor }: Claim): string => {
  const words = anchor.quote.exact.replace(/\s+/g, ' ').trim();
  return isolated(words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words);
};

declare global {
  interface HTMLElementTagNameMap {
    'vr-coverage-screen': VrCoverageScreen;
  }
}
