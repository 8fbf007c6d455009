import type { DocumentSummary } from '../../shared/api/routes/documents.ts';
import { decodeClaimIndex } from '../../shared/claim-index/codec.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';
import { OpenClaims } from './claims.ts';
import type { DeskClient } from './client.ts';
import { Disputed } from './disputed.ts';
import { News, type Topic, topicOf } from './news.ts';
import { ObjectCache } from './objects.ts';

/** So many claims are asked for at once. */
const BATCH = 200;

/** What of the desk is in the browser: objects as they are seen, and the claims of the document being read. */
export class LoadedDesk extends EventTarget {
  readonly client: DeskClient;
  readonly objects = new ObjectCache();
  /** Documents as the server counted them last; titles are read from `objects`. */
  summaries = new Map<string, DocumentSummary>();
  /** The claims of the document being read. */
  claims: OpenClaims | undefined;
  readonly #news = new News(this);
  readonly #disputed = new Disputed();
  /** Claims that were asked for and that the server does not have, so that nobody asks without end. */
  #absent = new Set<string>();

  constructor(client: DeskClient) {
    super();
    this.client = client;
  }

  /** @returns an object as it is seen now and not removed, or undefined where it is removed or not loaded. */
  get<K extends Kind>(kind: K, id: string): Versioned<K> | undefined {
    const held = this.objects.get(kind, id);
    return held?.removed ? undefined : held;
  }

  // Each resolves when what it names can be read from `objects`.

  async loadDocuments(): Promise<void> {
    const { documents } = await this.client.listDocuments({ query: {} });
    this.summaries = new Map(documents.map(summary => [summary.held.id, summary]));
    this.objects.confirm(documents.map(summary => summary.held as Versioned));
    this.tell('documents');
  }

  /** @returns the claims that cite each source, by the source's id */
  async loadSources(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { sources, uses } = await this.client.listSources({});
    this.objects.confirm(sources as unknown as Versioned[]);
    this.tell('sources');
    return new Map(Object.entries(uses));
  }

  async loadEntities(): Promise<void> {
    const { entities } = await this.client.listEntities({});
    this.objects.confirm(entities as unknown as Versioned[]);
    this.tell('entities');
  }

  async loadConflicts(): Promise<void> {
    const { conflicts } = await this.client.listConflicts({ query: {} });
    this.objects.confirm(conflicts as unknown as Versioned[]);
    this.#countConflicts();
    this.tell('conflicts');
  }

  /** Loads full claims that are not loaded yet. */
  async loadClaims(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter(id => !this.objects.get('claim', id) && !this.#absent.has(id));
    if (missing.length === 0) return;
    await this.#fetchClaims(missing);
    for (const id of missing) if (!this.objects.get('claim', id)) this.#absent.add(id);
    this.tell('claims');
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

  /** The claims that touch a window of a document, to show them before the others are here; UTF-16 code units. */
  async peekClaims(documentId: string, from: number, to: number): Promise<OpenClaims> {
    const bytes = await this.client.getClaimIndex({ params: { id: documentId }, query: { from, to } });
    return new OpenClaims(documentId, decodeClaimIndex(bytes).table);
  }

  /** Opens the claims of a document for reading; the claims of the one before are given up. */
  async openClaims(documentId: string): Promise<OpenClaims> {
    const bytes = await this.client.getClaimIndex({ params: { id: documentId } });
    const { table } = decodeClaimIndex(bytes);
    const claims = new OpenClaims(documentId, table);
    this.claims = claims;
    for (const group of this.objects.pending) {
      for (const change of group.changes) {
        const held = change.kind === 'claim' ? this.objects.get('claim', change.objectId) : undefined;
        if (held) claims.take(held, this.inConflict(held.id));
      }
    }
    this.tell('claims');
    return claims;
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
    for (const { kind, id } of objects) {
      const held = kind === 'claim' ? this.objects.get('claim', id) : undefined;
      if (held) this.claims?.take(held, this.inConflict(id));
    }
    this.tell(...topics);
  }

  async #fetchClaims(ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += BATCH) {
      const { claims } = await this.client.listClaims({ query: { ids: ids.slice(i, i + BATCH).join(',') } });
      this.objects.confirm(claims as unknown as Versioned[]);
    }
  }

  #countConflicts(): void {
    const conflicts = this.objects.all('conflict').map(({ object }) => object);
    this.#disputed.count(conflicts, this.claims);
  }
}
