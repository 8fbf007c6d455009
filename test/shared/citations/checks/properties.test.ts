import { expect } from 'chai';
import fc from 'fast-check';
import { citationsOf } from '../../../../shared/citations/found-citation.ts';
import { applyRepair, repairPreview } from '../../../../shared/citations/repair.ts';
import { CheckedText } from '../../../../shared/detectors/checked-text.ts';
import { citations } from '../../../../shared/detectors/citations.ts';
import { runs } from '../../../support/runs.ts';
import { examined } from './examine.ts';

const scraps = fc.constantFrom(
  ...[
    ...[
      '<ref>',
      '</ref>',
      '(/ref>',
      '<ref/>',
      '<ref name="a">',
      '<ref name=“b c”>',
      '<ref name=“a”/>',
      '<ref name=1 />',
    ],
    ...[
      '<ref group="n">',
      '<references/>',
      '<references>',
      '</references>',
      '{{reflist|refs=',
      '}}',
      '{{cite web|',
      '|',
    ],
    ...[
      'title=A B',
      '|date=1 May 2020',
      '|date=31-31-2020',
      '|url=http://a.b/2020/01/02/c-d-e',
      '|language=sp',
      '=',
      '[[',
    ],
    ...[
      'https://a.b/c',
      '[1]',
      '\n1. ^ a (, 2011)',
      '\n[2] b [',
      '[^x]',
      '\n[^x]: c',
      't.me/a/b',
      '{{r|a|b}}',
      '<nowiki>',
    ],
    ...[
      '<!--',
      '-->',
      ' ',
      '\n',
      'x',
      '“',
      '«',
      '\ud800',
      '😀',
      '{{#tag:ref|a|name=',
      '{{Infobox x|website=a.b}}',
    ],
  ],
);
const anyText = fc.oneof(
  fc.array(scraps, { maxLength: 40 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const mediaTypes = fc.constantFrom('text/x-wiki' as const, 'text/plain' as const, 'text/markdown' as const);

describe('checks of citations in any text', () => {
  it('quote what stands there, and repair within the text', () => {
    fc.assert(
      fc.property(anyText, mediaTypes, (text, mediaType) => {
        for (const finding of examined(text, { mediaType, today: '2021-01-01', asked: true })) {
          const spans = [...finding.sides.flatMap(side => side.spans), ...(finding.lost ?? [])];
          expect(finding.sides.length).to.be.at.least(1);
          for (const { start, end, quote } of spans) {
            expect(quote).to.equal(text.slice(start, end));
            expect(end).to.be.at.least(start);
          }
          const edits = finding.repair?.edits;
          if (edits) expect(applyRepair(text, edits)).not.to.equal(text);
        }
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('give every finding a key of its own', () => {
    fc.assert(
      fc.property(anyText, mediaTypes, (text, mediaType) => {
        const keys = examined(text, { mediaType }).map(one => one.key);
        expect(new Set(keys).size).to.equal(keys.length);
      }),
      { numRuns: runs(300) },
    );
  });

  it('find citations in order, and propose them as they stand', () => {
    fc.assert(
      fc.property(anyText, mediaTypes, (text, mediaType) => {
        const checked = new CheckedText({ documentId: 'd', text, mediaType });
        let before = 0;
        for (const { start, end } of citationsOf(checked)) {
          expect(start).to.be.at.least(before);
          expect(end).to.be.within(start + 1, text.length);
          before = start;
        }
        for (const { ranges, value } of citations.detect(checked)) {
          expect(ranges).to.have.length(1);
          expect(value.kind).to.equal('citation');
        }
      }),
      { numRuns: runs(500) },
    );
  });

  for (const scrap of [
    '<ref>',
    '<ref name=“a b”>x</ref>',
    '{{cite web|title=a|date=1-2-2020}}',
    '1. ^ a b (, ',
  ]) {
    it(`take a long run of ${scrap} in their stride`, function () {
      this.timeout(60_000);
      const text = scrap.repeat(Math.ceil(100_000 / scrap.length));
      const mediaType = scrap.startsWith('1') ? 'text/plain' : 'text/x-wiki';
      expect(() => examined(text, { mediaType })).not.to.throw();
    });
  }
});

describe('a repair', () => {
  it('is applied edit by edit', () => {
    const edits = [
      { start: 1, end: 2, text: 'X' },
      { start: 3, end: 3, text: 'YZ' },
    ];
    expect(applyRepair('abcd', edits)).to.equal('aXcYZd');
  });

  it('is refused where its edits do not fit', () => {
    expect(() => applyRepair('abc', [{ start: 2, end: 5, text: '' }])).to.throw(RangeError);
    const crossing = [
      { start: 1, end: 3, text: '' },
      { start: 2, end: 3, text: '' },
    ];
    expect(() => applyRepair('abc', crossing)).to.throw(RangeError);
  });

  it('is shown with the words around it', () => {
    expect(
      repairPreview('one\ntwo (/ref> three\nfour', [{ start: 8, end: 14, text: '</ref>' }]),
    ).to.deep.equal([{ before: 'two ', removed: '(/ref>', added: '</ref>', after: ' three' }]);
  });
});
