import { expect } from 'chai';
import fc from 'fast-check';
import { densest, excerptOf } from '../../../shared/search/excerpt.ts';
import { passagesOf } from '../../../shared/search/passages.ts';
import { placesOfPhrases, readQuery } from '../../../shared/search/query.ts';
import { foldedWords, placesOf, wordsOf } from '../../../shared/search/words.ts';
import { awkwardText } from '../text/texts.ts';

describe('words for finding', () => {
  const cases: [what: string, text: string, words: string[]][] = [
    ['Latin, without case and accents', 'Luis PÉREZ-Leira', ['luis', 'perez', 'leira']],
    ['Cyrillic', 'Сергей Бабаков', ['сергеи', 'бабаков']],
    ['Greek, whichever sigma', 'Σωκράτης ΣΩΚΡΑΤΗΣ', ['σωκρατησ', 'σωκρατησ']],
    ['numbers', '27 April 2026', ['27', 'april', '2026']],
    ['letters set apart from their accents', 'Pe\u0301rez', ['perez']],
  ];
  for (const [what, text, words] of cases) it(`takes ${what}`, () => expect(foldedWords(text)).to.eql(words));

  it('divides what is written without spaces, and gives its characters too', () => {
    const words = foldedWords('社会主義国際');
    expect(words).to.include.members(['社', '会', '主', '義', '国', '際']);
    expect(words.some(word => word.length > 1)).to.equal(true);
  });

  it('says of every word where it stands', () => {
    fc.assert(
      fc.property(awkwardText(), text => {
        for (const { folded, start, end } of wordsOf(text)) {
          expect(start).to.be.lessThan(end);
          // A word between two parts of one compatibility character ("½") is the whole of it.
          expect(foldedWords(text.slice(start, end)).join('')).to.include(folded);
        }
      }),
    );
  });

  it('marks words in the raw text, accents and all', () => {
    expect(placesOf('Lois Pe\u0301rez, Pérez', new Set(['perez']))).to.eql([
      { start: 5, end: 11 },
      { start: 13, end: 18 },
    ]);
  });
});

describe('what is sought', () => {
  it('is words, and phrases in quotation marks of any kind', () => {
    expect(readQuery('Lois «Pérez Leira» 2026')).to.eql({
      words: ['lois', '2026'],
      phrases: [{ text: 'perez leira', isOpen: false }],
    });
    expect(readQuery('“over fif')).to.eql({ words: [], phrases: [{ text: 'over fif', isOpen: true }] });
    expect(readQuery(' "" , ')).to.eql({ words: [], phrases: [] });
  });

  const cases: [typed: string, text: string, found: string[] | undefined][] = [
    ['"perez leira"', 'Luis Pérez  Leira.', ['Pérez  Leira']],
    ['"perez leira"', 'Leira Pérez', undefined],
    ['"lei"', 'Leira', undefined],
    ['"lei', 'Leira', ['Lei']],
    ['"donald trump\'s"', 'Donald Trump’s imperialism', ['Donald Trump’s']],
    ['"主義"', '社会主義国際', ['主義']],
    ['"a+b (c)"', 'x a+b (c) y', ['a+b (c)']],
  ];
  for (const [typed, text, found] of cases)
    it(`${typed} ${found ? 'is found' : 'is not found'} in “${text}”`, () => {
      const places = placesOfPhrases(text, readQuery(typed).phrases);
      expect(places?.map(({ start, end }) => text.slice(start, end))).to.eql(found);
    });
});

describe('whatever is typed', () => {
  it('is read, and a phrase of it is found in the text that it was taken from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), awkwardText(), (typed, text) => {
        placesOfPhrases(text, readQuery(typed).phrases);
        const phrase = typed.replace(/["‘’‛′“”„‟«»″]/g, '').normalize('NFC');
        const { phrases } = readQuery(`"${phrase}"`);
        if (phrases.length > 0) expect(placesOfPhrases(`. ${phrase} .`, phrases)).not.to.equal(undefined);
      }),
    );
    expect(placesOfPhrases('left-wing [x] (a+b)', readQuery('"left-wing [x] (a+b)"').phrases)).to.have.length(
      1,
    );
  });
});

describe('passages', () => {
  it('cover a text without gaps, none of them long, and never split a character', () => {
    const long = fc.array(fc.oneof(awkwardText(), fc.constant('long sentence. '.repeat(30))), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(long, parts => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end, reach } of passagesOf(text)) {
          expect(start).to.equal(at);
          expect(end - start).to.be.within(1, 900);
          expect(reach).to.be.within(end, Math.min(text.length, end + 81));
          at = end;
        }
        expect(at).to.equal(text.length);
      }),
    );
  });

  it('keep paragraphs together', () => {
    const text = `${'a '.repeat(180)}\n${'b '.repeat(180)}\n`;
    expect(passagesOf(text).map(({ start, end }) => text.slice(start, end).trim()[0])).to.eql(['a', 'b']);
  });
});

describe('an excerpt', () => {
  it('shows what was sought, on one line, and marks it there', () => {
    fc.assert(
      fc.property(awkwardText(200), fc.nat(), fc.nat(30), (text, from, length) => {
        fc.pre(text.trim().length > 0);
        const start = from % text.length;
        const mark = { start, end: Math.min(text.length, start + 1 + length) };
        const shown = excerptOf(text, [mark], densest([mark]), 60);
        expect(shown.text).not.to.match(/[\n\r\t]/);
        for (const { start: a, end: b } of shown.marks)
          expect(text.slice(mark.start, mark.end).replace(/\s+/g, ' ').trim()).to.include(
            shown.text.slice(a, b).trim(),
          );
      }),
    );
  });

  it('stands around the place where most was found', () => {
    const marks = [
      { start: 0, end: 2 },
      { start: 100, end: 104 },
      { start: 110, end: 114 },
    ];
    expect(densest(marks)).to.eql({ start: 100, end: 114 });
    const text = `${'aa '.repeat(33)} bbbb      cccc ${'dd '.repeat(100)}`;
    const shown = excerptOf(text, marks, { start: 100, end: 114 }, 80);
    expect(shown.text).to.match(/^… .*bbbb cccc.* …$/);
    expect(shown.marks.map(({ start, end }) => shown.text.slice(start, end))).to.eql(['bbbb', 'cccc']);
  });
});
