import { Worker } from 'node:worker_threads';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision, type Document } from '../../../shared/model/document.ts';
import type { Storage } from '../../storage/port.ts';
import type { ClaimShelf } from '../claim-shelf.ts';
import type { Texts } from '../texts.ts';
import { entryOf } from './entries.ts';
import type { Fed, FromSearcher, ToSearcher } from './messages.ts';
import { type Findable, type FoundKind, isListed, type Listed } from './search-index.ts';

/** What the search looks through. */
export interface Searched {
  readonly storage: Storage;
  readonly claims: ClaimShelf;
  readonly texts: Texts;
}

export interface Answer {
  readonly groups: readonly FoundKind[];
  /** Whether everything on the desk has been looked through. */
  readonly complete: boolean;
}

/** So many objects are handed over at a time, and no more than can be made ready in so many milliseconds. */
const SLICE = 400;
const SLICE_MS = 8;
/** Milliseconds in which changes gather before they are handed over. */
const GATHER = 200;
/** A desk with longer texts (UTF-16 code units, together) or more claims is made ready for finding when somebody first asks. */
const MOST_UNITS = 2_000_000;
const MOST_CLAIMS = 20_000;
/** Milliseconds after the last question when the index of such a desk is let go of. */
const REST = 10 * 60_000;
/** Megabytes of new objects in the thread: by itself the engine keeps 48, however little is done. */
const MOST_YOUNG = 12;
/** After so many failures no new thread is begun. */
const MOST_FAILURES = 2;
const KINDS: readonly Listed[] = ['document', 'entity', 'conflict', 'source', 'claim'];

interface Named {
  readonly kind: Listed;
  readonly id: string;
}

interface Question {
  readonly message: ToSearcher;
  readonly signal: AbortSignal | undefined;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/**
 * Finds by words, in a thread of its own, so that nothing else waits: neither for the index to be made, which begins
 * with `begin` or the first question, nor for questions. It is kept up with each commit. The index of a large desk takes
 * more memory than all the rest of the server: it is there only while questions are asked.
 */
export class Search {
  readonly #desk: Searched;
  #worker: Worker | undefined;
  /** Objects that have changed since they were handed over, by kind and id. */
  readonly #due = new Map<string, Named>();
  /** What was on the desk when the index was begun and has not been handed over yet. */
  #first: Iterator<Named> | undefined;
  /** The text of each document as the thread has it. */
  readonly #texts = new Map<string, string>();
  #feeding: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #fed: (() => void) | undefined;
  #questions: Question[] = [];
  #asked: Question | undefined;
  /** Texts that came or went, as they were handed over and as the thread has seen to them. */
  #sent = 0;
  #done = 0;
  #whenIdle: (() => void)[] = [];
  #isClosed = false;
  /** How often the thread has failed, of want of memory perhaps. */
  #failures = 0;

  constructor(desk: Searched) {
    this.#desk = desk;
  }

  /** Takes in what was committed. */
  take(objects: readonly Versioned[]): void {
    if (!this.#worker) return;
    for (const { kind, id } of objects) if (isListed(kind)) this.#due.set(`${kind} ${id}`, { kind, id });
    // So much at once is an import: who asks next has all of it made anew.
    if (this.#due.size > MOST_CLAIMS && !this.#asked && this.#questions.length === 0) {
      this.#lose();
      return;
    }
    this.#timer ??= setTimeout(() => void this.#feed(), GATHER).unref();
  }

  /** Begins to make the index ahead of the first question, where that takes little. */
  async beginIfSmall(): Promise<void> {
    if (!(await this.#isLarge())) this.begin();
  }

  /** Begins to make the index, where that has not been done yet. */
  begin(): void {
    if (this.#worker || this.#isClosed || this.#failures >= MOST_FAILURES) return;
    this.#worker = new Worker(new URL('./searcher.js', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: MOST_YOUNG },
    });
    this.#worker.unref();
    this.#worker.on('message', message => this.#hear(message as FromSearcher));
    this.#worker.on('error', error => {
      this.#failures++;
      this.#lose(error);
    });
    this.#feeding = this.#gather().then(() => this.#feedAll());
  }

  /**
   * @param typed words, and phrases in quotation marks
   * @param limit most hits of each kind
   * @param signal gives the question up; one that has not been asked yet is then never asked
   * @throws Error where the thread has failed; the next question finds a new one, unless that has failed too
   */
  async find(
    typed: string,
    kinds: readonly Findable[],
    limit: number,
    signal?: AbortSignal,
  ): Promise<Answer> {
    this.begin();
    if (!this.#worker)
      throw new Error('The search has failed; it is taken up again when the server is started anew.');
    // What has just been done is found at once; while the index is being made it comes when it comes.
    if (this.#due.size > 0 && this.#due.size <= SLICE && !this.#first) await this.#feed();
    signal?.throwIfAborted();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#letGo(), REST).unref();
    return new Promise((resolve, reject) => {
      this.#questions.push({ message: { says: 'find', typed, kinds, limit }, signal, resolve, reject });
      this.#ask();
    });
  }

  /** Resolves when everything is in the index. */
  async settled(): Promise<void> {
    this.begin();
    while (this.#due.size > 0 || this.#first || this.#feeding) await (this.#feeding ?? this.#feed());
    if (this.#done !== this.#sent) await new Promise<void>(resolve => this.#whenIdle.push(resolve));
  }

  close(): void {
    this.#isClosed = true;
    this.#lose(new Error('The desk is being closed.'));
  }

  async #isLarge(): Promise<boolean> {
    const { storage } = this.#desk;
    const claims = await storage.readObjects('claim');
    if (claims.length > MOST_CLAIMS) return true;
    let units = 0;
    for (const { object, removed } of await storage.readObjects('document'))
      if (!removed) units += currentRevision(object).length;
    return units > MOST_UNITS;
  }

  async #letGo(): Promise<void> {
    if ((await this.#isLarge()) && !this.#asked && this.#questions.length === 0) this.#lose();
  }

  /** Ends the thread; what was asked fails, and the next question begins anew. @param reason why, where something went wrong */
  #lose(reason?: Error): void {
    const worker = this.#worker;
    this.#worker = undefined;
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    this.#timer = undefined;
    this.#due.clear();
    this.#first = undefined;
    this.#texts.clear();
    this.#fed?.();
    for (const question of [...(this.#asked ? [this.#asked] : []), ...this.#questions])
      question.reject(reason);
    this.#asked = undefined;
    this.#questions = [];
    this.#sent = 0;
    this.#done = 0;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
    void worker?.terminate();
    if (reason && !this.#isClosed) process.emitWarning(reason);
  }

  async #gather(): Promise<void> {
    const all: Named[][] = [];
    for (const kind of KINDS) all.push((await this.#desk.storage.readObjects(kind)) as Versioned<Listed>[]);
    this.#first = all.flat().values();
  }

  #feed(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#feeding ??= this.#feedAll();
    return this.#feeding;
  }

  async #feedAll(): Promise<void> {
    try {
      while ((this.#due.size > 0 || this.#first) && this.#worker) await this.#feedSlice(this.#worker);
    } finally {
      this.#feeding = undefined;
    }
  }

  /** Hands over some of what is due, as it is now, and waits until it has been taken in. */
  async #feedSlice(worker: Worker): Promise<void> {
    const fed: Fed[] = [];
    const end = performance.now() + SLICE_MS;
    for (let next = this.#next(); next; next = this.#next()) {
      const { kind, id } = next;
      const held =
        kind === 'claim' ? this.#desk.claims.claim(id) : await this.#desk.storage.readObject(kind, id);
      if (!held) continue;
      if (kind === 'document')
        await this.#feedText(worker, held as Versioned<'document'>).catch(error =>
          process.emitWarning(error as Error),
        );
      fed.push(this.#isThere(held) ? { kind, id, entry: entryOf(held) } : { kind, id });
      if (fed.length >= SLICE || performance.now() >= end) break;
    }
    if (this.#worker !== worker) return;
    const taken = new Promise<void>(resolve => {
      this.#fed = resolve;
    });
    worker.postMessage({ says: 'feed', fed } satisfies ToSearcher);
    await taken;
  }

  /** What is to be handed over next: what has changed goes before what was there. */
  #next(): Named | undefined {
    for (const [key, named] of this.#due) {
      this.#due.delete(key);
      return named;
    }
    const first = this.#first?.next();
    if (first?.done) this.#first = undefined;
    return first?.value as Named | undefined;
  }

  /** Whether an object is to be found: a claim is not, where its document was removed. */
  #isThere(held: Versioned): boolean {
    if (held.removed) return false;
    return held.kind !== 'claim' || this.#texts.has((held as Versioned<'claim'>).object.anchor.documentId);
  }

  /** Hands over a document's text where the thread has another, and sees to its claims where it comes or goes. */
  async #feedText(worker: Worker, held: Versioned<'document'>): Promise<void> {
    const { id } = held;
    const known = this.#texts.get(id);
    const revision = held.removed ? undefined : currentRevision(held.object as Document);
    if (known === revision?.textSha256) return;
    if ((known === undefined) !== (revision === undefined))
      for (const claim of this.#desk.claims.of(id).claims.keys())
        this.#due.set(`claim ${claim}`, { kind: 'claim', id: claim });
    if (!revision) {
      this.#texts.delete(id);
      this.#sent++;
      worker.postMessage({ says: 'no-text', documentId: id } satisfies ToSearcher);
      return;
    }
    // A copy, since what is handed over is gone here.
    const bytes = new Uint8Array(await this.#desk.texts.blob(revision.textSha256));
    this.#texts.set(id, revision.textSha256);
    this.#sent++;
    const message: ToSearcher = { says: 'text', documentId: id, revision: revision.id, bytes };
    worker.postMessage(message, [bytes.buffer]);
  }

  #hear(message: FromSearcher): void {
    if (message.says === 'fed') this.#fed?.();
    else if (message.says === 'found') {
      this.#asked?.resolve({
        groups: message.groups,
        complete: this.#done === this.#sent && this.#due.size === 0 && !this.#feeding,
      });
      this.#asked = undefined;
      this.#ask();
    } else if (message.says === 'failed') {
      this.#asked?.reject(new Error(message.why));
      this.#asked = undefined;
      this.#ask();
    } else {
      this.#done = message.texts;
      if (this.#done === this.#sent) for (const resolve of this.#whenIdle.splice(0)) resolve();
    }
  }

  /** Asks the next question that somebody still wants answered; one at a time, so that the others can be given up. */
  #ask(): void {
    while (!this.#asked && this.#questions.length > 0) {
      const question = this.#questions.shift()!;
      if (question.signal?.aborted) {
        question.reject(question.signal.reason);
        continue;
      }
      this.#asked = question;
      this.#worker?.postMessage(question.message);
    }
  }
}
