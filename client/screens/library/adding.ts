import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import { whyOf } from '../../frame/why.ts';
import { saySize } from '../../localize/say-size.ts';
import type { DeskClient } from '../../store/client.ts';
import type { Store } from '../../store/store.ts';
import { createUploadClient } from '../../store/upload.ts';
import { bundled } from './annotation-bundles.ts';
import { type Candidate, looksLikeExport, mayBeAnnotations, type Stage } from './candidate.ts';
import { storeDocument } from './store-document.ts';

/** What taking an export in has done. */
export interface Imported {
  readonly name: string;
  readonly added: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** Files on their way to the desk: looked at first, stored only when somebody says so. */
export class Adding implements ReactiveController {
  candidates: readonly Candidate[] = [];
  imported: Imported | undefined;
  #host: ReactiveControllerHost;
  #store: () => Store;
  #limits: { documentBytes: number; importBytes: number } | undefined;
  /** Calls under way that carry a file, by its key. */
  #calls = new Map<string, AbortController>();

  constructor(host: ReactiveControllerHost, store: () => Store) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {}

  set limits(limits: { documentBytes: number; importBytes: number }) {
    this.#limits = limits;
  }

  /** Takes files up for review. */
  async offer(files: Iterable<File>): Promise<void> {
    await Promise.all((await bundled([...files])).map(file => this.#take(file)));
  }

  /** Takes pasted words up for review. */
  async offerText(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    await this.#examine(this.#begin({ name: '', origin: 'pasted', bytes, encoding: 'utf-8' }));
  }

  async #take(file: File): Promise<void> {
    const { name } = file;
    const limit = this.#limits?.documentBytes;
    const candidate = this.#begin({ name, origin: name, bytes: new Uint8Array(), encoding: '' });
    try {
      // A file over every limit is not even read.
      if (this.#limits && file.size > Math.max(this.#limits.documentBytes, this.#limits.importBytes))
        return this.#refuse(candidate, tooLarge(file.size, this.#limits.importBytes));
      const bytes = new Uint8Array(await file.arrayBuffer());
      this.#set(candidate, { bytes });
      if (looksLikeExport(bytes)) return this.#set(candidate, { stage: { at: 'export' } });
      if (mayBeAnnotations(name) && (await this.tryOut(candidate.key))) return;
      if (limit !== undefined && file.size > limit)
        return this.#refuse(candidate, tooLarge(file.size, limit));
      await this.#examine(candidate);
    } catch {
      this.#refuse(
        candidate,
        msg('It could not be read. A folder cannot be added as one; choose the files in it.'),
      );
    }
  }

  /** Looks at a file again, read in another encoding. */
  async readAs(key: string, encoding: string): Promise<void> {
    this.#set({ key }, { encoding, stage: { at: 'examining' } });
    await this.#examine({ key });
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
      const tried = await this.#send(key, ({ client, signal }) =>
        client.tryImport({ query, body: candidate.bytes }, { signal }),
      );
      this.#set({ key }, { stage: { at: 'annotations', tried, document } });
      return true;
    } catch (error) {
      if (isStop(error)) return true;
      if (error instanceof ApiProblem && error.status < 500 && document === '') return false;
      this.#refuse(candidate, whyOf(error), mendOf(error));
      return true;
    }
  }

  #signed({ name }: Pick<Candidate, 'name'>) {
    return { name, by: this.#store().signature, at: new Date().toISOString() };
  }

  /** Looks at a file once more; also at an export, which then is a text after all. */
  async readAgain(key: string): Promise<void> {
    this.#set({ key }, { stage: { at: 'examining' } });
    await this.#examine({ key });
  }

  describe(key: string, words: Partial<Pick<Candidate, 'title' | 'mediaType' | 'language'>>): void {
    this.#set({ key }, words);
  }

  leaveOut(key: string): void {
    this.#calls.get(key)?.abort();
    this.candidates = this.candidates.filter(candidate => candidate.key !== key);
    this.#host.requestUpdate();
  }

  /** Stops what is being sent; nothing of it is stored. Once all has been sent, it is the server's. */
  stop(key: string): void {
    this.#calls.get(key)?.abort();
  }

  /** Stores a file. @returns the new document's id, or undefined where it was refused or stopped */
  async add(key: string): Promise<string | undefined> {
    const candidate = this.#find(key);
    if (candidate?.stage.at !== 'examined') return undefined;
    const { stage, ids, language, mediaType, origin, bytes } = candidate;
    const { found } = stage;
    this.#set({ key }, { stage: { at: 'adding', found } });
    const store = this.#store();
    const document = {
      ...ids,
      at: new Date().toISOString(),
      title: candidate.title.trim() || found.title,
      mediaType,
      encoding: found.encoding,
      ...(language.trim() ? { language: language.trim() } : {}),
      origin,
    };
    try {
      const { held, gesture } = await this.#send(key, call => storeDocument(store, document, bytes, call));
      store.did(gesture, [held]);
      this.leaveOut(key);
      return ids.id;
    } catch (error) {
      if (isStop(error)) this.#set({ key }, { stage });
      else this.#refuse(candidate, whyOf(error), mendOf(error));
      return undefined;
    }
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
      const { added, notes } = await this.#send(key, ({ client, signal }) =>
        client.importDesk({ query, body: candidate.bytes }, { signal }),
      );
      this.imported = { name: candidate.name, added, notes };
      this.leaveOut(key);
      return true;
    } catch (error) {
      if (isStop(error)) this.#set({ key }, { stage });
      else this.#refuse(candidate, whyOf(error), mendOf(error));
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
    if (candidate.bytes.length === 0) return this.#refuse(candidate, msg('It is empty.'));
    const { encoding, name, bytes } = candidate;
    const query = { ...(name ? { name } : {}), ...(encoding ? { encoding } : {}) };
    try {
      const found = await this.#send(key, ({ client, signal }) =>
        client.examine({ query, body: bytes }, { signal }),
      );
      this.#set({ key }, { ...described(candidate, found), stage: { at: 'examined', found } });
    } catch (error) {
      // What was stopped was left out, or is being asked anew.
      if (!isStop(error)) this.#refuse(candidate, whyOf(error), mendOf(error));
    }
  }

  /** Carries a call that sends a file, with its progress and the means to stop it; one before for the same file is stopped. */
  async #send<T>(
    key: string,
    call: (by: { client: DeskClient; signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    this.#calls.get(key)?.abort();
    const control = new AbortController();
    this.#calls.set(key, control);
    const client = createUploadClient(sent => {
      if (this.#calls.get(key) === control) this.#set({ key }, { sent });
    });
    try {
      return await call({ client, signal: control.signal });
    } finally {
      if (this.#calls.get(key) === control) {
        this.#calls.delete(key);
        this.#set({ key }, { sent: undefined });
      }
    }
  }

  #begin(given: Pick<Candidate, 'name' | 'origin' | 'bytes' | 'encoding'>): Candidate {
    const candidate: Candidate = {
      ...given,
      key: newId(),
      stage: { at: 'examining' },
      title: '',
      mediaType: 'text/plain',
      language: '',
      ids: { id: newId(), revision: newId(), change: newId(), group: newId() },
    };
    this.candidates = [...this.candidates, candidate];
    this.#host.requestUpdate();
    return candidate;
  }

  #find(key: string): Candidate | undefined {
    return this.candidates.find(candidate => candidate.key === key);
  }

  #refuse({ key }: Pick<Candidate, 'key'>, why: string, mend?: 'encoding' | 'again'): void {
    this.#set({ key }, { stage: { at: 'refused', why, ...(mend ? { mend } : {}) } });
  }

  #set({ key }: Pick<Candidate, 'key'>, values: Partial<Candidate & { stage: Stage }>): void {
    this.candidates = this.candidates.map(candidate =>
      candidate.key === key ? { ...candidate, ...values } : candidate,
    );
    this.#host.requestUpdate();
  }
}

/** What was found out fills what nobody has written yet. */
function described(candidate: Candidate, found: Examination): Partial<Candidate> {
  if (candidate.title !== '') return {};
  return { title: found.title, mediaType: found.mediaType, language: found.language ?? '' };
}

const isStop = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** What may help where a call failed: another encoding where the server says so, and the same again where it did not get to an answer. */
function mendOf(error: unknown): 'encoding' | 'again' | undefined {
  if (!(error instanceof ApiProblem) || error.status >= 500) return 'again';
  return error.problem.errors?.some(({ path }) => path === 'query.encoding') ? 'encoding' : undefined;
}

function tooLarge(size: number, limit: number): string {
  return msg(
    str`It has ${saySize(size)}; at most ${saySize(limit)} can be added. Split it and add the parts.`,
  );
}
