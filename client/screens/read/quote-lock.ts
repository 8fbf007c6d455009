import type { Anchor } from '../../../shared/model/anchor.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { Search } from '../../../shared/text/find.ts';
import { verifyQuote } from '../../../shared/text/quote.ts';
import type { Store } from '../../store/store.ts';
import { TextPieces } from './text-pieces.ts';

/** Whether words still stand in a document here. */
export type QuoteLock = 'found' | 'moved' | 'missing' | 'unknown';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Texts longer than this are not searched through for a quote that is not where it was; UTF-16 code units. */
const SEARCHED = 4_000_000;

/** Looks quotes up in documents of the desk. What was looked up is remembered, since a revision's text never changes. */
export class QuoteLocks {
  #store: Store;
  #texts = new Map<string, Promise<TextPieces>>();
  #known = new Map<string, QuoteLock | undefined>();
  #changed: () => void;

  /** @param changed is called when an answer has come */
  constructor(store: Store, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
  }

  /** Whether a passage's words stand where they were taken from; undefined while that is being looked up. */
  ofPassage(passage: Anchor): QuoteLock | undefined {
    const key = JSON.stringify([passage.documentId, passage.ranges, passage.quote.exact]);
    return this.#ask(
      key,
      passage.documentId,
      async (text, isSame) => {
        const { ranges, quote } = passage;
        const inside = ranges.every(range => range.end <= text.map.length);
        if (isSame && inside) {
          const around = await text.around(ranges[0]!.start, ranges[ranges.length - 1]!.end);
          if (verifyQuote(around, ranges, quote).exact) return 'found';
        }
        return (await this.#search(text, quote.exact)) ? 'moved' : 'missing';
      },
      passage.revision,
    );
  }

  /** Whether words stand anywhere in a document; undefined while that is being looked up. */
  ofWords(documentId: string, words: string): QuoteLock | undefined {
    const key = JSON.stringify([documentId, words]);
    return this.#ask(key, documentId, async text =>
      (await this.#search(text, words)) ? 'found' : 'missing',
    );
  }

  #ask(
    key: string,
    documentId: string,
    look: (text: TextPieces, isSame: boolean) => Promise<QuoteLock>,
    revision?: string,
  ): QuoteLock | undefined {
    if (this.#known.has(key)) return this.#known.get(key);
    this.#known.set(key, undefined);
    void this.#text(documentId)
      .then(({ text, revision: current }) => look(text, revision === undefined || revision === current))
      .catch((): QuoteLock => 'unknown')
      .then(found => {
        this.#known.set(key, found);
        this.#changed();
      });
    return undefined;
  }

  async #text(documentId: string): Promise<{ text: TextPieces; revision: string }> {
    const { client } = this.#store;
    const held =
      this.#store.objects.get('document', documentId)?.object ??
      ((await client.getDocument({ params: { id: documentId } })).object as Parameters<
        typeof currentRevision
      >[0]);
    const revision = currentRevision(held).id;
    let text = this.#texts.get(revision);
    if (!text) {
      text = client
        .getTextMap({ params: { id: documentId, revision } })
        .then(
          map =>
            new TextPieces(map, async piece =>
              utf8.decode(await client.getPiece({ params: { id: documentId, revision, piece } })),
            ),
        );
      this.#texts.set(revision, text);
    }
    return { text: await text, revision };
  }

  async #search(text: TextPieces, words: string): Promise<boolean> {
    if (words === '' || text.map.length > SEARCHED) return false;
    const search = new Search(words, { matchCase: true, matchAccents: true });
    const last = text.map.pieceChunks.length - 1;
    for (let piece = 0; piece <= last; piece++)
      if (search.feed(await text.load(piece), piece === last).length > 0) return true;
    return false;
  }
}
