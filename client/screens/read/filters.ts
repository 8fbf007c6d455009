import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import { claimTypes } from '../../../shared/claim-types/registry.ts';
import { sayNumber } from '../../localize/locale.ts';
import { sayLandmark } from '../../localize/say-locator.ts';
import { stepsOf } from '../../localize/say-step.ts';
import { typeLabel } from '../../localize/say-type.ts';
import { asksNothing } from './filter-address.ts';
import { CountingPanel } from './panel.ts';
import { headingsShown, type Section, sectionsOf } from './sections.ts';
import '../../elements/icon.ts';
import '../../elements/swatch.ts';

/** Members of a filter that hold a list of values. */
type ListMember = 'types' | 'workflow' | 'verdict' | 'tags' | 'by';

/** The left column: the document's headings, and which claims are shown. */
@customElement('vr-claim-filters')
export class VrClaimFilters extends CountingPanel {
  protected override render() {
    const { claims } = this.reading;
    if (!claims) return nothing;
    const { facets, filter } = claims;
    const people = [...facets.by].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
    const me = this.reading.store.signature;
    const tags = [...facets.tags].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 40);
    return html`${this.#contents()} ${this.#types()}
    ${this.#group(
      'workflow',
      msg('Workflow'),
      stepsOf('workflow').map(step => [step.code, step.label, facets.workflow.get(step.code) ?? 0]),
    )}
    ${this.#group('verdict', msg('Verdict'), [
      ['none', msg('None yet'), facets.verdict.get('none') ?? 0] as const,
      ...stepsOf('verdict')
        .filter(step => facets.verdict.has(step.code) || filter.verdict?.includes(step.code))
        .map(step => [step.code, step.label, facets.verdict.get(step.code) ?? 0] as const),
    ])}
    ${
      tags.length > 0
        ? this.#group(
            'tags',
            msg('Tags'),
            tags.map(([tag, n]) => [tag, tag, n]),
          )
        : nothing
    }
    ${
      people.length > 1
        ? this.#group(
            'by',
            msg('Who'),
            people.map(([name, n]) => [name, name, n]),
          )
        : nothing
    }
    <h2>${msg('Also')}</h2>
    ${this.#flag('conflict', true, msg('Has conflict'), facets.conflict)}
    ${this.#suggestions()}
    ${this.#flag('evidence', false, msg('No evidence'), facets.total - facets.evidence)}
    ${this.#flag('notes', true, msg('Has notes'), facets.notes)}
    ${this.#row(filter.by?.length === 1 && filter.by[0] === me, msg('Mine'), facets.by.get(me) ?? 0, () =>
      this.#set({ by: filter.by?.length === 1 && filter.by[0] === me ? undefined : [me] }),
    )}`;
  }

  #contents() {
    const { reading } = this;
    if (reading.headings.length === 0) return nothing;
    const { start, end } = reading.viewport;
    const place = start === 0 ? 0 : (start + end) / 2;
    const sections = sectionsOf(headingsShown(reading.headings, place), reading.claims!.table);
    const current = sections.findLast(section => section.start <= place);
    return html`<h2>${msg('Contents')}</h2>
      <nav aria-label=${msg('Contents')}>${sections.map(section => this.#heading(section, section === current))}</nav>`;
  }

  #heading(section: Section, current: boolean) {
    return html`<button
      class="row ${section.level > 2 ? 'sub' : ''}"
      aria-current=${current ? 'true' : nothing}
      @click=${() => this.dispatchEvent(new CustomEvent('vr-jump', { detail: section.start, bubbles: true }))}
    >
      <span class="label" dir=${section.title ? 'auto' : nothing}>${section.landmark ? sayLandmark(section.landmark) : section.title || msg('Lead')}</span
      ><span class="n num"
        >${
          section.conflicts > 0
            ? html`<span class="red" aria-label=${msg(str`${sayNumber(section.conflicts)} in conflict`)}>≠${section.conflicts}</span> `
            : nothing
        }${section.claims}</span
      >
    </button>`;
  }

  #types() {
    const { facets, filter } = this.reading.claims!;
    const present = claimTypes.filter(type => facets.types.has(type.id) || filter.types?.includes(type.id));
    const unknown = [...facets.types.keys()].filter(id => !claimTypes.some(type => type.id === id));
    const ids = [...present.map(type => type.id), ...unknown];
    if (ids.length === 0) return nothing;
    const shown = (id: string) => !filter.types || filter.types.includes(id);
    const toggle = (id: string) => {
      const next = shown(id)
        ? ids.filter(other => other !== id && shown(other))
        : [...(filter.types ?? []), id];
      this.#set({ types: ids.every(other => next.includes(other)) ? undefined : next });
    };
    return html`<h2>
        ${msg('Type')}
        <button @click=${() => this.#set({ types: filter.types ? undefined : [] })}>
          ${filter.types ? msg('all') : msg('none')}<span class="vh"> ${msg('types')}</span>
        </button>
      </h2>
      ${ids.map(id =>
        this.#row(
          shown(id),
          typeLabel(id),
          facets.types.get(id) ?? 0,
          () => toggle(id),
          html`<vr-swatch type=${id}></vr-swatch>`,
        ),
      )}`;
  }

  #group(member: ListMember, title: string, rows: readonly (readonly [string, string, number])[]) {
    const chosen = (this.reading.claims!.filter[member] ?? []) as readonly string[];
    const toggle = (value: string) => {
      const next = chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value];
      this.#set({ [member]: next.length > 0 ? next : undefined });
    };
    return html`<h2>
        ${title}
        ${
          chosen.length > 0
            ? html`<button @click=${() => this.#set({ [member]: undefined })}>
                ${msg('all')}<span class="vh"> ${title}</span>
              </button>`
            : nothing
        }
      </h2>
      ${rows.map(([value, label, n]) => this.#row(chosen.includes(value), label, n, () => toggle(value)))}`;
  }

  /** Whether suggestions are shown in the text. */
  #suggestions() {
    const { suggesting } = this.reading;
    return this.#row(suggesting.isShown, msg('Suggestions'), suggesting.source?.all.length ?? 0, () => {
      this.drawNow();
      suggesting.isShown = !suggesting.isShown;
    });
  }

  #flag(member: 'conflict' | 'evidence' | 'notes', wanted: boolean, label: string, count: number) {
    const on = this.reading.claims!.filter[member] === wanted;
    return this.#row(on, label, count, () => this.#set({ [member]: on ? undefined : wanted }));
  }

  #row(on: boolean, label: string, count: number, toggle: () => void, swatch?: TemplateResult) {
    return html`<button class="row" aria-pressed=${on ? 'true' : 'false'} @click=${toggle}>
      <span class="bx"><vr-icon name="check"></vr-icon></span>${swatch ?? nothing}<span class="label">${label}</span
      ><span class="n num">${sayNumber(count)}</span>
    </button>`;
  }

  #set(members: { [M in keyof ClaimFilter]?: ClaimFilter[M] | undefined }): void {
    const filter = Object.fromEntries(
      Object.entries({ ...this.reading.claims!.filter, ...members }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as ClaimFilter;
    this.drawNow();
    this.reading.setFilter(asksNothing(filter) ? {} : filter);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-claim-filters': VrClaimFilters;
  }
  interface HTMLElementEventMap {
    /** Go to a place of the text, a UTF-16 offset. */
    'vr-jump': CustomEvent<number>;
  }
}
