import type { DocumentSummary } from '../../shared/api/routes/documents.ts';
import { decodeClaimIndex } from '../../shared/claim-index/codec.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import { homeDocument, type Kind } from '../../shared/model/objects.ts';
import { OpenClaims } from './claims.ts';
import { AwayError, type DeskClient } from './client.ts';
import { Disputed } from './disputed.ts';
import type { Replica } from './keeping/replica.ts';
import { Loads } from './loads.ts';
import { News, type Topic, topicOf } from './news.ts';
import { ObjectCache, type PendingGroup } from './objects.ts';

/** Kinds that are loaded whole, without what was removed. */
const LISTED: readonly Kind[] = ['document', 'conflict', 'source', 'entity'];

/** So many claims are asked for at once. */
const BATCH = 200;

type DeskStatus = Awaited<ReturnType<DeskClient['getStatus']>>;
type Counts = Omit<DocumentSummary, 'held'>;
type Uses = Record<string, string[]>;

const NO_COUNTS: Counts = { claims: 0, ticked: 0, openConflicts: 0, waiting: 0 };

/** What of the desk is in the browser: objects as they are seen, and the claims of the document being read. */
export class LoadedDesk extends EventTarget {
  readonly client: DeskClient;
  readonly objects = new ObjectCache();
  /** Documents as the server counted them last; titles are read from `objects`. */
  summaries = new Map<string, DocumentSummary>();
  /** The claims of the document being read. */
  claims: OpenClaims | undefined;
  /** What this browser saw of the desk last, for when the server is away. */
  readonly replica: Replica | undefined;
  /** Resolves when what waits since an earlier session is known; before, nothing of the desk is shown. */
  protected ready: Promise<unknown> = Promise.resolve();
  readonly #news = new News(this);
  readonly #disputed = new Disputed();
  /** Claims that were asked for and cannot be had, so that nobody asks without end. */
  #absent = new Set<string>();
  /** How often claim indexes were asked for, and which of these was answered last. */
  #openings = 0;
  #opened = 0;
  #newest = 0;
  /** How often the server did not answer. */
  #losses = 0;
  /** The entry of the log by which a document got its revision, for those that got one while this window was open. */
  readonly #revisedAt = new Map<string, number>();
  /** The newest entry of the log at which all of a kind was listed. */
  readonly #listedAt = new Map<Kind, number>();
  /** Collect the ids of all that comes from the server, with the newest entry of the log at which it was told. */
  readonly #recorders = new Set<Map<string, number>>();
  protected readonly loads = new Loads();

  constructor(client: DeskClient, replica?: Replica) {
    super();
    this.client = client;
    this.replica = replica;
  }

  /** @returns an object as it is seen now and not removed, or undefined where it is removed or not loaded. */
  get<K extends Kind>(kind: K, id: string): Versioned<K> | undefined {
    const held = this.objects.get(kind, id);
    return held?.removed ? undefined : held;
  }

  // Each resolves when what it names can be read from `objects`: as the server has it, or as this browser saw it last.

  async loadDocuments(): Promise<void> {
    const { seq, documents } = await this.#ask(
      () => this.client.listDocuments({ query: {} }),
      () => this.#keptDocuments(),
    );
    this.summaries = new Map(documents.map(summary => [summary.held.id, summary]));
    this.#loaded(
      documents.map(summary => summary.held as Versioned),
      seq,
      'document',
    );
    const counts = documents.map(({ held, ...counts }) => [held.id, counts]);
    this.replica?.takeList('documents', counts);
    this.tell('documents');
  }

  /** @returns a document, removed or not @throws AwayError where the server is away and this browser does not know it */
  async loadDocument(id: string): Promise<Versioned<'document'>> {
    const held = await this.#ask(
      async () => (await this.client.getDocument({ params: { id } })) as unknown as Versioned<'document'>,
      async () => (await this.replica?.some('document', [id]))?.[0],
    );
    this.#loaded([held], 0);
    return held;
  }

  /** @returns the claims that cite each source, by the source's id */
  async loadSources(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { seq, sources, uses } = await this.#ask(
      async () => {
        const reply = await this.client.listSources({});
        return { ...reply, sources: reply.sources as unknown as Versioned[] };
      },
      () => this.#keptSources(),
    );
    this.#loaded(sources, seq, 'source');
    this.replica?.takeList('uses', uses);
    this.tell('sources');
    return new Map(Object.entries(uses));
  }

  /** @returns how the desk is: its limits and formats */
  async loadStatus(): Promise<DeskStatus> {
    const status = await this.#ask(
      () => this.client.getStatus(),
      async () => (await this.replica?.list('status')) as DeskStatus | undefined,
    );
    this.replica?.takeList('status', status);
    return status;
  }

  /** @returns the claims that name each entity, by the entity's id; none while the server is away */
  async loadEntities(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { seq, entities, uses } = await this.#ask(
      async () => {
        const reply = await this.client.listEntities({});
        return { ...reply, entities: reply.entities as unknown as Versioned[] };
      },
      async () => {
        const uses = (await this.replica?.list('naming')) as Uses | undefined;
        return uses && { seq: 0, entities: await this.replica!.all('entity'), uses };
      },
    );
    this.replica?.takeList('naming', uses);
    this.#loaded(entities, seq, 'entity');
    this.tell('entities');
    return new Map(Object.entries(uses));
  }

  /** What was refused of what was suggested and found. */
  async loadRefusals(): Promise<void> {
    const { seq, refusals } = await this.#ask(
      async () => {
        const reply = await this.client.listRefusals({ query: {} });
        return { seq: reply.seq, refusals: reply.refusals as unknown as Versioned[] };
      },
      async () => this.replica && { seq: 0, refusals: await this.replica.all('refusal') },
    );
    this.#loaded(refusals, seq, 'refusal');
    this.tell('refused');
  }

  async loadConflicts(): Promise<void> {
    const { seq, conflicts } = await this.#ask(
      async () => {
        const reply = await this.client.listConflicts({ query: {} });
        return { seq: reply.seq, conflicts: reply.conflicts as unknown as Versioned[] };
      },
      async () => {
        const isKnown = await this.replica?.list('conflicts');
        return isKnown ? { seq: 0, conflicts: await this.replica!.all('conflict') } : undefined;
      },
    );
    this.replica?.takeList('conflicts', true);
    this.#loaded(conflicts, seq, 'conflict');
    this.#countConflicts();
    this.tell('conflicts');
    if (seq > 0) this.listed();
  }

  /** Loads full claims that are not loaded yet. */
  async loadClaims(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter(id => !this.objects.get('claim', id) && !this.#absent.has(id));
    if (missing.length === 0) return;
    await this.#fetchClaims(missing);
    for (const id of missing) if (!this.objects.get('claim', id)) this.#absent.add(id);
    this.tell('claims');
  }

  /**
   * Fetches anew all that is loaded: what has happened meanwhile cannot be told one by one.
   * @throws AwayError where the server did not answer all of it
   */
  protected async reloadAll(): Promise<void> {
    const open = this.claims?.documentId;
    const losses = this.#losses;
    const taken = new Map<string, number>();
    this.#recorders.add(taken);
    try {
      this.#absent.clear();
      await Promise.all([
        this.loadDocuments(),
        this.loadConflicts(),
        this.loadSources(),
        this.loadEntities(),
      ]);
      await this.#fetchClaims(this.objects.ids('claim'));
      if (open && this.claims?.documentId === open) await this.openClaims(open, this.claims.table.revision);
      // Lists leave out what was removed; a document says itself that it was.
      for (const id of this.objects.ids('document')) if (!taken.has(id)) await this.loadDocument(id);
    } finally {
      this.#recorders.delete(taken);
    }
    if (this.#losses !== losses) throw new AwayError('Not all of it could be fetched.');
    // What an older list had, and the newest has not, was removed in between.
    for (const kind of LISTED) {
      const listed = this.#listedAt.get(kind) ?? 0;
      this.objects.drop(
        kind,
        this.objects.ids(kind).filter(id => (taken.get(id) ?? -1) < listed),
      );
    }
    this.#countConflicts();
    this.tell('claims', ...LISTED.map(topicOf));
  }

  /** Fetches claims as the server has them now. */
  protected async refetchClaims(ids: readonly string[]): Promise<void> {
    await this.#fetchClaims([...new Set(ids)]);
    this.saw(ids.map(id => this.objects.get('claim', id)).filter(held => held !== undefined));
  }

  /** Fetches what changes touch as the server has it now. */
  protected async reload(changes: readonly Change[]): Promise<void> {
    const ids = (kind: Kind) => [
      ...new Set(changes.filter(change => change.kind === kind).map(change => change.objectId)),
    ];
    await this.#fetchClaims(ids('claim'));
    if (ids('conflict').length > 0) await this.loadConflicts();
    if (ids('source').length > 0) await this.loadSources();
    if (ids('document').length > 0) await this.loadDocuments();
    if (ids('entity').length > 0) await this.loadEntities();
    this.saw(this.touchedBy(changes));
  }

  /**
   * A document has a new revision, with which any of its claims may have moved. Those that are loaded are fetched anew.
   * The claims that are open stay those of the revision on which they were opened, until they are opened again: they
   * belong to the text that is shown.
   * @param seq the entry of the log that brought it
   */
  protected async revised(documentId: string, seq: number): Promise<void> {
    this.#revisedAt.set(documentId, Math.max(seq, this.#revisedAt.get(documentId) ?? 0));
    await this.replica?.revised(documentId, seq);
    const known = this.objects.ids('claim').map(id => this.objects.confirmed('claim', id)!);
    await this.#fetchMoved(known.filter(({ object }) => object.anchor.documentId === documentId));
  }

  async #fetchMoved(claims: readonly Versioned[]): Promise<void> {
    if (claims.length === 0) return;
    const losses = this.#losses;
    const isThere = await this.refetchClaims(claims.map(({ id }) => id)).then(
      () => this.#losses === losses,
      () => false,
    );
    if (!isThere) this.missed();
  }

  /** Something that has to be here could not be fetched. */
  protected missed(): void {}

  /** The claims of a document without opening it: all, or those that touch a window, in UTF-16 code units. */
  async peekClaims(documentId: string, from?: number, to?: number): Promise<OpenClaims> {
    const { bytes } = await this.#ask(
      async () => ({
        bytes: await this.client.getClaimIndex({
          params: { id: documentId },
          query: from === undefined || to === undefined ? {} : { from, to },
        }),
      }),
      async () => this.replica?.index(documentId),
    );
    return new OpenClaims(documentId, decodeClaimIndex(bytes).table);
  }

  /**
   * Opens the claims of a document for reading; the claims of the one before are given up.
   * @param revision the one whose text is shown: where the document has another one by now, nothing is given up
   */
  async openClaims(documentId: string, revision?: string): Promise<OpenClaims> {
    const opening = ++this.#openings;
    // Claims that come while the index is on its way may be newer than it.
    const lately = new Map<string, number>();
    this.#recorders.add(lately);
    const { bytes, newer } = await this.#ask<{ bytes: ArrayBuffer; newer?: Versioned[] }>(
      async () => ({ bytes: await this.client.getClaimIndex({ params: { id: documentId } }) }),
      async () => this.replica?.index(documentId),
    ).finally(() => this.#recorders.delete(lately));
    const { table, seq } = decodeClaimIndex(bytes);
    if (newer) this.objects.confirm(newer);
    else this.replica?.takeIndex(documentId, seq, bytes);
    const claims = new OpenClaims(documentId, table);
    // An answer that was overtaken by a later one's is older than that.
    if (opening < this.#opened) return this.claims?.documentId === documentId ? this.claims : claims;
    if (revision !== undefined && table.revision !== revision && this.claims) return this.claims;
    this.#opened = opening;
    this.claims = claims;
    for (const id of [...lately.keys(), ...(newer ?? []).map(held => held.id)]) this.#bring(id);
    await this.bringPending(this.objects.pending);
    this.tell('claims');
    if (!newer) this.opened(documentId);
    return claims;
  }

  /** The newest entry of the log that was heard of; 0 before any. */
  get newest(): number {
    return this.#newest;
  }

  /** Lets the claims of the document that was read go. */
  closeClaims(): void {
    this.claims = undefined;
    this.tell('claims');
  }

  /** The conflicts have been listed, as the server has them. */
  protected listed(): void {}

  /** A document has been opened for reading, as the server has it. */
  protected opened(_documentId: string): void {}

  /** Shows in the claim index what groups that were made elsewhere do to claims, which are fetched for it where need be. */
  protected async bringPending(groups: readonly PendingGroup[]): Promise<void> {
    const touched = new Set<string>();
    for (const { changes } of groups)
      for (const { kind, objectId } of changes) if (kind === 'claim') touched.add(objectId);
    const table = this.claims?.table;
    if (!table || touched.size === 0) return;
    const lacking = [...touched].filter(id => !this.objects.get('claim', id) && table.slotOf(id) >= 0);
    if (lacking.length > 0) await this.loadClaims(lacking).catch(() => undefined);
    for (const id of touched) this.#bring(id);
  }

  /** Whether a claim takes part in an open conflict; before conflicts are loaded, what the index says. */
  inConflict(claimId: string): boolean {
    return this.#disputed.has(claimId, this.claims);
  }

  /** Tells listeners once a task that something has changed. */
  protected tell(...topics: Topic[]): void {
    this.#news.tell(...topics);
  }

  protected touchedBy(changes: readonly Change[]): Versioned[] {
    return changes
      .map(change => this.objects.get(change.kind, change.objectId))
      .filter(held => held !== undefined);
  }

  /** Brings the claim index, the conflict marks and the counts up to date with objects that have changed, and tells. */
  protected saw(objects: readonly Versioned[]): void {
    const topics = new Set<Topic>();
    for (const { kind } of objects) topics.add(topicOf(kind));
    if (topics.has('conflicts')) {
      this.#countConflicts();
      topics.add('claims');
    }
    for (const { kind, id } of objects) if (kind === 'claim') this.#bring(id);
    this.tell(...topics);
  }

  /** Takes in objects as the server has them. @param seq the entry of the log up to which they are known to stand so */
  protected took(objects: readonly Versioned[], seq: number): void {
    this.#newest = Math.max(this.#newest, seq);
    this.#take(objects, seq);
    this.replica?.take(objects, seq);
  }

  #take(objects: readonly Versioned[], seq: number): void {
    const at = seq > 0 ? seq : Number.POSITIVE_INFINITY;
    for (const taken of this.#recorders)
      for (const { id } of objects) taken.set(id, Math.max(at, taken.get(id) ?? 0));
    this.objects.confirm(objects);
    // A revision does not say which claims it moves: one that comes late as it stood before may have moved since.
    if (seq > 0 && this.#revisedAt.size > 0)
      void this.#fetchMoved(
        objects.filter(({ kind, object }) => {
          const home = homeDocument(kind, object);
          return kind === 'claim' && seq < (this.#revisedAt.get(home!) ?? 0);
        }),
      );
  }

  /**
   * Takes in what was asked for.
   * @param seq the entry of the log up to which the server had come; 0 where it is away
   * @param listed the kind of which this is all there is
   */
  #loaded(objects: readonly Versioned[], seq: number, listed?: Kind): void {
    if (seq > 0) this.loads.took(seq);
    if (listed) this.#listedAt.set(listed, Math.max(seq, this.#listedAt.get(listed) ?? 0));
    this.#take(objects, seq);
    const [first] = objects;
    if (!first) return;
    if (first.kind === 'claim') this.replica?.take(objects, seq);
    else this.replica?.takeAll(first.kind, objects, seq);
  }

  /** The server does not answer. */
  protected lost(): void {}

  /** Asks anew for what could not be had. */
  protected forgetAbsent(): void {
    this.#absent.clear();
  }

  #bring(claimId: string): void {
    const held = this.objects.get('claim', claimId);
    if (held) this.claims?.take(held, this.inConflict(claimId));
  }

  /**
   * Asks the server and, where it is away, this browser.
   * @throws AwayError where it is away and the browser does not know either
   */
  async #ask<T>(ask: () => Promise<T>, recall: () => Promise<T | undefined>): Promise<T> {
    try {
      const [reply] = await Promise.all([ask(), this.ready]);
      return reply;
    } catch (error) {
      if (!(error instanceof AwayError)) throw error;
      this.#losses++;
      this.lost();
      await this.ready;
      const recalled = await recall();
      if (recalled === undefined) throw error;
      return recalled;
    }
  }

  async #keptDocuments(): Promise<{ seq: number; documents: DocumentSummary[] } | undefined> {
    const counts = (await this.replica?.list('documents')) as [string, Counts][] | undefined;
    if (!counts) return undefined;
    const counted = new Map(counts);
    const documents = (await this.replica!.all('document'))
      .filter(held => !held.removed)
      .map(held => ({ ...(counted.get(held.id) ?? NO_COUNTS), held }) as unknown as DocumentSummary);
    return { seq: 0, documents };
  }

  async #keptSources(): Promise<{ seq: number; sources: Versioned[]; uses: Uses } | undefined> {
    const uses = (await this.replica?.list('uses')) as Uses | undefined;
    return uses && { seq: 0, sources: await this.replica!.all('source'), uses };
  }

  async #fetchClaims(ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += BATCH) {
      const some = ids.slice(i, i + BATCH);
      const { seq, claims } = await this.#ask(
        async () => {
          const reply = await this.client.listClaims({ query: { ids: some.join(',') } });
          return { seq: reply.seq, claims: reply.claims as unknown as Versioned[] };
        },
        async () => this.replica && { seq: 0, claims: await this.replica.some('claim', some) },
      );
      this.#loaded(claims, seq);
    }
  }

  #countConflicts(): void {
    const conflicts = this.objects.all('conflict').map(({ object }) => object);
    this.#disputed.count(conflicts, this.claims);
  }
}
