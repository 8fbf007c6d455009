import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { RowPicker } from '../../elements/row-picker.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { stepLabel } from '../../localize/say-step.ts';
import { type FitSummary, fitSign, isBad } from './fits.ts';
import type { SourceRow } from './source-rows.ts';
import '../../elements/icon.ts';

/** A row's usual height in CSS pixels, until it has been measured. */
const USUAL = 58;
const COLUMNS = 6;

/** The sources of the desk. */
@customElement('vr-source-table')
export class VrSourceTable extends LightElement {
  @property({ attribute: false }) rows: readonly SourceRow[] = [];
  /** The id of the source that is open beside the table. */
  @property() open = '';
  /** Which sources are selected. */
  readonly picker = new RowPicker(this, {
    ids: () => this.rows.map(({ id }) => id),
    at: () => this.focused ?? (this.open || undefined),
    step: by => void this.step(by),
    changed: () => this.dispatchEvent(new CustomEvent('vr-picked')),
  });
  #drawn = new VirtualRows<SourceRow>(this, row => row.id, USUAL);

  protected override willUpdate(): void {
    this.#drawn.take(this.rows);
  }

  protected override render() {
    return html`<div class="tw">
      <table class="stack source-table" aria-rowcount=${this.rows.length + 1}>
        <thead>
          <tr>
            <th>${this.picker.allBox(msg('Select all sources'))}${msg('Source')}</th>
            <th class="origin">${msg('Origin')}</th>
            <th class="n cited">${msg('Cited')}</th>
            <th class="date">${msg('Published')}</th>
            <th class="date">${msg('Accessed')}</th>
            <th class="fits">${msg('Citation fit')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#drawn.draw(COLUMNS, (row, place) => this.#row(row, place))}
        </tbody>
      </table>
    </div>`;
  }

  #row(row: SourceRow, place: number) {
    const times = row.claimIds.length;
    return html`<tr
      data-id=${row.id}
      data-index=${place}
      aria-rowindex=${place + 2}
      class=${row.id === this.open ? 'cur' : ''}
    >
      <td class="full">
        ${this.picker.box(row.id, msg(str`Select “${isolated(row.title)}”`))}
        <a
          class="tt"
          href="/sources/${row.id}"
          lang=${row.title && row.language ? row.language : nothing}
          dir="auto"
          title=${row.title.length > 150 ? row.title : nothing}
          aria-current=${row.id === this.open ? 'true' : nothing}
          >${row.title || msg('Without a title')}</a
        >
        ${row.from ? html`<div class="small muted from" dir="auto">${row.from}</div>` : nothing}
      </td>
      <td class="host">${row.host ?? html`<span class="muted">–</span>`}</td>
      <td class="n"
        >${
          times > 0
            ? html`<span class="dt">${sayNumber(times)}</span><span class="ph">${plural(times, msg(str`${sayNumber(times)} {time¦times}`))}</span>`
            : html`<span class="muted">0</span>`
        }</td
      >
      <td class="num dt">${row.published ?? html`<span class="muted">–</span>`}</td>
      <td class="num dt">${row.accessed ?? html`<span class="muted">–</span>`}</td>
      <td class="full">${row.fit ? fitCell(row.fit) : html`<span class="muted">${times > 0 ? msg('Not judged') : msg('Not cited')}</span>`}</td>
    </tr>`;
  }

  /** The source whose row has the focus. */
  get focused(): string | undefined {
    return this.querySelector<HTMLElement>('tr:focus-within')?.dataset.id;
  }

  /** Moves the focus to the next or previous source, from the one that has it or is open. @returns that source's id */
  step(by: 1 | -1): string | undefined {
    const from = this.focused ?? this.open;
    const now = this.rows.findIndex(row => row.id === from);
    const place = now < 0 ? 0 : Math.min(Math.max(now + by, 0), this.rows.length - 1);
    const id = this.rows[place]?.id;
    if (id) void this.focusOn(id);
    return id;
  }

  /** @returns the source after another, or else before it */
  beside(id: string): string | undefined {
    const place = this.rows.findIndex(row => row.id === id);
    return (this.rows[place + 1] ?? this.rows[place - 1])?.id;
  }

  async focusOn(id: string): Promise<void> {
    const link = () => this.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] .tt`);
    if (!link()) await this.#drawn.show(this.rows.findIndex(row => row.id === id));
    link()?.focus();
    link()?.scrollIntoView({ block: 'nearest' });
  }
}

function fitCell({ worst, counts }: FitSummary) {
  const sign = fitSign(worst);
  const judged = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const all = [...counts].map(([code, count]) => `${stepLabel('fit', code)}: ${count}`).join(', ');
  return html`<span class="fit ${isBad(worst) ? 'red' : ''}" title=${all}
    >${'sign' in sign ? html`<b>${sign.sign}</b>` : html`<vr-icon name=${sign.icon}></vr-icon>`}<span
      >${stepLabel('fit', worst)}${
        counts.size > 1
          ? html`<span class="share muted num">${msg(str`${counts.get(worst)} of ${judged}`)}</span>`
          : nothing
      }</span
    ></span
  >`;
}
