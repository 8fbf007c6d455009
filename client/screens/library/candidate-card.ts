import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { saySize } from '../../localize/say-size.ts';
import type { Adding } from './adding.ts';
import type { Candidate } from './candidate.ts';
import { encodingMenu } from './encoding-menu.ts';
import { mediaTypes } from './words.ts';
import '../../elements/banner.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';
import './tried-annotations.ts';

/** One file under review: what was found out about it, to be put right before anything is stored. Fires `vr-add`, `vr-take-in` and `vr-as-revision`. */
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
      case 'examining':
        return this.#busy(msg(str`Reading ${this.#name}`));
      case 'importing':
        return this.#busy(msg(str`Taking in ${this.#name}`));
      case 'refused':
        return this.#refused(stage.why, stage.mend);
      case 'export':
        return this.#export();
      case 'annotations':
        return html`<vr-tried-annotations
          .name=${this.candidate.name}
          .tried=${stage.tried}
          .document=${stage.document}
          .documents=${this.documents}
          @vr-place-on=${(event: CustomEvent<string>) => void this.adding.tryOut(this.candidate.key, event.detail)}
          @vr-take=${() => this.#fire('vr-take-in')}
          @vr-as-text=${() => void this.adding.readAgain(this.candidate.key)}
          @vr-leave-out=${() => this.adding.leaveOut(this.candidate.key)}
        ></vr-tried-annotations>`;
      default:
        return this.#form(stage.found, stage.at === 'adding');
    }
  }

  get #name(): string {
    return this.candidate.name ? `“${this.candidate.name}”` : msg('the pasted text');
  }

  #busy(words: string) {
    return html`<div class="card busy" aria-busy="true">
      <span class="small x">${words}</span>${this.#stop()}
      <vr-progress class="late" label=${words} .value=${this.candidate.sent}></vr-progress>
    </div>`;
  }

  /** The means to stop what takes long, while it can be stopped. */
  #stop() {
    const { key, sent, stage } = this.candidate;
    if (stage.at === 'examining')
      return html`<button type="button" class="btn quiet later" @click=${() => this.adding.leaveOut(key)}>${msg('Cancel')}</button>`;
    if (sent === undefined || sent >= 1) return nothing;
    return html`<button type="button" class="btn quiet later" @click=${() => this.adding.stop(key)}>${msg('Cancel')}</button>`;
  }

  #refused(why: string, mend?: 'encoding' | 'again') {
    const { key, encoding } = this.candidate;
    return html`<vr-banner tone="error" icon="warning">
      <strong>${msg(str`${sentence(this.#name)} wasn't added.`)}</strong> ${why} ${msg('Nothing was stored.')}
      ${
        mend === 'again'
          ? html`<button class="btn" slot="actions" @click=${() => void this.adding.readAgain(key)}>${msg('Try again')}</button>`
          : nothing
      }
      ${
        mend === 'encoding'
          ? html`<label class="pick" slot="actions"
              ><span class="vh">${msg('Encoding')}</span
              >${encodingMenu(encoding, [], value => void this.adding.readAs(key, value), msg('Choose encoding'))}</label
            >`
          : nothing
      }
      <button class="btn quiet" slot="actions" @click=${() => this.adding.leaveOut(key)}>${msg('Leave out')}</button>
    </vr-banner>`;
  }

  #export() {
    const { key } = this.candidate;
    return html`<vr-banner icon="upload" role="group">
      <strong>${msg(str`${sentence(this.#name)} is an export of a desk.`)}</strong>
      ${msg('Take in the documents, claims and decisions that it holds?')}
      <button class="btn pri" slot="actions" @click=${() => this.#fire('vr-take-in')}>${msg('Take in')}</button>
      <button class="btn quiet" slot="actions" @click=${() => void this.adding.readAgain(key)}>${msg('Add as a text')}</button>
      <button class="btn quiet" slot="actions" @click=${() => this.adding.leaveOut(key)}>${msg('Leave out')}</button>
    </vr-banner>`;
  }

  #form(found: Examination, busy: boolean) {
    const { key, title, mediaType, language } = this.candidate;
    const describe = (words: Parameters<Adding['describe']>[1]) => this.adding.describe(key, words);
    return html`<form class="card candidate" aria-label=${sentence(this.#name)} aria-busy=${busy} @submit=${this.#submit}>
      <label class="fld wide"
        >${msg('Title')}
        <input
          required
          maxlength="500"
          .value=${title}
          @input=${(event: InputEvent) => describe({ title: textOf(event) })}
        />
      </label>
      <label class="fld"
        >${msg('Kind')}
        <select @change=${(event: Event) => describe({ mediaType: textOf(event) as Candidate['mediaType'] })}>
          ${mediaTypes().map(([code, label]) => html`<option value=${code} ?selected=${code === mediaType}>${label}</option>`)}
        </select>
      </label>
      <label class="fld"
        >${msg('Language')}
        <input
          placeholder=${msg('en, ru, sr-Latn')}
          pattern="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
          title=${msg('A language tag such as en or sr-Latn')}
          .value=${language}
          @input=${(event: InputEvent) => describe({ language: textOf(event) })}
        />
      </label>
      <label class="fld"
        >${msg('Encoding')}
        ${encodingMenu(found.encoding, found.encodings, value => void this.adding.readAs(key, value))}
      </label>
      <div class="sample" lang=${language || nothing}>
        <p class="small muted num">
          ${this.candidate.name || msg('Pasted')}, ${saySize(found.bytes)},
          ${plural(found.length, msg(str`${sayNumber(found.length)} {character¦characters}`))}${found.bom ? html`, ${msg('with a byte order mark')}` : nothing}
        </p>
        <pre tabindex="0" aria-label=${msg('How it begins')}>${found.sample}</pre>
      </div>
      ${this.#warnings(found)}
      <div class="ends">
        ${
          busy
            ? this.#stop()
            : html`<button type="button" class="btn quiet" @click=${() => this.adding.leaveOut(key)}>${msg('Leave out')}</button>`
        }
        <button class="btn ${found.sameAs ? '' : 'pri'}" aria-disabled=${busy || found.undecodable > 0 ? 'true' : nothing}>
          ${busy ? msg('Adding…') : found.sameAs ? msg('Add once more') : msg('Add')}
        </button>
      </div>
      ${busy ? html`<vr-progress class="wide late" label=${msg(str`Adding ${this.#name}`)} .value=${this.candidate.sent}></vr-progress>` : nothing}
    </form>`;
  }

  #warnings(found: Examination) {
    const { sameAs, undecodable } = found;
    const { namesake } = this;
    return [
      namesake && !sameAs
        ? html`<p class="tag wide warn namesake">
            <vr-icon name="info"></vr-icon
            ><span>${msg(str`“${isolated(namesake.object.title)}” came from a file of this name. Is this a new document, or its next revision?`)}</span>
            <button type="button" class="btn" @click=${() => this.#asRevision(namesake.id)}>
              ${msg('New revision of it …')}
            </button>
          </p>`
        : nothing,
      sameAs
        ? html`<p class="tag wide warn">
            <vr-icon name="info"></vr-icon
            ><span
              >${msg('The same bytes are here already:')}
              ${
                sameAs.removed
                  ? html`“${sameAs.title}”, ${msg('which was removed')}`
                  : html`<a href="/read/${sameAs.id}">${sameAs.title}</a>`
              }.</span
            >
          </p>`
        : nothing,
      undecodable > 0
        ? html`<p class="tag red wide warn" role="alert">
            <vr-icon name="warning"></vr-icon
            ><span
              >${
                undecodable === 1
                  ? msg(
                      'One place does not decode and shows as �. It can be added once another encoding is chosen.',
                    )
                  : msg(
                      str`${sayNumber(undecodable)} places do not decode and show as �. It can be added once another encoding is chosen.`,
                    )
              }</span
            >
          </p>`
        : nothing,
    ];
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { stage } = this.candidate;
    if (stage.at === 'examined' && stage.found.undecodable === 0) this.#fire('vr-add');
  };

  #asRevision(documentId: string): void {
    const detail = { key: this.candidate.key, documentId };
    this.dispatchEvent(new CustomEvent('vr-as-revision', { bubbles: true, detail }));
  }

  #fire(name: 'vr-add' | 'vr-take-in'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: this.candidate.key }));
  }
}

const textOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const sentence = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
