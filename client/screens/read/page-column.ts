import { msg } from '@lit/localize';
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { toast } from '../../elements/toasts.ts';
import type { Layout } from './layout.ts';
import type { Reading } from './reading.ts';
import '../../elements/progress.ts';

/** Whether what is open was read from a file with pages that can be shown. */
export const hasPages = ({ stage, revision }: Reading): boolean =>
  stage === 'ready' && revision?.reading.extraction?.mediaType === 'application/pdf';

/** The original page beside the text: what draws it comes when it is first asked for. */
export class PageColumn implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { readonly reading: Reading; toText(): void };
  readonly #layout: Layout;
  #isHere = customElements.get('vr-page-pane') !== undefined;
  #isComing = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement & { readonly reading: Reading; toText(): void },
    layout: Layout,
  ) {
    this.#host = host;
    this.#layout = layout;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#layout.hasPage && !this.#isHere && !this.#isComing) void this.#bring();
  }

  /** Shows the page and gives it the keyboard, or closes it and goes back to the text. */
  turn(): void {
    const opens = !this.#layout.hasPage;
    this.#layout.showPage(opens);
    if (!opens) this.#host.toText();
    else
      void this.#host.updateComplete
        .then(() => this.#bring())
        .then(() => this.#host.updateComplete)
        .then(() => this.#host.querySelector('vr-page-pane')?.updateComplete)
        .then(() => this.#host.querySelector('vr-page-pane')?.focusPage());
  }

  /** The line before the page, and the page. */
  column() {
    if (!this.#layout.hasPage) return nothing;
    const { columns, isPhone } = this.#layout;
    const line = columns.separator('page', msg('Width of the original page'), {
      hide: msg('Close the original page'),
      show: msg('Original page'),
    });
    return html`${isPhone ? nothing : line}
      <div class="page" @vr-page-closed=${() => this.turn()}>
        ${
          this.#isHere
            ? html`<vr-page-pane .reading=${this.#host.reading} .isSheet=${isPhone}></vr-page-pane>`
            : html`<vr-progress label=${msg('Fetching the original')}></vr-progress>`
        }
      </div>`;
  }

  async #bring(): Promise<void> {
    if (this.#isHere) return;
    this.#isComing = true;
    try {
      await import('./page/page-pane.ts');
      this.#isHere = true;
    } catch {
      this.#layout.showPage(false);
      toast(msg('What draws original pages could not be fetched. Try again when the server is back.'), {
        tone: 'error',
      });
    } finally {
      this.#isComing = false;
      this.#host.requestUpdate();
    }
  }
}
