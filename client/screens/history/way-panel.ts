import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Draft } from '../../../shared/change/draft.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { LightElement } from '../../elements/light-element.ts';
import { whyOf as sayFailure } from '../../frame/why.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { asOne } from '../../panels/as-one.ts';
import { addressOf } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { sayTotals } from './differences.ts';
import { toldAsOne } from './gestures.ts';
import { type Names, nameOf, sayLine } from './say-line.ts';
import { sayExactly } from './say-when.ts';
import { type Aim, askWay, type Way } from './way.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';
import './differences.ts';

/** Changes that are fetched at once. */
const PAGE = 5000;

/** Shows what taking something back or restoring it would do, before it is done, and does it. Fires `vr-close`, also when it is done. */
@customElement('vr-way')
export class VrWay extends LightElement {
  @property({ attribute: false }) aim!: Aim;
  @state() private way: Way | undefined;
  @state() private failed: string | undefined;
  @state() private reason = '';
  @state() private isDoing = false;
  #desk = new StoreController(this, 'saving');
  #asking = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('aim')) void this.#look();
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h3')?.focus();
  }

  /** Asks what it would do; what waits here to be sent counts too, so it goes first. */
  #look = async (): Promise<void> => {
    const asking = ++this.#asking;
    this.way = undefined;
    this.failed = undefined;
    try {
      const way = await askWay(this.#desk.store.client, this.aim, 0, 0);
      if (asking !== this.#asking) return;
      this.way = way;
      this.reason = this.#usualReason(way);
    } catch (error) {
      if (asking === this.#asking) this.failed = sayFailure(error);
    }
  };

  protected override render() {
    return html`<section class="way" aria-label=${this.#title} @keydown=${this.#key}>
      <h3 tabindex="-1">${this.#title}</h3>
      ${this.#body()}
    </section>`;
  }

  get #title(): string {
    const { aim } = this;
    if (aim.what === 'take-back') return msg('Take back');
    if (aim.object !== undefined) return msg('Restore it');
    return aim.document === undefined ? msg('Restore the desk') : msg('Restore the document');
  }

  #body() {
    const { way } = this;
    if (this.failed !== undefined)
      return html`<p class="wrong" role="alert">${this.failed}</p>
        <div class="means"><button class="btn" @click=${this.#look}>${msg('Try again')}</button>${this.#cancel()}</div>`;
    if (!way) return html`<vr-progress label=${msg('Looking at what would change')}></vr-progress>`;
    if (way.revises) return this.#revises(way);
    return html`${this.#resting(way)}
      ${way.texts.map(text => this.#text(text, way.names))}
      ${way.places > 0 ? html`<p class="small">${plural(way.places, msg(str`${sayNumber(way.places)} {claim keeps its¦claims keep their} present place, since the text is another one than then.`))}</p>` : nothing}
      ${
        way.changes === 0
          ? html`<p role="status">${this.aim.what === 'take-back' ? msg('Nothing of it is left that could be taken back.') : msg('It is as it was then; there is nothing to change.')}</p>
              <div class="means">${this.#cancel()}</div>`
          : this.#form(way)
      }`;
  }

  #revises(way: Way) {
    const texts = (way.taken ?? []).flatMap(({ deeds }) =>
      deeds.flatMap(({ operation, objectIds }) =>
        operation.op === 'revise' ? [{ documentId: objectIds[0]!, revision: operation.carry.from }] : [],
      ),
    );
    return html`<p>${msg('A text is not taken out again. It goes back by taking the earlier one once more as a new revision, which shows first what becomes of each claim.')}</p>
      ${texts.map(text => this.#text(text, way.names))}
      <div class="means">${this.#cancel()}</div>`;
  }

  /** The way back to a text: by another revision with the bytes of then. */
  #text({ documentId, revision }: { documentId: string; revision: string }, names: Names) {
    const address = addressOf({ screen: 'revise', documentId, query: `again=${revision}` });
    return html`<div class="text-back small">
      <p>${msg(str`The text of ${nameOf('document', names[documentId])} was another one. It goes back by a new revision with the bytes of then; everything else can be restored before or after.`)}</p>
      <a class="btn" href=${address}>${msg('Take that text again …')}</a>
    </div>`;
  }

  /** The later steps that go back too. */
  #resting({ dependents = [], dependent = 0, names }: Way) {
    if (dependent === 0) return nothing;
    const left = dependent - dependents.length;
    return html`<div class="resting">
      <p>${plural(dependent, msg(str`${sayNumber(dependent)} later {step rests¦steps rest} on it and {goes¦go} back together with it:`))}</p>
      <ul>${dependents.map(
        ({ seq, how, path, line }) => html`<li>
          <a href=${addressOf({ screen: 'history', query: `seq=${seq}` })}>${sayLine(line, names)}</a>
          <span class="small muted">${sayHow(how, path)} · ${line.by}, ${sayExactly(line.at)}</span>
        </li>`,
      )}</ul>
      ${left > 0 ? html`<p class="small">${plural(left, msg(str`and ${sayNumber(left)} more {step¦steps}`))}</p>` : nothing}
    </div>`;
  }

  #form(way: Way) {
    const { store } = this.#desk;
    const shown = way.objects.length;
    const all = way.totals.added + way.totals.removed + way.totals.changed + way.totals['brought-back'];
    const isAway = !store.saving.online;
    return html`<p class="totals" role="status">${sayTotals(way.totals)}</p>
      <p class="small muted">${plural(way.changes, msg(str`By ${sayNumber(way.changes)} new {change¦changes}, in one step that can be undone. Nothing is erased.`))}</p>
      <label class="fld">${msg('Why')}
        <input .value=${this.reason} required aria-invalid=${this.reason.trim() === ''} @input=${(
          event: Event,
        ) => {
          this.reason = (event.target as HTMLInputElement).value;
        }} />
      </label>
      <div class="means">
        <button class="btn pri" aria-disabled=${this.isDoing || isAway || this.reason.trim() === ''} @click=${this.#do}>${this.#deed(way)}</button>
        ${this.#cancel()}
      </div>
      ${isAway ? html`<p class="small" role="status">${msg('Without the server it cannot be known what would change.')}</p>` : nothing}
      <vr-differences .objects=${way.objects} .names=${way.names}></vr-differences>
      ${all > shown ? html`<p class="small muted">${plural(all - shown, msg(str`and ${sayNumber(all - shown)} more {thing¦things}`))}</p>` : nothing}`;
  }

  #deed(way: Way): string {
    if (this.aim.what === 'restore') return msg('Restore');
    const count = (way.dependent ?? 0) + this.aim.seqs.length;
    return (way.dependent ?? 0) === 0
      ? msg('Take back')
      : plural(count, msg(str`Take back {the step¦all ${sayNumber(count)} steps}`));
  }

  #cancel() {
    return html`<button class="btn quiet" @click=${this.#close}>${msg('Leave it as it is')}</button>`;
  }

  #usualReason({ taken, names, moment }: Way): string {
    if (this.aim.what === 'take-back')
      return msg(str`Taken back: ${taken?.length ? sayLine(toldAsOne(taken), names) : ''}`);
    return moment?.at === undefined
      ? msg('Back to the beginning')
      : msg(str`Back to how it was: ${sayExactly(moment.at)}`);
  }

  #do = async (): Promise<void> => {
    const { way, reason, aim } = this;
    const { store } = this.#desk;
    if (!way || this.isDoing || reason.trim() === '' || !store.saving.online) return;
    this.isDoing = true;
    const why = reason.trim();
    const isDone = await asOne(store, why, async hand => {
      const drafts: Draft[] = [];
      for (let all = way.changes; drafts.length < all; ) {
        hand.signal.throwIfAborted();
        const page = await askWay(store.client, aim, drafts.length, PAGE);
        if (page.drafts.length === 0 || page.head !== way.head) throw new Error('The log has gone on.');
        all = page.changes;
        store.meet(page.held as unknown as Versioned[], page.head);
        drafts.push(...page.drafts.map(draft => ({ ...draft, why }) as Draft));
        hand.done((drafts.length / all) * 0.5);
      }
      return drafts;
    });
    this.isDoing = false;
    if (isDone) this.#close();
    else await this.#look();
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}

type How = NonNullable<Way['dependents']>[number]['how'];

/** Why a later step rests on an earlier one. */
function sayHow(how: How, path: string): string {
  switch (how) {
    case 'changes':
      return path === '*' ? msg('what it was done to would not be as it was') : msg('it changed the same');
    case 'names':
      return msg('it names what would not be there');
    case 'removes':
      return msg('it removed what would be needed');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-way': VrWay;
  }
}
