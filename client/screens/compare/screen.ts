import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { currentRevision } from '../../../shared/model/document.ts';
import { CommandsController } from '../../commands/controller.ts';
import { KeyHints } from '../../commands/hints.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { copyLink } from '../../frame/copy-link.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayNote } from '../../localize/say-note.ts';
import { type ComparedView, comparedView, comparePlace } from '../../router/compare-address.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { compareCommands } from './commands.ts';
import { type Compared, Comparing } from './comparing.ts';
import type { VrCompareRows } from './rows.ts';
import { type ClaimsBeside, claimsBeside } from './side-claims.ts';
import { notCompared, theSame } from './states.ts';
import '../../elements/icon.ts';
import './compare.css';
import './difference-ruler.ts';
import './rows.ts';
import './side-picker.ts';

const NARROW = matchMedia('(max-width: 760px)');
/** Most words of a difference that are spoken. */
const SPOKEN = 80;

/** Two texts, or two passages of them, beside each other: what went, what came, and the claims on either side. */
@customElement('vr-compare-screen')
export class VrCompareScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'compare' };
  @consume({ context: routerContext }) private router!: Router;
  /** The place of the difference that one is at, -1 before the first. */
  @state() private at = -1;
  @state() private claims: ClaimsBeside | undefined;
  /** Whether the claims did not come. */
  @state() private lacksClaims = false;
  @state() private isNarrow = NARROW.matches;
  @query('vr-compare-rows') private rows!: VrCompareRows | null;
  @query('.work') private work!: HTMLElement | null;
  #desk = new StoreController(this, 'documents', 'claims');
  #hints = new KeyHints(this);
  #comparing = new Comparing(this, () => this.#desk.store);
  #of: Compared | undefined;

  constructor() {
    super();
    new HeadingFocus(this);
    new CommandsController(this, () =>
      compareCommands({
        step: (by, really) => this.#step(by, really),
        turnView: really => this.#turn({ isInline: !this.#view.isInline }, really && !this.isNarrow),
        turnGrain: really => this.#turn({ by: this.#view.by === 'word' ? 'character' : 'word' }, really),
        swap: really => this.#swap(really),
        unfoldAll: really => this.#unfoldAll(really),
        copyLink: really => this.#copy(really),
      }),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    NARROW.addEventListener('change', this.#resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    NARROW.removeEventListener('change', this.#resized);
  }

  #resized = (): void => {
    this.isNarrow = NARROW.matches;
  };

  get #view(): ComparedView {
    return comparedView(this.route.screen === 'compare' ? this.route.query : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('route')) this.#comparing.show(this.#view);
    else if (this.#isOutdated()) this.#comparing.show(this.#view, true);
    const { compared } = this.#comparing;
    if (compared === this.#of) return;
    const before = this.#of;
    this.#of = compared;
    this.at = -1;
    const isSame = before?.left === compared?.left && before?.right === compared?.right;
    // Another look at the same texts has the same claims.
    if (isSame && this.claims) return;
    this.claims = undefined;
    this.lacksClaims = false;
    if (compared) void this.#takeClaims(compared);
  }

  /** Whether a side shows the current revision of a document that has a newer one by now. */
  #isOutdated(): boolean {
    const { compared, stage } = this.#comparing;
    const view = this.#view;
    return (['left', 'right'] as const).some(side => {
      const held = this.#desk.store.get('document', view[side]?.documentId ?? '');
      if (!compared || stage !== 'ready' || !held || view[side]?.revision) return false;
      return currentRevision(held.object).id !== compared[side].revision.id;
    });
  }

  /** Texts are shown before their claims have come, and without them where they do not come. */
  async #takeClaims(compared: Compared): Promise<void> {
    const claims = await claimsBeside(this.#desk.store, compared).catch(() => undefined);
    if (this.#of !== compared) return;
    this.claims = claims;
    this.lacksClaims = claims === undefined;
  }

  protected override render() {
    const { left, right } = this.#view;
    const documents = this.#desk.store.objects.all('document').map(({ object }) => object);
    return html`<div class="compare">
      <div class="work" data-scroller>
        <header>
          <h1>${msg('Compare')}</h1>
          <div class="csides">
            <vr-compare-side label=${msg('Left')} .side=${left} .documents=${documents} @vr-side=${(event: CustomEvent<ComparedView['left']>) => this.#go({ left: event.detail })}></vr-compare-side>
            <button class="ib" aria-label=${msg('Change the sides')} title=${this.#hints.title(msg('Change the sides'), 'compare.swap')} @click=${() => this.#swap(true)}><vr-icon name="swap"></vr-icon></button>
            <vr-compare-side label=${msg('Right')} .side=${right} .documents=${documents} @vr-side=${(event: CustomEvent<ComparedView['right']>) => this.#go({ right: event.detail })}></vr-compare-side>
          </div>
        </header>
        ${this.#body()}
      </div>
      ${this.#differences > 0 ? html`<vr-difference-ruler .rows=${this.rows?.all ?? this.#of!.comparison.rows} .scroller=${this.work}></vr-difference-ruler>` : nothing}
    </div>`;
  }

  #body() {
    const compared = this.#of;
    if (!compared)
      return html`<div class="state">${notCompared(this.#comparing, () => this.#comparing.show(this.#view, true))}</div>`;
    if (this.#differences === 0) return html`<div class="state">${theSame(compared)}</div>`;
    return html`${this.#tools()} ${this.#allAlike(compared)}
      <vr-compare-rows
        aria-busy=${this.#comparing.stage === 'loading' ? 'true' : nothing}
        .compared=${compared}
        .claims=${this.claims}
        .at=${this.at}
        ?inline=${this.#view.isInline || this.isNarrow}
        @vr-unfolded=${() => this.requestUpdate()}
      ></vr-compare-rows>`;
  }

  #tools() {
    const { isInline, by } = this.#view;
    const count = this.#differences;
    const where =
      this.at < 0
        ? plural(count, msg(str`${sayNumber(count)} {difference¦differences}`))
        : msg(str`${sayNumber(this.at + 1)} of ${sayNumber(count)}`);
    const choice = (isOn: boolean, label: string, choose: () => void) =>
      html`<button aria-pressed=${isOn ? 'true' : 'false'} @click=${choose}>${label}</button>`;
    return html`<div class="ctools" role="toolbar" aria-label=${msg('Comparison')}>
      <button class="ib" aria-label=${msg('Previous difference')} title=${this.#hints.title(msg('Previous difference'), 'compare.previous')} aria-disabled=${this.at > 0 ? nothing : 'true'} @click=${() => this.#step(-1, true)}><vr-icon name="chevron-up"></vr-icon></button>
      <button class="ib" aria-label=${msg('Next difference')} title=${this.#hints.title(msg('Next difference'), 'compare.next')} aria-disabled=${this.at < count - 1 ? nothing : 'true'} @click=${() => this.#step(1, true)}><vr-icon name="chevron-down"></vr-icon></button>
      <span class="where num">${where}</span>
      ${this.lacksClaims ? html`<span class="small muted" role="status">${msg('The claims could not be loaded.')}</span>` : nothing}
      <span class="sp"></span>
      <span class="legend dt" aria-hidden="true"><del>${msg('left only')}</del> <ins>${msg('right only')}</ins></span>
      <span class="seg" role="group" aria-label=${msg('Compare by')} title=${this.#hints.title(msg('By word, or by character'), 'compare.grain')}>
        ${choice(by === 'word', msg('Words'), () => this.#turn({ by: 'word' }, true))}
        ${choice(by === 'character', msg('Characters'), () => this.#turn({ by: 'character' }, true))}
      </span>
      <span class="seg dt" role="group" aria-label=${msg('View')} title=${this.#hints.title(msg('Side by side, or in one column'), 'compare.view')}>
        ${choice(!isInline, msg('Side by side'), () => this.#turn({ isInline: false }, true))}
        ${choice(isInline, msg('One column'), () => this.#turn({ isInline: true }, true))}
      </span>
    </div>`;
  }

  /** Said where all that differs can hardly be seen, and is one and the same thing. */
  #allAlike({ comparison: { runs } }: Compared) {
    const changed = runs.filter(({ kind }) => kind !== 'same');
    const [first] = changed;
    const kinds = (one: typeof first) => one?.note?.differ.join() ?? '';
    if (changed.length < 4 || kinds(first) === '' || changed.some(one => kinds(one) !== kinds(first)))
      return nothing;
    return html`<p class="alike"><vr-icon name="info"></vr-icon>${sayNote({ ...first!.note!, left: [], right: [], differ: first!.note!.differ })}</p>`;
  }

  get #differences(): number {
    return this.#of?.comparison.differences.length ?? 0;
  }

  #step(by: 1 | -1, really: boolean): boolean {
    const next = this.at < 0 && by < 0 ? -1 : this.at + by;
    if (next < 0 || next >= this.#differences) return false;
    if (really) {
      this.at = next;
      void this.updateComplete.then(() => this.rows?.show(next));
      announce(this.#say(next));
    }
    return true;
  }

  /** Says a difference: "3 of 12: “Luis” became “Lois”". */
  #say(place: number): string {
    const { left, right, comparison } = this.#of!;
    const first = comparison.runs[comparison.differences[place]!]!;
    const next = comparison.runs[comparison.differences[place]! + 1];
    const come = first.kind === 'come' ? first : next?.kind === 'come' ? next : undefined;
    const short = (words: string) => (words.length > SPOKEN ? `${words.slice(0, SPOKEN)}…` : words);
    const out = first.kind === 'gone' ? short(left.text.slice(first.left.start, first.left.end)) : '';
    const put = come ? short(right.text.slice(come.right.start, come.right.end)) : '';
    const where = msg(str`${sayNumber(place + 1)} of ${sayNumber(this.#differences)}`);
    const note = first.note ? ` ${sayNote(first.note)}` : '';
    if (out && put) return `${msg(str`${where}: “${out}” on the left, “${put}” on the right.`)}${note}`;
    return `${out ? msg(str`${where}: “${out}” on the left only.`) : msg(str`${where}: “${put}” on the right only.`)}${note}`;
  }

  #go(change: Partial<ComparedView>, replace = false): void {
    this.router.go(comparePlace({ ...this.#view, ...change }), { replace });
  }

  #turn(change: Partial<ComparedView>, really: boolean): boolean {
    if (!this.#of) return false;
    if (really) this.#go(change, true);
    return true;
  }

  #swap(really: boolean): boolean {
    const { left, right } = this.#view;
    if (!left && !right) return false;
    if (really) this.#go({ left: right, right: left });
    return true;
  }

  #unfoldAll(really: boolean): boolean {
    if (!this.rows) return false;
    if (really) this.rows.unfoldAll();
    return true;
  }

  #copy(really: boolean): boolean {
    if (!this.#of) return false;
    if (really) copyLink(comparePlace(this.#view), msg('The link to this comparison is copied.'));
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-compare-screen': VrCompareScreen;
  }
}
