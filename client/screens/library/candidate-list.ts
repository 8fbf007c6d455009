import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { saySize } from '../../localize/say-size.ts';
import type { Adding } from './adding.ts';
import { type Candidate, isReady } from './candidate.ts';
import { nameOf, sayCandidateKind, sentence } from './say-candidate.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';
import './candidate-card.ts';
import './candidates.css';

/** Up to so many files are shown whole; more are rows that open one by one. */
const WHOLE = 4;

/**
 * Files under review: cards where they are few, rows where they are many. Fires `vr-add-all`, and what its cards fire:
 * `vr-add`, `vr-take-in` and `vr-as-revision`.
 */
@customElement('vr-candidate-list')
export class VrCandidateList extends LightElement {
  @property({ attribute: false }) candidates: readonly Candidate[] = [];
  @property({ attribute: false }) adding!: Adding;
  @property({ attribute: false }) documents: readonly Versioned<'document'>[] = [];
  /** Whether all are being added. */
  @property({ type: Boolean }) busy = false;
  /** The row that is open. */
  @state() private open: string | undefined;
  /** Once they were many they stay rows, so that none opens under the hand as others go. */
  #areRows = false;

  protected override render() {
    const { candidates } = this;
    if (candidates.length === 0) this.#areRows = false;
    if (candidates.length > WHOLE) this.#areRows = true;
    if (candidates.length === 0) return nothing;
    const byOrigin = new Map(this.documents.map(held => [held.object.origin, held]));
    const namesake = ({ origin, name }: Candidate) =>
      name ? (byOrigin.get(origin) ?? byOrigin.get(name)) : undefined;
    return html`<section class="candidates" aria-label=${msg('To add')}>
      ${this.#head()}
      ${
        this.#areRows
          ? html`<ul class="cand-rows" @keydown=${this.#key}>
              ${repeat(
                candidates,
                ({ key }) => key,
                candidate => this.#row(candidate, namesake(candidate)),
              )}
            </ul>`
          : repeat(
              candidates,
              ({ key }) => key,
              candidate => this.#card(candidate, namesake(candidate)),
            )
      }
    </section>`;
  }

  #head() {
    const { candidates } = this;
    const ready = candidates.filter(isReady).length;
    const coming = candidates.filter(
      ({ stage }) => stage.at === 'waiting' || stage.at === 'examining',
    ).length;
    const failed = candidates.filter(({ stage }) => stage.at === 'refused').length;
    if (ready < 2 && !this.#areRows) return nothing;
    return html`<div class="all">
      <h2>${ready > 0 || coming > 0 ? plural(ready, msg(str`${sayNumber(ready)} {text¦texts} to add`)) : msg('Not added yet')}</h2>
      <span class="small muted num" role="status">
        ${[
          coming > 0 ? msg(str`${sayNumber(coming)} being read`) : '',
          failed > 0 ? plural(failed, msg(str`${sayNumber(failed)} cannot be added`)) : '',
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      <span class="sp"></span>
      ${
        this.#areRows
          ? html`<button class="btn quiet" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => !this.busy && this.adding.leaveAllOut()}>${msg('Leave all out')}</button>`
          : nothing
      }
      ${
        ready > 1
          ? html`<button class="btn pri" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.#addAll()}>${msg('Add all')}</button>`
          : nothing
      }
    </div>`;
  }

  #card(candidate: Candidate, namesake: Versioned<'document'> | undefined) {
    return html`<vr-candidate
      .documents=${this.documents}
      .candidate=${candidate}
      .adding=${this.adding}
      .namesake=${namesake}
    ></vr-candidate>`;
  }

  #row(candidate: Candidate, namesake: Versioned<'document'> | undefined) {
    const { key, name, stage, file } = candidate;
    const isOpen = key === this.open;
    const title = candidate.title || name || sentence(nameOf(candidate));
    return html`<li class="cand-row ${isOpen ? 'open' : ''} ${stage.at === 'refused' ? 'failed' : ''}" data-key=${key}>
      <div class="line">
        <button
          class="opener"
          aria-expanded=${isOpen ? 'true' : 'false'}
          @click=${() => {
            this.open = isOpen ? undefined : key;
          }}
        >
          <vr-icon name=${isOpen ? 'chevron-down' : 'chevron-right'}></vr-icon>
          <span class="x" title=${candidate.origin}>${title}</span>
        </button>
        <span class="small muted kind">${this.#says(candidate)}</span>
        <span class="small muted num size dt">${file.size > 0 ? saySize(file.size) : ''}</span>
        ${
          isReady(candidate) && !this.busy
            ? html`<button class="btn" aria-label=${msg(str`Add ${nameOf(candidate)}`)} @click=${() => this.#add(key)}>${msg('Add')}</button>`
            : nothing
        }
        <button class="ib" aria-label=${msg(str`Leave out ${nameOf(candidate)}`)} title=${msg('Leave out')} @click=${() => this.#leaveOut(key)}><vr-icon name="x"></vr-icon></button>
      </div>
      ${isOpen ? this.#card(candidate, namesake) : nothing}
    </li>`;
  }

  /** What is known of a file, in a few words. */
  #says(candidate: Candidate) {
    const { stage, parts } = candidate;
    switch (stage.at) {
      case 'waiting':
        return msg('Waits for its turn');
      case 'examining':
        return msg('Being read …');
      case 'importing':
      case 'adding':
        return msg('Adding…');
      case 'refused':
        return html`<span class="tag red"><vr-icon name="warning"></vr-icon>${stage.why}</span>`;
      default: {
        const kind = sayCandidateKind(candidate);
        if (stage.at === 'examined' && stage.found.sameAs)
          return html`${kind}, <span>${msg('the same bytes are here already')}</span>`;
        if (stage.at === 'examined' && stage.found.undecodable > 0)
          return html`<span class="tag red"><vr-icon name="warning"></vr-icon>${msg('Choose its encoding')}</span>`;
        return parts
          ? html`${kind}, ${plural(parts.size, msg(str`${sayNumber(parts.size)} {part¦parts}`))}`
          : kind;
      }
    }
  }

  /** Arrows go from row to row; Delete leaves one out. */
  #key = (event: KeyboardEvent): void => {
    const opener = (event.target as Element).closest<HTMLElement>('.opener');
    if (!opener || event.ctrlKey || event.metaKey || event.altKey) return;
    const openers = [...this.querySelectorAll<HTMLElement>('.opener')];
    const place = openers.indexOf(opener);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      Home: 0,
      End: openers.length - 1,
    };
    const to = steps[event.key];
    const key = opener.closest<HTMLElement>('.cand-row')?.dataset.key;
    if (to !== undefined) openers[Math.min(Math.max(0, to), openers.length - 1)]?.focus();
    else if (event.key === 'Delete' && key) this.#leaveOut(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Work goes on beside what goes. */
  #leaveOut(key: string): void {
    const place = this.candidates.findIndex(candidate => candidate.key === key);
    const beside = this.candidates[place + 1] ?? this.candidates[place - 1];
    this.adding.leaveOut(key);
    if (!beside) return;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`[data-key="${beside.key}"] .opener`)?.focus(),
    );
  }

  #add(key: string): void {
    this.dispatchEvent(new CustomEvent('vr-add', { bubbles: true, detail: key }));
  }

  #addAll(): void {
    if (!this.busy) this.dispatchEvent(new CustomEvent('vr-add-all', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-candidate-list': VrCandidateList;
  }
}
