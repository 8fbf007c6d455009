import type { Versioned } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import type { Refusal } from '../../../shared/model/refusal.ts';
import type { Storage } from '../../storage/port.ts';
import type { ClaimShelf } from '../claim-shelf.ts';
import type { Fed, Found, FromExaminer, ToExaminer } from './messages.ts';
import { Thread } from './thread.ts';

/** So many objects are handed over at a time, and no more than can be made ready in so many milliseconds. */
const SLICE = 400;
const SLICE_MS = 8;
/** Milliseconds in which changes gather before they are handed over. */
const GATHER = 150;

const KINDS = ['entity', 'source', 'refusal', 'claim'] as const satisfies readonly Kind[];
type Examined = (typeof KINDS)[number];
const isExamined = (kind: Kind): kind is Examined => (KINDS as readonly Kind[]).includes(kind);

interface Named {
  readonly kind: Examined;
  readonly id: string;
}

interface ExaminationPorts {
  readonly storage: Storage;
  readonly claims: ClaimShelf;
  /** Address of the engine. */
  readonly engine: string;
  /** What the thread is told of a document that is to be examined; undefined where it is not. */
  document(id: string): Promise<(ToExaminer & { says: 'document' }) | undefined>;
  progress(done: number, total: number): void;
  /** Everything that was handed over has been examined. @param changed whether something else was found than before */
  settled(findings: ReadonlyMap<string, Found>, changed: boolean): void;
  lost(why: string): void;
}

/** Has the conflict rules look at the desk in a thread of its own, and keeps what they find; kept up with each commit. */
export class DeskExamination {
  readonly #ports: ExaminationPorts;
  readonly #thread: Thread<ToExaminer, FromExaminer>;
  /** What has changed since it was handed over, by kind and id. */
  readonly #due = new Map<string, Named>();
  readonly #dueDocuments = new Set<string>();
  /** What was on the desk when the thread was begun and has not been handed over yet. */
  #first: Iterator<Named> | undefined;
  #findings = new Map<string, Found>();
  #changed = false;
  #isAwake = false;
  /** Counts the threads: what was begun for one that has ended is left off. */
  #life = 0;
  #feeding: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fed: (() => void) | undefined;
  /** How many messages were sent, and how many of them have been seen to. */
  #sent = 0;
  #done = 0;

  constructor(ports: ExaminationPorts) {
    this.#ports = ports;
    this.#thread = new Thread(new URL('./examiner.js', import.meta.url), ports.engine, {
      hear: message => this.#hear(message),
      lost: error => this.#lost(error),
    });
  }

  get stopped(): string | undefined {
    return this.#thread.stopped;
  }

  get isAwake(): boolean {
    return this.#isAwake;
  }

  /** Whether everything that was handed over or waits to be has been examined. */
  get isSettled(): boolean {
    return (
      !this.#isAwake ||
      (this.#due.size === 0 &&
        this.#dueDocuments.size === 0 &&
        !this.#first &&
        !this.#feeding &&
        this.#sent === this.#done)
    );
  }

  /** Begins to examine all that is on the desk. */
  wake(): void {
    if (this.#isAwake || this.stopped !== undefined) return;
    this.#isAwake = true;
    this.#findings = new Map();
    this.#changed = true;
    this.#feeding = this.#feedAll(this.#gather());
  }

  /** Takes in what was committed. */
  take(objects: readonly Versioned[]): void {
    if (!this.#isAwake) return;
    for (const { kind, id } of objects) if (isExamined(kind)) this.#due.set(`${kind} ${id}`, { kind, id });
    if (this.#due.size > 0) this.#soon();
  }

  /** A document has come, gone or changed, or its suggestions have. */
  takeDocument(id: string): void {
    if (!this.#isAwake) return;
    this.#dueDocuments.add(id);
    this.#soon();
  }

  /** Ends the thread; what it knew is lost. */
  end(): void {
    this.#isAwake = false;
    this.#life++;
    this.#feeding = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due.clear();
    this.#dueDocuments.clear();
    this.#first = undefined;
    this.#sent = 0;
    this.#done = 0;
    this.#fed?.();
    this.#thread.end();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isAwake) this.#feeding ??= this.#feedAll();
    }, GATHER).unref();
  }

  async #gather(): Promise<void> {
    const all: Named[][] = [];
    for (const kind of KINDS)
      all.push((await this.#ports.storage.readObjects(kind)) as Versioned<Examined>[]);
    for (const { id, removed } of await this.#ports.storage.readObjects('document'))
      if (!removed) this.#dueDocuments.add(id);
    this.#first = all.flat().values();
  }

  async #feedAll(before: Promise<void> = Promise.resolve()): Promise<void> {
    const life = this.#life;
    const goesOn = () => this.#isAwake && life === this.#life;
    try {
      await before;
      while ((this.#due.size > 0 || this.#first) && goesOn()) await this.#feedSlice(goesOn);
      while (this.#dueDocuments.size > 0 && goesOn()) await this.#feedDocument(goesOn);
    } catch (error) {
      process.emitWarning(error as Error);
    } finally {
      if (goesOn()) {
        this.#feeding = undefined;
        if (this.#due.size > 0 || this.#dueDocuments.size > 0) this.#soon();
        else this.#settle();
      }
    }
  }

  /** Hands over some of what is due, as it is now, and waits until it has been taken in. */
  async #feedSlice(goesOn: () => boolean): Promise<void> {
    const fed: Fed[] = [];
    const end = performance.now() + SLICE_MS;
    for (let next = this.#next(); next; next = this.#next()) {
      const { kind, id } = next;
      const held =
        kind === 'claim' ? this.#ports.claims.claim(id) : await this.#ports.storage.readObject(kind, id);
      if (held) fed.push(fedOf(held));
      if (fed.length >= SLICE || performance.now() >= end) break;
    }
    if (fed.length === 0 || !goesOn()) return;
    const taken = new Promise<void>(resolve => {
      this.#fed = resolve;
    });
    this.#tell({ says: 'feed', fed });
    await taken;
  }

  async #feedDocument(goesOn: () => boolean): Promise<void> {
    const [id] = this.#dueDocuments;
    this.#dueDocuments.delete(id!);
    const message = await this.#ports.document(id!);
    if (!goesOn()) return;
    if (!message) {
      this.#tell({ says: 'no-document', documentId: id! });
      return;
    }
    const buffers = [message.text, message.suggestions].flatMap(bytes => (bytes ? [bytes.buffer] : []));
    this.#tell(message, buffers as ArrayBuffer[]);
  }

  #tell(message: ToExaminer, transfer: readonly ArrayBuffer[] = []): void {
    this.#sent++;
    this.#thread.tell(message, transfer);
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

  #hear(message: FromExaminer): void {
    switch (message.says) {
      case 'fed':
        this.#fed?.();
        break;
      case 'progress':
        this.#ports.progress(message.done, message.total);
        break;
      case 'found':
        this.#changed = true;
        for (const key of message.gone) this.#findings.delete(key);
        for (const found of message.changed) this.#findings.set(found.key, found);
        break;
      case 'settled':
        this.#done = message.after;
        this.#settle();
    }
  }

  #settle(): void {
    if (!this.#isAwake || !this.isSettled) return;
    const changed = this.#changed;
    this.#changed = false;
    this.#ports.settled(this.#findings, changed);
  }

  #lost(error: Error): void {
    this.end();
    this.#ports.lost(error.message);
  }
}

function fedOf({ kind, id, object, removed }: Versioned): Fed {
  if (removed) return { kind, id } as Fed;
  if (kind !== 'refusal') return { kind, id, object } as Fed;
  const { of, key } = object as Refusal;
  return of === 'suggestion' ? { kind, id, object: { key } } : { kind, id };
}
