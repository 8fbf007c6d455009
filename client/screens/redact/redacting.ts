import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { v7 as newId } from 'uuid';
import { currentRevision, type Document } from '../../../shared/model/document.ts';
import type { RedactedWords, RedactionReport } from '../../../shared/model/redaction.ts';
import { whyOf } from '../../frame/why.ts';
import type { Store } from '../../store/store.ts';
import { TextPieces } from '../read/text-pieces.ts';

/** How far a redaction has come. */
export type Stage =
  | { readonly at: 'looking' }
  | { readonly at: 'told'; readonly report: RedactionReport; readonly words: string }
  | { readonly at: 'destroying'; readonly report: RedactionReport; readonly words: string }
  | { readonly at: 'failed'; readonly why: string };

/** Longest beginning of a passage that is shown, in UTF-16 code units. */
const SHOWN = 2000;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Words that somebody wants to have destroyed: what that reaches is asked first, and done only when they say so. */
export class Redacting implements ReactiveController {
  stage: Stage = { at: 'looking' };
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Store;
  #asked: { readonly documentId: string; readonly words: RedactedWords } | undefined;

  constructor(host: ReactiveControllerHost, store: () => Store) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Asks what it would reach. @param range of the current text, in UTF-16 code units; all of it where it is not given */
  async look(document: Document, range: { start: number; end: number } | undefined): Promise<void> {
    const revision = currentRevision(document);
    const ranges = [range ?? { start: 0, end: Math.max(1, revision.length) }];
    const words = { passages: [{ revision: revision.id, ranges }], whole: range === undefined };
    const asked = { documentId: document.id, words };
    this.#asked = asked;
    this.#set({ at: 'looking' });
    try {
      const { client } = this.#store();
      const params = { id: document.id };
      const [report, shown] = await Promise.all([
        client.previewRedaction({ params, body: words }),
        range ? this.#words(document.id, revision.id, range) : '',
      ]);
      if (this.#asked === asked) this.#set({ at: 'told', report, words: shown });
    } catch (error) {
      if (this.#asked === asked) this.#set({ at: 'failed', why: whyOf(error) });
    }
  }

  /** Has it done. @returns whether it was */
  async destroy(why: string, attachments: boolean): Promise<boolean> {
    const { stage } = this;
    const asked = this.#asked;
    if (stage.at !== 'told' || !asked) return false;
    this.#set({ ...stage, at: 'destroying' });
    try {
      const { client, signature: by } = this.#store();
      const order = { id: newId(), by, at: new Date().toISOString(), why: why.trim(), attachments };
      await client.redact({ params: { id: asked.documentId }, body: { ...order, ...asked.words } });
      return true;
    } catch (error) {
      this.#set({ at: 'failed', why: whyOf(error) });
      return false;
    }
  }

  async #words(
    id: string,
    revision: string,
    { start, end }: { start: number; end: number },
  ): Promise<string> {
    const { client } = this.#store();
    const map = await client.getTextMap({ params: { id, revision } });
    const pieces = new TextPieces(map, async piece =>
      utf8.decode(await client.getPiece({ params: { id, revision, piece } })),
    );
    const words = await pieces.read(start, Math.min(end, start + SHOWN));
    return end - start > SHOWN ? `${words}…` : words;
  }

  #set(stage: Stage): void {
    this.stage = stage;
    this.#host.requestUpdate();
  }
}
