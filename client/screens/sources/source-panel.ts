import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { safeUrl } from '../../../shared/citations/safe-url.ts';
import { hostOf } from '../../../shared/citations/short-citation.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Source } from '../../../shared/model/source.ts';
import { KeyHints } from '../../commands/hints.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayRefusedAddress } from '../../localize/say-problem.ts';
import { sayCslType } from './csl-types.ts';
import { formOf } from './form-of-source.ts';
import '../../elements/icon.ts';
import '../../panels/history.ts';
import './citing-claims.ts';
import './reference.ts';
import './source-form.ts';

/** One source: its reference, its fields, and what cites it. Fires `vr-remove`, and what its form fires. */
@customElement('vr-source-panel')
export class VrSourcePanel extends LightElement {
  @property({ attribute: false }) held!: Versioned<'source'>;
  @property({ attribute: false }) claimIds: readonly string[] = [];
  #hints = new KeyHints(this);

  get source(): Source {
    return this.held.object;
  }

  protected override render() {
    const { csl, id } = this.source;
    return html`<aside class="source-panel" aria-label=${msg('Source')} data-panel>
      <header>
        <span class="small muted">${sayCslType(csl.type)}</span><span class="sp"></span>
        <button class="ib" aria-label=${msg('Remove source')} title=${msg('Remove source')} @click=${this.#remove}>
          <vr-icon name="trash"></vr-icon>
        </button>
        <a class="ib" href="/sources" aria-label=${msg('Close')} title=${this.#hints.title(msg('Close'), 'sources.close')}><vr-icon name="x"></vr-icon></a>
      </header>
      <section>
        <h2 tabindex="-1" lang=${csl.title && csl.language ? csl.language : nothing}>
          ${csl.title || csl.URL || msg('Without a title')}
        </h2>
        <vr-reference .csl=${csl}></vr-reference>
        ${link(msg('Open'), csl.URL)} ${link(msg('Archived copy'), archiveOf(this.source))}
      </section>
      <section><vr-citing-claims source=${id} .ids=${this.claimIds}></vr-citing-claims></section>
      <section>
        <h3 class="h">${msg('Fields')}</h3>
        <vr-source-form editing .values=${formOf(csl)}></vr-source-form>
      </section>
      <section><vr-history .held=${this.held}></vr-history></section>
    </aside>`;
  }

  #remove = (): void => {
    this.dispatchEvent(new CustomEvent('vr-remove', { detail: this.source.id }));
  };
}

function archiveOf({ csl }: Source): string | undefined {
  const archive = csl.custom?.archive;
  return typeof archive === 'string' ? archive : undefined;
}

/** A link to an address that may be opened; where it may not, the address as words and why. */
function link(label: string, address: string | undefined) {
  if (!address) return nothing;
  const safe = safeUrl(address);
  if ('refused' in safe) {
    return html`<p class="refused small">
      <vr-icon name="warning"></vr-icon
      ><span><span class="mono">${address}</span> <b>${msg('is not a link.')}</b> ${sayRefusedAddress(safe)}</span>
    </p>`;
  }
  return html`<a class="btn quiet" href=${safe.url} target="_blank" rel="noopener noreferrer"
    ><vr-icon name="external"></vr-icon>${label}<span class="muted host">${hostOf(safe.url)}</span></a
  >`;
}
