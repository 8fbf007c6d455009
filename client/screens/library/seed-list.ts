import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Seed } from '../../../shared/api/routes/seeds.ts';
import { LightElement } from '../../elements/light-element.ts';
import { saySize } from '../../localize/say-size.ts';
import { StoreController } from '../../store/context.ts';
import { sayMediaType } from './words.ts';
import '../../elements/icon.ts';

/** The texts that come with the program, to begin with. Fires `vr-seeds` with those that are wanted. */
@customElement('vr-seed-list')
export class VrSeedList extends LightElement {
  /** The ids of texts that are on their way to the desk. */
  @property({ attribute: false }) coming: readonly string[] = [];
  @state() private seeds: readonly Seed[] = [];
  #desk = new StoreController(this);

  /** What cannot be loaded is left out: these texts are an offer, and there are other ways to begin. */
  protected override async firstUpdated(): Promise<void> {
    const reply = await this.#desk.store.client.listSeeds({}).catch(() => undefined);
    this.seeds = reply?.seeds ?? [];
  }

  protected override render() {
    const { seeds } = this;
    if (seeds.length === 0) return nothing;
    const busy = this.coming.length > 0;
    return html`<section aria-labelledby="seeds-title" aria-busy=${busy}>
      <div class="all">
        <h2 id="seeds-title">${msg(str`${seeds.length} short texts about one network of parties`)}</h2>
        <button class="btn quiet" aria-disabled=${busy ? 'true' : nothing} @click=${() => this.#ask(seeds)}>
          ${msg(str`Add all ${seeds.length}`)}
        </button>
      </div>
      <ul class="seeds">
        ${seeds.map(seed => this.#seed(seed))}
      </ul>
    </section>`;
  }

  #seed(seed: Seed) {
    const { id, title, origin, mediaType, language, bytes } = seed;
    const coming = this.coming.includes(id);
    return html`<li>
      <button class="seed" aria-disabled=${coming ? 'true' : nothing} @click=${() => this.#ask([seed])}>
        <span class="tt" lang=${language}>${title}</span>
        <span class="small muted num">${coming ? msg('Adding…') : saySize(bytes)}</span>
        <span class="small muted">${origin}, ${sayMediaType(mediaType).toLocaleLowerCase()}, ${language}</span>
      </button>
    </li>`;
  }

  /** How many texts can be stepped through. */
  get rows(): readonly Seed[] {
    return this.seeds;
  }

  /** Moves the focus to the next or previous text; to the first where none has it. */
  step(by: 1 | -1): void {
    const buttons = [...this.querySelectorAll<HTMLElement>('.seed')];
    const now = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[now < 0 ? 0 : Math.min(Math.max(now + by, 0), buttons.length - 1)]?.focus();
  }

  #ask(seeds: readonly Seed[]): void {
    if (this.coming.length > 0) return;
    this.dispatchEvent(new CustomEvent('vr-seeds', { detail: seeds }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-seed-list': VrSeedList;
  }
}
