import { expect } from 'chai';
import fc from 'fast-check';
import { approximate, editDistance } from '../../../../shared/text/approximate.ts';
import { FormedText, formOf } from '../../../../shared/text/form.ts';
import type { SoughtQuote } from '../../../../shared/text/quotes/found-quote.ts';
import { QuoteFinder } from '../../../../shared/text/quotes/quote-finder.ts';
import { hardTexts } from '../../revising/pieces.ts';

const LIST = '* Luis Pérez (Spain)\n* Lois Pérez (Italy)\n* Ana Gil (Chile)\n* Ana Gil (Peru)\n';
const NEWS =
  'The ministry said on Monday that 4,350 homes were damaged in the flood. Nobody was left without shelter.';

describe('a quote', () => {
  const cases: [string, string, SoughtQuote, number | undefined, string | null][] = [
    ['is found by its words', LIST, { exact: 'Lois Pérez' }, undefined, 'exact Lois Pérez'],
    [
      'is told from its like by what follows',
      LIST,
      { exact: 'Ana Gil', suffix: ' (Peru)' },
      undefined,
      'exact Ana Gil @62',
    ],
    [
      'is told from its like by where it is said to begin',
      LIST,
      { exact: 'Ana Gil' },
      44,
      'exact Ana Gil @44',
    ],
    ['that stands twice is not guessed', LIST, { exact: 'Ana Gil' }, undefined, null],
    ['that stands twice is not guessed by a place near by', LIST, { exact: 'Ana Gil' }, 43, null],
    ['is found in another form', LIST, { exact: 'lois  pe\u0301rez' }, undefined, 'form Lois Pérez'],
    [
      'of a name is not found in a look-alike',
      LIST,
      { exact: 'Luis Peres', prefix: '* ', suffix: ' (Spain)' },
      undefined,
      null,
    ],
    [
      'of a name is not another mention of it',
      'Yesterday Ivanov left.',
      { exact: 'Ivanov', prefix: '* Petrov\n* ', suffix: '\n* Sidorov' },
      undefined,
      null,
    ],
    [
      'whose words changed is found between its neighbours',
      NEWS,
      {
        exact: '4,200 homes were damaged',
        prefix: 'The ministry said on Monday that ',
        suffix: ' in the flood.',
      },
      undefined,
      'edited 4,350 homes were damaged',
    ],
    [
      'whose words changed is not found by one neighbour',
      NEWS,
      {
        exact: '4,200 homes were damaged',
        prefix: 'The mayor denied on Tuesday that ',
        suffix: ' in the flood.',
      },
      undefined,
      null,
    ],
    [
      'whose words went is not found in what stands there now',
      NEWS,
      { exact: 'by order of the court', prefix: 'homes were damaged ', suffix: ' in the flood.' },
      undefined,
      null,
    ],
    [
      'without neighbours is found over a slip',
      NEWS,
      { exact: 'withuot shelter' },
      undefined,
      'edited without shelter',
    ],
    [
      'without neighbours is not found over a number',
      NEWS,
      { exact: '4,250 homes were damaged' },
      undefined,
      null,
    ],
    ['without neighbours is not found over a name', NEWS, { exact: 'Munday' }, undefined, null],
    [
      'of which a part was cut out is found by what is left on both sides',
      NEWS,
      { exact: 'said on Monday that 4,350 homes were damaged and two bridges closed in the flood.' },
      undefined,
      'edited said on Monday that 4,350 homes were damaged in the flood.',
    ],
    [
      'of which one end is gone is not found by the other',
      NEWS,
      { exact: 'homes were damaged in the flood. The mayor resigned.' },
      undefined,
      null,
    ],
    [
      'is found in the same letter case first',
      'ANA met Ana’s friend.',
      { exact: "Ana's" },
      undefined,
      'form Ana’s',
    ],
    ['that is empty is nowhere', NEWS, { exact: ' ' }, undefined, null],
  ];
  for (const [what, text, quote, hint, expected] of cases)
    it(what, () => {
      const found = new QuoteFinder(text).find(quote, hint);
      const said = found.found ? `${found.how} ${text.slice(found.start, found.end)}` : null;
      expect(said).to.equal(expected && expected.split(' @')[0]!);
      const at = expected?.split(' @')[1];
      if (at) expect(found).to.include({ start: Number(at) });
    });

  it('is found over a slip in a long text too, and where it stands is told as it would be in a short one', () => {
    const filling = Array.from(
      { length: 3000 },
      (_, i) => `line ${i} of many lines that say nothing new\n`,
    ).join('');
    const finder = new QuoteFinder(filling + NEWS + filling);
    const found = finder.find({ exact: 'Nobody was letf without shelter' });
    expect(found).to.include({ found: true, how: 'edited', start: filling.length + NEWS.indexOf('Nobody') });
    expect(finder.find({ exact: 'line 1723 of many lines taht say' })).to.include({
      found: false,
      why: 'several',
    });
    expect(finder.find({ exact: 'that was never said by anybody' })).to.include({
      found: false,
      why: 'nowhere',
    });
  });

  it('is found exactly where it was taken, whole and with its neighbours, or nowhere', () => {
    fc.assert(
      fc.property(hardTexts, fc.nat(80), fc.integer({ min: 1, max: 30 }), (text, start, length) => {
        const exact = text.slice(start, start + length);
        fc.pre(exact.trim() !== '');
        const quote = { exact, prefix: text.slice(0, start), suffix: text.slice(start + length) };
        const found = new QuoteFinder(text).find(quote);
        if (found.found) expect(text.slice(found.start, found.end)).to.equal(exact);
      }),
    );
  });
});

describe('the form of a text', () => {
  it('leads back to what it stems from, piece by piece', () => {
    fc.assert(
      fc.property(hardTexts, text => {
        const formed = new FormedText(text);
        const { length } = formed.text;
        expect(formed.originOf(length)).to.equal(text.length);
        expect(formed.isEdge(0) && formed.isEdge(length)).to.equal(true);
        let pieces = '';
        let edge = 0;
        for (let i = 1; i <= length; i++) {
          expect(formed.originOf(i)).to.be.at.least(formed.originOf(i - 1));
          if (!formed.isEdge(i)) continue;
          pieces += formOf(text.slice(edge === 0 ? 0 : formed.originOf(edge), formed.originOf(i)));
          edge = i;
        }
        expect(pieces).to.equal(formed.text);
      }),
    );
  });

  it('is the same for what differs in case, marks and spaces alone, not for other accents', () => {
    expect(formOf('„LUIS\u00a0 Pe\u0301rez“ – Ab')).to.equal(formOf('"luis pérez" - ab'));
    expect(formOf('Pérez')).to.not.equal(formOf('Perez'));
    expect(formOf('10²')).to.not.equal(formOf('102'));
  });
});

describe('approximate search', () => {
  it('counts the letters that differ as the plain method does', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '😀'), { maxLength: 14 }).map(all => all.join(''));
    fc.assert(
      fc.property(letters, letters, fc.nat(3), (text, pattern, most) => {
        fc.pre(pattern !== '');
        const points = [...text];
        const found = approximate(text, pattern, most);
        for (const { start, end, errors } of found)
          expect(editDistance(points.slice(start, end).join(''), pattern)).to.equal(errors);
        let best = Number.POSITIVE_INFINITY;
        for (let i = 0; i <= points.length; i++)
          for (let j = i; j <= points.length; j++)
            best = Math.min(best, editDistance(points.slice(i, j).join(''), pattern));
        if (best <= most && points.length > 0 && best < [...pattern].length)
          expect(Math.min(...found.map(({ errors }) => errors))).to.equal(best);
      }),
    );
  });
});
