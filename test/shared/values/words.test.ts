import { expect } from 'chai';
import { linkTarget, withoutMarkup } from '../../../shared/values/markup.ts';
import { readQuotation } from '../../../shared/values/quotations/read-quotation.ts';
import { readText } from '../../../shared/values/texts/text.ts';

describe('words without their mark-up', () => {
  const cases: readonly (readonly [marked: string, bare: string])[] = [
    ['[[A]]', 'A'],
    ['[[A|B]]', 'B'],
    ['[[File:x.jpg|thumb]]A', 'A'],
    ["'''A''' and ''B''", 'A and B'],
    ['it’s O’Neill’s', 'it’s O’Neill’s'],
    ['A<ref>{{cite web|title=x}}</ref>', 'A'],
    ['A<ref name="x"/> B', 'A B'],
    ['A<ref>never closed', 'A'],
    ['A<!-- b -->C', 'AC'],
    ['{{flagicon|{{x}}}} A', ' A'],
    ['{{never closed', '{{never closed'],
    ['[[never closed', '[[never closed'],
    ['[https://a.b/c The page]', 'The page'],
    ['1&nbsp;500 &amp; more', '1 500 & more'],
    ['a<br/>b', 'a\nb'],
    ['a < b > c', 'a < b > c'],
  ];
  for (const [marked, bare] of cases) {
    it(`“${marked}” → “${bare}”`, () => expect(withoutMarkup(marked)).to.equal(bare));
  }

  it('tell where a link leads under another label', () => {
    expect(linkTarget('see [[A (x)|A]]')).to.equal('A (x)');
    expect(linkTarget('[[A]]')).to.equal(undefined);
    expect(linkTarget('[[A|B]] [[C|D]]')).to.equal(undefined);
  });
});

describe('quoted words', () => {
  const cases: readonly (readonly [words: string, bare: string])[] = [
    ['“On April 27”', 'On April 27'],
    ['„Зар не?“', 'Зар не?'],
    ['«Это «важно»»', 'Это «важно»'],
    ['"It\'s"', "It's"],
    ['‘It’s so’', 'It’s so'],
    ['"a" and "b"', '"a" and "b"'],
    ['“a” and “b”', '“a” and “b”'],
    ['plain', 'plain'],
  ];
  for (const [words, bare] of cases) {
    it(`${words} → ${bare}`, () => expect(readQuotation(words)?.words).to.equal(bare));
  }

  it('are none where nothing is said', () => {
    expect(readQuotation('“”')).to.equal(undefined);
  });
});

describe('plain words', () => {
  it('are folded to one form of letters and single spaces', () => {
    expect(readText(' e\u0301\u00a0 \n x ')).to.deep.equal({ kind: 'text', text: 'é x' });
  });

  it('stand as they are where they are nothing but mark-up', () => {
    expect(readText('{{URL|x}}').text).to.equal('{{URL|x}}');
  });
});
