import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { areApart, newForms } from '../../../shared/entities/merge.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import type { EntityRow } from './entity-rows.ts';

/** What making one entity of several would move, before it is done. Fires `vr-merge` with the id of the one that stays, and `vr-close`. */
@customElement('vr-merge-preview')
export class VrMergePreview extends LightElement {
  /** At least two. */
  @property({ attribute: false }) rows: readonly EntityRow[] = [];
  /** The id of the one that is offered to stay; else the one that most claims name. */
  @property() into: string | undefined;
  @state() private chosen: string | undefined;

  get #stays(): EntityRow {
    const most = [...this.rows].sort((a, b) => b.claimIds.length - a.claimIds.length)[0]!;
    const wanted = this.chosen ?? this.into;
    return this.rows.find(({ entity }) => entity.id === wanted) ?? most;
  }

  protected override render() {
    if (this.rows.length < 2) return nothing;
    const stays = this.#stays;
    const others = this.rows.filter(row => row !== stays);
    const claims = others.reduce((sum, { claimIds }) => sum + claimIds.length, 0);
    const forms = newForms(
      stays.entity,
      others.map(({ entity }) => entity),
    );
    return html`<div class="card preview" role="group" aria-label=${msg('Make one entity of these')} @keydown=${this.#leave}>
      <fieldset>
        <legend>${msg('Which one stays?')}</legend>
        ${this.rows.map(
          ({ entity, claimIds }) => html`<label>
            <input type="radio" name="stays" .checked=${entity === stays.entity} @change=${() => {
              this.chosen = entity.id;
            }} />
            <span dir="auto">${entity.preferred}</span>
            <span class="small muted">${plural(claimIds.length, msg(str`${sayNumber(claimIds.length)} {claim¦claims}`))}</span>
          </label>`,
        )}
      </fieldset>
      <p>${plural(claims, msg(str`${sayNumber(claims)} {claim moves¦claims move} to “${isolated(stays.entity.preferred)}”.`))}</p>
      ${forms.length > 0 ? html`<p>${msg('It learns the forms:')} <span dir="auto">${forms.map(({ form }) => form).join(' · ')}</span></p>` : nothing}
      ${this.#warning(
        stays.entity,
        others.map(({ entity }) => entity),
      )}
      <p class="ends">
        <button class="btn pri" @click=${() => this.dispatchEvent(new CustomEvent('vr-merge', { detail: stays.entity.id }))}>${msg('Make them one')}</button>
        <button class="btn" @click=${() => this.#close()}>${msg('Cancel')}</button>
      </p>
    </div>`;
  }

  #warning(into: Entity, others: readonly Entity[]) {
    const apart = others.filter(other => areApart(into, other)).map(({ preferred }) => isolated(preferred));
    const kinds = new Set([into, ...others].map(({ kind }) => kind));
    return html`${apart.length > 0 ? html`<p class="red">${msg(str`Somebody has said that it is not the same as ${apart.join(', ')}.`)}</p>` : nothing}
    ${kinds.size > 1 ? html`<p class="red">${msg('They are of different kinds.')}</p>` : nothing}`;
  }

  #leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };

  #close(): void {
    this.dispatchEvent(new CustomEvent('vr-close'));
  }

  /** Moves the keyboard to what is asked first. */
  async focusField(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('input:checked')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-merge-preview': VrMergePreview;
  }
}
