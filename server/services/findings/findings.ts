import type { ToldFinding } from '../../../shared/api/found.ts';
import type { FindingsNews, FindingsProgress, FindingsStatus } from '../../../shared/api/routes/findings.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Storage } from '../../storage/port.ts';
import type { ClaimShelf } from '../claim-shelf.ts';
import type { Texts } from '../texts.ts';
import { DocumentSearch, type OfferedHere } from './document-search.ts';
import { USUAL_ENGINE } from './engine.ts';
import { DeskExamination } from './examination.ts';
import { FoundCache } from './found-cache.ts';
import { KeptFindings } from './kept-findings.ts';
import { Learning } from './learning.ts';
import type { Found, Kept } from './messages.ts';
import { News } from './news.ts';
import { Run } from './run.ts';
import { Standing } from './standing.ts';

/** What is gone through. */
interface SearchedDesk {
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

/** What came of learning. */
interface Trained {
  /** False where there is too little to learn from, or nothing new. */
  readonly changed: boolean;
  readonly tagger?: FindingsStatus['tagger'];
}

/** Milliseconds of quiet after which what is found is written down. */
const WRITE_AFTER = 1500;

/**
 * Finds claims and contradictions by itself, in threads, so that nothing else waits: what is suggested in each document,
 * and what the conflict rules find on the whole desk. It begins with `begin` or the first question and is kept up with
 * each commit. What it has found is kept on disk, so that a restart finds nothing anew.
 */
export class Findings {
  readonly #desk: SearchedDesk;
  readonly #search: DocumentSearch;
  readonly #learning: Learning;
  readonly #examination: DeskExamination;
  readonly #cache: FoundCache;
  readonly #kept: KeptFindings;
  readonly #standing = new Standing();
  readonly #run = new Run();
  readonly #news = new News(() => this.progress);
  #findings: ReadonlyMap<string, Found> = new Map();
  #begun: Promise<void> | undefined;
  #isClosed = false;
  #version = 0;
  #writeTimer: ReturnType<typeof setTimeout> | undefined;
  #whenSettled: (() => void)[] = [];

  constructor(desk: SearchedDesk, { engine = USUAL_ENGINE, recommender }: FindingsOptions = {}) {
    this.#desk = desk;
    this.#cache = new FoundCache(desk.storage.derived);
    this.#kept = new KeptFindings(this.#cache, engine, today);
    this.#search = new DocumentSearch({
      texts: desk.texts,
      claims: desk.claims,
      cache: this.#cache,
      standing: this.#standing,
      engine,
      recommender,
      today,
      pending: id => this.#run.want(id),
      proposed: id => this.#proposed(id),
      recommended: id => this.#changed(id),
    });
    this.#learning = new Learning({
      texts: desk.texts,
      claims: desk.claims,
      cache: this.#cache,
      proposals: this.#search.proposals,
      standing: this.#standing,
      engine,
    });
    this.#examination = new DeskExamination({
      storage: desk.storage,
      claims: desk.claims,
      engine,
      document: id => this.#search.toExaminer(id),
      progress: (done, total) => {
        this.#run.stepped(done, total);
        this.#news.soon();
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
      if (held.kind === 'entity') this.#search.know(held as Versioned<'entity'>);
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
    return this.#news.subscribe(listener);
  }

  get progress(): FindingsProgress {
    return { version: this.#version, ...this.#run.progress(this.isSettled) };
  }

  /** Whether everything that was committed has been gone through. */
  get isSettled(): boolean {
    return this.#search.proposals.pending.length === 0 && this.#examination.isSettled;
  }

  /** Resolves when everything has been gone through, or nothing goes any further. */
  async settled(): Promise<void> {
    await this.begin();
    while (!this.isSettled && !this.#isClosed && this.stopped === undefined)
      await new Promise<void>(resolve => this.#whenSettled.push(resolve));
  }

  /** Why nothing is gone through any more; undefined as long as it is. */
  get stopped(): string | undefined {
    return this.#examination.stopped ?? this.#search.proposals.stopped;
  }

  get status(): FindingsStatus {
    const { examples, tagger } = this.#learning;
    const { stopped } = this;
    const { recommender, proposals } = this.#search;
    return {
      ...this.progress,
      documentsPending: proposals.pending.length,
      failed: [...proposals.failed],
      ...(stopped === undefined ? {} : { stopped }),
      ...(recommender ? { recommender } : {}),
      examples,
      ...(tagger ? { tagger } : {}),
    };
  }

  /** What is suggested in a document that is not removed. @param isWanted leaves out what nobody asked for */
  async suggestions(documentId: string, isWanted?: (one: Kept) => boolean): Promise<OfferedHere> {
    await this.begin();
    return this.#search.offered(documentId, isWanted);
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
      if (!held.removed && (documentId === undefined || held.id === documentId))
        await this.#search.want(held, true);
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
    const { tagger } = this.#learning;
    return { changed, ...(tagger ? { tagger } : {}) };
  }

  async close(): Promise<void> {
    const isWhole = this.#begun !== undefined && this.isSettled;
    this.#isClosed = true;
    clearTimeout(this.#writeTimer);
    this.#search.close();
    this.#examination.end();
    this.#news.close();
    this.#tellSettled();
    if (isWhole) await this.#write();
  }

  async #begin(): Promise<void> {
    const { storage } = this.#desk;
    await this.#standing.load(storage);
    await this.#learning.recall();
    this.#useLesson();
    for (const held of await storage.readObjects('entity')) this.#search.know(held);
    const { head } = storage;
    const documents = (await storage.readObjects('document')).filter(held => !held.removed);
    for (const held of documents) await this.#search.want(held);
    const kept = await this.#kept.read(head);
    if (kept) this.#findings = kept;
    // What was committed meanwhile, or could not be read from the disk, has to be examined with all the rest.
    if (!kept || storage.head.seq !== head.seq || this.#search.proposals.pending.length > 0) this.#wake();
    this.#changed();
  }

  #useLesson(): void {
    const { lesson } = this.#learning;
    this.#search.proposals.learned = lesson && { version: lesson.version, model: lesson.model };
    this.#kept.learned = lesson?.version;
  }

  async #takeDocument(held: Versioned<'document'>): Promise<void> {
    if (held.removed) {
      this.#search.drop(held.id);
      this.#run.drop(held.id);
    } else if (!(await this.#search.want(held))) return;
    this.#wake();
    this.#examination.takeDocument(held.id);
    this.#changed(held.id);
  }

  #wake(): void {
    if (this.#isClosed) return;
    this.#examination.wake();
  }

  /** The suggestions of a document are there, or cannot be made. */
  #proposed(id: string): void {
    this.#run.seen(id);
    this.#examination.takeDocument(id);
    this.#changed(id);
    this.#settle();
  }

  #examined(findings: ReadonlyMap<string, Found>, changed: boolean): void {
    this.#findings = findings;
    if (changed) this.#changed();
    this.#settle();
  }

  #settle(): void {
    if (this.stopped !== undefined) this.#tellSettled();
    if (!this.isSettled) {
      this.#news.soon();
      return;
    }
    this.#run.end();
    this.#news.soon();
    this.#tellSettled();
    clearTimeout(this.#writeTimer);
    this.#writeTimer = setTimeout(() => void this.#write(), WRITE_AFTER).unref();
  }

  #tellSettled(): void {
    for (const resolve of this.#whenSettled.splice(0)) resolve();
  }

  /** Writes down what is found. */
  async #write(): Promise<void> {
    if (this.stopped !== undefined || this.#search.proposals.failed.length > 0) return;
    await this.#kept.write(this.#desk.storage.head, this.#findings);
    await this.#cache.sweep();
  }

  /** What is told is something else than before. @param documentId whose suggestions are */
  #changed(documentId?: string): void {
    this.#version++;
    this.#news.soon(documentId);
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);
