import { msg, str } from '@lit/localize';
import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { dateFormat } from '../../localize/formatters.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { sayExactly } from './say-when.ts';

/** Stretches of one person's steps that are drawn; where there are more, each stands for several steps. */
const DRAWN = 240;
/** People who have a line of their own; all others share the last. */
const LINES = 4;
/** Days that are written under the line. */
const DAYS = 5;

/** When a document was changed and by whom, with a handle that stands at one of these moments. Fires `vr-place` with another place. */
@customElement('vr-moment-slider')
export class VrMomentSlider extends LightElement {
  /** When, in milliseconds since 1970, and by whom: places in `people`. */
  @property({ attribute: false }) at: readonly number[] = [];
  @property({ attribute: false }) by: readonly number[] = [];
  @property({ attribute: false }) people: readonly string[] = [];
  @property({ type: Number }) place = 0;

  protected override render() {
    const last = this.at.length - 1;
    const at = this.at[this.place];
    const says =
      at === undefined
        ? ''
        : msg(
            str`${sayExactly(new Date(at).toISOString())}, ${isolated(this.people[this.by[this.place]!]!)}, step ${sayNumber(this.place + 1)} of ${sayNumber(last + 1)}`,
          );
    return html`<div class="slider">
      <button class="ib" aria-label=${msg('Earlier')} title=${msg('Earlier')} aria-disabled=${this.place <= 0} @click=${() => this.#go(this.place - 1)}><vr-icon name="chevron-left"></vr-icon></button>
      <div class="line">
        ${this.#ticks()}
        <input type="range" min="0" max=${last} step="1" .value=${String(this.place)} aria-label=${msg('Moment')} aria-valuetext=${says} @input=${this.#input} />
        <div class="days" aria-hidden="true">${this.#days()}</div>
      </div>
      <button class="ib" aria-label=${msg('Later')} title=${msg('Later')} aria-disabled=${this.place >= last} @click=${() => this.#go(this.place + 1)}><vr-icon name="chevron-right"></vr-icon></button>
      <ul class="hands" aria-hidden="true">${this.people.slice(0, LINES).map((by, i) => html`<li><i class="who-${i}"></i>${isolated(by)}</li>`)}${this.people.length > LINES ? html`<li><i class="who-${LINES}"></i>${msg('others')}</li>` : nothing}</ul>
    </div>`;
  }

  /** A line a person, a mark a step; who worked when is seen at a glance. */
  #ticks() {
    const count = this.at.length;
    const every = Math.max(1, Math.ceil(count / DRAWN));
    const marks = [];
    for (let i = 0; i < count; i += every) {
      const who = Math.min(this.by[i]!, LINES);
      const x = count > 1 ? (i / (count - 1)) * 100 : 50;
      marks.push(svg`<rect class="who-${who}" x="${x}%" y=${who * 4} width="2" height="3"></rect>`);
    }
    return html`<svg class="ticks" aria-hidden="true" height=${4 * (Math.min(this.people.length, LINES + 1) || 1)}>${marks}</svg>`;
  }

  #days() {
    const count = this.at.length;
    const days: { place: number; says: string }[] = [];
    const format = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
    for (const [place, at] of this.at.entries()) {
      const says = format.format(at);
      if (days[days.length - 1]?.says !== says) days.push({ place, says });
    }
    const every = Math.ceil(days.length / DAYS);
    return days
      .filter((_day, i) => i % every === 0)
      .filter(({ place }, i) => i === 0 || (place / count) * DAYS > 0.6)
      .map(
        ({ place, says }) =>
          html`<span style="inset-inline-start:${count > 1 ? Math.min(82, (place / (count - 1)) * 100) : 0}%">${says}</span>`,
      );
  }

  #input = (event: Event): void => this.#go(Number((event.target as HTMLInputElement).value));

  #go(place: number): void {
    if (place < 0 || place >= this.at.length) return;
    this.dispatchEvent(new CustomEvent('vr-place', { detail: place }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-moment-slider': VrMomentSlider;
  }
}
