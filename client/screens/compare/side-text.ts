import type { Document, Revision } from '../../../shared/model/document.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { pieceAt, pieceSpan } from '../../../shared/text/layout.ts';
import type { ComparedSide } from '../../router/compare-address.ts';
import type { Store } from '../../store/store.ts';

/** The text of one side of a comparison. */
export interface SideText {
  readonly document: Document;
  readonly revision: Revision;
  /** Where the text begins in its revision, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
}

/** What an address names is not there: the document has no such revision, or the revision no such stretch. */
export class NoSuchText extends Error {}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Pieces that are fetched at once. */
const HANDS = 6;

/**
 * Fetches the text of a side, or as much of it as is compared.
 * @param told is called with the share that has come, from 0 to 1
 * @throws NoSuchText; AwayError or ApiProblem where it cannot be fetched
 */
export async function loadSide(
  store: Store,
  side: ComparedSide,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<SideText> {
  const { documentId: id } = side;
  const { object: document } = store.get('document', id) ?? (await store.loadDocument(id));
  const revision = side.revision
    ? document.revisions.find(one => one.id === side.revision)
    : currentRevision(document);
  if (!revision || (side.range && side.range.end > revision.length)) throw new NoSuchText();
  const params = { id, revision: revision.id };
  const map = await store.client.getTextMap({ params });
  const { start, end } = side.range ?? { start: 0, end: map.length };
  const [first, last] = [pieceAt(map, start), pieceAt(map, Math.max(start, end - 1))];
  const pieces: string[] = [];
  let next = first;
  let come = 0;
  const hand = async () => {
    for (let piece = next++; piece <= last; piece = next++) {
      signal.throwIfAborted();
      pieces[piece - first] = utf8.decode(await store.client.getPiece({ params: { ...params, piece } }));
      told(++come / (last - first + 1));
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  const base = pieceSpan(map, first).start;
  return { document, revision, start, text: pieces.join('').slice(start - base, end - base) };
}
