import { createHash } from 'node:crypto';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision, type Revision } from '../../../shared/model/document.ts';
import { BoundedCache } from '../bounded-cache.ts';
import type { Texts } from '../texts.ts';
import { codePrint } from './code-print.ts';
import type { Learned } from './engine.ts';
import type { FoundCache } from './found-cache.ts';
import type { Facts, FromProposer, KeptSuggestions, ToProposer } from './messages.ts';
import { Thread } from './thread.ts';

/** Bytes of suggestions that are kept ready to be told. */
const BUDGET = 64 * 2 ** 20;
/** Milliseconds of idleness after which the thread gives its memory back. */
const IDLE = 20_000;

interface ProposalPorts {
  readonly texts: Texts;
  readonly cache: FoundCache;
  /** The day, EDTF. */
  today(): string;
  /** Address of the engine. */
  readonly engine: string;
  /** A document's suggestions are there, or cannot be made. */
  ready(documentId: string): void;
}

/** What becomes of a document: where its suggestions are kept, or why there are none. */
interface Place {
  readonly facts: Facts;
  readonly name: string;
  readonly revision: Revision;
  state: 'pending' | 'ready' | 'failed';
  why?: string;
}

/** Proposes claims in documents, one after the other in a thread of its own, and keeps what was proposed. */
export class Proposals {
  readonly #ports: ProposalPorts;
  readonly #thread: Thread<ToProposer, FromProposer>;
  readonly #places = new Map<string, Place>();
  readonly #queue = new Set<string>();
  readonly #ready = new BoundedCache<KeptSuggestions>(BUDGET, ({ suggestions }) => suggestions.length * 1000);
  /** The document that is gone through now, under which number. */
  #current: { readonly documentId: string; readonly job: number } | undefined;
  #jobs = 0;
  #isTaking = false;
  #isClosed = false;
  #learned: Learned | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: ProposalPorts) {
    this.#ports = ports;
    this.#thread = new Thread(new URL('./proposer.js', import.meta.url), ports.engine, {
      hear: message => void this.#hear(message),
      lost: error => this.#failed(error.message),
    });
  }

  /** Why nothing is proposed any more; undefined as long as it is. */
  get stopped(): string | undefined {
    return this.#thread.stopped;
  }

  /** Every document that is seen to, in the order of their ids. */
  get documents(): readonly string[] {
    return [...this.#places.keys()].sort();
  }

  /** Documents whose text has not been gone through yet. */
  get pending(): readonly string[] {
    return [...this.#places.keys()].filter(id => this.#places.get(id)!.state === 'pending');
  }

  get failed(): readonly { documentId: string; why: string }[] {
    return [...this.#places].flatMap(([documentId, { state, why = '' }]) =>
      state === 'failed' ? [{ documentId, why }] : [],
    );
  }

  /** What was learned: documents that are seen to from now on are gone through with it. */
  set learned(learned: Learned | undefined) {
    this.#learned = learned;
  }

  state(documentId: string): Place['state'] | undefined {
    return this.#places.get(documentId)?.state;
  }

  facts(documentId: string): Facts | undefined {
    return this.#places.get(documentId)?.facts;
  }

  revision(documentId: string): Revision | undefined {
    return this.#places.get(documentId)?.revision;
  }

  /**
   * Sees to a document as it is now; what is pending for it as it was is given up.
   * @param again whether what is kept is not to be taken
   * @returns whether something is different from before
   */
  async want({ id, object }: Versioned<'document'>, again = false): Promise<boolean> {
    const revision = currentRevision(object);
    const facts: Facts = {
      documentId: id,
      revision: revision.id,
      mediaType: object.mediaType,
      title: object.title,
      today: this.#ports.today(),
      ...(object.language === undefined ? {} : { language: object.language }),
    };
    const name = await this.#nameOf(facts, revision);
    const known = this.#places.get(id);
    if (!again && known?.name === name && known.facts.revision === revision.id) return false;
    this.drop(id);
    if (again) await this.#ports.cache.remove(name);
    const place: Place = { facts, name, revision, state: 'pending' };
    this.#places.set(id, place);
    if (await this.#ports.cache.has(name)) {
      if (this.#places.get(id) !== place) return true;
      place.state = 'ready';
      this.#ports.ready(id);
    } else {
      this.#queue.add(id);
      void this.#next();
    }
    return true;
  }

  /** Forgets a document and gives up what is pending for it. */
  drop(documentId: string): void {
    this.#places.delete(documentId);
    this.#queue.delete(documentId);
    if (this.#current?.documentId !== documentId) return;
    this.#current = undefined;
    this.#thread.end();
    void this.#next();
  }

  /** What was proposed, as JSON; undefined where it has not been yet. */
  async bytesOf(documentId: string): Promise<Buffer | undefined> {
    const place = this.#places.get(documentId);
    if (place?.state !== 'ready') return undefined;
    const bytes = await this.#ports.cache.read(place.name);
    // Somebody has removed or damaged the file: the document is gone through once more.
    if (!bytes && this.#places.get(documentId) === place && place.state === 'ready') {
      place.state = 'pending';
      this.#queue.add(documentId);
      void this.#next();
    }
    return bytes;
  }

  /** What was proposed; undefined where it has not been yet. */
  async of(documentId: string): Promise<KeptSuggestions | undefined> {
    const place = this.#places.get(documentId);
    if (place?.state !== 'ready') return undefined;
    const read = async () => {
      const bytes = await this.bytesOf(documentId);
      if (!bytes) throw new Error('What was kept is gone.');
      return JSON.parse(bytes.toString('utf8')) as KeptSuggestions;
    };
    return this.#ready.get(place.name, read).catch(() => undefined);
  }

  /** Goes no further. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    this.#queue.clear();
    this.#thread.end();
  }

  async #nameOf(facts: Facts, { textSha256 }: Revision): Promise<string> {
    const { documentId, mediaType, title, language } = facts;
    const all = [await codePrint(), this.#ports.engine, this.#learned?.version, textSha256];
    const print = createHash('sha256').update(
      JSON.stringify([...all, documentId, mediaType, title, language]),
    );
    return `suggestions-${print.digest('hex').slice(0, 40)}.json`;
  }

  async #next(): Promise<void> {
    if (this.#current || this.#isTaking || this.#isClosed) return;
    clearTimeout(this.#idle);
    const [documentId] = this.#queue;
    if (documentId === undefined) {
      this.#idle = setTimeout(() => this.#thread.end(), IDLE).unref();
      return;
    }
    this.#queue.delete(documentId);
    const place = this.#places.get(documentId)!;
    if (this.#thread.stopped !== undefined) {
      this.#fail(documentId, this.#thread.stopped);
      return;
    }
    this.#isTaking = true;
    try {
      // A copy, since what is handed over is gone here.
      const bytes = new Uint8Array(await this.#ports.texts.blob(place.revision.textSha256));
      if (this.#places.get(documentId) === place && !this.#isClosed) {
        const job = ++this.#jobs;
        this.#current = { documentId, job };
        const learned = this.#learned && { learned: this.#learned };
        this.#thread.tell({ job, facts: place.facts, bytes, ...learned }, [bytes.buffer]);
      }
    } catch (error) {
      if (this.#places.get(documentId) === place) this.#fail(documentId, (error as Error).message);
    } finally {
      this.#isTaking = false;
    }
    if (!this.#current) void this.#next();
  }

  async #hear(message: FromProposer): Promise<void> {
    if (message.job !== this.#current?.job) return;
    if ('why' in message) {
      this.#failed(message.why);
      return;
    }
    const { documentId } = this.#current;
    const place = this.#places.get(documentId)!;
    this.#current = undefined;
    const { bytes } = message;
    await this.#ports.cache.write(
      place.name,
      Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength),
    );
    if (this.#places.get(documentId) === place) {
      place.state = 'ready';
      this.#ports.ready(documentId);
    }
    void this.#next();
  }

  #failed(why: string): void {
    const { documentId } = this.#current ?? {};
    this.#current = undefined;
    if (documentId !== undefined) this.#fail(documentId, why);
    else void this.#next();
  }

  #fail(documentId: string, why: string): void {
    const place = this.#places.get(documentId)!;
    place.state = 'failed';
    place.why = why;
    this.#ports.ready(documentId);
    void this.#next();
  }
}
