import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Waiting } from '../../shared/api/routes/revisions.ts';
import { FixedRows } from '../elements/fixed-rows.ts';
import { LightElement } from '../elements/light-element.ts';
import { fateLabel } from '../localize/say-fate.ts';
import { typeLabel } from '../localize/say-type.ts';
import { StoreController } from '../store/context.ts';
import '../elements/icon.ts';
import './fate-rows.css';

const PHONE = matchMedia('(max-width: 760px)');
const SHOWN = 160;

/** @returns what tells an anchor that waits from all others */
export const keyOfWaiting = ({ claimId, evidenceId }: Waiting): string =>
  evidenceId === undefined ? claimId : `${claimId}.${evidenceId}`;

/**
 * What waits for a person, a row each; as many as there are, only those in sight are drawn. Fires `vr-goto` with the
 * place that keys or pointers move to, and `vr-row-key` with any other key, which counts as heard where that is prevented.
 */
@customElement('vr-fate-rows')
export class VrFateRows extends LightElement {
  @property({ attribute: false }) items: readonly Waiting[] = [];
  @property({ type: Number }) current = 0;
  /** Language of the text. */
  @property({ attribute: false }) language: string | undefined;
  @property() label = '';
  readonly #desk = new StoreController(this, 'claims');
  readonly #rows = new FixedRows(this, '.ft-rows', () => (PHONE.matches ? 48 : 32));
  readonly #asked = new Set<string>();

  protected override render() {
    const height = PHONE.matches ? 48 : 32;
    return html`<div
      class="ft-rows"
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-rowcount=${this.items.length}
      aria-activedescendant="ft-${this.current}"
      @keydown=${this.#key}
      @click=${this.#click}
    >
      <div class="cl-all" style="height:${this.items.length * height}px" role="presentation">
        ${repeat(
          this.#rows.places(this.items.length),
          place => keyOfWaiting(this.items[place]!),
          place => this.#row(this.items[place]!, place, place * height),
        )}
      </div>
    </div>`;
  }

  /** Gives the list the keyboard. */
  focusList(): void {
    this.querySelector<HTMLElement>('.ft-rows')?.focus();
  }

  protected override updated(): void {
    this.#fetch();
  }

  /** Brings a row into sight. */
  show(place: number): void {
    this.#rows.show(place);
  }

  #row({ anchor, claimId, fate, of }: Waiting, place: number, top: number) {
    const type = this.#desk.store.objects.get('claim', claimId)?.object.type;
    const words = anchor.quote.exact.replace(/\s+/g, ' ').slice(0, SHOWN);
    return html`<div
      id="ft-${place}"
      class="ft-row ${place === this.current ? 'on' : ''}"
      role="row"
      data-place=${place}
      aria-rowindex=${place + 1}
      aria-selected=${place === this.current ? 'true' : 'false'}
      style="transform:translateY(${top}px)"
    >
      <span class="what" role="gridcell"
        ><span class="c sw ${type ? `t-${type}` : ''}" data-s="open" aria-hidden="true"></span
        ><span class="w ${fate.state === 'deleted' ? 'gone' : ''}" lang=${this.language ?? nothing} dir="auto">${words}</span
        ><span class="vh">, ${of === 'evidence' ? msg('evidence') : type ? typeLabel(type) : ''}</span></span
      >
      <span class="ft small muted" role="gridcell">${of === 'evidence' ? html`<vr-icon name="link"></vr-icon>` : nothing}${fateLabel(fate.state)}</span>
    </div>`;
  }

  /** The claims of the rows in sight: their types are shown, and whoever acts on one needs it whole. */
  #fetch(): void {
    const { store } = this.#desk;
    const places = this.#rows.places(this.items.length);
    const ids = places
      .map(place => this.items[place]!.claimId)
      .filter(id => !this.#asked.has(id) && !store.objects.get('claim', id));
    if (ids.length === 0) return;
    for (const id of ids) this.#asked.add(id);
    store.loadClaims(ids).catch(() => {
      for (const id of ids) this.#asked.delete(id);
    });
  }

  #key = (event: KeyboardEvent): void => {
    if (event.isComposing || event.target !== event.currentTarget) return;
    const hasMod = event.altKey || event.ctrlKey || event.metaKey;
    const { page } = this.#rows;
    const steps: Readonly<Record<string, number>> = {
      j: this.current + 1,
      ArrowDown: this.current + 1,
      k: this.current - 1,
      ArrowUp: this.current - 1,
      PageDown: this.current + page,
      PageUp: this.current - page,
      Home: 0,
      End: this.items.length - 1,
    };
    const to = hasMod || event.shiftKey ? undefined : steps[event.key];
    if (to !== undefined) this.#go(to);
    else {
      const asked = new CustomEvent('vr-row-key', { detail: event, bubbles: true, cancelable: true });
      if (this.dispatchEvent(asked)) return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #click = (event: Event): void => {
    const row = (event.target as Element).closest<HTMLElement>('.ft-row');
    if (row) this.#go(Number(row.dataset.place));
  };

  #go(to: number): void {
    if (this.items.length === 0) return;
    const place = Math.min(Math.max(0, to), this.items.length - 1);
    this.#rows.show(place);
    this.dispatchEvent(new CustomEvent('vr-goto', { detail: place, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-fate-rows': VrFateRows;
  }
  interface HTMLElementEventMap {
    /** A row is gone to, by its place. */
    'vr-goto': CustomEvent<number>;
    /** A key that does not move was pressed in a list. */
    'vr-row-key': CustomEvent<KeyboardEvent>;
  }
}
