import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { claimTypes } from '../../../../shared/claim-types/registry.ts';
import type { Verdict, Workflow } from '../../../../shared/model/scales.ts';
import '../../../elements/selection-bar.ts';
import { stepsOf } from '../../../localize/say-step.ts';
import { typeLabel } from '../../../localize/say-type.ts';
import { ReadPanel } from '../panel.ts';
import type { ScaleChosen } from '../scale-menu.ts';
import '../scale-menu.ts';
import { removeAll, retypeAll, setVerdictOfAll, setWorkflowOfAll } from './gestures.ts';
import './bulk-form.ts';

/** What is being filled in for all selected claims. */
export type BulkTask = 'tag' | 'field' | 'evidence' | 'conflict';

/** Types in the order of their digits, those without one last. */
const TYPES = [...claimTypes].sort((a, b) => (a.digit ?? 'a').localeCompare(b.digit ?? 'a'));

/** What can be done with the claims that are selected. */
@customElement('vr-claims-bar')
export class VrClaimsBar extends ReadPanel {
  @property({ type: Number }) count = 0;
  @property({ type: Number }) of = 0;
  @state() private task: BulkTask | undefined;

  /** Does what a key stands for, to all that are selected. @returns whether it stands for anything */
  key(key: string): boolean {
    const type = claimTypes.find(({ digit }) => digit === key);
    if (type) this.#all(ids => retypeAll(this.reading, ids, type.id));
    else if (key === 'Delete') this.#all(ids => removeAll(this.reading, ids));
    else if (key === 'w' || key === 'v' || key === '0')
      void this.querySelector<HTMLElementTagNameMap['vr-scale-menu']>(
        `[data-scale=${{ w: 'workflow', v: 'verdict', 0: 'type' }[key]}]`,
      )?.open();
    else if (key === 't') this.task = 'tag';
    else if (key === 'e') this.task = 'evidence';
    else if (key === 'f') this.task = 'conflict';
    else return false;
    return true;
  }

  protected override firstUpdated(): void {
    // Not needed for reading: the bar is there before anything is selected. Without the server there is nothing to export.
    import('../../../panels/exporting/export-menu.ts').catch(() => undefined);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (this.count === 0) this.task = undefined;
  }

  protected override render() {
    return html`${
      this.task && this.count > 0
        ? html`<vr-bulk-form
              .reading=${this.reading}
              .task=${this.task}
              @vr-done=${(event: Event) => {
                event.stopPropagation();
                this.task = undefined;
                this.#toList();
              }}
              @vr-back=${(event: Event) => event.stopPropagation()}
            ></vr-bulk-form>`
        : nothing
    }
      <vr-selection-bar
        .count=${this.count}
        .of=${this.of}
        .deeds=${this.#deeds()}
        @vr-back=${(event: Event) => {
          event.stopPropagation();
          this.#toList();
        }}
      ></vr-selection-bar>`;
  }

  #deeds() {
    const steps = TYPES.map(({ id }) => ({ code: id, label: typeLabel(id), says: '' }));
    return html`<vr-scale-menu
        data-scale="type"
        label=${msg('Set type of all selected')}
        face=${msg('Type')}
        .steps=${steps}
        @vr-chosen=${(event: ScaleChosen) => this.#chosen(ids => retypeAll(this.reading, ids, event.detail!))}
      ></vr-scale-menu>
      <vr-scale-menu
        data-scale="workflow"
        label=${msg('Set workflow of all selected')}
        face=${msg('Workflow')}
        .steps=${stepsOf('workflow')}
        @vr-chosen=${(event: ScaleChosen) => this.#chosen(ids => setWorkflowOfAll(this.reading, ids, event.detail as Workflow))}
      ></vr-scale-menu>
      <vr-scale-menu
        data-scale="verdict"
        label=${msg('Set verdict of all selected')}
        face=${msg('Verdict')}
        none=${msg('No verdict')}
        .steps=${stepsOf('verdict')}
        @vr-chosen=${(event: ScaleChosen) => this.#chosen(ids => setVerdictOfAll(this.reading, ids, event.detail as Verdict | undefined))}
      ></vr-scale-menu>
      ${this.#button('tag', msg('Tag'))} ${this.#button('field', msg('Field'))}
      ${this.#button('evidence', msg('Evidence'))} ${this.#button('conflict', msg('Conflict'))}
      <vr-export-menu placement="top-end" .portion=${() => ({ claims: this.reading.pickedIds })}></vr-export-menu>
      <button class="btn" @click=${() => this.#all(ids => removeAll(this.reading, ids))}>${msg('Remove')}</button>`;
  }

  #button(task: BulkTask, label: string) {
    return html`<button
      class="btn"
      aria-expanded=${this.task === task ? 'true' : 'false'}
      @click=${() => {
        this.task = this.task === task ? undefined : task;
      }}
    >
      ${label}
    </button>`;
  }

  #chosen(act: (ids: readonly string[]) => Promise<boolean>): void {
    this.#all(act);
    this.#toList();
  }

  #all(act: (ids: readonly string[]) => Promise<boolean>): void {
    void act(this.reading.pickedIds).then(() => this.#toList());
  }

  #toList(): void {
    this.dispatchEvent(new CustomEvent('vr-list-focus', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claims-bar': VrClaimsBar;
  }
  interface HTMLElementEventMap {
    /** The list of claims shall have the keyboard. */
    'vr-list-focus': CustomEvent<void>;
  }
}
