import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Document } from '../../../shared/model/document.ts';
import type { RedactionReport } from '../../../shared/model/redaction.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayTitle } from '../../localize/say-title.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import { Redacting } from './redacting.ts';
import './affected.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/skeleton.ts';
import './redact.css';

/** What destroying a passage, or a whole document, would reach; and, with a reason and a typed word, its doing. */
@customElement('vr-redact-screen')
export class VrRedactScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'redact', documentId: '' };
  @state() private why = '';
  @state() private typed = '';
  @state() private attachments = false;
  @state() private missing: 'missing' | 'away' | undefined;
  @consume({ context: routerContext }) private router!: Router;
  readonly #desk = new StoreController(this, 'documents', 'saving');
  readonly #redacting = new Redacting(this, () => this.#desk.store);
  #arrived = '';

  constructor() {
    super();
    new HeadingFocus(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { route } = this;
    if (!changed.has('route') || route.screen !== 'redact') return;
    const here = `${route.documentId} ${route.query ?? ''}`;
    if (here === this.#arrived) return;
    this.#arrived = here;
    this.typed = '';
    this.missing = undefined;
    void this.#arrive(route.documentId);
  }

  async #arrive(documentId: string): Promise<void> {
    const { store } = this.#desk;
    try {
      const { object } = await store.loadDocument(documentId);
      await this.#redacting.look(object, this.#range);
    } catch (error) {
      this.missing = error instanceof Error && error.name === 'AwayError' ? 'away' : 'missing';
    }
  }

  get #documentId(): string {
    return this.route.screen === 'redact' ? this.route.documentId : '';
  }

  get #document(): Document | undefined {
    return this.#desk.store.get('document', this.#documentId)?.object;
  }

  /** The passage that the address names; undefined for the whole document. */
  get #range(): { start: number; end: number } | undefined {
    const query = new URLSearchParams(this.route.screen === 'redact' ? this.route.query : '');
    const [start, end] = [Number(query.get('from')), Number(query.get('to'))];
    return Number.isInteger(start) && Number.isInteger(end) && end > start ? { start, end } : undefined;
  }

  get #canDestroy(): boolean {
    return this.#redacting.stage.at === 'told' && this.why.trim() !== '' && isWord(this.typed);
  }

  protected override render() {
    const document = this.#document;
    if (!document) return html`<div class="work redact" data-scroller>${this.#noDocument()}</div>`;
    const title = isolated(sayTitle(document.title));
    return html`<div class="work redact" data-scroller>
      <header>
        <h1>${this.#range ? msg(str`Redact a passage of “${title}”`) : msg(str`Redact “${title}”`)}</h1>
        <p>${
          this.#range
            ? msg(
                'For legal reasons words can be destroyed for good: in every revision of the text, in quotes, values, notes and conflicts, and in the history itself. Blocks stand in their place. This cannot be undone.',
              )
            : msg(
                'For legal reasons a document can be destroyed for good: its bytes in every revision, its title, all quotes of it, and what the history has of it. Blocks stand in its place, and it is removed. This cannot be undone.',
              )
        }</p>
      </header>
      ${this.#body(document)}
    </div>`;
  }

  #noDocument() {
    if (!this.missing) return html`<h1 class="vh">${msg('Redact')}</h1>`;
    return html`<vr-empty>
      <h1>${this.missing === 'away' ? msg('The server is away') : msg('There is no such document')}</h1>
      <p>${this.missing === 'away' ? msg('Words are destroyed by the server. Try again when it is back.') : msg('The address names a document that is not on this desk.')}</p>
      <div class="actions"><a class="btn pri" href="/library">${msg('To the Library')}</a></div>
    </vr-empty>`;
  }

  #body(document: Document) {
    const { stage } = this.#redacting;
    switch (stage.at) {
      case 'looking':
        return html`<div aria-busy="true"><p class="small muted">${msg('Looking for all that it reaches …')}</p><vr-skeleton shape="text"></vr-skeleton></div>`;
      case 'failed':
        return html`<vr-banner tone="error" icon="warning">
          <strong>${msg('This could not be done.')}</strong> ${stage.why}
          <button slot="actions" class="btn" @click=${() => void this.#redacting.look(document, this.#range)}>${msg('Try again')}</button>
        </vr-banner>`;
      default:
        return this.#told(stage.report, stage.words, stage.at === 'destroying');
    }
  }

  #told(report: RedactionReport, words: string, isBusy: boolean) {
    const language = this.#document?.language;
    return html`${
      words
        ? html`<section aria-label=${msg('The words')}>
            <blockquote class="gone" dir="auto" lang=${language ?? nothing}>${words}</blockquote>
          </section>`
        : nothing
    }
      <vr-affected .report=${report}></vr-affected>
      <form class="card order" aria-busy=${isBusy ? 'true' : 'false'} @submit=${this.#submit}>
        <label class="fld"
          >${msg('Why')}
          <textarea
            name="why"
            rows="2"
            maxlength="20000"
            required
            placeholder=${msg('Stands in the history for good; do not repeat the words')}
            .value=${this.why}
            @input=${(event: Event) => {
              this.why = (event.target as HTMLTextAreaElement).value;
            }}
          ></textarea>
        </label>
        ${
          report.attachments.length > 0
            ? html`<label class="check"
                ><input type="checkbox" .checked=${this.attachments} @change=${(event: Event) => {
                  this.attachments = (event.target as HTMLInputElement).checked;
                }} />
                ${plural(report.attachments.length, msg(str`Also destroy ${sayNumber(report.attachments.length)} attached {picture or PDF¦pictures and PDFs} of claims on it: nothing can be searched for in {it¦them}`))}</label
              >`
            : nothing
        }
        <label class="fld"
          >${msg(str`To go on, type “${confirmation()}”`)}
          <input
            name="confirmation"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            .value=${this.typed}
            @input=${(event: Event) => {
              this.typed = (event.target as HTMLInputElement).value;
            }}
          />
        </label>
        <div class="acts">
          <p class="small muted grow">${msg('Backups made before still have the words. They go there too when a backup is restored over this desk.')}</p>
          <button type="button" class="btn quiet" @click=${() => this.#leave()}>${msg('Cancel')}</button>
          <button class="btn danger" aria-disabled=${this.#canDestroy ? nothing : 'true'}>
            ${isBusy ? msg('Destroying …') : this.#range ? msg('Destroy these words') : msg('Destroy the document')}
          </button>
        </div>
      </form>`;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.#canDestroy) return;
    const isPassage = this.#range !== undefined;
    if (!(await this.#redacting.destroy(this.why, this.attachments))) return;
    announce(isPassage ? msg('The words are destroyed.') : msg('The document is destroyed.'));
    this.router.go(isPassage ? { screen: 'read', documentId: this.#documentId } : { screen: 'library' }, {
      replace: true,
    });
  };

  #leave(): void {
    this.router.go({ screen: 'read', documentId: this.#documentId }, { replace: true });
  }
}

/** The word that is typed so that nothing is destroyed by a slip. */
const confirmation = (): string => msg('destroy');

const isWord = (typed: string): boolean => typed.trim().toLowerCase() === confirmation().toLowerCase();

declare global {
  interface HTMLElementTagNameMap {
    'vr-redact-screen': VrRedactScreen;
  }
}
