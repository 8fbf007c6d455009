import { msg } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import { askedHow, type OtherHow, partsOf, readOtherwise, unsaid } from '../../panels/how.ts';
import { looksLikeText } from '../../panels/offered-revision.ts';
import type { Store } from '../../store/store.ts';
import { bundled } from './annotation-bundles.ts';
import { Calls, isStop } from './calls.ts';
import {
  type Candidate,
  type Fetched,
  looksLikeExport,
  mayBeAnnotations,
  mayBeTexts,
  partsToBegin,
  type Stage,
} from './candidate.ts';
import { refusalOf, sayTooLarge, withFile } from './candidate-file.ts';
import type { FileAt } from './gather/folder.ts';
import { lanes } from './gather/lanes.ts';
import { storeCandidate } from './store-candidate.ts';
import type { Stored } from './store-document.ts';

/** What taking an export in has done. */
export interface Imported {
  readonly name: string;
  readonly added: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** Milliseconds between two questions how far the server has come. */
const ASKED_MS = 400;
/** So many files are looked at at once; the others wait for their turn. */
const AT_ONCE = 3;

/** Files on their way to the desk: looked at first, stored only when somebody says so. */
export class Adding implements ReactiveController {
  candidates: readonly Candidate[] = [];
  imported: Imported | undefined;
  #host: ReactiveControllerHost;
  #store: () => Store;
  #limits: { documentBytes: number; importBytes: number } | undefined;
  readonly #calls = new Calls((key, sent) => this.#set({ key }, { sent }));
  readonly #turn = lanes(AT_ONCE);
  #isOnline = true;

  constructor(host: ReactiveControllerHost, store: () => Store) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {}

  set limits(limits: { documentBytes: number; importBytes: number }) {
    this.#limits = limits;
  }

  /** Whether the server answers: when it does again, what waited for that is looked at. */
  set isOnline(isOnline: boolean) {
    const wasOnline = this.#isOnline;
    this.#isOnline = isOnline;
    if (!isOnline || wasOnline) return;
    for (const { key, stage, name, fetched } of this.candidates) {
      if (stage.at !== 'refused' || stage.mend !== 'back') continue;
      this.#set({ key }, { stage: { at: 'waiting' } });
      void this.#turn(() => (name && !fetched ? this.#take(key) : this.readAgain(key)));
    }
  }

  /** Most bytes that a file may have; undefined while nobody knows. */
  get limit(): number | undefined {
    return this.#limits && Math.max(this.#limits.documentBytes, this.#limits.importBytes);
  }

  /** Takes files up for review. */
  async offer(files: Iterable<File>): Promise<void> {
    await this.offerAt([...files].map(file => ({ file, path: file.name })));
  }

  /** Takes files of a folder up for review. */
  async offerAt(files: readonly FileAt[]): Promise<void> {
    const begun = (await bundled(files)).map(({ file, path }) =>
      this.#begin({ name: file.name, origin: path, file }),
    );
    await Promise.all(begun.map(({ key }) => this.#turn(() => this.#take(key))));
  }

  /** Takes pasted words up for review, and the web page that the clipboard has of them, if it has one. */
  async offerText(text: string, page = ''): Promise<void> {
    const words = new Blob([text]);
    const pasted = hasForm(page) ? { pasted: { words, page: new Blob([page]), isPage: false } } : {};
    const how = { ...unsaid, extractor: 'plain', encoding: 'utf-8' };
    await this.#examine(this.#begin({ name: '', origin: 'pasted', file: words, how, ...pasted }));
  }

  /** Takes up for review what the server has fetched by an address. */
  async offerFetched(fetched: Fetched): Promise<void> {
    const { encoding = '', name, retrieval } = fetched;
    const how = { ...unsaid, encoding };
    await this.#examine(this.#begin({ name, origin: retrieval.url, file: new Blob(), fetched, how }));
  }

  async #take(key: string): Promise<void> {
    const candidate = this.#find(key);
    // It was left out before its turn came.
    if (!candidate) return;
    this.#set(candidate, { stage: { at: 'examining' } });
    const { file, name } = candidate;
    try {
      // A file over every limit is not even read.
      if (this.limit !== undefined && file.size > this.limit)
        return this.#refuse(candidate, { why: sayTooLarge(file.size, this.#limits!.importBytes) });
      if (await looksLikeExport(file)) return this.#set(candidate, { stage: { at: 'export' } });
      if (mayBeAnnotations(name) && (await this.tryOut(key))) return;
      const limit = this.#limits?.documentBytes;
      if (limit !== undefined && file.size > limit)
        return this.#refuse(candidate, { why: sayTooLarge(file.size, limit) });
      await this.#examine(candidate);
    } catch {
      this.#refuse(candidate, { why: msg('It could not be read. Was it moved or deleted meanwhile?') });
    }
  }

  /** Looks at a file again, read otherwise; what is being looked at is let go. */
  async readAs(key: string, other: OtherHow): Promise<void> {
    const candidate = this.#find(key);
    if (!candidate) return;
    const { stage } = candidate;
    this.#set(
      { key },
      {
        how: readOtherwise(candidate.how, other),
        stage:
          stage.at === 'examined'
            ? { at: 'examined', found: stage.found, isLooking: true }
            : { at: 'examining' },
      },
    );
    await this.#examine({ key });
  }

  /** Takes pasted words as they are, or as the web page that the clipboard has of them. */
  async readPasted(key: string, isPage: boolean): Promise<void> {
    const pasted = this.#find(key)?.pasted;
    if (!pasted) return;
    this.#set(
      { key },
      { pasted: { ...pasted, isPage }, file: isPage ? pasted.page : pasted.words, kept: '' },
    );
    await this.readAs(key, { extractor: isPage ? 'html' : 'plain', encoding: 'utf-8' });
  }

  /**
   * Asks what would become of the annotations in a file; nothing is written.
   * @param document the one to place them on; empty for those that they name or bring along
   * @returns false where the file holds none
   */
  async tryOut(key: string, document = ''): Promise<boolean> {
    const candidate = this.#find(key);
    if (!candidate) return false;
    const query = { ...this.#signed(candidate), ...(document ? { document } : {}) };
    try {
      const body = new Uint8Array(await candidate.file.arrayBuffer());
      const tried = await this.#watched(key, job =>
        this.#calls.send(key, ({ client, signal }) =>
          client.tryImport({ query: { ...query, job }, body }, { signal }),
        ),
      );
      const { exact = 0, repaired = 0, known = 0 } = tried.items ?? {};
      const isDoubtful = document === '' && mayBeTexts(candidate.name) && exact + repaired + known === 0;
      this.#set(
        { key },
        { stage: isDoubtful ? { at: 'either', tried } : { at: 'annotations', tried, document } },
      );
      return true;
    } catch (error) {
      if (isStop(error)) return true;
      if (error instanceof ApiProblem && error.status < 500 && document === '') return false;
      this.#refuse(candidate, refusalOf(error));
      return true;
    }
  }

  /** Takes what may be either for annotations. */
  asAnnotations(key: string): void {
    const stage = this.#find(key)?.stage;
    if (stage?.at === 'either')
      this.#set({ key }, { stage: { at: 'annotations', tried: stage.tried, document: '' } });
  }

  #signed({ name }: Pick<Candidate, 'name'>) {
    return { name, by: this.#store().signature, at: new Date().toISOString() };
  }

  /** Looks at a file once more; also at an export or at annotations, which then are texts after all. */
  async readAgain(key: string): Promise<void> {
    this.#set({ key }, { stage: { at: 'examining' } });
    await this.#examine({ key });
  }

  describe(key: string, words: Partial<Pick<Candidate, 'title' | 'mediaType' | 'language' | 'parts'>>): void {
    this.#set({ key }, words);
  }

  leaveOut(key: string): void {
    this.#calls.stop(key);
    this.candidates = this.candidates.filter(candidate => candidate.key !== key);
    this.#host.requestUpdate();
  }

  leaveAllOut(): void {
    for (const { key } of this.candidates) this.#calls.stop(key);
    this.candidates = [];
    this.#host.requestUpdate();
  }

  /** Stops what is being sent, and what the server reads; nothing of it is stored. What it writes already is its own. */
  stop(key: string): void {
    this.#calls.stop(key);
  }

  /**
   * Stores a file, or the parts of it that are ticked. What could not be stored stays, with why.
   * @returns what was stored; undo has still to learn of it
   */
  async add(key: string): Promise<readonly Stored[]> {
    const candidate = this.#find(key);
    if (candidate?.stage.at !== 'examined') return [];
    const { stage, parts } = candidate;
    const { found } = stage;
    const of = parts?.size;
    const tell = (done: number) =>
      this.#set({ key }, { stage: { at: 'adding', found, ...(of === undefined ? {} : { done, of }) } });
    tell(0);
    const stored: Stored[] = [];
    try {
      await this.#calls.send(key, by =>
        storeCandidate(this.#store(), candidate, found, by, (one, part) => {
          stored.push(one);
          if (part === undefined) return;
          const left = new Set(this.#find(key)?.parts);
          left.delete(part);
          this.#set({ key }, { parts: left });
          tell(stored.length);
        }),
      );
      this.leaveOut(key);
    } catch (error) {
      if (isStop(error)) this.#set({ key }, { stage });
      else this.#refuse(candidate, refusalOf(error));
    }
    return stored;
  }

  /** Takes an export in. @returns whether it was taken */
  async takeIn(key: string): Promise<boolean> {
    const candidate = this.#find(key);
    if (!candidate) return false;
    const { stage } = candidate;
    this.#set({ key }, { stage: { at: 'importing' } });
    const placed = stage.at === 'annotations' ? { format: stage.tried.format } : {};
    const on = stage.at === 'annotations' && stage.document ? { document: stage.document } : {};
    const query = { ...this.#signed(candidate), ...placed, ...on };
    try {
      const body = new Uint8Array(await candidate.file.arrayBuffer());
      const { added, notes } = await this.#watched(key, job =>
        this.#calls.send(key, ({ client, signal }) =>
          client.importDesk({ query: { ...query, job }, body }, { signal }),
        ),
      );
      this.imported = { name: candidate.name, added, notes };
      this.leaveOut(key);
      return true;
    } catch (error) {
      if (isStop(error)) this.#set({ key }, { stage });
      else this.#refuse(candidate, refusalOf(error));
      return false;
    }
  }

  dismissImported(): void {
    this.imported = undefined;
    this.#host.requestUpdate();
  }

  async #examine({ key }: Pick<Candidate, 'key'>): Promise<void> {
    const candidate = this.#find(key);
    if (!candidate) return;
    const { file, fetched, how, name } = candidate;
    if (file.size === 0 && !fetched) return this.#refuse(candidate, { why: msg('It is empty.') });
    // What may be asked about again, or stored in parts, is kept by the server meanwhile.
    const keep = fetched || looksLikeText(nameAndKind(candidate)) ? {} : { keep: 'true' as const };
    const query = { ...(name ? { name } : {}), ...askedHow(how), ...keep };
    try {
      const found = await this.#calls.send(key, ({ client, signal }) =>
        withFile(candidate, (where, body) =>
          client.examine({ query: { ...query, ...where }, body }, { signal }),
        ),
      );
      // It was left out while the answer came.
      if (!this.#find(key)) return;
      const kept = 'keep' in keep ? { kept: found.sha256 } : {};
      this.#set({ key }, { ...this.#described(key, found), ...kept, stage: { at: 'examined', found } });
    } catch (error) {
      // What was stopped was left out, or is being asked anew.
      if (isStop(error)) return;
      const stage = this.#find(key)?.stage;
      if (stage?.at === 'examined')
        this.#set({ key }, { stage: { at: 'examined', found: stage.found, wrong: refusalOf(error).why } });
      else this.#refuse(candidate, refusalOf(error));
    }
  }

  /** What was found out fills what nobody has written or changed. */
  #described(key: string, found: Examination): Partial<Candidate> {
    const { parts, title, mediaType, language, stage } = this.#find(key)!;
    const there = new Set(partsOf(found).map(({ value }) => value));
    const left = parts && new Set([...parts].filter(part => there.has(part)));
    const isStill = left !== undefined && (left.size > 0 || parts?.size === 0);
    const chosen = there.size === 0 ? undefined : isStill ? left : partsToBegin(found);
    const was = stage.at === 'examined' ? stage.found : undefined;
    return {
      parts: chosen,
      ...(title && title !== was?.title ? {} : { title: found.title }),
      ...(was && mediaType !== was.mediaType ? {} : { mediaType: found.mediaType }),
      ...(was && language !== (was.language ?? '') ? {} : { language: found.language ?? '' }),
    };
  }

  /** Asks how far the server has come with a file, until the work is done. */
  async #watched<T>(key: string, work: (job: string) => Promise<T>): Promise<T> {
    const job = newId();
    const ask = async () => {
      const { now } = await this.#store().client.getImportProgress({ params: { job } });
      if (now && this.#calls.isUnder(key)) this.#set({ key }, { taken: now });
    };
    const timer = setInterval(() => void ask().catch(() => undefined), ASKED_MS);
    try {
      return await work(job);
    } finally {
      clearInterval(timer);
      this.#set({ key }, { taken: undefined });
    }
  }

  #begin(given: Pick<Candidate, 'name' | 'origin' | 'file'> & Partial<Candidate>): Candidate {
    const candidate: Candidate = {
      how: unsaid,
      stage: { at: given.name && !given.fetched ? 'waiting' : 'examining' },
      title: '',
      mediaType: 'text/plain',
      language: '',
      ids: { id: newId(), revision: newId(), change: newId(), group: newId() },
      ...given,
      key: newId(),
    };
    this.candidates = [...this.candidates, candidate];
    this.#host.requestUpdate();
    return candidate;
  }

  #find(key: string): Candidate | undefined {
    return this.candidates.find(candidate => candidate.key === key);
  }

  #refuse({ key }: Pick<Candidate, 'key'>, refusal: Omit<Extract<Stage, { at: 'refused' }>, 'at'>): void {
    this.#set({ key }, { stage: { at: 'refused', ...refusal } });
  }

  #set({ key }: Pick<Candidate, 'key'>, values: Partial<Candidate & { stage: Stage }>): void {
    this.candidates = this.candidates.map(candidate =>
      candidate.key === key ? { ...candidate, ...values } : candidate,
    );
    this.#host.requestUpdate();
  }
}

const nameAndKind = ({ name, file }: Candidate): { name: string; type: string } => ({
  name: name || 'pasted.txt',
  type: file.type,
});

/** Whether the page that a clipboard has of words says more than they do: headings, lists, tables, emphasis, links. */
const hasForm = (page: string): boolean => /<(h[1-6]|li|td|th|blockquote|pre|b|strong|i|em|a)\b/i.test(page);
