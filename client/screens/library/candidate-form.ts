import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayForm } from '../../localize/say-form.ts';
import { sayRemark } from '../../localize/say-remark.ts';
import { saySize } from '../../localize/say-size.ts';
import { isWhole, type OtherHow, partsOf } from '../../panels/how.ts';
import { sayInstant } from '../../panels/say-instant.ts';
import type { Adding } from './adding.ts';
import { type Candidate, type Fetched, isReady } from './candidate.ts';
import { hasChoices } from './how-read.ts';
import { drawSample } from './sample.ts';
import { nameOf, sentence } from './say-candidate.ts';
import { sayPart } from './say-part.ts';
import { mediaTypes, sayMediaType } from './words.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';
import './part-list.ts';

type ExaminedStage = Extract<Candidate['stage'], { at: 'examined' | 'adding' }>;

/** What was found out about a file, to be put right before anything is stored. Fires `vr-add` and `vr-as-revision`. */
@customElement('vr-candidate-form')
export class VrCandidateForm extends LightElement {
  @property({ attribute: false }) candidate!: Candidate;
  @property({ attribute: false }) adding!: Adding;
  /** A document that came from a file of the same name. */
  @property({ attribute: false }) namesake: Versioned<'document'> | undefined;

  protected override render() {
    const { candidate } = this;
    const stage = candidate.stage as ExaminedStage;
    const { found } = stage;
    const isBusy = stage.at === 'adding';
    const isLooking = stage.at === 'examined' && stage.isLooking === true;
    const isPlain = !found.extraction && found.extractors.length < 2;
    return html`<form
      class="card candidate ${isPlain ? 'plain' : ''}"
      aria-label=${sentence(nameOf(candidate))}
      aria-busy=${isBusy || isLooking}
      @submit=${this.#submit}
    >
      ${this.#head(found)} ${this.#words(found)}
      ${
        hasChoices(found)
          ? html`<vr-how-read
              class=${isPlain ? nothing : 'wide'}
              .found=${found}
              .how=${candidate.how}
              @vr-how=${(event: CustomEvent<OtherHow>) => this.#read(event.detail)}
            ></vr-how-read>`
          : nothing
      }
      ${this.#parts(found)} ${this.#sample(found, isLooking)} ${this.#remarks(found)} ${this.#warnings(stage)}
      ${this.#ends(found, isBusy)} ${isBusy ? this.#progress(stage) : nothing}
    </form>`;
  }

  /** What kind of file it is, what it is called, how much it holds. */
  #head(found: Examination) {
    const { name, pasted, fetched } = this.candidate;
    const { extraction } = found;
    const kind = extraction ? sayForm(extraction) : sayMediaType(found.mediaType);
    return html`<div class="wide recognised">
      <vr-icon name=${extraction?.mediaType.includes('csv') ? 'table' : name ? 'file' : 'paste'}></vr-icon>
      <b class="kind">${kind}</b>
      <span class="small muted num">
        ${name || msg('Pasted')}, ${saySize(found.bytes)},
        ${plural(found.length, msg(str`${sayNumber(found.length)} {character¦characters}`))}${found.bom ? html`, ${msg('with a byte order mark')}` : nothing}
      </span>
      ${fetched ? this.#came(fetched) : nothing}
      ${
        pasted
          ? html`<div class="seg" role="group" aria-label=${msg('What was pasted')}>
              <button type="button" aria-pressed=${pasted.isPage ? 'false' : 'true'} @click=${() => this.#paste(false)}>${msg('The words alone')}</button>
              <button type="button" aria-pressed=${pasted.isPage ? 'true' : 'false'} @click=${() => this.#paste(true)}>${msg('With headings and lists')}</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  /** Where it came from, as the server fetched it. */
  #came({ bytes, retrieval }: Fetched) {
    const { url, requested, at, headers } = retrieval;
    const said = [
      msg(str`fetched ${sayInstant(at)}`),
      ...(headers['content-type'] ? [headers['content-type']] : []),
      saySize(bytes),
    ];
    return html`<p class="small came"><span class="mono url">${url}</span>
      <span class="muted num">${said.join(', ')}${requested === url ? nothing : html`, ${msg('led there from')} <span class="mono url">${requested}</span>`}</span></p>`;
  }

  #words(found: Examination) {
    const { key, title, mediaType, language, parts } = this.candidate;
    const describe = (words: Parameters<Adding['describe']>[1]) => this.adding.describe(key, words);
    return html`${
      parts === undefined
        ? html`<label class="fld wide-title"
            >${msg('Title')}
            <input
              required
              maxlength="500"
              .value=${title}
              @input=${(event: InputEvent) => describe({ title: textOf(event) })}
            />
          </label>`
        : html`<p class="small muted wide-title called">${msg('Each text is called as its part is.')}</p>`
    }
      ${
        found.extraction
          ? nothing
          : html`<label class="fld"
              >${msg('Kind')}
              <select @change=${(event: Event) => describe({ mediaType: textOf(event) as Candidate['mediaType'] })}>
                ${mediaTypes().map(([code, label]) => html`<option value=${code} ?selected=${code === mediaType}>${label}</option>`)}
              </select>
            </label>`
      }
      <label class="fld"
        >${msg('Language')}
        <input
          placeholder=${msg('en, ru, sr-Latn')}
          pattern="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
          title=${msg('A language tag such as en or sr-Latn')}
          .value=${language}
          @input=${(event: InputEvent) => describe({ language: textOf(event) })}
        />
      </label>`;
  }

  /** The file's parts, where each can be a text; and whether each is to be one. */
  #parts(found: Examination) {
    const parts = partsOf(found);
    if (parts.length === 0) return nothing;
    const { key, parts: ticked } = this.candidate;
    const values = found.extraction?.choices.find(({ name }) => name === 'part')?.values ?? [];
    const whole = values.find(isWhole);
    const each = new Set(parts.map(({ value }) => value));
    return html`<div class="wide parts">
      ${
        whole
          ? html`<div class="seg" role="group" aria-label=${msg('What becomes a text')}>
              <button type="button" aria-pressed=${ticked ? 'false' : 'true'} @click=${() => this.#whole(whole.value)}>${msg('One text of all')}</button>
              <button type="button" aria-pressed=${ticked ? 'true' : 'false'} @click=${() => this.adding.describe(key, { parts: ticked ?? each })}>${msg('A text for each part')}</button>
            </div>`
          : nothing
      }
      ${
        ticked
          ? html`<vr-part-list
              .parts=${parts}
              .ticked=${ticked}
              .shown=${found.extraction?.options.part}
              @vr-parts=${(event: CustomEvent<NonNullable<Candidate['parts']>>) => this.adding.describe(key, { parts: event.detail })}
              @vr-part=${(event: CustomEvent<string | number | boolean>) => this.#showPart(event.detail)}
            ></vr-part-list>`
          : nothing
      }
    </div>`;
  }

  #sample(found: Examination, isLooking: boolean) {
    const { language } = this.candidate;
    const { extraction, sample } = found;
    const part =
      this.candidate.parts && partsOf(found).find(({ value }) => value === extraction?.options.part);
    return html`<div class="sample wide ${isLooking ? 'looking' : ''}" lang=${language || nothing}>
      ${part ? html`<p class="small muted part-name" dir="auto">${sayPart(part)}</p>` : nothing}
      ${
        extraction && extraction.drawn.blocks.length > 0
          ? html`<div class="drawn" tabindex="0" role="region" aria-label=${msg('How it begins')} dir="auto">
              ${drawSample(sample, extraction.drawn.blocks, extraction.drawn.inlines)}
              ${sample.length < found.length ? html`<p class="muted" aria-hidden="true">…</p>` : nothing}
            </div>`
          : html`<pre tabindex="0" aria-label=${msg('How it begins')}>${sample}</pre>`
      }
      ${isLooking ? html`<vr-progress class="late" label=${msg(str`Reading ${nameOf(this.candidate)}`)} .value=${this.candidate.sent === 1 ? undefined : this.candidate.sent}></vr-progress>` : nothing}
    </div>`;
  }

  /** What was left behind, as the extractor says it. */
  #remarks({ extraction }: Examination) {
    if (!extraction || extraction.remarks.length === 0) return nothing;
    return html`<ul class="wide remarks" aria-label=${msg('Worth knowing')}>
      ${extraction.remarks.map(remark => html`<li><vr-icon name="info"></vr-icon><span>${sayRemark(remark)}</span></li>`)}
    </ul>`;
  }

  #warnings(stage: ExaminedStage) {
    const { sameAs, undecodable } = stage.found;
    const { namesake } = this;
    const wrong = stage.at === 'examined' ? stage.wrong : undefined;
    return [
      wrong
        ? html`<p class="tag red wide warn" role="alert">
            <vr-icon name="warning"></vr-icon
            ><span>${msg('It cannot be read so:')} ${wrong} ${msg('Shown is what was read before.')}</span>
          </p>`
        : nothing,
      namesake && !sameAs && this.candidate.parts === undefined
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

  #ends(found: Examination, isBusy: boolean) {
    const { key, sent } = this.candidate;
    const canStop = isBusy && (this.candidate.parts !== undefined || (sent !== undefined && sent < 1));
    return html`<div class="ends">
      ${
        isBusy
          ? canStop
            ? html`<button type="button" class="btn quiet later" @click=${() => this.adding.stop(key)}>${msg('Cancel')}</button>`
            : nothing
          : html`<button type="button" class="btn quiet" @click=${() => this.adding.leaveOut(key)}>${msg('Leave out')}</button>`
      }
      <button class="btn ${found.sameAs && !this.candidate.parts ? '' : 'pri'}" aria-disabled=${isBusy || !isReady(this.candidate) ? 'true' : nothing}>
        ${isBusy ? msg('Adding…') : this.#sayAdd(found)}
      </button>
    </div>`;
  }

  #sayAdd(found: Examination): string {
    const count = this.candidate.parts?.size;
    if (count === 0) return msg('Choose what to add');
    if (count !== undefined) return plural(count, msg(str`Add ${sayNumber(count)} {text¦texts}`));
    return found.sameAs ? msg('Add once more') : msg('Add');
  }

  #progress({ at, ...stage }: ExaminedStage) {
    const { of, done = 0 } = stage as { of?: number; done?: number };
    const label =
      of === undefined
        ? msg(str`Adding ${nameOf(this.candidate)}`)
        : msg(str`Adding ${sayNumber(Math.min(done + 1, of))} of ${sayNumber(of)}`);
    const value = of === undefined ? this.candidate.sent : done / of;
    return html`<div class="wide late" data-stage=${at}>
      ${of === undefined ? nothing : html`<p class="small muted num">${label}</p>`}
      <vr-progress label=${label} .value=${value}></vr-progress>
    </div>`;
  }

  #read(other: OtherHow): void {
    void this.adding.readAs(this.candidate.key, other);
  }

  #paste(isPage: boolean): void {
    if (this.candidate.pasted?.isPage !== isPage) void this.adding.readPasted(this.candidate.key, isPage);
  }

  #whole(part: string | number | boolean): void {
    this.adding.describe(this.candidate.key, { parts: undefined });
    this.#showPart(part);
  }

  #showPart(part: string | number | boolean): void {
    // Revisions are those of one part; another has others.
    const { revision: _of, ...options } = this.candidate.how.options;
    this.#read({ options: { ...options, part } });
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isReady(this.candidate))
      this.dispatchEvent(new CustomEvent('vr-add', { bubbles: true, detail: this.candidate.key }));
  };

  #asRevision(documentId: string): void {
    const detail = { key: this.candidate.key, documentId };
    this.dispatchEvent(new CustomEvent('vr-as-revision', { bubbles: true, detail }));
  }
}

const textOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'vr-candidate-form': VrCandidateForm;
  }
}
