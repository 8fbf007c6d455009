import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { Examination } from '../../../shared/api/contract.ts';
import { whyOf } from '../../frame/why.ts';
import type { Gesture, Store } from '../../store/store.ts';
import { type Candidate, looksLikeExport, type Stage } from './candidate.ts';
import { saySize } from './words.ts';

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
    await Promise.all([...files].map(file => this.#take(file)));
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
    this.#set({ key }, { encoding, stage: { at: 'examining' }, since: performance.now() });
    await this.#examine({ key });
  }

  /** Treats an export as a text after all. */
  async asText(key: string): Promise<void> {
    this.#set({ key }, { stage: { at: 'examining' }, since: performance.now() });
    await this.#examine({ key });
  }

  describe(key: string, words: Partial<Pick<Candidate, 'title' | 'mediaType' | 'language'>>): void {
    this.#set({ key }, words);
  }

  leaveOut(key: string): void {
    this.candidates = this.candidates.filter(candidate => candidate.key !== key);
    this.#host.requestUpdate();
  }

  /** Stores a file. @returns the new document's id, or undefined where it was refused */
  async add(key: string): Promise<string | undefined> {
    const candidate = this.#find(key);
    if (candidate?.stage.at !== 'examined') return undefined;
    const { found } = candidate.stage;
    this.#set({ key }, { stage: { at: 'adding', found }, since: performance.now() });
    const store = this.#store();
    const ids = { id: newId(), change: newId(), group: newId(), revision: newId() };
    const at = new Date().toISOString();
    const by = store.signature;
    try {
      const { held } = await store.client.addDocument({
        query: {
          ...ids,
          by,
          at,
          title: candidate.title.trim() || found.title,
          mediaType: candidate.mediaType,
          encoding: found.encoding,
          ...(candidate.language.trim() ? { language: candidate.language.trim() } : {}),
          origin: candidate.origin,
        },
        body: candidate.bytes,
      });
      const operation = { op: 'create', value: JSON.parse(JSON.stringify(held.object)) } as const;
      const gesture: Gesture = {
        label: msg(str`Add “${held.object.title}”`),
        changes: [
          {
            id: ids.change,
            group: ids.group,
            kind: 'document',
            objectId: ids.id,
            operation,
            base: {},
            at,
            by,
          },
        ],
        before: [{}],
      };
      store.did(gesture, [held]);
      this.leaveOut(key);
      return ids.id;
    } catch (error) {
      this.#set({ key }, { stage: { at: 'refused', why: whyOf(error), mendable: false } });
      return undefined;
    }
  }

  /** Takes an export in. @returns whether it was taken */
  async takeIn(key: string): Promise<boolean> {
    const candidate = this.#find(key);
    if (!candidate) return false;
    this.#set({ key }, { stage: { at: 'importing' }, since: performance.now() });
    const store = this.#store();
    try {
      const { added, notes } = await store.client.importDesk({
        query: { by: store.signature, at: new Date().toISOString() },
        body: candidate.bytes,
      });
      this.imported = { name: candidate.name, added, notes };
      this.leaveOut(key);
      return true;
    } catch (error) {
      this.#set({ key }, { stage: { at: 'refused', why: whyOf(error), mendable: false } });
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
    try {
      const { encoding, name } = candidate;
      const found = await this.#store().client.examine({
        query: { ...(name ? { name } : {}), ...(encoding ? { encoding } : {}) },
        body: candidate.bytes,
      });
      // An answer to an earlier question is of no use any more.
      if (this.#find(key)?.encoding !== encoding) return;
      this.#set({ key }, { ...described(candidate, found), stage: { at: 'examined', found } });
    } catch (error) {
      const mendable = error instanceof ApiProblem && error.status === 422;
      this.#refuse(candidate, whyOf(error), mendable);
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
      since: performance.now(),
    };
    this.candidates = [...this.candidates, candidate];
    this.#host.requestUpdate();
    return candidate;
  }

  #find(key: string): Candidate | undefined {
    return this.candidates.find(candidate => candidate.key === key);
  }

  #refuse({ key }: Pick<Candidate, 'key'>, why: string, mendable = false): void {
    this.#set({ key }, { stage: { at: 'refused', why, mendable } });
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

function tooLarge(size: number, limit: number): string {
  return msg(
    str`It has ${saySize(size)}; at most ${saySize(limit)} can be added. Split it and add the parts.`,
  );
}
