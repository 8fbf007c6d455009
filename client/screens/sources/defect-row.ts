import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ToldFinding, ToldSpan } from '../../../shared/api/found.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayGround } from '../../localize/say-ground.ts';
import { sayTitle } from '../../localize/say-title.ts';
import { foundId } from '../../panels/found/found-id.ts';
import { StoreController } from '../../store/context.ts';
import { dismiss } from '../../store/findings/dismiss.ts';
import '../../panels/found/repair.ts';
import { saySeverity } from './say-severity.ts';

/** Places named one by one. */
const PLACES = 4;
const LONGEST = 120;

/** One defect of what is cited: how grave, what and where, why, its smallest repair, and what readers lose by it. */
@customElement('vr-defect-row')
export class VrDefectRow extends LightElement {
  @property({ attribute: false }) told!: ToldFinding;
  /** Whether the documents of its places have to be named. */
  @property({ type: Boolean }) titled = false;
  @state() private isDismissing = false;
  #desk = new StoreController(this, 'documents');

  protected override render() {
    const { rule, severity, grounds, returned } = this.told;
    return html`<p class="what">
        <span class="grave ${severity}">${saySeverity(severity)}</span>
        <b dir="auto">${this.#message()}</b> <span class="rule">${rule}</span>
      </p>
      ${returned ? html`<p class="small">${msg('Came back: what it rests on has changed')}</p>` : nothing}
      ${this.#places()}
      <vr-repair .told=${this.told}></vr-repair>
      ${this.#lost()}
      ${
        grounds.length > 0
          ? html`<details class="small">
              <summary>${plural(grounds.length, msg(str`${sayNumber(grounds.length)} {ground¦grounds}`))}</summary>
              <ul>${grounds.map(ground => html`<li><b aria-hidden="true">${ground.for ? '+' : '−'}</b> <span dir="auto">${sayGround(ground)}</span></li>`)}</ul>
            </details>`
          : nothing
      }
      ${this.isDismissing ? this.#reason() : this.#deeds()}`;
  }

  /** What is wrong, in the interface's language. */
  #message(): string {
    const { rule, message, given } = this.told;
    return sayGround({ rule, says: message, given });
  }

  #places() {
    const spans = this.told.sides.flatMap(side => side.spans);
    const more = spans.length - PLACES + this.told.sides.reduce((sum, side) => sum + (side.more ?? 0), 0);
    return html`<ul class="at small">
      ${spans.slice(0, PLACES).map(span => html`<li>${this.#place(span)}</li>`)}
      ${more > 0 ? html`<li class="muted">${plural(more, msg(str`and ${sayNumber(more)} more {place¦places}`))}</li>` : nothing}
    </ul>`;
  }

  #place({ documentId, start, end, quote }: ToldSpan | NonNullable<ToldFinding['lost']>[number]) {
    const title = this.#desk.store.get('document', documentId)?.object.title;
    return html`<a href="/read/${documentId}?at=${start}-${end}" dir="auto">${short(quote)}</a>${
      this.titled && title !== undefined
        ? html` <span class="muted" dir="auto">${sayTitle(title)}</span>`
        : nothing
    }`;
  }

  #lost() {
    const { lost = [] } = this.told;
    if (lost.length === 0) return nothing;
    return html`<p class="small"><b>${msg('Readers of the page do not see')}:</b> ${lost.slice(0, PLACES).map(span => html`${this.#place(span)} `)}</p>`;
  }

  #deeds() {
    const { key } = this.told;
    const message = this.#message();
    return html`<p class="deeds">
      <a class="btn quiet" href="/conflicts/${foundId(key)}" aria-label=${msg(str`Open in Conflicts: ${isolated(message)}`)}>${msg('Open in Conflicts')}</a>
      <button class="btn quiet" aria-label=${msg(str`Not a defect: ${isolated(message)}`)} @click=${() => this.#ask(true)}>${msg('Not a defect …')}</button>
    </p>`;
  }

  #reason() {
    return html`<form class="deeds" @submit=${this.#dismiss} @keydown=${this.#leave}>
      <input name="reason" maxlength="2000" autocomplete="off" aria-label=${msg('Why it is no defect')} placeholder=${msg('Why it is no defect')} />
      <button class="btn">${msg('Dismiss')}</button>
      <button class="btn quiet" type="button" @click=${() => this.#ask(false)}>${msg('Cancel')}</button>
    </form>`;
  }

  #ask(isDismissing: boolean): void {
    this.isDismissing = isDismissing;
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(isDismissing ? 'form input' : '.deeds button')?.focus(),
    );
  }

  #leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#ask(false);
  };

  #dismiss = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const words = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    const { store } = this.#desk;
    const label = msg(str`Dismissed: ${isolated(this.#message())}`);
    this.isDismissing = false;
    this.dispatchEvent(new CustomEvent('vr-leaving', { bubbles: true }));
    const gesture = await dismiss(store, [this.told], label, words || undefined).catch(() => undefined);
    if (!gesture) {
      toast(msg('It could not be dismissed. Try again.'), { tone: 'error' });
      return;
    }
    toast(label, {
      action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
    });
  };
}

const short = (words: string): string =>
  words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words;

declare global {
  interface HTMLElementTagNameMap {
    'vr-defect-row': VrDefectRow;
  }
}
