import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unfold } from '../../../shared/comparing/comparison.ts';
import type { Note } from '../../../shared/comparing/explain.ts';
import type { Row } from '../../../shared/comparing/rows.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import { LightElement } from '../../elements/light-element.ts';
import { VirtualRows } from '../../elements/virtual-rows.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayNote } from '../../localize/say-note.ts';
import { typeLabel } from '../../localize/say-type.ts';
import { pathOf } from '../../router/routes.ts';
import type { Compared } from './comparing.ts';
import { drawText, type Lit } from './draw-text.ts';
import { type ClaimsBeside, claimsIn, type SideClaim } from './side-claims.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';

type Side = 'left' | 'right';
/** So many claims stand in the margin of a row; the others come when asked for. */
const FEW = 6;
/** So many explanations stand below a row. */
const NOTES = 3;
/** Differences that anybody sees are not explained in words. */
const SEEN: readonly string[] = ['case', 'marks'];

/** Two texts line by line, beside each other or in one column, with their claims in the margin. */
@customElement('vr-compare-rows')
export class VrCompareRows extends LightElement {
  @property({ attribute: false }) compared!: Compared;
  @property({ attribute: false }) claims: ClaimsBeside | undefined;
  @property({ type: Boolean }) inline = false;
  /** The place of the difference that one is at, -1 for none. */
  @property({ type: Number }) at = -1;
  @state() private rows: readonly Row[] = [];
  /** The claim in the margin that is pointed at. */
  @state() private lit: Lit | undefined;
  @state() private opened: ReadonlySet<number> = new Set();
  #virtual = new VirtualRows<Row>(this, keyOf, 28);
  #taken: readonly Row[] | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('compared')) return;
    this.rows = this.compared.comparison.rows;
    this.opened = new Set();
    this.lit = undefined;
  }

  protected override render() {
    if (this.rows !== this.#taken || changedPlace(this)) {
      this.#virtual.take(this.rows);
      this.#taken = this.rows;
    }
    const columns = this.inline ? 4 : 6;
    return html`<table class="cmp ${this.inline ? 'inline' : 'abreast'}" aria-label=${msg('The texts line by line')} @pointerdown=${this.#pickSide}>
      <colgroup>${this.#columns()}</colgroup>
      <thead class="vh"><tr>${this.#heads().map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${this.#virtual.draw(columns, (row, place) => (row.folded ? this.#folded(row, place, columns) : this.inline ? this.#inline(row, place) : this.#abreast(row, place)))}
      </tbody>
    </table>`;
  }

  #columns() {
    const [margin, line, text] = [html`<col class="c-mg" />`, html`<col class="c-no" />`, html`<col />`];
    return this.inline ? [line, line, text, margin] : [margin, line, text, line, text, margin];
  }

  #heads(): string[] {
    const [left, right] = [msg('Line on the left'), msg('Line on the right')];
    return this.inline
      ? [left, right, msg('Text'), msg('Claims')]
      : [
          msg('Claims on the left'),
          left,
          msg('Text on the left'),
          right,
          msg('Text on the right'),
          msg('Claims on the right'),
        ];
  }

  #folded(row: Row, place: number, columns: number) {
    return html`<tr class="fold" data-index=${place}>
      <td colspan=${columns}>
        <button aria-expanded="false" @click=${() => this.#unfold(row)}>
          <vr-icon name="chevron-down"></vr-icon>${plural(row.folded, msg(str`${sayNumber(row.folded)} unchanged {line¦lines}`))}
        </button>
      </td>
    </tr>`;
  }

  #abreast(row: Row, place: number) {
    return html`<tr data-index=${place} class=${row.isChanged ? 'changed' : nothing}>
      <td class="mg">${this.#margin(row, ['left'])}</td>
      <td class="no">${this.#number('left', row)}</td>
      <td class="tx l ${row.left.end === row.left.start ? 'none' : ''}" dir="auto" lang=${this.compared.left.document.language ?? nothing}>${this.#text(row, 'left')}</td>
      <td class="no">${this.#number('right', row)}</td>
      <td class="tx r ${row.right.end === row.right.start ? 'none' : ''}" dir="auto" lang=${this.compared.right.document.language ?? nothing}>${this.#text(row, 'right')}${this.#notes(row)}</td>
      <td class="mg">${this.#margin(row, ['right'])}</td>
    </tr>`;
  }

  #inline(row: Row, place: number) {
    return html`<tr data-index=${place} class=${row.isChanged ? 'changed' : nothing}>
      <td class="no">${this.#number('left', row)}</td>
      <td class="no">${this.#number('right', row)}</td>
      <td class="tx" dir="auto">${this.#text(row, 'both')}${this.#notes(row)}</td>
      <td class="mg">${this.#margin(row, ['left', 'right'])}</td>
    </tr>`;
  }

  /** A line's number; a passage does not know the numbers of its lines. */
  #number(side: Side, row: Row) {
    if (this.compared[side].start > 0) return nothing;
    return (side === 'left' ? row.leftLine : row.rightLine) || nothing;
  }

  #text(row: Row, show: Side | 'both') {
    const { left, right, comparison } = this.compared;
    return html`<span class="words">${drawText({
      left: { text: left.text, span: row.left },
      right: { text: right.text, span: row.right },
      show,
      runs: comparison.runs.slice(row.runs.start, row.runs.end),
      first: row.runs.start,
      current: row.isChanged ? this.#current : undefined,
      lit: this.lit,
    })}</span>`;
  }

  /** The runs of the difference that one is at. */
  get #current(): Span | undefined {
    const { differences, runs } = this.compared.comparison;
    const start = differences[this.at];
    if (start === undefined) return undefined;
    let end = start + 1;
    while (end < runs.length && runs[end]!.kind !== 'same') end++;
    return { start, end };
  }

  #notes(row: Row) {
    if (!row.isChanged) return nothing;
    const found = this.compared.comparison.runs
      .slice(row.runs.start, row.runs.end)
      .map(({ note }) => note)
      .filter((note): note is Note => note?.differ.some(one => !SEEN.includes(one)) ?? false);
    const said = [...new Set(found.map(sayNote))];
    if (said.length === 0) return nothing;
    const left = said.length - NOTES;
    return html`<ul class="notes" dir="auto">
      ${said.slice(0, NOTES).map(words => html`<li><vr-icon name="info"></vr-icon><span>${words}</span></li>`)}
      ${left > 0 ? html`<li class="muted">${plural(left, msg(str`${sayNumber(left)} more {such difference¦such differences} in this line`))}</li>` : nothing}
    </ul>`;
  }

  #margin(row: Row, sides: readonly Side[]) {
    const beside = this.claims;
    if (!beside) return nothing;
    const all = sides.flatMap(side =>
      claimsIn(beside[side], row[side].start, row[side].end).map(claim => ({ side, claim })),
    );
    // In one column a claim that both sides have stands there once.
    const once = all.filter(({ claim }, i) => all.findIndex(other => other.claim.id === claim.id) === i);
    const isOpen = this.opened.has(row.left.start);
    const shown = isOpen ? once : once.slice(0, FEW);
    const more = once.length - shown.length;
    return html`${shown.map(({ side, claim }) => this.#claim(side, claim))}${
      more > 0
        ? html`<button class="more-claims" @click=${() => this.#open(row)}><span aria-hidden="true">+${sayNumber(more)}</span><span class="vh">${plural(more, msg(str`${sayNumber(more)} more {claim¦claims}`))}</span></button>`
        : nothing
    }`;
  }

  #claim(side: Side, { id, type, start, end }: SideClaim) {
    const { document, text } = this.compared[side];
    const words = text.slice(start, Math.min(end, start + 80)).replace(/\s+/g, ' ');
    const label = `${typeLabel(type)}: ${words}`;
    const light = (isOn: boolean) => () => {
      this.lit = isOn ? { side, type, start, end } : undefined;
    };
    return html`<a
      class="mk"
      href=${pathOf({ screen: 'read', documentId: document.id, claimId: id })}
      aria-label=${label}
      title=${label}
      @focus=${light(true)}
      @blur=${light(false)}
      @pointerenter=${light(true)}
      @pointerleave=${light(false)}
      ><vr-swatch type=${type}></vr-swatch
    ></a>`;
  }

  #open(row: Row): void {
    this.opened = new Set([...this.opened, row.left.start]);
  }

  /** Shows what is folded in a row, and gives it the keyboard. */
  #unfold(row: Row): void {
    const place = this.rows.indexOf(row);
    const { left, right, comparison } = this.compared;
    this.rows = this.rows.toSpliced(place, 1, ...unfold(left.text, right.text, comparison, row));
    this.dispatchEvent(new CustomEvent('vr-unfolded', { bubbles: true }));
    void this.updateComplete.then(() => {
      const cell = this.querySelector<HTMLElement>(`tr[data-index="${place}"] .tx`);
      cell?.setAttribute('tabindex', '-1');
      cell?.focus({ preventScroll: true });
    });
  }

  /** Shows all that is folded, or folds it again. */
  unfoldAll(): void {
    const { left, right, comparison } = this.compared;
    this.rows = this.rows.some(({ folded }) => folded > 0)
      ? this.rows.flatMap(row => (row.folded ? unfold(left.text, right.text, comparison, row) : [row]))
      : comparison.rows;
    this.dispatchEvent(new CustomEvent('vr-unfolded', { bubbles: true }));
  }

  /** How many rows there are, and in which a run stands; for the ruler. */
  get all(): readonly Row[] {
    return this.rows.length > 0 ? this.rows : this.compared.comparison.rows;
  }

  /** Brings a difference into sight. */
  async show(difference: number): Promise<void> {
    const run = this.compared.comparison.differences[difference];
    if (run === undefined) return;
    const place = this.all.findIndex(
      ({ runs, isChanged }) => isChanged && runs.start <= run && run < runs.end,
    );
    if (place < 0) return;
    await this.#virtual.show(place);
    await this.updateComplete;
    (this.querySelector('.at') ?? this.querySelector(`tr[data-index="${place}"]`))?.scrollIntoView({
      block: 'center',
    });
  }

  /** A selection that begins on one side stays there. */
  #pickSide = (event: PointerEvent): void => {
    const cell = (event.target as Element).closest('.tx');
    const table = this.querySelector('table')!;
    table.classList.toggle('pick-l', cell?.classList.contains('l') ?? false);
    table.classList.toggle('pick-r', cell?.classList.contains('r') ?? false);
  };
}

const keyOf = ({ left, right, folded }: Row): string =>
  `${left.start} ${right.start} ${left.end}${folded ? ' f' : ''}`;

/** Whether the rows begin elsewhere in what scrolls than they did. */
const offsets = new WeakMap<HTMLElement, number>();
function changedPlace(host: HTMLElement): boolean {
  const { offsetTop } = host;
  if (offsets.get(host) === offsetTop) return false;
  offsets.set(host, offsetTop);
  return true;
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-compare-rows': VrCompareRows;
  }
}
