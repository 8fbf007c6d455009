import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { announce } from '../elements/announcer.ts';
import '../elements/icon.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/progress.ts';
import { toast } from '../elements/toasts.ts';
import { StoreController } from '../store/context.ts';
import type { Work, Works } from '../store/works.ts';

/** Milliseconds after which one is told that something is under way, and after which one may call it off. */
const SLOW = 500;
const LONG = 2000;

/** What is under way and takes longer than a moment: how far it is, and a way to call it off. */
@customElement('vr-works')
export class VrWorks extends LightElement {
  @state() private now = 0;
  #store = new StoreController(this);
  #works: Works | undefined;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #told = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#works) this.#listen(this.#works);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#works?.removeEventListener('change', this.#changed);
    this.#works?.removeEventListener('failed', this.#failed);
    clearTimeout(this.#clock);
  }

  protected override firstUpdated(): void {
    this.#works = this.#store.store.works;
    this.#listen(this.#works);
  }

  #listen(works: Works): void {
    works.addEventListener('change', this.#changed);
    works.addEventListener('failed', this.#failed);
  }

  protected override render() {
    const slow = (this.#works?.all ?? []).filter(work => this.now - work.since >= SLOW);
    if (slow.length === 0) return nothing;
    return html`<div class="works" role="region" aria-label=${msg('Under way')}>${slow.map(work => this.#work(work))}</div>`;
  }

  #work(work: Work) {
    return html`<div class="work-row">
      <span class="words">${work.label}</span>
      <vr-progress .value=${work.share} label=${work.label}></vr-progress>
      ${
        work.cancel && this.now - work.since >= LONG
          ? html`<button class="btn quiet" aria-label=${msg(str`Cancel: ${work.label}`)} @click=${work.cancel}>${msg('Cancel')}</button>`
          : nothing
      }
    </div>`;
  }

  #changed = (): void => {
    this.now = performance.now();
    this.requestUpdate();
    clearTimeout(this.#clock);
    const ages = (this.#works?.all ?? []).map(({ since }) => this.now - since);
    for (const work of this.#works?.all ?? []) this.#tell(work);
    const next = ages.flatMap(age => (age < SLOW ? SLOW - age : age < LONG ? LONG - age : []));
    if (next.length > 0) this.#clock = setTimeout(this.#changed, Math.min(...next) + 5);
  };

  /** Says once that something takes its time. */
  #tell({ label, since }: Work): void {
    const key = `${since} ${label}`;
    if (this.now - since < LONG || this.#told.has(key)) return;
    this.#told.add(key);
    announce(label);
  }

  #failed = (event: Event): void => toast((event as CustomEvent<string>).detail, { tone: 'error' });
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-works': VrWorks;
  }
}
