import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RevisionPreview } from '../../../shared/api/routes/revisions.ts';
import { currentRevision, type Document } from '../../../shared/model/document.ts';
import { CommandsController } from '../../commands/controller.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayForm } from '../../localize/say-form.ts';
import { saySize } from '../../localize/say-size.ts';
import { sayTitle } from '../../localize/say-title.ts';
import { type OtherHow, unsaid } from '../../panels/how.ts';
import { revisionFrom } from '../../panels/offered-revision.ts';
import { sayInstant } from '../../panels/say-instant.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { StoreController } from '../../store/context.ts';
import type { Mend } from '../library/candidate.ts';
import { Drops } from '../library/drops.ts';
import { encodingMenu } from '../library/encoding-menu.ts';
import type { PastedWords } from '../library/paste-panel.ts';
import { Coming } from './coming.ts';
import { reviseCommands } from './commands.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';
import '../library/how-read.ts';
import '../library/paste-panel.ts';
import './changed-blocks.ts';
import './fates.ts';
import '../library/candidates.css';
import './revise.css';

/** What a file would do to a document and its claims as its next revision, before anything changes. */
@customElement('vr-revise-screen')
export class VrReviseScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'revise', documentId: '' };
  @state() private isPasting = false;
  @state() private missing: 'missing' | 'away' | undefined;
  @consume({ context: routerContext }) private router!: Router;
  readonly #desk = new StoreController(this, 'documents', 'saving');
  readonly #coming = new Coming(this, () => this.#desk.store);
  readonly #drops = new Drops(this, {
    files: ([file]) => file && this.#offer(file),
    text: (text, page) => this.#offerWords({ text, page }),
  });
  #arrived = '';

  constructor() {
    super();
    new HeadingFocus(this);
    new CommandsController(this, () =>
      reviseCommands({
        canTake: () => this.#canTake,
        take: () => void this.#take(),
        choose: () => this.#choose(),
        leave: () => this.#leave(),
      }),
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { route } = this;
    if (!changed.has('route') || route.screen !== 'revise') return;
    const query = new URLSearchParams(route.query);
    const here = `${route.documentId} ${route.query ?? ''}`;
    if (here === this.#arrived) return;
    this.#arrived = here;
    this.isPasting = query.get('from') === 'words';
    this.missing = undefined;
    void this.#arrive(route.documentId, query);
  }

  async #arrive(documentId: string, query: URLSearchParams): Promise<void> {
    const { store } = this.#desk;
    try {
      if (!store.get('document', documentId)) await store.loadDocument(documentId);
    } catch (error) {
      this.missing = error instanceof Error && error.name === 'AwayError' ? 'away' : 'missing';
      return;
    }
    const again = query.get('again');
    if (again) await this.#coming.takeAgain(documentId, again, query.has('otherwise'));
    else this.#coming.arrive(documentId);
    this.requestUpdate();
    await this.updateComplete;
    if (query.get('from') === 'file' && this.#coming.stage.at === 'nothing') this.#choose();
  }

  get #documentId(): string {
    return this.route.screen === 'revise' ? this.route.documentId : '';
  }

  get #document(): Document | undefined {
    return this.#desk.store.get('document', this.#documentId)?.object;
  }

  /** The revision whose bytes are to be the text again. */
  get #again() {
    const { again } = this.#coming.offer ?? {};
    return again ? this.#document?.revisions.find(({ id }) => id === again) : undefined;
  }

  /** Whether the bytes are to be read otherwise than they were. */
  get #isOtherwise(): boolean {
    return this.#again !== undefined && this.#coming.how !== unsaid;
  }

  get #canTake(): boolean {
    const { stage } = this.#coming;
    return (
      stage.at === 'previewed' &&
      !stage.isLooking &&
      stage.wrong === undefined &&
      stage.preview.examination.undecodable === 0 &&
      !(stage.preview.sameText && stage.preview.sameAs === this.#document?.revisions.at(-1)?.id)
    );
  }

  protected override render() {
    const document = this.#document;
    if (!document) return html`<div class="work revise" data-scroller>${this.#noDocument()}</div>`;
    return html`<div class="work revise" data-scroller>
      <header>
        <h1>${this.#isOtherwise ? msg(str`Read “${isolated(sayTitle(document.title))}” otherwise`) : this.#again ? msg(str`Back to a former revision of “${isolated(sayTitle(document.title))}”`) : msg(str`New revision of “${isolated(sayTitle(document.title))}”`)}</h1>
        <p>${this.#lead(document)}</p>
      </header>
      ${this.#body(document)}
      <input class="vh" type="file" tabindex="-1" aria-hidden="true" @change=${this.#chosen} />
      ${this.#drops.over ? html`<div class="dropping" aria-hidden="true"><span>${msg('Drop to see what it would change')}</span></div>` : nothing}
    </div>`;
  }

  #noDocument() {
    if (!this.missing) return html`<h1 class="vh">${msg('New revision')}</h1>`;
    return html`<vr-empty>
      <h1>${this.missing === 'away' ? msg('The server is away') : msg('There is no such document')}</h1>
      <p>${this.missing === 'away' ? msg('What a revision would do is worked out by the server. Try again when it is back.') : msg('The address names a document that is not on this desk.')}</p>
      <div class="actions"><a class="btn pri" href="/library">${msg('To the Library')}</a></div>
    </vr-empty>`;
  }

  #lead(document: Document): string {
    if (this.#isOtherwise)
      return msg(
        'The bytes stay as they are; another reading of them becomes a further revision. You see here what changes; nothing does before you take it.',
      );
    if (this.#again)
      return msg(
        str`A revision is not taken out of the record. The text goes back to the revision of ${sayInstant(this.#again.addedAt)} by a further revision, and its claims go with it.`,
      );
    const { addedAt, addedBy } = currentRevision(document);
    return msg(
      str`The text is that of ${sayInstant(addedAt)}, by ${isolated(addedBy)}. You see here what changes; nothing does before you take it. Every revision is kept.`,
    );
  }

  #body(document: Document) {
    const { stage } = this.#coming;
    if (this.isPasting && stage.at === 'nothing')
      return html`<vr-paste-panel
        @vr-close=${() => {
          this.isPasting = false;
        }}
        @vr-text=${(event: CustomEvent<PastedWords>) => this.#offerWords(event.detail)}
        @vr-pasted-files=${({ detail: [file] }: CustomEvent<File[]>) => file && this.#offer(file)}
      ></vr-paste-panel>`;
    switch (stage.at) {
      case 'nothing':
        return this.#ways();
      case 'examining':
        return this.#busy(msg('Working out what changes …'));
      case 'refused':
        return this.#refused(stage.why, stage.mend);
      case 'away':
        return html`<vr-banner tone="error" icon="offline">
          <strong>${msg('The server is away.')}</strong> ${msg('What a revision would do is worked out by the server. What you chose is kept while this window is open.')}
          <button slot="actions" class="btn" @click=${() => void this.#coming.look()}>${msg('Try again')}</button>
        </vr-banner>`;
      default:
        return this.#preview(document, stage.preview, stage);
    }
  }

  #ways() {
    return html`<vr-empty>
      <h2>${msg('Choose the corrected text')}</h2>
      <p>${msg('Drop its file anywhere here, choose it, or paste its words. You see what changes before anything does.')}</p>
      <div class="actions">
        <button class="btn" @click=${() => {
          this.isPasting = true;
        }}><vr-icon name="paste"></vr-icon>${msg('Paste text')}</button>
        <button class="btn pri" @click=${() => this.#choose()}><vr-icon name="upload"></vr-icon>${msg('Choose a file')}</button>
      </div>
    </vr-empty>`;
  }

  #busy(words: string) {
    return html`<div class="card busy" aria-busy="true">
      <span class="small x">${words}</span>
      <button type="button" class="btn quiet later" @click=${() => this.#coming.stop()}>${msg('Cancel')}</button>
      <vr-progress class="late" label=${words} .value=${this.#coming.sent === 1 ? undefined : this.#coming.sent}></vr-progress>
    </div>`;
  }

  #refused(why: string, mend?: Mend) {
    const { how } = this.#coming;
    return html`<vr-banner tone="error" icon="warning">
        <strong>${msg('This cannot be the next revision.')}</strong> ${why} ${msg('Nothing was changed.')}
        ${mend === 'reading' ? html`<button slot="actions" class="btn" @click=${() => this.#coming.readAs({ extractor: 'plain' })}>${msg('Read as plain text')}</button>` : nothing}
        ${mend === 'again' ? html`<button slot="actions" class="btn" @click=${() => void this.#coming.look()}>${msg('Try again')}</button>` : nothing}
        ${
          mend === 'encoding'
            ? html`<label class="pick" slot="actions"
                ><span class="vh">${msg('Encoding')}</span>${encodingMenu(how.encoding, [], encoding => this.#coming.readAs({ encoding }), msg('Choose encoding'))}</label
              >`
            : nothing
        }
      </vr-banner>
      ${this.#ways()}`;
  }

  #preview(
    document: Document,
    preview: RevisionPreview,
    stage: Extract<Coming['stage'], { at: 'previewed' | 'taking' }>,
  ) {
    const { examination } = preview;
    const isTaking = stage.at === 'taking';
    const isLooking = stage.at === 'previewed' && stage.isLooking === true;
    const wrong = stage.at === 'previewed' ? stage.wrong : undefined;
    return html`${'isStale' in stage ? this.#stale() : nothing}
      <form class="card given" aria-busy=${isLooking} @submit=${this.#submit}>
        <div class="what">
          <b dir="auto">${this.#isOtherwise ? msg('The bytes as they are') : this.#again ? msg('The former bytes') : this.#coming.offer?.name || msg('Pasted text')}</b>
          ${examination.extraction ? html`<span class="small kind">${sayForm(examination.extraction)}</span>` : nothing}
          <span class="small muted num"
            >${saySize(examination.bytes)}, ${plural(examination.length, msg(str`${sayNumber(examination.length)} {character¦characters}`))}</span
          >
        </div>
        <label class="fld grow"
          >${msg('What this revision is called')}
          <input
            name="label"
            maxlength="200"
            autocomplete="off"
            placeholder=${msg('for instance: as corrected on 3 May')}
            .value=${this.#coming.label}
            @input=${(event: Event) => {
              this.#coming.label = (event.target as HTMLInputElement).value;
            }}
          />
        </label>
        ${
          this.#again && !this.#isOtherwise
            ? nothing
            : html`<vr-how-read
                class="wide"
                parts
                .found=${examination}
                .how=${this.#coming.how}
                @vr-how=${(event: CustomEvent<OtherHow>) => this.#coming.readAs(event.detail)}
              ></vr-how-read>`
        }
        ${isLooking ? html`<vr-progress class="wide late" label=${msg('Working out what changes …')} .value=${this.#coming.sent === 1 ? undefined : this.#coming.sent}></vr-progress>` : nothing}
        ${wrong ? html`<p class="tag red wide warn" role="alert"><vr-icon name="warning"></vr-icon><span>${msg('It cannot be read so:')} ${wrong} ${msg('Shown is what was read before.')}</span></p>` : nothing}
        <button class="vh" tabindex="-1" aria-hidden="true"></button>
      </form>
      ${this.#warnings(document, preview)}
      ${
        preview.sameText
          ? nothing
          : html`<div class="sides">
        <section class="side-text" aria-label=${msg('What changes in the text')}>
          <vr-changed-blocks .preview=${preview} .language=${document.language}></vr-changed-blocks>
        </section>
        <section class="side-fates" aria-label=${msg('What becomes of the claims')}>
          <vr-revision-fates .preview=${preview} .language=${document.language} .documentId=${this.#documentId}></vr-revision-fates>
        </section>
      </div>`
      }
      <div class="taking">
        <p class="small grow">${this.#outcome(preview)}</p>
        ${isTaking ? html`<vr-progress class="late" label=${msg('Taking the revision in …')} .value=${this.#coming.sent === 1 ? undefined : this.#coming.sent}></vr-progress>` : nothing}
        <button class="btn quiet" @click=${() => (isTaking ? this.#coming.stop() : this.#leave())}>
          ${msg('Cancel')} <kbd class="dt">Esc</kbd>
        </button>
        <button
          class="btn pri"
          aria-disabled=${this.#canTake ? nothing : 'true'}
          @click=${() => void this.#take()}
        >
          ${isTaking ? msg('Taking it …') : msg('Take this revision')} <kbd class="dt">Ctrl ↵</kbd>
        </button>
      </div>`;
  }

  #stale() {
    return html`<vr-banner icon="info">
      <strong>${msg('Somebody else has taken in a revision meanwhile.')}</strong> ${msg('This is what yours would change now.')}
    </vr-banner>`;
  }

  #warnings(document: Document, { examination, sameAs, sameText }: RevisionPreview) {
    const { undecodable } = examination;
    const hasBytes = sameAs !== undefined && sameAs === currentRevision(document).id;
    const isCurrent = hasBytes && sameText;
    const same = document.revisions.find(({ id }) => id === sameAs);
    return [
      isCurrent
        ? html`<vr-banner icon="info">
            <strong>${this.#isOtherwise ? msg('So it is read now.') : msg('These are the very bytes that the document has now.')}</strong> ${this.#isOtherwise ? msg('Choose above how to read it otherwise; you see what changes before anything does.') : msg('There is nothing to take.')}
          </vr-banner>`
        : sameText
          ? html`<vr-banner icon="info">
              <strong>${msg('The bytes are others, the text is the same.')}</strong> ${msg('Every claim stays where it is.')}
            </vr-banner>`
          : nothing,
      same && !hasBytes && !this.#again
        ? html`<vr-banner icon="info">
            ${msg(str`The same bytes were its revision of ${sayInstant(same.addedAt)}.`)}
          </vr-banner>`
        : nothing,
      examination.length === 0
        ? html`<vr-banner tone="error" icon="warning">
            <strong>${msg('The new text holds no characters.')}</strong> ${msg('Taken all the same, every claim would wait for you.')}
          </vr-banner>`
        : nothing,
      undecodable > 0
        ? html`<vr-banner tone="error" icon="warning">
            ${plural(undecodable, msg(str`${sayNumber(undecodable)} {place does¦places do} not decode and {shows¦show} as �. Choose another encoding to take it.`))}
          </vr-banner>`
        : nothing,
    ];
  }

  /** What taking it leaves for a person to do. */
  #outcome({ claims, evidence }: RevisionPreview): string {
    const open = waitingOf(claims) + waitingOf(evidence);
    const all = totalOf(claims);
    if (all + totalOf(evidence) === 0)
      return msg('Nothing is claimed in this text yet, so nothing can be displaced.');
    if (open === 0) return msg('Everything goes along with the text; nothing waits for you.');
    return plural(
      open,
      msg(
        str`${sayNumber(open)} {waits¦wait} for you in Read afterwards; all others go along with their words.`,
      ),
    );
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    void this.#take();
  };

  /** Words, or the page that the clipboard has of them where the text was made of a page. */
  #offerWords({ text, page }: PastedWords): void {
    const document = this.#document;
    const extraction = document && currentRevision(document).reading.extraction;
    const isPage = page !== '' && extraction?.mediaType === 'text/html';
    this.#offer(isPage ? new File([page], 'pasted.html', { type: 'text/html' }) : text);
  }

  #offer(from: File | string): void {
    this.isPasting = false;
    void this.#coming.take(revisionFrom(this.#documentId, from));
  }

  #choose(): void {
    this.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.#offer(file);
    // The same file may be chosen again.
    input.value = '';
  };

  async #take(): Promise<void> {
    if (!this.#canTake) return;
    const { stage } = this.#coming;
    const waiting =
      'preview' in stage ? waitingOf(stage.preview.claims) + waitingOf(stage.preview.evidence) : 0;
    if (!(await this.#coming.commit())) return;
    const documentId = this.#documentId;
    const says =
      waiting > 0
        ? plural(
            waiting,
            msg(str`The revision is taken in. ${sayNumber(waiting)} {waits¦wait} to be placed.`),
          )
        : msg('The revision is taken in. Everything went along with the text.');
    announce(says);
    this.router.go(
      { screen: 'read', documentId, ...(waiting > 0 ? { query: 'place=' } : {}) },
      { replace: true },
    );
    const { revised } = this.#desk.store.history;
    toast(
      says,
      revised?.documentId === documentId
        ? {
            action: {
              label: msg('Go back …'),
              run: () => this.router.go({ screen: 'revise', documentId, query: `again=${revised.from}` }),
            },
          }
        : {},
    );
  }

  /** Lets what was offered go and returns to where one came from. */
  #leave(): void {
    if (this.isPasting) {
      this.isPasting = false;
      return;
    }
    this.#coming.cancel();
    this.router.go({ screen: 'read', documentId: this.#documentId }, { replace: true });
  }
}

type Counts = RevisionPreview['claims'];

const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
const waitingOf = (counts: Counts): number => totalOf(counts) - counts.intact - counts.shifted;

declare global {
  interface HTMLElementTagNameMap {
    'vr-revise-screen': VrReviseScreen;
  }
}
