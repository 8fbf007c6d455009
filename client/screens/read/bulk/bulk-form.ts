import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Claim } from '../../../../shared/model/claim.ts';
import type { Severity } from '../../../../shared/model/scales.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { stepsOf } from '../../../localize/say-step.ts';
import { fieldLabel } from '../../../localize/say-type.ts';
import '../evidence-form.ts';
import type { EvidenceWords } from '../gestures.ts';
import { choice, labelled, line } from '../labelled.ts';
import { ReadPanel } from '../panel.ts';
import type { BulkTask } from './claims-bar.ts';
import { fieldsOf } from './fields.ts';
import { attachToAll, raiseAmong, setFieldOfAll, tagAll, untagAll } from './gestures.ts';

/** Says what is to be given to all selected claims: a tag, a field, evidence, or why they are in conflict. */
@customElement('vr-bulk-form')
export class VrBulkForm extends ReadPanel {
  @property() task: BulkTask = 'tag';
  #shown: BulkTask | undefined;

  protected override render() {
    if (this.task === 'evidence') return this.#evidence();
    return html`<form
      class="form bulk"
      novalidate
      aria-label=${msg('For all selected claims')}
      @submit=${this.#submit}
      @keydown=${this.#key}
    >
      <div class="cols">${this.task === 'tag' ? this.#tag() : this.task === 'field' ? this.#field() : this.#conflict()}</div>
      <div class="ends">
        <button type="button" class="btn quiet" @click=${this.#leave}>${msg('Cancel')} <kbd class="dt">Esc</kbd></button>
        ${this.task === 'tag' ? html`<button type="button" class="btn" @click=${this.#untag}>${msg('Take away')}</button>` : nothing}
        <button class="btn pri">
          ${this.task === 'tag' ? msg('Add tag') : this.task === 'field' ? msg('Set') : msg('Raise conflict')}
        </button>
      </div>
    </form>`;
  }

  protected override updated(): void {
    if (this.#shown === this.task) return;
    this.#shown = this.task;
    if (this.task !== 'evidence') this.querySelector<HTMLElement>('input, select')?.focus();
  }

  #tag() {
    const tags = [...(this.reading.claims?.facets.tags.keys() ?? [])].slice(0, 100);
    return html`${labelled(
      { form: 'bulk', name: 'tag', label: msg('Tag'), isWide: true },
      ties => html`<input id=${ties.id} name="tag" list="bulk-tags" maxlength="60" autocomplete="off" />`,
    )}<datalist id="bulk-tags">${tags.map(tag => html`<option value=${tag}></option>`)}</datalist>`;
  }

  #field() {
    const fields = this.#fields().map(field => [field.name, fieldLabel(field)] as const);
    return html`${labelled({ form: 'bulk', name: 'field', label: msg('Field') }, choice(fields, fields[0]?.[0] ?? ''))}
      ${labelled({ form: 'bulk', name: 'text', label: msg('Text') }, line('', msg('Empty takes it away')))}`;
  }

  #fields() {
    const { table } = this.reading.claims!;
    const types = this.reading.picked.keys.map(slot => table.types.words[table.columns.type[slot]!]!);
    return fieldsOf(new Set(types));
  }

  #conflict() {
    const steps = stepsOf('severity').map(step => [step.code, step.label] as const);
    return html`${labelled({ form: 'bulk', name: 'severity', label: msg('Severity') }, choice(steps, 'medium'))}
      ${labelled({ form: 'bulk', name: 'reason', label: msg('Reason, where it needs one') }, line(''))}`;
  }

  #evidence() {
    const { reading } = this;
    const ids = reading.pickedIds;
    return html`<div class="bulk"><vr-evidence-form
      .reading=${reading}
      .claim=${{ id: ids[0], anchor: {} } as Claim}
      .attach=${(words: EvidenceWords, csl?: Source['csl']) => void attachToAll(reading, ids, words, csl)}
      @keydown=${this.#key}
    ></vr-evidence-form></div>`;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const said = (name: string) => String(data.get(name) ?? '').trim();
    const { reading } = this;
    const ids = reading.pickedIds;
    if (this.task === 'tag') {
      const tag = said('tag').slice(0, 60);
      if (tag === '') return;
      void tagAll(reading, ids, tag);
    } else if (this.task === 'field') {
      const field = this.#fields().find(({ name }) => name === said('field'));
      if (!field) return;
      void setFieldOfAll(reading, ids, field.name, fieldLabel(field), said('text'));
    } else {
      const reason = said('reason');
      const severity = said('severity') as Severity;
      void raiseAmong(reading, ids, { severity, ...(reason ? { reason } : {}) });
    }
    this.#leave();
  };

  #untag = (): void => {
    const tag = this.querySelector('input')?.value.trim();
    if (!tag) return;
    void untagAll(this.reading, this.reading.pickedIds, tag);
    this.#leave();
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.#leave();
  };

  #leave = (): void => {
    this.dispatchEvent(new CustomEvent('vr-done', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-bulk-form': VrBulkForm;
  }
}
