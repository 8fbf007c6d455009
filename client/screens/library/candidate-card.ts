import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ImportProgress } from '../../../shared/api/routes/transfer.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import type { Adding } from './adding.ts';
import type { Candidate, Mend } from './candidate.ts';
import { encodingMenu } from './encoding-menu.ts';
import { nameOf, sentence } from './say-candidate.ts';
import '../../elements/banner.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';
import './candidate-form.ts';
import './tried-annotations.ts';

/** One file under review, however far it has come. Fires `vr-add`, `vr-take-in` and `vr-as-revision`. */
@customElement('vr-candidate')
export class VrCandidate extends LightElement {
  @property({ attribute: false }) candidate!: Candidate;
  @property({ attribute: false }) adding!: Adding;
  /** A document that came from a file of the same name. */
  @property({ attribute: false }) namesake: Versioned<'document'> | undefined;

  /** The documents on which annotations can be placed. */
  @property({ attribute: false }) documents: readonly Versioned<'document'>[] = [];

  protected override render(): TemplateResult {
    const { stage } = this.candidate;
    switch (stage.at) {
      case 'waiting':
      case 'examining':
        return this.#busy(msg(str`Reading ${nameOf(this.candidate)}`));
      case 'importing':
        return this.#busy(msg(str`Taking in ${nameOf(this.candidate)}`));
      case 'refused':
        return this.#refused(stage.why, stage.mend);
      case 'export':
        return this.#export();
      case 'either':
        return this.#either();
      case 'annotations':
        return html`<vr-tried-annotations
          .name=${this.candidate.name}
          .tried=${stage.tried}
          .document=${stage.document}
          .documents=${this.documents}
          @vr-place-on=${(event: CustomEvent<string>) => void this.adding.tryOut(this.candidate.key, event.detail)}
          @vr-take=${() => this.#takeIn()}
          @vr-as-text=${() => void this.adding.readAgain(this.candidate.key)}
          @vr-leave-out=${() => this.adding.leaveOut(this.candidate.key)}
        ></vr-tried-annotations>`;
      default:
        return html`<vr-candidate-form
          .candidate=${this.candidate}
          .adding=${this.adding}
          .namesake=${this.namesake}
        ></vr-candidate-form>`;
    }
  }

  #busy(words: string) {
    const { sent, taken } = this.candidate;
    return html`<div class="card busy" aria-busy="true">
      <span class="small x"
        >${words}${taken ? html`<span class="muted num so-far">${this.#soFar(taken)}</span>` : nothing}</span
      >${this.#stop()}
      <vr-progress class="late" label=${words} .value=${taken ? taken.share : sent}></vr-progress>
    </div>`;
  }

  #soFar({ step, items }: ImportProgress): string {
    if (step === 'writing') return msg('All are placed and are being written.');
    return plural(items, msg(str`${sayNumber(items)} {annotation¦annotations} so far`));
  }

  /** The means to stop what takes long, while it can be stopped. */
  #stop() {
    const { key, sent, stage, taken } = this.candidate;
    if (stage.at === 'examining' || stage.at === 'waiting')
      return html`<button type="button" class="btn quiet later" @click=${() => this.adding.leaveOut(key)}>${msg('Cancel')}</button>`;
    if (sent === undefined || (sent >= 1 && taken?.step !== 'reading')) return nothing;
    return html`<button type="button" class="btn quiet later" @click=${() => this.adding.stop(key)}>${msg('Cancel')}</button>`;
  }

  #refused(why: string, mend?: Mend) {
    const { key, how } = this.candidate;
    return html`<vr-banner tone="error" icon="warning">
      <strong>${msg(str`${sentence(nameOf(this.candidate))} wasn't added.`)}</strong> ${why} ${msg('Nothing was stored.')}
      ${
        mend === 'back'
          ? msg('It stays here while this window is open, and is looked at when the server is back.')
          : nothing
      }
      ${
        mend === 'again' || mend === 'back'
          ? html`<button class="btn" slot="actions" @click=${() => void this.adding.readAgain(key)}>${msg('Try again')}</button>`
          : nothing
      }
      ${
        mend === 'reading'
          ? html`<button class="btn" slot="actions" @click=${() => void this.adding.readAs(key, { extractor: 'plain' })}>${msg('Read as plain text')}</button>`
          : nothing
      }
      ${
        mend === 'encoding'
          ? html`<label class="pick" slot="actions"
              ><span class="vh">${msg('Encoding')}</span
              >${encodingMenu(how.encoding, [], encoding => void this.adding.readAs(key, { encoding }), msg('Choose encoding'))}</label
            >`
          : nothing
      }
      <button class="btn quiet" slot="actions" @click=${() => this.adding.leaveOut(key)}>${msg('Leave out')}</button>
    </vr-banner>`;
  }

  #export() {
    const { key } = this.candidate;
    return html`<vr-banner icon="upload" role="group">
      <strong>${msg(str`${sentence(nameOf(this.candidate))} is an export of a desk.`)}</strong>
      ${msg('Take in the documents, claims and decisions that it holds?')}
      <button class="btn pri" slot="actions" @click=${() => this.#takeIn()}>${msg('Take in')}</button>
      <button class="btn quiet" slot="actions" @click=${() => void this.adding.readAgain(key)}>${msg('Add as a text')}</button>
      <button class="btn quiet" slot="actions" @click=${() => this.adding.leaveOut(key)}>${msg('Leave out')}</button>
    </vr-banner>`;
  }

  /** A table or data whose rows could be annotations, though none could be placed here. */
  #either() {
    const { key } = this.candidate;
    return html`<vr-banner icon="help" role="group">
      <strong>${msg(str`Does ${nameOf(this.candidate)} hold annotations, or texts?`)}</strong>
      ${msg('It could be annotations of another program, but none of them stands in a text that is here.')}
      <button class="btn pri" slot="actions" @click=${() => void this.adding.readAgain(key)}>${msg('Texts')}</button>
      <button class="btn" slot="actions" @click=${() => this.adding.asAnnotations(key)}>${msg('Annotations')}</button>
      <button class="btn quiet" slot="actions" @click=${() => this.adding.leaveOut(key)}>${msg('Leave out')}</button>
    </vr-banner>`;
  }

  #takeIn(): void {
    this.dispatchEvent(new CustomEvent('vr-take-in', { bubbles: true, detail: this.candidate.key }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-candidate': VrCandidate;
  }
}
