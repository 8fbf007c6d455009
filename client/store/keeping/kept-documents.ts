import { urlOf } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import { decodeClaimIndex } from '../../../shared/claim-index/codec.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision, type Revision } from '../../../shared/model/document.ts';
import type { TextMap } from '../../../shared/text/layout.ts';
import type { DeskClient } from '../client.ts';
import type { Database, KeptDocument } from './database.ts';
import type { KeptTexts } from './kept-texts.ts';
import type { Replica } from './replica.ts';

/** So many claims are fetched at once. */
const PAGE = 250;
/** Of a text with more claims only those are kept in full that were looked at: all of them would take the hands' time. */
const MOST_CLAIMS = 5000;
/** So many claims are asked for by their ids at once, and in all for the sake of conflicts. */
const IDS = 200;
const DISPUTED = 2000;
/** What a claim takes in the browser's database, in bytes, as measured over the texts that come with the program. */
const CLAIM_BYTES = 1500;
/** Most bytes that documents may take; what the browser allows may be less. */
const MOST = 200 * 2 ** 20;
/** The original file of a derived text is kept with it up to so many bytes, and never more than half of the room. */
const MOST_ORIGINAL = 60 * 2 ** 20;
/** At most this share of what the browser allows. */
const SHARE = 0.5;

/** How much room there is for documents, in bytes. */
export interface Room {
  readonly used: number;
  readonly most: number;
}

export interface KeptDocumentsPorts {
  readonly opening: Promise<Database>;
  readonly client: DeskClient;
  readonly replica: Replica;
  readonly texts: KeptTexts;
  /** Resolves when the browser has nothing better to do. */
  readonly idle: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Documents that can be read and worked on without the server: those that were opened, fetched whole in spare time, and
 * those somebody asked for. Where there is no room for all, the ones that were read longest ago go. Tells `change`.
 */
export class KeptDocuments extends EventTarget {
  readonly #ports: KeptDocumentsPorts;
  #documents = new Map<string, KeptDocument>();
  #most = MOST;
  /** Claims that were fetched because they are in dispute. */
  #disputed = new Set<string>();
  #work: Promise<void> = Promise.resolve();
  /** Documents that are being fetched. */
  readonly coming = new Set<string>();
  /** Resolves when it is known what is kept. */
  readonly ready: Promise<void>;

  constructor(ports: KeptDocumentsPorts) {
    super();
    this.#ports = ports;
    this.ready = this.#load();
  }

  get(id: string): KeptDocument | undefined {
    return this.#documents.get(id);
  }

  /** Whether all of a document is here. */
  isHere(id: string): boolean {
    return this.#documents.get(id)?.complete ?? false;
  }

  get room(): Room {
    let used = 0;
    for (const { bytes } of this.#documents.values()) used += bytes;
    return { used, most: this.#most };
  }

  get size(): number {
    return [...this.#documents.values()].filter(({ complete }) => complete).length;
  }

  /** A document was opened: it is fetched whole, once there is time. */
  opened(held: Versioned<'document'>): void {
    this.#fetch(held, {});
  }

  /** Fetches a document because somebody asks for it, and keeps it until they say otherwise. */
  pin(held: Versioned<'document'>): void {
    void navigator.storage?.persist?.().catch(() => false);
    this.#fetch(held, { pinned: true });
  }

  /** Fetches claims that are in dispute, wherever they stand, up to a number that costs little. */
  disputed(claimIds: readonly string[]): void {
    const { client, replica, idle } = this.#ports;
    const wanted = [...new Set(claimIds)].filter(id => !this.#disputed.has(id)).slice(0, DISPUTED);
    this.#work = this.#work
      .then(async () => {
        for (let i = 0; i < wanted.length; i += IDS) {
          await idle();
          const ids = wanted.slice(i, i + IDS);
          const { seq, claims } = await client.listClaims({ query: { ids: ids.join(',') } });
          replica.take(claims as unknown as Versioned[], seq);
          for (const id of ids) this.#disputed.add(id);
        }
      })
      .catch(() => undefined);
  }

  /** A document has a new revision: where all of the one before was here, all of this one is fetched. */
  revised(held: Versioned<'document'>): void {
    const known = this.#documents.get(held.id);
    if (known) this.#fetch(held, {}, known.readAt);
  }

  /** Gives up what is kept of a document. */
  async drop(id: string): Promise<void> {
    const { opening, texts, replica } = this.#ports;
    this.#documents.delete(id);
    this.#tell();
    await Promise.all([texts.drop(id), replica.drop(id), (await opening).delete('documents', id)]);
  }

  /** Gives up everything: it may hold what is on the desk no more. */
  async forget(): Promise<void> {
    this.#documents.clear();
    this.#tell();
    await this.#ports.texts.forget();
  }

  /** What is kept may have missed something: it is fetched anew when it is opened next. */
  async outdated(): Promise<void> {
    for (const document of [...this.#documents.values()]) await this.#note({ ...document, complete: false });
  }

  /** @param readAt when it was read last; now where it is not given */
  #fetch(held: Versioned<'document'>, wish: { pinned?: boolean }, readAt?: number): void {
    this.coming.add(held.id);
    this.#work = this.#work
      .then(() => this.#fetchWhole(held, wish, readAt ?? this.#ports.now()))
      .catch(() => undefined)
      .then(() => {
        this.coming.delete(held.id);
        this.#tell();
      });
  }

  async #fetchWhole(
    held: Versioned<'document'>,
    { pinned }: { pinned?: boolean },
    readAt: number,
  ): Promise<void> {
    await this.ready;
    const { id } = held;
    const current = currentRevision(held.object);
    const revision = current.id;
    const known = this.#documents.get(id);
    const isWhole = known?.complete === true && known.revision === revision;
    const document: KeptDocument = {
      ...{ id, revision, readAt, pinned: pinned ?? known?.pinned ?? false },
      ...{ complete: isWhole, bytes: known?.bytes ?? 0 },
    };
    await this.#note(document);
    if (isWhole) return;
    const text = await this.#fetchText(id, current);
    const claims = await this.#fetchClaims(id);
    await this.#note({ ...document, complete: true, bytes: text + claims * CLAIM_BYTES });
    await this.#makeRoom(id);
  }

  async #fetchText(id: string, revision: Revision): Promise<number> {
    const { texts, idle } = this.#ports;
    const params = { id, revision: revision.id };
    const map = await texts.keep(urlOf(contract.getTextMap, { params }), fetch);
    let bytes = map.byteLength;
    const pieces = (JSON.parse(new TextDecoder().decode(map)) as TextMap).pieceChunks.length;
    for (let piece = 0; piece < pieces; piece++) {
      await idle();
      const got = await texts.keep(urlOf(contract.getPiece, { params: { ...params, piece } }), fetch);
      bytes += got.byteLength;
    }
    if (!revision.reading.extraction) return bytes;
    bytes += (await texts.keep(urlOf(contract.getDerivation, { params }), fetch)).byteLength;
    await idle();
    return bytes + (await this.#fetchOriginal(id, revision));
  }

  /** The file that a text was read from, where it is not too large. @returns the bytes it takes */
  async #fetchOriginal(id: string, revision: Revision): Promise<number> {
    if (revision.redacted || revision.bytes > Math.min(MOST_ORIGINAL, this.#most / 2)) return 0;
    const url = urlOf(contract.getRevisionBytes, { params: { id, revision: revision.id } });
    const original = await this.#ports.texts.keep(url, fetch).catch(error => {
      // The line was cut: it is tried again when the document is next opened.
      if (error instanceof TypeError) throw error;
      return undefined;
    });
    return original?.byteLength ?? 0;
  }

  /** @returns how many there are */
  async #fetchClaims(document: string): Promise<number> {
    const { client, replica, idle } = this.#ports;
    let count = 0;
    for (let after: string | undefined; ; ) {
      await idle();
      const query = { document, limit: PAGE, ...(after ? { after } : {}) };
      const { seq, claims, next } = await client.listClaims({ query });
      replica.take(claims as unknown as Versioned[], seq);
      count += claims.length;
      if (next === undefined || count >= MOST_CLAIMS) break;
      after = next;
    }
    await idle();
    const bytes = await client.getClaimIndex({ params: { id: document } });
    replica.takeIndex(document, decodeClaimIndex(bytes).seq, bytes);
    return count;
  }

  async #makeRoom(staying: string): Promise<void> {
    const allowed = await navigator.storage?.estimate?.().catch(() => undefined);
    if (allowed?.quota) this.#most = Math.min(MOST, allowed.quota * SHARE);
    const oldest = [...this.#documents.values()]
      .filter(({ id, pinned }) => !pinned && id !== staying)
      .sort((a, b) => a.readAt - b.readAt);
    for (const { id } of oldest) {
      if (this.room.used <= this.#most) return;
      await this.drop(id);
    }
  }

  async #note(document: KeptDocument): Promise<void> {
    this.#documents.set(document.id, document);
    this.#tell();
    await (await this.#ports.opening).put('documents', document);
  }

  async #load(): Promise<void> {
    try {
      const kept = await (await this.#ports.opening).getAll('documents');
      this.#documents = new Map(kept.map(document => [document.id, document]));
      this.#tell();
    } catch {
      // Nothing is kept in this browser.
    }
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}
