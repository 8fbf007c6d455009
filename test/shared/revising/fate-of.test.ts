import { expect } from 'chai';
import type { Range } from '../../../shared/model/anchor.ts';
import { align } from '../../../shared/revising/align.ts';
import { Fate } from '../../../shared/revising/fate.ts';
import { fateOf } from '../../../shared/revising/fate-of.ts';
import { quoteOf } from '../../../shared/text/quote.ts';

/** A text whose claim stands in ⟦brackets⟧, several for one of several parts. */
function marked(text: string): { text: string; ranges: Range[] } {
  const ranges: Range[] = [];
  let plain = '';
  for (const [i, part] of text.split(/[⟦⟧]/).entries()) {
    if (i % 2 === 1) ranges.push({ start: plain.length, end: plain.length + part.length });
    plain += part;
  }
  return { text: plain, ranges };
}

/** State, reasons, and the words of each candidate. */
function told(before: string, after: string): string {
  const { text, ranges } = marked(before);
  const fate = fateOf(align(text, after), { ranges, quote: quoteOf(text, ranges) });
  Fate.parse(fate);
  for (const { ranges: places, quote } of fate.candidates)
    expect(quote).to.deep.equal(quoteOf(after, places));
  const words = fate.candidates.map(({ ranges: places }) =>
    places.map(({ start, end }) => after.slice(start, end)).join('+'),
  );
  return [fate.state, fate.reasons.join(' '), ...words].join(' | ');
}

const LONG = 'It rained for days, the river rose, roads were closed and schools stayed shut, ';

describe('what becomes of a claim', () => {
  const cases: [string, string, string, string][] = [
    ['nothing changed', 'the ⟦party⟧ met', 'the party met', 'intact | untouched | party'],
    ['a line came before it', 'The ⟦party⟧ met', 'News\nThe party met', 'shifted | untouched | party'],
    [
      'ends of lines changed',
      'a\nthe ⟦party⟧ met\n',
      'a\r\nthe party met\r\n',
      'shifted | untouched | party',
    ],
    ['quotation marks beside it changed', '"the ⟦party⟧"', '“the party”', 'intact | untouched | party'],
    ['spaces beside it changed', 'the ⟦party⟧ met', 'the  party\u00a0met', 'shifted | untouched | party'],
    ['a mark beside it was composed otherwise', 'né ⟦ici⟧', 'ne\u0301 ici', 'shifted | untouched | ici'],
    [
      'a "not" came before it',
      'he did ⟦attend⟧',
      'he did not attend',
      'context-changed | before-changed | attend',
    ],
    [
      'a number changed after it',
      'the ⟦party⟧ had 12',
      'the party had 14',
      'context-changed | after-changed | party',
    ],
    [
      'somebody else says it now',
      '⟦It works⟧, he said',
      '⟦It works⟧, she said'.replace(/[⟦⟧]/g, ''),
      'context-changed | after-changed | It works',
    ],
    [
      'a denial came far off in its sentence',
      `${LONG}and ⟦500⟧ fled.`,
      `Not true: ${LONG}and 500 fled.`,
      'context-changed | before-changed | 500',
    ],
    [
      'another word came far off in its sentence',
      `${LONG}and ⟦500⟧ fled.`,
      `There ${LONG}and 500 fled.`,
      'shifted | untouched | 500',
    ],
    [
      'the wrapped line before it changed',
      'the members of the committee of the party did\nnot ⟦attend⟧',
      'the members of the committee of the party did\nall ⟦attend⟧'.replace(/[⟦⟧]/g, ''),
      'context-changed | before-changed | attend',
    ],
    [
      'its line was joined with another',
      'He said:\n⟦it is so⟧',
      'He said: not it is so',
      'context-changed | before-changed | it is so',
    ],
    [
      'a number in it changed',
      'that ⟦4,200 homes⟧ burnt',
      'that 4,350 homes burnt',
      'edited | words-changed | 4,350 homes',
    ],
    [
      'a word came into it',
      'the ⟦red house⟧ here',
      'the red old house here',
      'edited | words-changed | red old house',
    ],
    [
      'it is in capitals now',
      'by ⟦Luis Pérez⟧ only',
      'by LUIS PÉREZ only',
      'edited | form-changed | LUIS PÉREZ',
    ],
    [
      'its letters are composed otherwise',
      'by ⟦Luis Pérez⟧ only',
      'by Luis Pe\u0301rez only',
      'edited | form-changed | Luis Pe\u0301rez',
    ],
    ['its quotation marks changed', 'he says ⟦"no"⟧ now', 'he says «no» now', 'edited | form-changed | «no»'],
    [
      'its line went and a look-alike stays',
      '* ⟦Luis Pérez⟧\n* Lois Pérez\n',
      '* Lois Pérez\n',
      'deleted | words-gone',
    ],
    [
      'its line went and its words stand elsewhere, as before',
      '* ⟦Luis⟧\nfoo\n\nLuis spoke.\n',
      'foo\n\nLuis spoke.\n',
      'deleted | words-gone',
    ],
    [
      'it became a look-alike',
      '* ⟦Luis Pérez⟧\n* Ana\n',
      '* Lois Pérez\n* Ana\n',
      'edited | words-changed | Lois Pérez',
    ],
    [
      'two look-alikes changed places',
      '* ⟦Luis Pérez⟧\n* x\n* Lois Pérez\n',
      '* Lois Pérez\n* x\n* Luis Pérez\n',
      'relocated | moved | Luis Pérez',
    ],
    [
      'two lines changed places',
      'One ⟦here⟧.\nTwo.\nThree.\n',
      'Two.\nThree.\nOne here.\n',
      'relocated | moved | here',
    ],
    [
      'its paragraph moved',
      '⟦Graz⟧ is a town.\n\nTwo.\n\nThree.\n',
      'Two.\n\nThree.\n\nGraz is a town.\n',
      'relocated | moved | Graz',
    ],
    [
      'its line moved and it is but a digit',
      'In ⟦8⟧ towns.\nTwo.\n',
      'Two.\nIn 8 towns.\n',
      'relocated | moved | 8',
    ],
    [
      'its line came several times',
      '⟦A line⟧\nx\ny\n',
      'x\nA line\ny\nA line\n',
      'ambiguous | several-places | A line | A line',
    ],
    [
      'its line stands twice now',
      'x\n⟦Same⟧\ny\n',
      'x\nSame\nSame\ny\n',
      'ambiguous | several-places | Same | Same',
    ],
    [
      'one of two equal lines went',
      'X\n⟦Same⟧\nSame\nY\n',
      'X\nSame\nY\n',
      'context-changed | several-places | Same',
    ],
    ['everything went', 'a ⟦b⟧ c', '', 'deleted | words-gone'],
    ['another text altogether', 'the ⟦party⟧ met', 'Ein ganz anderer Satz', 'deleted | words-gone'],
    [
      'two parts, untouched',
      '⟦Luis⟧ and ⟦Pérez⟧ met',
      'News\nLuis and Pérez met',
      'shifted | untouched | Luis+Pérez',
    ],
    [
      'two parts, one changed',
      '⟦Luis⟧ and ⟦Pérez⟧ met',
      'Luis and Gil met',
      'edited | words-changed | Luis+Gil',
    ],
    [
      'two parts moved together',
      '⟦Luis⟧ and ⟦Pérez⟧ met\nx\ny\n',
      'x\ny\nLuis and Pérez met\n',
      'relocated | moved | Luis+Pérez',
    ],
    ['emoji in it changed', 'so ⟦👩‍👩‍👧‍👦⟧ met', 'so 👩‍👩‍👧 met', 'edited | words-changed | 👩‍👩‍👧'],
    ['right to left', 'שלום ⟦עולם⟧ טוב', 'חדש\nשלום עולם טוב', 'shifted | untouched | עולם'],
    ['halves of letters', 'A\ud83d ⟦b\ude00⟧ c', 'X\nA\ud83d b\ude00 c', 'shifted | untouched | b\ude00'],
    [
      'its list stands under another line',
      'Present:\n* ⟦Ana⟧\n* Luis',
      'Absent:\n* Ana\n* Luis',
      'context-changed | before-changed | Ana',
    ],
    [
      'it stands in the next list now',
      'For:\n* Ana\n* ⟦Luis⟧\n\nAgainst:\n* Eva',
      'For:\n* Ana\n\nAgainst:\n* Luis\n* Eva',
      'relocated | moved | Luis',
    ],
    [
      'the line of the next list came before it',
      'For:\n* Ana\n* ⟦Luis⟧\n* Eva\n* Ada',
      'For:\n* Ana\nAgainst:\n* Luis\n* Eva\n* Ada',
      'context-changed | before-changed | Luis',
    ],
    [
      'a paragraph came before its list',
      'For:\n* ⟦Ana⟧',
      'All of them voted on this long question today.\n\nFor:\n* Ana',
      'shifted | untouched | Ana',
    ],
    [
      'its line went and its words came twice, with other neighbours',
      '* ⟦Ana Gil⟧\n* Eva\n',
      '* Eva\nAna Gil wrote this.\nSigned, Ana Gil, in May.\n',
      'ambiguous | several-places | Ana Gil | Ana Gil',
    ],
  ];
  for (const [what, before, after, expected] of cases)
    it(`where ${what}`, () => {
      expect(told(before, after)).to.equal(expected);
    });

  it('is never silent where the former text does not have the words that the claim names', () => {
    const fate = fateOf(align('abc def', 'abc def'), {
      ranges: [{ start: 0, end: 3 }],
      quote: { exact: 'xyz', prefix: '', suffix: '' },
    });
    expect(fate.state).to.equal('edited');
  });

  it('is deleted for ranges beyond the text', () => {
    const ranges = [{ start: 2, end: 30 }];
    expect(
      fateOf(align('abc', 'abcd'), { ranges, quote: { exact: 'c', prefix: '', suffix: '' } }).state,
    ).to.equal('deleted');
  });
});
