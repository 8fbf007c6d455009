import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Asserted, Length } from '../../../shared/lists/lengths.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { quoted, sayList, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import type { Column } from './matrix.ts';
import '../../elements/icon.ts';

/** Checks shown before the rest is asked for. */
const SHOWN = 5;

/** What texts say of numbers beside what is listed. Fires `vr-raise-count` with what shall become a conflict. */
@customElement('vr-list-checks')
export class VrListChecks extends LightElement {
  @property({ attribute: false }) asserted: readonly Asserted[] = [];
  @property({ attribute: false }) lengths: readonly Length[] = [];
  @property({ attribute: false }) columns: readonly Column[] = [];
  /** Gives the title of a document. */
  @property({ attribute: false }) titleOf: (documentId: string) => string = () => '';
  /** Whether a claim takes part in an open conflict. */
  @property({ attribute: false }) isDisputed: (claimId: string) => boolean = () => false;
  @state() private whole = false;

  protected override render() {
    const first = this.asserted.toSorted((a, b) => weight(b) - weight(a));
    const lengths = this.lengths.toSorted((a, b) => b.twice.length - a.twice.length);
    const cards = [...first.map(one => this.#asserted(one)), ...lengths.map(one => this.#length(one))];
    if (cards.length === 0) return nothing;
    const left = cards.length - SHOWN;
    return html`<section class="checks" aria-label=${msg('Numbers against lists')}>
        ${this.whole || left < 2 ? cards : cards.slice(0, SHOWN)}
      </section>
      ${
        left < 2
          ? nothing
          : html`<button class="btn quiet more-checks" aria-expanded=${this.whole ? 'true' : 'false'} @click=${this.#toggle}>
              ${this.whole ? msg('Show fewer') : plural(left, msg(str`Show ${sayNumber(left)} more {number¦numbers}`))}
            </button>`
      }`;
  }

  #toggle = (): void => {
    this.whole = !this.whole;
  };

  #asserted(one: Asserted) {
    const isWrong = one.relation === 'contradicts';
    const lists = sayList(one.places.map(place => this.columns[place]?.title ?? ''));
    return html`<div class="ck">
      <a class="q" dir="auto" href="/read/${one.documentId}/${one.claimId}">${quoted(one.words)}</a>
      <p class=${isWrong ? 'r red' : 'r'}>
        ${isWrong ? '≠ ' : html`<vr-icon name="check"></vr-icon>`}${this.#verdict(one)}
      </p>
      <p class="small muted" dir="auto">${this.titleOf(one.documentId)}<br />${lists}</p>
      ${
        isWrong
          ? this.isDisputed(one.claimId)
            ? html`<p class="small"><a href="/conflicts">${msg('in an open conflict')}</a></p>`
            : html`<button class="btn quiet" @click=${() => this.#raise(one)}><vr-icon name="flag"></vr-icon>${msg('Raise conflict')}</button>`
          : nothing
      }
    </div>`;
  }

  #verdict({ relation, listed, ratio }: Asserted): string {
    const count = sayNumber(listed);
    if (relation !== 'contradicts') return plural(listed, msg(str`${count} listed: that agrees`));
    if (ratio >= 2 && Number.isFinite(ratio))
      return plural(listed, msg(str`${count} listed: ${sayNumber(Math.round(ratio * 10) / 10)} times apart`));
    return plural(listed, msg(str`${count} listed`));
  }

  #length({ place, entries, distinct, twice }: Length) {
    const column = this.columns[place];
    if (!column) return nothing;
    const isWrong = twice.length > 0;
    return html`<div class="ck">
      <p class="q" dir="auto">${isolated(column.title)}, ${plural(entries, msg(str`${sayNumber(entries)} {entry¦entries}`))}</p>
      <p class=${isWrong ? 'r red' : 'r'}>
        ${
          isWrong
            ? html`≠ ${plural(distinct, msg(str`${sayNumber(distinct)} distinct`))}; ${plural(twice.length, msg(str`{this one stands¦these stand} there twice: ${sayList(twice.slice(0, 3).map(isolated))}`))}`
            : html`<vr-icon name="check"></vr-icon>${plural(distinct, msg(str`${sayNumber(distinct)} distinct, none twice`))}`
        }
      </p>
      <p class="small muted" dir="auto">${column.from}</p>
    </div>`;
  }

  #raise(one: Asserted): void {
    this.dispatchEvent(new CustomEvent<Asserted>('vr-raise-count', { detail: one }));
  }
}

const weight = ({ relation, ratio }: Asserted): number =>
  relation === 'contradicts' ? 1000 + Math.min(ratio, 100) : 0;

declare global {
  interface HTMLElementTagNameMap {
    'vr-list-checks': VrListChecks;
  }
  interface HTMLElementEventMap {
    /** A number and the lists that it disagrees with shall become a conflict. */
    'vr-raise-count': CustomEvent<Asserted>;
  }
}
