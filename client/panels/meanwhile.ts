import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Clash, clashesOf } from '../../shared/change/merge.ts';
import { baseFor } from '../../shared/change/paths.ts';
import type { Operation, Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';
import { LightElement } from '../elements/light-element.ts';
import { sayClash } from '../frame/say-clash.ts';
import { isolated } from '../localize/isolated.ts';
import { StoreController } from '../store/context.ts';

/**
 * @param begun the object as it was when somebody began to fill in a form
 * @param now the object as it is
 * @returns what others have set meanwhile to something else than the form is about to
 */
export function changedMeanwhile<K extends Kind>(
  begun: Versioned<K>,
  now: Versioned<K>,
  operation: Operation,
): Clash[] {
  return clashesOf(now, operation, baseFor(begun, operation));
}

/** @returns the values on which there is no clash */
export function withoutClashes<T>(
  values: Readonly<Record<string, T>>,
  clashes: readonly Clash[],
): Record<string, T> {
  const clashing = new Set(clashes.map(({ path }) => path));
  return Object.fromEntries(Object.entries(values).filter(([path]) => !clashing.has(path)));
}

/** Says in a form what somebody else has set while it was filled in, with both values. Fires `vr-mine` or `vr-theirs`. */
@customElement('vr-meanwhile')
export class VrMeanwhile extends LightElement {
  @property({ attribute: false }) objectId!: string;
  @property({ attribute: false }) clashes: readonly Clash[] = [];
  #desk = new StoreController(this);

  protected override render() {
    const by = this.#desk.store.others.changed(this.objectId)?.by;
    return html`<div class="meanwhile small" role="alert">
      ${this.clashes.map(clash => {
        const { field, mine, theirs } = sayClash({ ...clash, changeId: '', objectId: '' } as Parameters<
          typeof sayClash
        >[0]);
        return html`<p>
          ${by ? msg(str`Meanwhile ${isolated(by)} has set ${field}.`) : msg(str`Meanwhile somebody else has set ${field}.`)}
          ${msg(str`Theirs, which stands: ${theirs}. Yours: ${mine}.`)}
        </p>`;
      })}
      <div class="ends">
        <button type="button" class="btn quiet" @click=${() => this.#choose('vr-theirs')}>${msg('Leave theirs')}</button>
        <button type="button" class="btn" @click=${() => this.#choose('vr-mine')}>${msg('Put mine')}</button>
      </div>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.querySelector('button')?.focus();
  }

  #choose(what: 'vr-mine' | 'vr-theirs'): void {
    this.dispatchEvent(new CustomEvent(what));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-meanwhile': VrMeanwhile;
  }
}
