import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { DocumentSummary } from '../../../shared/api/routes/documents.ts';
import type { Seed } from '../../../shared/api/routes/seeds.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { CommandsController } from '../../commands/controller.ts';
import { announce } from '../../elements/announcer.ts';
import { HeadingFocus } from '../../elements/heading-focus.ts';
import { LightElement } from '../../elements/light-element.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { whyOf } from '../../frame/why.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import type { ExportFormat } from '../../panels/exporting/download.ts';
import { Loading } from '../../panels/loading.ts';
import { offerRevision, revisionFrom } from '../../panels/offered-revision.ts';
import { otherwiseRoute } from '../../panels/original.ts';
import { Recounting } from '../../panels/recounting.ts';
import { selectionCommands } from '../../panels/selection-commands.ts';
import { revisionsPlace } from '../../router/compare-address.ts';
import { type Router, routerContext } from '../../router/router.ts';
import type { Route } from '../../router/routes.ts';
import { SeenAs } from '../../router/seen-as.ts';
import { StoreController } from '../../store/context.ts';
import { addAllOf, tellUndo } from './add-all.ts';
import { Adding } from './adding.ts';
import { removeDocuments } from './bulk.ts';
import { isStop } from './calls.ts';
import { type Fetched, isReady } from './candidate.ts';
import { revisionOf } from './candidate-file.ts';
import { libraryCommands } from './commands.ts';
import type { DocumentEdit } from './document-edit.ts';
import type { VrDocumentTable } from './document-table.ts';
import { Drops } from './drops.ts';
import { chooseFolder } from './gather/choose-folder.ts';
import { type Gathered, gatherEntries, gatherFiles } from './gather/folder.ts';
import type { PassedOver } from './gather/passed-over.ts';
import { sayImported } from './imported.ts';
import type { PastedWords } from './paste-panel.ts';
import type { VrSeedList } from './seed-list.ts';
import { addSeeds } from './seeds.ts';
import { type Sorting, sortingFromText, sortingToText, usual } from './sorting.ts';
import type { WayIn } from './ways-in.ts';
import { sayClaims } from './words.ts';
import '../../elements/banner.ts';
import '../../elements/empty.ts';
import '../../elements/icon.ts';
import '../../elements/selection-bar.ts';
import '../../elements/skeleton.ts';
import './address-panel.ts';
import './candidate-list.ts';
import './document-table.ts';
import '../../panels/exporting/export-menu.ts';
import './library.css';
import './printing.css';
import './passed-over-list.ts';
import './paste-panel.ts';
import './removed-documents.ts';
import './seed-list.ts';
import './ways-in.ts';

/** The documents of the desk, and the way in for new ones. */
@customElement('vr-library-screen')
export class VrLibraryScreen extends LightElement {
  @property({ attribute: false }) route: Route = { screen: 'library' };
  @state() private formats: readonly ExportFormat[] = [];
  /** What is asked for beside files: words, or an address. */
  @state() private asking: 'paste' | 'address' | undefined;
  /** Files of a folder that were not offered. */
  @state() private passedOver: readonly PassedOver[] = [];
  @state() private addingAll = false;
  #fetching: boolean | undefined;
  @state() private sorting: Sorting = usual;
  /** Texts that come with the program and are on their way to the desk. */
  @state() private coming: readonly string[] = [];
  @query('vr-document-table') private table!: VrDocumentTable | null;
  @query('vr-seed-list') private seedList!: VrSeedList | null;
  @consume({ context: routerContext }) private router!: Router;
  #desk = new StoreController(this, 'documents', 'saving');
  #adding = new Adding(this, () => this.#desk.store);
  #drops = new Drops(this, {
    files: (files, place) => this.#dropped(files, place),
    text: (text, page) => void this.#adding.offerText(text, page),
    folders: entries => this.#folders(entries),
  });

  readonly #loading = new Loading(this, async () => {
    const { store } = this.#desk;
    const [, status] = await Promise.all([store.loadDocuments(), store.loadStatus()]);
    this.formats = status.formats.filter(({ canExport }) => canExport);
    this.#adding.limits = status.limits;
    this.#fetching = status.fetching;
  });

  constructor() {
    super();
    new SeenAs(
      this,
      query => {
        this.sorting = sortingFromText(query.get('sort')) ?? this.sorting;
      },
      query => {
        if (sortingToText(this.sorting) !== sortingToText(usual))
          query.set('sort', sortingToText(this.sorting));
      },
    );
    new HeadingFocus(this);
    const store = () => this.#desk.store;
    new Recounting(this, store, ['claims', 'conflicts'], () => store().loadDocuments());
    new CommandsController(this, () => [
      ...libraryCommands({
        table: () => this.table,
        list: () => this.table ?? this.seedList,
        addFiles: () => this.#choose(),
        paste: () => this.#goIn('paste'),
        folder: () => this.#goIn('folder'),
        address: () => this.#goIn('address'),
      }),
      ...selectionCommands('library', msg('Library'), () => this.table?.picker),
    ]);
  }

  protected override willUpdate(): void {
    this.#adding.isOnline = this.#desk.store.saving.online;
  }

  protected override render() {
    return html`<div class="work library" data-scroller>
      ${this.#body(this.#rows())}
      ${this.#loading.isDone ? html`<vr-removed-documents></vr-removed-documents>` : nothing}
      <input class="vh" type="file" multiple tabindex="-1" aria-hidden="true" @change=${this.#chosen} />
      ${this.#drops.over ? html`<div class="dropping ${this.#over ? 'on-row' : ''}" aria-hidden="true"><span>${this.#sayDrop()}</span></div>` : nothing}
    </div>`;
  }

  /** The document over whose row a file hangs. */
  get #over(): string | undefined {
    return this.#drops.place?.closest<HTMLElement>('tr[data-id]')?.dataset.id;
  }

  #sayDrop(): string {
    const title = this.#over && this.#desk.store.get('document', this.#over)?.object.title;
    return title ? msg(str`Drop as a new revision of “${isolated(title)}”`) : msg('Drop to add');
  }

  /** A file that is dropped on a document is looked at as its next revision; all others are new documents. */
  #dropped(files: File[], place: Element | undefined): void {
    const id = place?.closest<HTMLElement>('tr[data-id]')?.dataset.id;
    if (id && files.length === 1) offerRevision(this.#desk.store, this.router, revisionFrom(id, files[0]!));
    else void this.#adding.offer(files);
  }

  #rows(): DocumentSummary[] {
    const { store } = this.#desk;
    return store.objects.all('document').map(held => {
      const counted = store.summaries.get(held.id);
      const counts = counted ?? { claims: 0, ticked: 0, openConflicts: 0, waiting: 0 };
      return { ...counts, held: held as unknown as DocumentSummary['held'] };
    });
  }

  #body(rows: DocumentSummary[]) {
    if (rows.length === 0 && this.#loading.isDone && this.#adding.candidates.length === 0 && !this.asking)
      return html`${this.#imported()}${this.#passedOver()}${this.#empty()}`;
    return html`<header>
        <h1>${msg('Library')}</h1>
        <span class="sp"></span>
        ${rows.length > 0 && this.formats.length > 0 ? html`<vr-export-menu .formats=${this.formats}></vr-export-menu>` : nothing}
        ${this.#ways()}
      </header>
      ${this.#failure()} ${this.#imported()} ${this.#panel()} ${this.#passedOver()} ${this.#candidates()} ${this.#list(rows)}`;
  }

  #list(rows: DocumentSummary[]) {
    if (rows.length > 0) {
      return html`<vr-document-table
          .rows=${rows}
          .formats=${this.formats}
          .sorting=${this.sorting}
          .over=${this.#drops.over ? this.#over : undefined}
          @vr-redact=${(event: CustomEvent<string>) => this.router.go({ screen: 'redact', documentId: event.detail })}
          @vr-compare=${(event: CustomEvent<string>) => this.#compare(event.detail)}
          @vr-revise=${(event: CustomEvent<string>) => this.router.go({ screen: 'revise', documentId: event.detail })}
          @vr-otherwise=${(event: CustomEvent<string>) => this.#readOtherwise(event.detail)}
          @vr-sorted=${this.#sorted}
          @vr-remove=${this.#remove}
          @vr-edited=${this.#edit}
          @vr-picked=${() => this.requestUpdate()}
        ></vr-document-table>
        ${this.#selection(rows.length)}
        <div class="drop dt"
          ><vr-icon name="file"></vr-icon
          ><span class="muted"
            >${msg('Drop files or folders anywhere here: texts, web pages, Word, PDF, e-books, subtitles, tables, or an export of a desk. Files are kept byte for byte.')}</span
          ></div
        >`;
    }
    if (this.#loading.isDone || this.#loading.failed !== undefined) return nothing;
    return html`<vr-skeleton label=${msg('Opening the desk')}></vr-skeleton>`;
  }

  #selection(of: number) {
    const picker = this.table?.picker;
    const count = picker?.picked.size ?? 0;
    return html`<vr-selection-bar
      .count=${count}
      .of=${of}
      .deeds=${
        count === 0
          ? nothing
          : html`${this.#exportPicked()}
              <button class="btn" @click=${() => this.#removePicked()}>${msg('Remove')}</button>`
      }
      @vr-select=${(event: CustomEvent<'all' | 'none'>) => (event.detail === 'all' ? picker?.all() : picker?.clear())}
    ></vr-selection-bar>`;
  }

  #exportPicked() {
    return html`<vr-export-menu
      placement="top-end"
      .formats=${this.formats}
      .portion=${() => ({ documents: this.table?.picker?.ids ?? [] })}
    ></vr-export-menu>`;
  }

  #removePicked(): void {
    const { picker } = this.table!;
    const next = picker.neighbour;
    void removeDocuments(this.#desk.store, picker.ids).then(async done => {
      if (!done || !next) return;
      await this.updateComplete;
      await this.table?.focusOn(next);
    });
  }

  #failure() {
    if (this.#loading.failed === undefined) return nothing;
    return html`<vr-banner tone="error" icon="warning">
      <strong>${msg('The documents could not be loaded.')}</strong> ${this.#loading.failed}
      <button class="btn" slot="actions" @click=${this.#loading.again}>${msg('Try again')}</button>
    </vr-banner>`;
  }

  #empty() {
    return html`<vr-empty>
      <h1>${msg('Nothing to check yet')}</h1>
      <p>${msg('Add a text and mark what it asserts: people, dates, counts, quotations. Or open one of the texts below: they disagree with one another, and with themselves.')}</p>
      <div class="actions empty-ways">${this.#ways()}</div>
      <vr-seed-list .coming=${this.coming} @vr-seeds=${this.#addSeeds}></vr-seed-list>
      <div class="drop dt"
        ><vr-icon name="file"></vr-icon
        ><span class="muted"
          >${msg('Or drop files or folders anywhere here: texts, web pages, Word, PDF, e-books, subtitles, tables, or an export of a desk. Files are kept byte for byte.')}</span
        ></div
      >
    </vr-empty>`;
  }

  #ways() {
    return html`<vr-ways-in @vr-way=${(event: CustomEvent<WayIn>) => this.#goIn(event.detail)}></vr-ways-in>`;
  }

  #goIn(way: WayIn): void {
    if (way === 'files') this.#choose();
    else if (way === 'folder')
      void chooseFolder().then(files => this.#gather(() => gatherFiles(files, this.#adding)));
    else this.asking = way;
  }

  /** Takes up what is offered of a folder, and says what is not. */
  async #gather(find: () => Gathered | Promise<Gathered>): Promise<void> {
    try {
      const { files, passedOver } = await find();
      this.passedOver = passedOver;
      if (files.length === 0 && passedOver.length === 0) return;
      if (files.length === 0) toast(msg('There is nothing in this folder to make texts of.'));
      await this.#adding.offerAt(files);
    } catch (error) {
      if (!isStop(error)) toast(msg('The folder could not be read.'), { tone: 'error' });
    }
  }

  #folders(entries: readonly FileSystemEntry[]): void {
    const { limit } = this.#adding;
    void this.#gather(() =>
      this.#desk.store.works.run(msg('Looking through the folder …'), ({ signal }) =>
        gatherEntries(entries, { limit, signal }),
      ),
    );
  }

  #imported() {
    const { imported } = this.#adding;
    if (!imported) return nothing;
    return html`<vr-banner icon="check">
      <strong>${msg(str`“${isolated(imported.name)}” was taken in.`)}</strong> ${sayImported(imported.added)} ${imported.notes.join(' ')}
      <button class="btn quiet" slot="actions" @click=${() => this.#adding.dismissImported()}>${msg('Close')}</button>
    </vr-banner>`;
  }

  /** Where words or an address are given. */
  #panel() {
    const close = (): void => {
      this.asking = undefined;
    };
    if (this.asking === 'paste')
      return html`<vr-paste-panel
        @vr-close=${close}
        @vr-pasted-files=${({ detail }: CustomEvent<File[]>) => {
          close();
          void this.#adding.offer(detail);
        }}
        @vr-text=${({ detail }: CustomEvent<PastedWords>) => {
          close();
          void this.#adding.offerText(detail.text, detail.page);
        }}
      ></vr-paste-panel>`;
    if (this.asking !== 'address') return nothing;
    return html`<vr-address-panel
      .fetching=${this.#fetching}
      @vr-close=${close}
      @vr-fetched=${({ detail }: CustomEvent<Fetched>) => {
        close();
        void this.#adding.offerFetched(detail);
      }}
    ></vr-address-panel>`;
  }

  #passedOver() {
    return html`<vr-passed-over
      .files=${this.passedOver}
      @vr-close=${() => {
        this.passedOver = [];
      }}
    ></vr-passed-over>`;
  }

  #candidates() {
    return html`<vr-candidate-list
      .candidates=${this.#adding.candidates}
      .adding=${this.#adding}
      .documents=${this.#desk.store.objects.all('document')}
      .busy=${this.addingAll}
      @vr-add=${this.#add}
      @vr-add-all=${() => void this.#addAll()}
      @vr-take-in=${this.#takeIn}
      @vr-as-revision=${this.#asRevision}
    ></vr-candidate-list>`;
  }

  #asRevision = ({ detail: { key, documentId } }: CustomEvent<{ key: string; documentId: string }>): void => {
    const candidate = this.#adding.candidates.find(one => one.key === key);
    if (!candidate) return;
    this.#adding.leaveOut(key);
    offerRevision(this.#desk.store, this.router, revisionOf(documentId, candidate));
  };

  #add = async (event: CustomEvent<string>): Promise<void> => {
    const title = this.#adding.candidates.find(({ key }) => key === event.detail)?.title;
    const stored = await this.#adding.add(event.detail);
    if (stored.length === 0) return;
    tellUndo(this.#desk.store, stored);
    announce(
      stored.length === 1
        ? msg(str`Added: ${isolated(title ?? '')}`)
        : plural(stored.length, msg(str`${sayNumber(stored.length)} {text¦texts} added`)),
    );
    await this.#loading.again();
    if (this.#adding.candidates.length === 0) await this.table?.focusOn(stored[0]!.held.id);
  };

  async #addAll(): Promise<void> {
    const keys = this.#adding.candidates.filter(isReady).map(({ key }) => key);
    this.addingAll = true;
    try {
      const stored = await addAllOf(this.#desk.store, this.#adding, keys);
      announce(plural(stored, msg(str`${sayNumber(stored)} {text¦texts} added`)));
    } finally {
      this.addingAll = false;
    }
    await this.#loading.again();
  }

  /** One text is opened at once; of several, the first is where work goes on. */
  #addSeeds = async ({ detail: seeds }: CustomEvent<readonly Seed[]>): Promise<void> => {
    this.coming = seeds.map(({ id }) => id);
    try {
      const [first] = await addSeeds(this.#desk.store, seeds);
      if (!first) return;
      if (seeds.length === 1) return this.router.go({ screen: 'read', documentId: first });
      announce(plural(seeds.length, msg(str`${sayNumber(seeds.length)} {text¦texts} added`)));
      await this.updateComplete;
      await this.table?.focusOn(first);
    } catch (error) {
      toast(msg(str`Not all was added: ${whyOf(error)}`), { tone: 'error' });
    } finally {
      this.coming = [];
    }
  };

  #takeIn = async (event: CustomEvent<string>): Promise<void> => {
    if (!(await this.#adding.takeIn(event.detail))) return;
    await Promise.all([this.#loading.again(), this.#desk.store.loadConflicts()]);
  };

  #sorted = (event: CustomEvent<Sorting>): void => {
    this.sorting = event.detail;
  };

  #remove = (event: CustomEvent<string>): void => {
    const { store } = this.#desk;
    const held = store.get('document', event.detail);
    if (!held) return;
    const { title } = held.object;
    const gesture = attempt(() =>
      store.do(msg(str`Remove “${isolated(title)}”`), [
        { kind: 'document', objectId: held.id, operation: { op: 'remove' } },
      ]),
    );
    if (!gesture) return;
    const claims = store.summaries.get(held.id)?.claims ?? 0;
    const says = msg(str`Removed “${isolated(title)}”.`);
    toast(claims > 0 ? `${says} ${msg(str`With it went ${sayClaims(claims)}.`)}` : says, {
      action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
    });
  };

  #readOtherwise(id: string): void {
    const held = this.#desk.store.get('document', id);
    if (held) this.router.go(otherwiseRoute(id, currentRevision(held.object).id));
  }

  #compare(id: string): void {
    const held = this.#desk.store.get('document', id);
    if (held) this.router.go(revisionsPlace(held.object));
  }

  #edit = ({ detail: { id, values } }: CustomEvent<{ id: string; values: DocumentEdit }>): void => {
    attempt(() =>
      this.#desk.store.do(msg('Edit document'), [
        { kind: 'document', objectId: id, operation: { op: 'set', values } },
      ]),
    );
  };

  #choose(): void {
    this.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.#adding.offer([...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = '';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-library-screen': VrLibraryScreen;
  }
}
