import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FindableKind } from '../../shared/api/routes/search.ts';
import type { Command } from '../commands/command.ts';
import { drawKeys } from '../commands/hints.ts';
import { type CommandRegistry, commandsContext } from '../commands/registry.ts';
import { LightElement } from '../elements/light-element.ts';
import { whyOf } from '../frame/why.ts';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { type Router, routerContext } from '../router/router.ts';
import { addressOf } from '../router/routes.ts';
import { StoreController } from '../store/context.ts';
import { Asking } from './asking.ts';
import { runnable } from './found-commands.ts';
import { FEW, foundGroups, MANY, offeredGroups } from './groups.ts';
import { HeldFocus } from './held-focus.ts';
import { rowOf } from './hit-row.ts';
import { marked } from './marked.ts';
import { recentHits, rememberHit } from './recent.ts';
import type { Group, Row } from './row.ts';
import { type Asked, readAsked, scopes } from './scopes.ts';
import '../elements/icon.ts';
import '../elements/progress.ts';
import '../elements/swatch.ts';
import './palette.css';

/** Milliseconds that an answer may take before it is worth a sign. */
const WORTH_A_SIGN = 150;
const LIST = 'palette-list';
/** The command that opens it, which it does not offer. */
const OWN = 'frame.palette';
const FINDABLE = scopes.map(({ kind }) => kind).filter((kind): kind is FindableKind => kind !== 'command');

/**
 * Finds documents, passages, claims, entities, conflicts, sources and what can be done, as one types. It takes nothing
 * away: what was there stays where it was, and Escape gives the keyboard back to it. Fires `vr-close`.
 */
@customElement('vr-command-palette')
export class VrCommandPalette extends LightElement {
  @property({ type: Boolean }) open = false;
  @consume({ context: commandsContext }) private registry!: CommandRegistry;
  @consume({ context: routerContext }) private router!: Router;
  @state() private typed = '';
  @state() private at = 0;
  @state() private slow = false;
  #desk = new StoreController(this, 'documents', 'conflicts');
  #asking = new Asking(this, () => this.#desk.store);
  #focus = new HeldFocus();
  #commands: readonly Command[] = [];
  #groups: readonly Group[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#pressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#pressed);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('open') && this.open) this.#begin();
    if (this.#asking.state !== 'waiting') {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.slow = false;
    } else
      this.#timer ??= setTimeout(() => {
        this.slow = true;
      }, WORTH_A_SIGN);
    if (!this.open) return;
    this.#groups = this.#make();
    this.at = Math.min(this.at, Math.max(0, this.#rows.length - 1));
  }

  protected override render() {
    if (!this.open) return nothing;
    const rows = this.#rows;
    const label = msg('Find, or say what is to be done');
    return html`<search class="palette" aria-label=${label} @keydown=${this.#key} @focusout=${this.#left}>
      <div class="asked">
        <vr-icon name="search"></vr-icon>
        <input
          role="combobox"
          aria-label=${label}
          aria-expanded="true"
          aria-controls=${LIST}
          aria-autocomplete="list"
          aria-activedescendant=${rows.length > 0 ? `palette-${this.at}` : nothing}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="go"
          placeholder=${msg('Find a document, claim, entity or command')}
          .value=${this.typed}
          @input=${this.#input}
        />
        <button class="ib" tabindex="-1" aria-label=${msg('Close')} @click=${() => this.#close(true)}>
          <vr-icon name="x"></vr-icon>
        </button>
      </div>
      <div class="wait-line">${this.slow ? html`<vr-progress label=${msg('Searching')}></vr-progress>` : nothing}</div>
      <div id=${LIST} class="finds" role="listbox" aria-label=${msg('What was found')}>
        ${this.#list()}
      </div>
      ${this.#foot()}
      <div class="vh" role="status" aria-live="polite">${this.#said(rows.length)}</div>
    </search>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && this.open) this.querySelector('input')?.focus({ preventScroll: true });
    if (changed.has('at') || changed.has('typed'))
      this.querySelector(`#palette-${this.at}`)?.scrollIntoView({ block: 'nearest' });
  }

  #list() {
    let i = 0;
    return repeat(
      this.#groups,
      ({ id }) => id,
      ({ id, label, rows, more }) => html`<div role="group" aria-labelledby="palette-${id}">
        <h3 id="palette-${id}" role="presentation">
          ${label}${more ? html`<span class="muted">${msg('the best of many')}</span>` : nothing}
        </h3>
        ${rows.map(row => this.#row(row, i++))}
      </div>`,
    );
  }

  #row(row: Row, i: number) {
    const { text, marks, says, keys, sign, swatch, icon, isText } = row;
    return html`<div
      id="palette-${i}"
      class="one ${isText ? 'text' : ''}"
      role="option"
      aria-selected=${i === this.at ? 'true' : 'false'}
      @pointermove=${() => {
        this.at = i;
      }}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${(event: MouseEvent) => this.#choose(row, event.ctrlKey || event.metaKey)}
    >
      <span class="sign">${swatch ? html`<vr-swatch type=${swatch}></vr-swatch>` : html`<vr-icon name=${icon ?? ''}></vr-icon>`}</span>
      <span class="words" dir="auto">${marked(text, marks)}</span>
      ${says ? html`<span class="says" dir="auto">${says}</span>` : nothing}
      ${keys ? html`<span class="keys-of">${drawKeys(keys, this.registry)}</span>` : nothing}
      ${sign ? html`<kbd>${sign}</kbd>` : nothing}
    </div>`;
  }

  #foot() {
    const { state, complete } = this.#asking;
    if (state === 'away')
      return html`<p class="foot">
        <vr-icon name="offline"></vr-icon>${msg('The server is away. What is in this browser was looked through; passages were not.')}
      </p>`;
    if (state === 'failed')
      return html`<p class="foot">
        <vr-icon name="warning"></vr-icon>${msg(str`The search failed: ${whyOf(this.#asking.failure)}`)}
        <button class="btn quiet" tabindex="-1" @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#seek()}>
          ${msg('Try again')}
        </button>
      </p>`;
    if (state === 'still' && this.#asked.words !== '' && this.#rows.length === 0)
      return html`<p class="foot">${msg('Nothing was found. Words may be begun, and accents left out; words in quotation marks stand together.')}</p>`;
    if (!complete)
      return html`<p class="foot"><vr-icon name="loader"></vr-icon>${msg('Texts are still being read for finding; more may come.')}</p>`;
    return nothing;
  }

  #said(count: number): string {
    if (this.#asking.state === 'waiting' || this.#asked.words === '') return '';
    if (count === 0) return msg('Nothing was found');
    return plural(count, msg(str`${sayNumber(count)} {result¦results}`));
  }

  get #asked(): Asked {
    return readAsked(this.typed);
  }

  get #rows(): readonly Row[] {
    return this.#groups.flatMap(({ rows }) => rows);
  }

  /** What is shown for what was typed. */
  #make(): readonly Group[] {
    const asked = this.#asked;
    if (!asked.scope && asked.words === '') return offeredGroups(sign => this.#ask(sign));
    return foundGroups(asked, this.#asking, this.#commands, this.registry);
  }

  #begin(): void {
    this.#focus.take();
    this.#commands = runnable(this.registry, OWN);
    this.typed = '';
    this.at = 0;
    this.#asking.end();
  }

  #ask(typed: string): void {
    this.typed = typed;
    this.at = 0;
    this.#seek();
    this.querySelector('input')?.focus();
  }

  #input = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.at = 0;
    this.#seek();
  };

  #seek(): void {
    const { scope, words } = this.#asked;
    if (scope) this.#asking.seek(words, scope.kind === 'command' ? [] : [[scope.kind]], MANY);
    else {
      const short = FINDABLE.filter(kind => kind !== 'passage');
      this.#asking.seek(words, [short, ['passage']], FEW);
    }
  }

  #key = (event: KeyboardEvent): void => {
    // What is typed here is meant for here alone.
    event.stopPropagation();
    if (event.isComposing) return;
    const { length } = this.#rows;
    const isMod = this.registry.keyboard.apple ? event.metaKey : event.ctrlKey;
    const by: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
    const step = by[event.key];
    if (step !== undefined && length > 0) this.#step(step, length);
    else if (event.key === 'Enter') this.#chooseAt(this.at, isMod);
    else if (event.key === 'Escape' || (isMod && event.code === 'KeyK')) this.#close(true);
    else return;
    event.preventDefault();
  };

  /** Goes along the rows; by one, from the last to the first. */
  #step(by: number, length: number): void {
    const to = this.at + by;
    this.at = Math.abs(by) === 1 ? (to + length) % length : Math.min(Math.max(to, 0), length - 1);
  }

  #chooseAt(i: number, aside: boolean): void {
    const row = this.#rows[i];
    if (row) this.#choose(row, aside);
  }

  /** @param aside opens it in another window, where it is a place */
  #choose(row: Row, aside: boolean): void {
    if (row.kind === 'scope') {
      row.act?.();
      return;
    }
    this.#remember(row);
    if (aside && row.route) {
      window.open(addressOf(row.route), '_blank', 'noopener');
      return;
    }
    this.#close(true);
    if (row.route) this.router.go(row.route);
    else row.act?.();
  }

  #remember(row: Row): void {
    if (row.kind === 'scope' || row.kind === 'command') return;
    const hits = [...(this.#asking.of(row.kind)?.hits ?? []), ...recentHits()];
    const hit = hits.find(known => rowOf(known).id === row.id);
    if (hit) rememberHit(hit);
  }

  #close(giveBack: boolean): void {
    if (!this.open) return;
    this.open = false;
    this.#asking.end();
    if (giveBack) this.#focus.giveBack();
    this.dispatchEvent(new CustomEvent('vr-close'));
  }

  #pressed = (event: PointerEvent): void => {
    if (this.open && !event.composedPath().includes(this)) this.#close(false);
  };

  #left = (event: FocusEvent): void => {
    if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.#close(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-command-palette': VrCommandPalette;
  }
}
