import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../../shared/api/client.ts';
import { problemType } from '../../../shared/api/problem.ts';
import type { RevisionPreview } from '../../../shared/api/routes/revisions.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Revision } from '../../../shared/model/document.ts';
import { isolated } from '../../localize/isolated.ts';
import { askedHow, foundHow, type How, type OtherHow, readOtherwise, unsaid } from '../../panels/how.ts';
import { keepOffer, type OfferedRevision, offeredFor } from '../../panels/offered-revision.ts';
import { originalName } from '../../panels/original.ts';
import type { Store } from '../../store/store.ts';
import { Calls, isStop } from '../library/calls.ts';
import type { Mend } from '../library/candidate.ts';
import { refusalOf } from '../library/candidate-file.ts';

/** How far a revision has come on its way to its document. */
export type Stage =
  | { readonly at: 'nothing' }
  | { readonly at: 'examining' }
  | {
      readonly at: 'previewed';
      readonly preview: RevisionPreview;
      readonly isStale?: true;
      /** It is looked at anew, read otherwise; or why that failed. */
      readonly isLooking?: true;
      readonly wrong?: string;
    }
  | { readonly at: 'taking'; readonly preview: RevisionPreview }
  /** It cannot be taken as it is, and what may help. */
  | { readonly at: 'refused'; readonly why: string; readonly mend?: Mend }
  /** The server does not answer, and nothing can be said without it. */
  | { readonly at: 'away' };

/** So many of those that would wait are told at most. */
const MOST = 20_000;
const MOST_CHANGES = 400;

/** Bytes on their way to be the next revision of a document: looked at first, taken only when somebody says so. */
export class Coming implements ReactiveController {
  stage: Stage = { at: 'nothing' };
  offer: OfferedRevision | undefined;
  /** How it is to be read, as far as somebody has said so. */
  how: How = unsaid;
  label = '';
  /** The share of the bytes that has been sent in the present step; undefined where nothing is being sent. */
  sent: number | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store;
  #documentId = '';
  readonly #calls = new Calls((_document, sent) => {
    this.sent = sent;
    this.#host.requestUpdate();
  });

  constructor(host: ReactiveControllerHost, store: () => Store) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#calls.stop(this.#documentId);
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
    this.how = offer.how;
    this.stage = { at: 'examining' };
    await this.look();
  }

  /**
   * Looks at the former bytes of a document, which are to be its text again.
   * @param isOtherwise whether they are to be read otherwise than they were
   */
  async takeAgain(documentId: string, revision: string, isOtherwise = false): Promise<void> {
    this.#documentId = documentId;
    const store = this.#store();
    const held = await store.loadDocument(documentId);
    const found = held.object.revisions.find(({ id }) => id === revision);
    if (!found) {
      this.#set({ at: 'refused', why: msg('This document has no such revision.') });
      return;
    }
    await this.take({
      documentId,
      // Its name tells what kind of file it may be.
      name: isOtherwise ? originalName(held.object, found) : (found.label ?? ''),
      size: found.bytes,
      how: isOtherwise ? howOf(found) : unsaid,
      again: revision,
      read: async () => new Uint8Array(),
    });
  }

  /** Looks again: read otherwise, or since something has changed. */
  async look(isStale = false): Promise<void> {
    const { offer, how } = this;
    if (!offer) return;
    const before = this.stage;
    if (before.at === 'previewed') this.#set({ at: 'previewed', preview: before.preview, isLooking: true });
    else this.#set({ at: 'examining' });
    try {
      const body = await offer.read();
      if (body.length === 0 && !offer.again && !offer.fetched) return this.#refuse(msg('It is empty.'));
      const query = {
        limit: MOST,
        changes: MOST_CHANGES,
        ...(offer.name ? { name: offer.name } : {}),
        ...askedHow(how),
        ...whereOf(offer),
      };
      const preview = await this.#calls.send(offer.documentId, ({ client, signal }) =>
        client.previewRevision({ params: { id: this.#documentId }, query, body }, { signal }),
      );
      if (offer !== this.offer) return;
      // A file of the kind that the text was made of is read as that was: what is chosen now goes on from there.
      const { extraction } = preview.examination;
      if (extraction && !offer.again)
        this.how = { ...this.how, extractor: extraction.extractor, options: extraction.options };
      this.#set({ at: 'previewed', preview, ...(isStale ? { isStale: true as const } : {}) });
    } catch (error) {
      if (isStop(error) || offer !== this.offer) return;
      const { stage } = this;
      if (stage.at === 'previewed' && error instanceof ApiProblem && error.status < 500)
        this.#set({ at: 'previewed', preview: stage.preview, wrong: refusalOf(error).why });
      else this.#failed(error);
    }
  }

  /** Has the bytes read otherwise; what is being looked at is let go. */
  readAs(other: OtherHow): void {
    this.how = readOtherwise(this.how, other);
    void this.look();
  }

  /**
   * Makes what was looked at the current revision. Where somebody else has taken one meanwhile, it is looked at again.
   * @returns whether it was taken
   */
  async commit(): Promise<boolean> {
    const { stage, offer } = this;
    if (stage.at !== 'previewed' || stage.isLooking || !offer) return false;
    if (stage.preview.examination.undecodable > 0) return false;
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
      ...(offer.again && this.how === unsaid
        ? { encoding: preview.examination.encoding }
        : foundHow(preview.examination)),
      ...(this.label.trim() ? { label: this.label.trim() } : {}),
      ...whereOf(offer),
    };
    try {
      const body = offer.again ? new Uint8Array() : await offer.read();
      const { held, seq } = await this.#calls.send(offer.documentId, ({ client, signal }) =>
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
    this.#calls.stop(this.#documentId);
    if (this.stage.at === 'examining') this.cancel();
  }

  /** Lets go of what was offered; nothing was changed. */
  cancel(): void {
    this.#calls.stop(this.#documentId);
    this.offer = undefined;
    keepOffer(this.#store(), undefined);
    this.#set({ at: 'nothing' });
  }

  #failed(error: unknown): void {
    if (error instanceof ApiProblem) {
      const { why, mend } = refusalOf(error);
      this.#refuse(why, mend);
    } else this.#set({ at: 'away' });
  }

  #refuse(why: string, mend?: Mend): void {
    this.#set({ at: 'refused', why, ...(mend ? { mend } : {}) });
  }

  #set(stage: Stage): void {
    this.stage = stage;
    this.#host.requestUpdate();
  }
}

const whereOf = ({ again, fetched }: OfferedRevision) => ({
  ...(again ? { again } : {}),
  ...(fetched ? { fetched } : {}),
});

/** How a revision was read: the choices begin where they are now. */
function howOf({ reading: { encoding, extraction } }: Revision): How {
  if (!extraction) return { ...unsaid, extractor: 'plain', encoding };
  return { extractor: extraction.extractor, options: extraction.options, encoding };
}
