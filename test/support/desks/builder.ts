import { createHash } from 'node:crypto';
import type { Storage } from '../../../server/storage/port.ts';
import { openStorage } from '../../../server/storage/registry.ts';
import { applyChange } from '../../../shared/change/apply.ts';
import type { Change, Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Kind, Objects } from '../../../shared/model/objects.ts';
import type { Evidence, Source } from '../../../shared/model/source.ts';
import { quoteOf } from '../../../shared/text/quote.ts';

/** So many objects go into one entry of the log. */
const BATCH = 2000;
const BY = 'Inés';
/** The clock of a desk that is built: a minute an object. */
const BEGUN = Date.parse('2026-03-01T09:00:00.000Z');

/** Writes a desk straight into a store, as fast as it takes it; the same calls make the same desk. */
export class DeskBuilder {
  readonly #folder: string;
  readonly #texts = new Map<string, string>();
  #made: { kind: Kind; object: Objects[Kind] }[] = [];
  #blobs = new Map<string, Uint8Array>();
  #count = 0;
  #storage: Storage | undefined;

  /** @param folder where the desk is to lie: empty, or not there */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns the document's id */
  async document(title: string, text: string, over: Partial<Document> = {}): Promise<string> {
    const bytes = new TextEncoder().encode(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = this.#id();
    const revision = {
      ...{ id: this.#id(), sha256, bytes: bytes.length, textSha256: sha256, length: text.length },
      reading: { decoder: 'whatwg', version: '1', encoding: 'utf-8', bom: false },
      ...{ addedAt: this.#at(), addedBy: BY },
    };
    this.#texts.set(id, text);
    this.#blobs.set(sha256, bytes);
    await this.#make('document', { id, title, mediaType: 'text/plain', revisions: [revision], ...over });
    this.#revisions.set(id, revision.id);
    return id;
  }
  readonly #revisions = new Map<string, string>();

  /** A claim on the units `[start, end)` of a document. @returns the claim's id */
  async claim(documentId: string, start: number, end: number, over: Partial<Claim> = {}): Promise<string> {
    const id = this.#id();
    const ranges = [{ start, end }];
    await this.#make('claim', {
      ...{ id, type: 'person', fields: {}, workflow: 'open', tags: [], evidence: [], notes: [], settled: [] },
      ...{ anchorState: 'intact', createdBy: BY, createdAt: this.#at() },
      anchor: {
        ...{ documentId, revision: this.#revisions.get(documentId)!, ranges },
        quote: quoteOf(this.#texts.get(documentId)!, ranges),
      },
      ...over,
    });
    return id;
  }

  /** @returns the source's id */
  async source(csl: Source['csl']): Promise<string> {
    const id = this.#id();
    await this.#make('source', { id, csl });
    return id;
  }

  evidence(sourceId: string, over: Partial<Evidence> = {}): Evidence {
    return { id: this.#id(), sourceId, stance: 'supports', by: BY, at: this.#at(), ...over };
  }

  /** @returns the conflict's id */
  async conflict(
    sides: readonly { value: string; claimIds: string[] }[],
    over: Partial<Conflict> = {},
  ): Promise<string> {
    const id = this.#id();
    await this.#make('conflict', {
      ...{ id, kind: 'name', key: `by-hand:${id}`, title: sides.map(({ value }) => value).join(' / ') },
      sides: sides.map(side => ({ id: this.#id(), ...side })),
      grounds: [{ id: this.#id(), rule: 'by-hand', says: 'The names differ.', for: true }],
      ...{
        severity: 'medium',
        state: 'open',
        decisions: [],
        dissent: [],
        raisedBy: BY,
        raisedAt: this.#at(),
      },
      ...over,
    });
    return id;
  }

  /** Writes what is left and closes the desk. */
  async close(): Promise<void> {
    await this.#flush();
    await (await this.#open()).close();
  }

  async #make<K extends Kind>(kind: K, object: Objects[K]): Promise<void> {
    this.#made.push({ kind, object });
    if (this.#made.length >= BATCH) await this.#flush();
  }

  async #open(): Promise<Storage> {
    this.#storage ??= await openStorage(this.#folder);
    return this.#storage;
  }

  async #flush(): Promise<void> {
    if (this.#made.length === 0) return;
    const storage = await this.#open();
    const [group, at] = [this.#id(), this.#at()];
    const changes = this.#made.map(
      ({ kind, object }): Change => ({
        ...{ id: this.#id(), group, kind, objectId: object.id, base: {}, at, by: BY },
        operation: { op: 'create', value: JSON.parse(JSON.stringify(object)) },
      }),
    );
    const objects: Versioned[] = changes.map(change => applyChange(undefined, change).held);
    const blobs = this.#blobs;
    this.#made = [];
    this.#blobs = new Map();
    await storage.commit({
      ...{ at, by: BY, changes, objects, blobs },
      before: changes.map(() => ({})),
      readAt: Object.fromEntries(objects.map(({ id }) => [id, 0])),
    });
  }

  #id(): string {
    return `01a10000-0000-7000-8000-${(++this.#count).toString(16).padStart(12, '0')}`;
  }

  #at(): string {
    return new Date(BEGUN + this.#count * 1000).toISOString();
  }
}
