import { expect } from 'chai';
import { InOriginal, type OriginalsView } from '../../../shared/formats/in-original.ts';
import { Places } from '../../../shared/formats/web-annotation/place.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { Place } from '../../../shared/model/derivation.ts';
import type { Document } from '../../../shared/model/document.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { derived, headings } from '../derivation/made.ts';

const TEXT = 'Seats\n\nNorway has seven of them.';
const DOCUMENT = '00000000-0000-7000-8000-000000000001';
const REVISION = '00000000-0000-7000-8000-000000000002';
const RANGES = [{ start: 7, end: 13 }];
const anchor: Anchor = {
  documentId: DOCUMENT,
  revision: REVISION,
  ranges: RANGES,
  quote: { ...quoteOf(TEXT, RANGES) },
};

/** A desk with one text that came from a file of some type, all of it from one place. */
function desk(mediaType: string | undefined, at: Place): OriginalsView {
  const sha256 = '0'.repeat(64);
  const extraction = mediaType && {
    ...{ extractor: 'some', version: '1', mediaType, options: {}, derivationSha256: sha256 },
  };
  const document = {
    ...{ id: DOCUMENT, title: 'Seats', mediaType: 'text/plain' },
    revisions: [
      {
        ...{ id: REVISION, sha256, bytes: 9, textSha256: sha256, length: TEXT.length, addedBy: 'Ann' },
        addedAt: '2026-04-27T10:00:00.000Z',
        reading: {
          decoder: 'none',
          version: '1',
          encoding: 'none',
          bom: false,
          ...(extraction ? { extraction } : {}),
        },
      },
    ],
  } as unknown as Document;
  const stretches = [{ start: 0, end: TEXT.length, at }];
  return {
    objects: { document: [{ id: DOCUMENT, object: document }] } as unknown as OriginalsView['objects'],
    text: async () => TEXT,
    derivation: async revision =>
      revision.reading.extraction && derived({ stretches, blocks: headings([0, 5, 1]) }),
  };
}

const fragments = async (view: OriginalsView) => {
  const [target] = await new Places(view).of(anchor);
  const selectors = target!.selector as { type: string; conformsTo?: string; value?: string }[];
  return selectors
    .filter(({ type }) => type === 'FragmentSelector')
    .map(({ conformsTo, value }) => [conformsTo, value]);
};

describe('where in the original a claim stands, in files that leave the desk', () => {
  const cases: [string, string | undefined, Place, string | undefined, (string | undefined)[][]][] = [
    [
      'a page of a PDF',
      'application/pdf',
      { page: 3 },
      'p. 3',
      [['http://tools.ietf.org/rfc/rfc8118', 'page=3']],
    ],
    ['a printed page of a book', 'application/epub+zip', { page: 3, pageLabel: 'iii' }, 'p. iii', []],
    [
      'a time',
      'text/vtt',
      { time: [83_000, 87_400] },
      '00:01:23–00:01:27',
      [['http://www.w3.org/TR/media-frags/', 't=83,87.4']],
    ],
    ['a row', 'text/csv', { row: 5, column: 'text' }, 'row 5, column text', []],
    ['a heading', 'text/html', { from: 0, to: 9 }, '“Seats”', []],
    ['nothing for what is its own original', undefined, {}, undefined, []],
  ];
  for (const [name, mediaType, at, said, selectors] of cases)
    it(`is said by ${name}`, async () => {
      const view = desk(mediaType, at);
      expect(await new InOriginal(view).say(anchor)).to.equal(said);
      expect(await fragments(view)).to.deep.equal(selectors);
    });
});
