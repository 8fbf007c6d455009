import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Contradiction, Dated, TooEarly } from '../../../shared/timeline/dated.ts';
import { sayEdtf } from '../../../shared/values/dates/say-date.ts';
import { LightElement } from '../../elements/light-element.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { isolated } from '../../localize/isolated.ts';
import { locale, quoted, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';

/** A row's usual height in CSS pixels, until it has been measured. */
const USUAL = 58;
const COLUMNS = 3;

/** What is dated, as a list in the order of time: all that the drawing says, for every kind of reader and window. */
@customElement('vr-agenda')
export class VrAgenda extends LightElement {
  @property({ attribute: false }) things: readonly Dated[] = [];
  @property({ attribute: false }) contradictions: readonly Contradiction[] = [];
  @property({ attribute: false }) early: ReadonlyMap<string, TooEarly> = new Map();
  @property({ attribute: false }) titleOf: (documentId: string) => string = () => '';
  /** The key of the row that one is at. */
  @property() at = '';
  #drawn = new VirtualRows<Dated>(this, ({ key }) => key, USUAL);

  protected override willUpdate(): void {
    this.#drawn.take(this.things);
  }

  protected override render() {
    return html`<div class="tw">
      <table class="agenda" aria-rowcount=${this.things.length + 1}>
        <thead>
          <tr>
            <th class="when">${msg('When')}</th>
            <th>${msg('What')}</th>
            <th class="where">${msg('Where')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#drawn.draw(COLUMNS, (thing, place) => this.#row(thing, place))}
        </tbody>
      </table>
    </div>`;
  }

  #row(thing: Dated, place: number) {
    const { key, what, id, documentId, label, words } = thing;
    const address = documentId ? `/read/${documentId}/${id}` : `/sources/${id}`;
    const against = this.contradictions.filter(({ keys }) => keys.includes(key));
    const early = what === 'published' ? this.early.get(id) : undefined;
    const isRed = against.length > 0 || early !== undefined;
    return html`<tr data-index=${place} data-key=${key} aria-rowindex=${place + 2} class=${`${isRed ? 'x' : ''}${key === this.at ? ' cur' : ''}`}>
      <td class="when"><time datetime=${thing.edtf}>${sayEdtf(thing.edtf, locale())}</time></td>
      <td class="what">
        <a class="tt" href=${address} dir="auto" aria-current=${key === this.at ? 'true' : nothing}>${sayWhat(thing)}</a>
        ${what === 'claim' && label !== words ? html`<span class="small muted" dir="auto">${quoted(isolated(words.slice(0, 160)))}</span>` : nothing}
        ${against.map(
          ({ conflictId, says }) =>
            html`<a class="small red against" href="/conflicts/${conflictId}" dir="auto">≠ ${isolated(says)}</a>`,
        )}
        ${
          early
            ? html`<span class="small red">≠ ${plural(early.claimIds.length, msg(str`cited for ${sayNumber(early.claimIds.length)} {thing¦things} that came later`))}</span>`
            : nothing
        }
      </td>
      <td class="where small muted" dir="auto">${documentId ? this.titleOf(documentId) : msg('Source')}</td>
    </tr>`;
  }

  /** Brings a row into sight and gives its link the focus. */
  async focusOn(key: string): Promise<void> {
    const place = this.things.findIndex(thing => thing.key === key);
    if (place < 0) return;
    await this.#drawn.show(place);
    this.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"] a`)?.focus();
  }
}

function sayWhat({ what, label }: Dated): string {
  switch (what) {
    case 'claim':
      return label;
    case 'published':
      return msg(str`Published: ${isolated(label)}`);
    case 'accessed':
      return msg(str`Opened: ${isolated(label)}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-agenda': VrAgenda;
  }
}
