import type { Locator } from '../../derivation/locator.ts';
import type { Anchor } from '../../model/anchor.ts';
import type { Document, MediaType, Revision } from '../../model/document.ts';
import { CodePoints } from '../../text/code-points.ts';
import { quoteOf, verifyQuote } from '../../text/quote.ts';
import { splitsPair } from '../../text/text-like.ts';
import { InOriginal, type OriginalsView } from '../in-original.ts';
import { type Node, urn, webAddress } from './terms.ts';

/** How many texts are kept at hand: claims come document by document, and cite a few others. */
const KEPT = 4;

interface Text {
  readonly text: string;
  readonly points: CodePoints;
}

/** As much of a desk as is needed to say where anchors stand. */
export type PlacesView = OriginalsView;

/** Says where anchors stand in W3C terms, from UTF-16 offsets to code points of the decoded text. */
export class Places {
  readonly #desk: PlacesView;
  readonly #documents: ReadonlyMap<string, Document>;
  readonly #texts = new Map<string, Text>();
  readonly #originals: InOriginal;

  readonly #widened: () => void;

  /** @param widened is told of each range that begins or ends within a character, which code points cannot say */
  constructor(desk: PlacesView, widened: () => void = () => {}) {
    this.#desk = desk;
    this.#widened = widened;
    this.#originals = new InOriginal(desk);
    this.#documents = new Map(desk.objects.document.map(({ id, object }) => [id, object]));
  }

  /**
   * One specific resource for each range: several selectors on one would be alternatives, and a range selector
   * would take in what lies between. Where the quote is not found at its ranges, or the text is not at hand,
   * there is one with the quote alone, as it was kept.
   * @param members what the resources have beside source, state and selector
   */
  async of(anchor: Anchor, members: Node = {}): Promise<Node[]> {
    const document = this.#documents.get(anchor.documentId);
    const revision = document?.revisions.find(({ id }) => id === anchor.revision);
    const resource = (selector: Node | Node[]): Node => ({
      type: 'SpecificResource',
      ...members,
      source: document ? sourceOf(document) : urn(anchor.documentId),
      ...(revision ? { state: stateOf(revision) } : {}),
      selector,
    });
    const found = revision && (await this.#text(revision));
    if (!found || !verifyQuote(found.text, anchor.ranges, anchor.quote).exact)
      return [resource(quoteSelector(anchor.quote))];
    return Promise.all(
      anchor.ranges.map(async range => {
        if (splitsPair(found.text, range.start) || splitsPair(found.text, range.end)) this.#widened();
        const locator = await this.#originals.locate({ ...anchor, ranges: [range] });
        return resource([
          ...selectorsOf(found, range),
          ...(locator ? fragmentsOf(locator, this.#originals.form(anchor)) : []),
        ]);
      }),
    );
  }

  async #text(revision: Revision): Promise<Text> {
    const known = this.#texts.get(revision.id);
    if (known) {
      this.#texts.delete(revision.id);
      this.#texts.set(revision.id, known);
      return known;
    }
    const text = await this.#desk.text(revision);
    const read = { text, points: new CodePoints(text) };
    this.#texts.set(revision.id, read);
    if (this.#texts.size > KEPT) this.#texts.delete(this.#texts.keys().next().value!);
    return read;
  }
}

/** The quote, and the position in code points; both on whole code points, so that they select the same. */
function selectorsOf({ text, points }: Text, range: Anchor['ranges'][number]): Node[] {
  const start = splitsPair(text, range.start) ? range.start - 1 : range.start;
  const end = splitsPair(text, range.end) ? range.end + 1 : range.end;
  const quote = quoteOf(text, [{ start, end }]);
  const from = points.fromUtf16(start);
  return [
    quoteSelector(quote),
    { type: 'TextPositionSelector', start: from, end: from + [...quote.exact].length },
  ];
}

/**
 * The same in the terms of the original's form: a page of a PDF (RFC 8118), a time in a recording (Media Fragments URI
 * 1.0, in seconds).
 */
function fragmentsOf({ pages, time }: Locator, form: string | undefined): Node[] {
  const fragment = (conformsTo: string, value: string): Node => ({
    type: 'FragmentSelector',
    conformsTo,
    value,
  });
  return [
    ...(pages && form === 'application/pdf'
      ? [fragment('http://tools.ietf.org/rfc/rfc8118', `page=${pages[0].page}`)]
      : []),
    ...(time ? [fragment('http://www.w3.org/TR/media-frags/', `t=${time[0] / 1000},${time[1] / 1000}`)] : []),
  ];
}

function quoteSelector({ exact, prefix, suffix }: Anchor['quote']): Node {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}

function sourceOf({ id, language, mediaType, origin }: Document): Node {
  const via = webAddress(origin);
  return {
    id: urn(id),
    type: 'Text',
    format: mediaType satisfies MediaType,
    ...(language === undefined ? {} : { language }),
    ...(via === undefined ? {} : { via }),
  };
}

/** The revision: the document as it was when this reading of it was added. */
function stateOf({ id, addedAt }: Revision): Node {
  return { type: 'TimeState', sourceDate: addedAt, cached: urn(id) };
}
