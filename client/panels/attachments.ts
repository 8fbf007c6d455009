import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { urlOf } from '../../shared/api/client.ts';
import { contract } from '../../shared/api/contract.ts';
import { type Attachment, isPicture } from '../../shared/model/attachment.ts';
import { LightElement } from '../elements/light-element.ts';
import { saySize } from '../localize/say-size.ts';
import { StoreController } from '../store/context.ts';
import type { Attaching, IncomingFile } from './attaching.ts';
import '../elements/icon.ts';
import '../elements/progress.ts';
import './attachments.css';

/** Files that go with a piece of evidence: each with what can be seen of it, to be opened, and to be taken off where that may be done. */
@customElement('vr-attachments')
export class VrAttachments extends LightElement {
  @property({ attribute: false }) items: readonly Attachment[] = [];
  /** Takes one off; where it is not given, none can be. */
  @property({ attribute: false }) takeOff: ((attachment: Attachment) => void) | undefined;
  /** Files on their way to become attachments. */
  @property({ attribute: false }) attaching: Attaching | undefined;
  @property({ attribute: false }) incoming: readonly IncomingFile[] = [];
  #desk = new StoreController(this);

  protected override render() {
    if (this.items.length + this.incoming.length === 0) return nothing;
    return html`<ul class="files" aria-label=${msg('Attachments')}>
      ${this.items.map(item => this.#item(item))} ${this.incoming.map(one => this.#coming(one))}
    </ul>`;
  }

  #item(item: Attachment) {
    const { name, mediaType, size, sha256 } = item;
    const address =
      this.#desk.store.files.urlOf(sha256) ??
      urlOf(contract.getAttachment, { params: { sha256 }, query: { name } });
    return html`<li class="file">
      <a class="open" href=${address} target="_blank" rel="noreferrer noopener" title=${name}>
        ${
          isPicture(mediaType)
            ? html`<img class="thumb" src=${address} alt="" loading="lazy" decoding="async" />`
            : html`<span class="thumb"><vr-icon name="file"></vr-icon></span>`
        }
        <bdi class="name">${name}</bdi><span class="size num">${saySize(size)}</span>
      </a>
      ${
        this.takeOff
          ? html`<button
              type="button"
              class="ib small-ib"
              aria-label=${msg(str`Take off ${name}`)}
              @click=${() => this.takeOff?.(item)}
            >
              <vr-icon name="x"></vr-icon>
            </button>`
          : nothing
      }
    </li>`;
  }

  #coming({ key, name, problem, share }: IncomingFile) {
    return html`<li class="file ${problem ? 'bad' : ''}">
      <span class="open">
        <span class="thumb"><vr-icon name=${problem ? 'warning' : 'upload'}></vr-icon></span>
        <bdi class="name">${name}</bdi>
        ${
          problem
            ? html`<span class="size" role="alert">${problem}</span>`
            : html`<span class="size"
                ><vr-progress .value=${share} label=${msg(str`Sending ${name}`)}></vr-progress
              ></span>`
        }
      </span>
      <button
        type="button"
        class="ib small-ib"
        aria-label=${problem ? msg(str`Put away: ${name}`) : msg(str`Stop sending ${name}`)}
        @click=${() => this.attaching?.dismiss(key)}
      >
        <vr-icon name="x"></vr-icon>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-attachments': VrAttachments;
  }
}
