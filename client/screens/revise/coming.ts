import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../../shared/api/client.ts';
import { problemType } from '../../../shared/api/problem.ts';
import type { RevisionPreview } from '../../../shared/api/routes/revisions.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { whyOf } from '../../frame/why.ts';
import { isolated } from '../../localize/isolated.ts';
import { keepOffer, type OfferedRevision, offeredFor } from '../../panels/offered-revision.ts';
import type { DeskClient } from '../../store/client.ts';
import type { Store } from '../../store/store.ts';
import { createUploadClient } from '../../store/upload.ts';

/** How far a revision has come on its way to its document. */
export type Stage =
  | { readonly at: 'nothing' }
  | { readonly at: 'examining' }
  | { readonly at: 'previewed'; readonly preview: RevisionPreview; readonly isStale?: true }
  | { readonly at: 'taking'; readonly preview: RevisionPreview }
  /** It cannot be taken as it is; what may help: another encoding, or the same once more. */
  | { readonly at: 'refused'; readonly why: string; readonly mend?: 'encoding' | 'again' }
  /** The server does not answer, and nothing can be said without it. */
  | { readonly at: 'away' };

/** So many of those that would wait are told at most. */
const MOST = 20_000;
const MOST_CHANGES = 400;

/** Bytes on their way to be the next revision of a document: looked at first, taken only when somebody says so. */
export class Coming implements ReactiveController {
  stage: Stage = { at: 'nothing' };
  offer: OfferedRevision | undefined;
  /** The encoding that was asked for; empty to have it recognised. */
  encoding = '';
  label = '';
  /** The share of the bytes that has been sent in the present step; undefined where nothing is being sent. */
  sent: number | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store;
  #documentId = '';
  #call: AbortController | undefined;

  constructor(host: ReactiveControllerHost, store: () => Store) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#call?.abort();
  }

  /** Takes up what is offered for a document; nothing where nothing is. */
  arrive(documentId: string): void {
    this.#documentId = documentId;
    const offer = offeredFor(this.#store(), documentId);
    if (offer && offer !== this.offer) void this.take(offer);
  }

  /** Looks at what is to be the next revision. */
  async take(offer: OfferedRevision): Promise<void> {
    keepOffer(this.#store(), offer);
    this.offer = offer;
    this.encoding = offer.encoding;
    await this.look();
  }

  /** Looks at the former bytes of a document, which are to be its text again. */
  async takeAgain(documentId: string, revision: string): Promise<void> {
    this.#documentId = documentId;
    const store = this.#store();
    const found = (await store.loadDocument(documentId)).object.revisions.find(({ id }) => id === revision);
    if (!found) {
      this.#set({ at: 'refused', why: msg('This document has no such revision.') });
      return;
    }
    await this.take({
      documentId,
      name: found.label ?? '',
      size: found.bytes,
      encoding: found.reading.encoding,
      again: revision,
      read: async () =>
        new Uint8Array(await store.client.getRevisionBytes({ params: { id: documentId, revision } })),
    });
  }

  /** Looks again: in another encoding, or since something has changed. */
  async look(isStale = false): Promise<void> {
    const { offer, encoding } = this;
    if (!offer) return;
    this.#set({ at: 'examining' });
    try {
      const body = await offer.read();
      if (body.length === 0) return this.#refuse(msg('It is empty.'));
      const query = {
        limit: MOST,
        changes: MOST_CHANGES,
        ...(offer.name ? { name: offer.name } : {}),
        ...(encoding ? { encoding } : {}),
      };
      const preview = await this.#send(({ client, signal }) =>
        client.previewRevision({ params: { id: this.#documentId }, query, body }, { signal }),
      );
      if (offer === this.offer)
        this.#set({ at: 'previewed', preview, ...(isStale ? { isStale: true as const } : {}) });
    } catch (error) {
      if (!isStop(error) && offer === this.offer) this.#failed(error);
    }
  }

  /** Has the bytes read in another encoding. */
  readAs(encoding: string): void {
    this.encoding = encoding;
    void this.look();
  }

  /**
   * Makes what was looked at the current revision. Where somebody else has taken one meanwhile, it is looked at again.
   * @returns whether it was taken
   */
  async commit(): Promise<boolean> {
    const { stage, offer } = this;
    if (stage.at !== 'previewed' || !offer || stage.preview.examination.undecodable > 0) return false;
    const { preview } = stage;
    const store = this.#store();
    this.#set({ at: 'taking', preview });
    const [revision, group] = [newId(), newId()];
    store.others.own(group);
    const query = {
      change: newId(),
      group,
      revision,
      from: preview.from,
      by: store.signature,
      at: new Date().toISOString(),
      encoding: preview.examination.encoding,
      ...(this.label.trim() ? { label: this.label.trim() } : {}),
      ...(offer.again ? { again: offer.again } : {}),
    };
    try {
      const body = offer.again ? new Uint8Array() : await offer.read();
      const { held, seq } = await this.#send(({ client, signal }) =>
        client.addRevision({ params: { id: this.#documentId }, query, body }, { signal }),
      );
      const label = msg(str`New revision of “${isolated(held.object.title)}”`);
      store.tookRevision(held as unknown as Versioned<'document'>, seq, label, {
        documentId: this.#documentId,
        from: preview.from,
        to: revision,
      });
      keepOffer(store, undefined);
      this.offer = undefined;
      return true;
    } catch (error) {
      if (isStop(error)) this.#set(stage);
      else if (error instanceof ApiProblem && error.problem.type === problemType('stale'))
        await this.look(true);
      else this.#failed(error);
      return false;
    }
  }

  /** Stops what is being sent; once all of it has been sent, it is the server's. */
  stop(): void {
    this.#call?.abort();
    if (this.stage.at === 'examining') this.cancel();
  }

  /** Lets go of what was offered; nothing was changed. */
  cancel(): void {
    this.#call?.abort();
    this.offer = undefined;
    keepOffer(this.#store(), undefined);
    this.#set({ at: 'nothing' });
  }

  /** Carries a call that sends the bytes, with its progress and the means to stop it; one before is stopped. */
  async #send<T>(call: (by: { client: DeskClient; signal: AbortSignal }) => Promise<T>): Promise<T> {
    this.#call?.abort();
    const control = new AbortController();
    this.#call = control;
    const client = createUploadClient(sent => {
      if (this.#call !== control) return;
      this.sent = sent;
      this.#host.requestUpdate();
    });
    try {
      return await call({ client, signal: control.signal });
    } finally {
      if (this.#call === control) {
        this.#call = undefined;
        this.sent = undefined;
      }
    }
  }

  #failed(error: unknown): void {
    if (error instanceof ApiProblem) {
      const isEncoding = error.problem.errors?.some(({ path }) => path === 'query.encoding');
      this.#refuse(whyOf(error), isEncoding ? 'encoding' : error.status >= 500 ? 'again' : undefined);
    } else this.#set({ at: 'away' });
  }

  #refuse(why: string, mend?: 'encoding' | 'again'): void {
    this.#set({ at: 'refused', why, ...(mend ? { mend } : {}) });
  }

  #set(stage: Stage): void {
    this.stage = stage;
    this.#host.requestUpdate();
  }
}

const isStop = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
