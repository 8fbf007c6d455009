import type { Offered, ToldFinding } from '../../../shared/api/found.ts';
import type { FindingsNews, FindingsProgress, FindingsStatus } from '../../../shared/api/routes/findings.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Storage } from '../../storage/port.ts';
import type { ClaimShelf } from '../claim-shelf.ts';
import type { Texts } from '../texts.ts';
import { USUAL_ENGINE } from './engine.ts';
import { DeskExamination } from './examination.ts';
import { FoundCache } from './found-cache.ts';
import { KeptFindings } from './kept-findings.ts';
import { KnownForms } from './known-forms.ts';
import { Learning, type Lesson } from './learning.ts';
import type { Found, Kept, ToExaminer } from './messages.ts';
import { besides, offersIn } from './offers.ts';
import { Proposals } from './proposals.ts';
import { Recommendations } from './recommendations.ts';
import { Standing } from './standing.ts';

/** What is gone through. */
export interface SearchedDesk {
  readonly storage: Storage;
  readonly claims: ClaimShelf;
  readonly texts: Texts;
}

export interface FindingsOptions {
  /** Address of a module to work with in place of the usual detectors and rules. */
  readonly engine?: string;
  /** Address of a service that proposes claims besides; texts are sent to none where none is given. */
  readonly recommender?: string;
}

/** The suggestions of a document. */
export interface OfferedHere {
  readonly state: 'pending' | 'ready' | 'failed';
  readonly offered: readonly Offered[];
  /** How many more were found than are kept. */
  readonly beyond: number;
}

/** What came of learning. */
export interface Trained {
  /** False where there is too little to learn from, or nothing new. */
  readonly changed: boolean;
  readonly tagger?: FindingsStatus['tagger'];
}

/** Fewest milliseconds between two words on how it goes. */
const PACE = 100;
/** Milliseconds of quiet after which what is found is written down. */
const WRITE_AFTER = 1500;

/**
 * Finds claims and contradictions by itself, in threads, so that nothing else waits: what is suggested in each document,
 * and what the conflict rules find on the whole desk. It begins with `begin` or the first question and is kept up with
 * each commit. What it has found is kept on disk, so that a restart finds nothing anew.
 */
export class Findings {
  readonly #desk: SearchedDesk;
  readonly #proposals: Proposals;
  readonly #recommendations: Recommendations;
  readonly #learning: Learning;
  readonly #examination: DeskExamination;
  readonly #cache: FoundCache;
  readonly #kept: KeptFindings;
  readonly #standing = new Standing();
  readonly #forms = new KnownForms();
  readonly #listeners = new Set<(news: FindingsNews) => void>();
  #findings: ReadonlyMap<string, Found> = new Map();
  #begun: Promise<void> | undefined;
  #isClosed = false;
  #version = 0;
  /** Documents of the present run, and those of them that are seen to. */
  #run = { wanted: new Set<string>(), done: 0, steps: 0, total: 0 };
  #newsOf = new Set<string>();
  #newsTimer: ReturnType<typeof setTimeout> | undefined;
  #writeTimer: ReturnType<typeof setTimeout> | undefined;
  #whenSettled: (() => void)[] = [];

  constructor(desk: SearchedDesk, { engine = USUAL_ENGINE, recommender }: FindingsOptions = {}) {
    this.#desk = desk;
    this.#cache = new FoundCache(desk.storage.derived);
    this.#kept = new KeptFindings(this.#cache, engine, today);
    this.#proposals = new Proposals({
      texts: desk.texts,
      cache: this.#cache,
      today,
      engine,
      ready: id => this.#proposed(id),
    });
    this.#recommendations = new Recommendations(recommender, {
      texts: desk.texts,
      claims: desk.claims,
      cache: this.#cache,
      ready: id => this.#changed(id),
    });
    this.#learning = new Learning({
      texts: desk.texts,
      claims: desk.claims,
      cache: this.#cache,
      proposals: this.#proposals,
      standing: this.#standing,
      engine,
    });
    this.#examination = new DeskExamination({
      storage: desk.storage,
      claims: desk.claims,
      engine,
      document: id => this.#forExaminer(id),
      progress: (done, total) => {
        Object.assign(this.#run, { steps: done, total });
        this.#newsSoon();
      },
      settled: (findings, changed) => this.#examined(findings, changed),
      lost: () => {
        this.#wake();
        this.#settle();
      },
    });
  }

  /** Begins to go through the desk, where that has not been done yet. */
  begin(): Promise<void> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  /** Takes in what was committed. */
  take(objects: readonly Versioned[]): void {
    if (!this.#begun || this.#isClosed) return;
    let isOther = false;
    for (const held of objects) {
      if (held.kind === 'entity') this.#forms.put(held as Versioned<'entity'>);
      if (held.kind === 'document') void this.#takeDocument(held as Versioned<'document'>);
      isOther = this.#standing.put(held) || isOther;
    }
    if (isOther) this.#changed();
    if (objects.some(({ kind }) => kind !== 'conflict' && kind !== 'document')) {
      this.#wake();
      this.#examination.take(objects);
    }
  }

  /** @param listener is told how it goes, and whose suggestions are others than before. @returns a function that ends it */
  subscribe(listener: (news: FindingsNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get progress(): FindingsProgress {
    const { wanted, done, steps, total } = this.#run;
    const all = wanted.size + total;
    const isDone = this.isSettled;
    const through = isDone ? all : Math.min(all, done + steps);
    return {
      version: this.#version,
      pending: isDone ? 0 : Math.max(1, all - through),
      done: through,
      total: all,
    };
  }

  /** Whether everything that was committed has been gone through. */
  get isSettled(): boolean {
    return this.#proposals.pending.length === 0 && this.#examination.isSettled;
  }

  /** Resolves when everything has been gone through, or nothing goes any further. */
  async settled(): Promise<void> {
    await this.begin();
    while (!this.isSettled && !this.#isClosed && this.stopped === undefined)
      await new Promise<void>(resolve => this.#whenSettled.push(resolve));
  }

  /** Why nothing is gone through any more; undefined as long as it is. */
  get stopped(): string | undefined {
    return this.#examination.stopped ?? this.#proposals.stopped;
  }

  get status(): FindingsStatus {
    const { lesson, examples } = this.#learning;
    const { stopped } = this;
    const { status: recommender } = this.#recommendations;
    return {
      ...this.progress,
      documentsPending: this.#proposals.pending.length,
      failed: [...this.#proposals.failed],
      ...(stopped === undefined ? {} : { stopped }),
      ...(recommender ? { recommender } : {}),
      examples,
      ...(lesson ? { tagger: sayLesson(lesson) } : {}),
    };
  }

  /** What is suggested in a document that is not removed. @param isWanted leaves out what nobody asked for */
  async suggestions(documentId: string, isWanted?: (one: Kept) => boolean): Promise<OfferedHere> {
    await this.begin();
    const kept = await this.#proposals.of(documentId);
    const state = this.#proposals.state(documentId);
    const facts = this.#proposals.facts(documentId);
    const recommended = await this.#recommendations.of(documentId);
    if (!kept || !facts) return { state: state === 'failed' ? state : 'pending', offered: [], beyond: 0 };
    const offered = offersIn(
      {
        documentId,
        revision: facts.revision,
        claims: this.#desk.claims.of(documentId),
        refusals: this.#standing.refusalsIn(documentId),
        forms: this.#forms,
        ...(isWanted ? { isWanted } : {}),
      },
      besides(kept.suggestions, recommended),
    );
    return { state: 'ready', offered, beyond: kept.found - kept.suggestions.length };
  }

  /** What the rules find that nobody has dealt with, or that came back since. */
  async findings(): Promise<ToldFinding[]> {
    await this.begin();
    const find = (id: string) => {
      const held = this.#desk.claims.claim(id);
      return held?.removed ? undefined : held?.object;
    };
    const told: ToldFinding[] = [];
    for (const found of this.#findings.values()) {
      const one = this.#standing.told(found, find);
      if (one) told.push(one);
    }
    return told;
  }

  /** Goes through a document, or through all, from the beginning. */
  async recheck(documentId?: string): Promise<FindingsProgress> {
    await this.begin();
    if (documentId === undefined) {
      this.#findings = new Map();
      this.#examination.end();
    }
    for (const held of await this.#desk.storage.readObjects('document'))
      if (!held.removed && (documentId === undefined || held.id === documentId)) await this.#want(held, true);
    this.#wake();
    this.#changed();
    return this.progress;
  }

  /**
   * Learns from what was accepted and refused until now, and has every text gone through with what was learned.
   * @param at the time, ISO 8601
   */
  async train(at: string): Promise<Trained> {
    await this.settled();
    const changed = await this.#learning.learn(at);
    if (changed) {
      this.#useLesson();
      for (const held of await this.#desk.storage.readObjects('document'))
        if (!held.removed) await this.#takeDocument(held);
    }
    const { lesson } = this.#learning;
    return { changed, ...(lesson ? { tagger: sayLesson(lesson) } : {}) };
  }

  async close(): Promise<void> {
    const isWhole = this.#begun !== undefined && this.isSettled;
    this.#isClosed = true;
    clearTimeout(this.#newsTimer);
    clearTimeout(this.#writeTimer);
    this.#proposals.close();
    this.#recommendations.close();
    this.#examination.end();
    this.#listeners.clear();
    this.#tellSettled();
    if (isWhole) await this.#write();
  }

  async #begin(): Promise<void> {
    const { storage } = this.#desk;
    await this.#standing.load(storage);
    await this.#learning.recall();
    this.#useLesson();
    for (const held of await storage.readObjects('entity')) this.#forms.put(held);
    const { head } = storage;
    const documents = (await storage.readObjects('document')).filter(held => !held.removed);
    for (const held of documents) await this.#want(held);
    const kept = await this.#kept.read(head);
    if (kept) this.#findings = kept;
    // What was committed meanwhile, or could not be read from the disk, has to be examined with all the rest.
    if (!kept || storage.head.seq !== head.seq || this.#proposals.pending.length > 0) this.#wake();
    this.#changed();
  }

  #useLesson(): void {
    const { lesson } = this.#learning;
    this.#proposals.learned = lesson && { version: lesson.version, model: lesson.model };
    this.#kept.learned = lesson?.version;
  }

  async #takeDocument(held: Versioned<'document'>): Promise<void> {
    if (held.removed) {
      this.#proposals.drop(held.id);
      this.#recommendations.drop(held.id);
      this.#run.wanted.delete(held.id);
    } else if (!(await this.#want(held))) return;
    this.#wake();
    this.#examination.takeDocument(held.id);
    this.#changed(held.id);
  }

  async #want(held: Versioned<'document'>, again = false): Promise<boolean> {
    const isNew = await this.#proposals.want(held, again);
    if (this.#proposals.state(held.id) === 'pending') this.#run.wanted.add(held.id);
    const [facts, revision] = [this.#proposals.facts(held.id), this.#proposals.revision(held.id)];
    if (isNew && facts && revision) await this.#recommendations.want(facts, revision, again);
    return isNew;
  }

  #wake(): void {
    if (this.#isClosed) return;
    this.#examination.wake();
  }

  /** The suggestions of a document are there, or cannot be made. */
  #proposed(id: string): void {
    if (this.#run.wanted.has(id)) this.#run.done++;
    this.#examination.takeDocument(id);
    this.#changed(id);
    this.#settle();
  }

  /** What is examined of a document; nothing before its suggestions are there. */
  async #forExaminer(id: string): Promise<(ToExaminer & { says: 'document' }) | undefined> {
    const facts = this.#proposals.facts(id);
    const revision = this.#proposals.revision(id);
    if (!facts || !revision || this.#proposals.state(id) === 'pending') return undefined;
    const bytes = await this.#desk.texts.blob(revision.textSha256);
    const suggestions = await this.#proposals.bytesOf(id);
    if (this.#proposals.state(id) === 'pending') return undefined;
    // Copies, since what is handed over is gone here.
    const text = new Uint8Array(bytes);
    return {
      says: 'document',
      facts,
      text,
      ...(suggestions ? { suggestions: new Uint8Array(suggestions) } : {}),
    };
  }

  #examined(findings: ReadonlyMap<string, Found>, changed: boolean): void {
    this.#findings = findings;
    if (changed) this.#changed();
    this.#settle();
  }

  #settle(): void {
    if (this.stopped !== undefined) this.#tellSettled();
    if (!this.isSettled) {
      this.#newsSoon();
      return;
    }
    this.#run = { wanted: new Set(), done: 0, steps: 0, total: 0 };
    this.#newsSoon();
    this.#tellSettled();
    clearTimeout(this.#writeTimer);
    this.#writeTimer = setTimeout(() => void this.#write(), WRITE_AFTER).unref();
  }

  #tellSettled(): void {
    for (const resolve of this.#whenSettled.splice(0)) resolve();
  }

  /** Writes down what is found. */
  async #write(): Promise<void> {
    if (this.stopped !== undefined || this.#proposals.failed.length > 0) return;
    await this.#kept.write(this.#desk.storage.head, this.#findings);
    await this.#cache.sweep();
  }

  /** What is told is something else than before. @param documentId whose suggestions are */
  #changed(documentId?: string): void {
    this.#version++;
    if (documentId !== undefined) this.#newsOf.add(documentId);
    this.#newsSoon();
  }

  #newsSoon(): void {
    if (this.#isClosed) return;
    this.#newsTimer ??= setTimeout(() => {
      this.#newsTimer = undefined;
      const documents = [...this.#newsOf];
      this.#newsOf.clear();
      const news = { ...this.progress, documents };
      for (const listener of this.#listeners) listener(news);
    }, PACE).unref();
  }
}

const sayLesson = ({ version, trainedAt, accepted, refused }: Lesson) => ({
  version,
  trainedAt,
  accepted,
  refused,
});

const today = (): string => new Date().toISOString().slice(0, 10);
