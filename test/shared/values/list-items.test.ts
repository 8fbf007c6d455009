import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { listItems } from '../../../shared/values/lists/list-items.ts';

const seed = (name: string) =>
  readFileSync(new URL(`../../../../seeds/${name}.txt`, import.meta.url), 'utf8');
const words = (text: string, people = false) =>
  listItems(text, { people }).map(({ words: { start, end } }) => text.slice(start, end));

describe('items of a list, where they stand', () => {
  const cases: [name: string, text: string, items: string[], people?: boolean][] = [
    ['lines with bullets', 'Members:\n* Alpha\n* Beta party\n', ['Alpha', 'Beta party']],
    ['lines with numbers', '1. Alpha\n2. Beta', ['Alpha', 'Beta']],
    ['a line that goes on', '• Alpha and\n  its friends\n• Beta', ['Alpha and\n  its friends', 'Beta']],
    ['lines without bullets', 'Alpha\n\nBeta\n\nGamma', ['Alpha', 'Beta', 'Gamma']],
    [
      'bullets flattened into one line, with groups',
      "'''Europe:''' * [[A|Alpha]]<ref name=x/> * {{flagicon|UK}} Beta '''Asia:''' * Gamma",
      ['Alpha', 'Beta', 'Gamma'],
    ],
    [
      'groups of which the first is cut',
      "Europe:''' * [[A|Alpha]] '''Asia:''' * Gamma * '''Delta''' — a party",
      ['Alpha', 'Gamma', 'Delta'],
    ],
    ['numbers in one line', 'Three: 1) Alpha 2) Beta 3) Gamma', ['Alpha', 'Beta', 'Gamma']],
    ['commas with “and”', 'came from Alpha, the Beta, and Gamma.', ['came from Alpha', 'Beta', 'Gamma']],
    ['a pair at the end', 'States: Alpha, Beta and Gamma', ['Alpha', 'Beta', 'Gamma']],
    ['others who are not named', 'Ann Lee, Bo Yu, among others', ['Ann Lee', 'Bo Yu']],
    [
      'people with what they are',
      'Ann Lee (Left Party)\nBo Yu, sociologist\nformer leader [[Cy Dee]]\n“Dan” Eff — writer',
      ['Ann Lee', 'Bo Yu', 'Cy Dee', '“Dan” Eff'],
      true,
    ],
    ['parties keep their brackets', 'Left (Marxist)\nRight (Old)', ['Left (Marxist)', 'Right (Old)']],
    ['no list', 'One sentence that lists nothing.', []],
  ];
  for (const [name, text, items, people] of cases)
    it(`finds ${name}`, () => {
      expect(words(text, people)).to.deep.equal(items);
    });

  it('finds all parties of the flattened list, one reference of which is not closed', () => {
    const text = seed('000_9b9a4f3f2ee867c2');
    const list = text.slice(text.indexOf("'''Europe:'''"), text.indexOf('===Organizations and'));
    const parties = words(list);
    expect(parties).to.have.length(29);
    expect(parties[0]).to.equal('A Just Russia');
    expect(parties).to.include.members(['The Left', 'Workers Party of Britain', "Tekojoja People's Party"]);
  });

  it('gives with each item what stands beside its words', () => {
    const text = '* {{flagicon|Chile}} [[A|Alpha]]<ref name=x/> * Beta';
    const { start, end } = listItems(text)[0]!.whole;
    expect(text.slice(start, end)).to.equal('{{flagicon|Chile}} [[A|Alpha]]<ref name=x/>');
  });

  it('finds all speakers of a run of commas, titles aside', () => {
    const text = seed('000_9b9a4f3f2ee867c2');
    const from = text.indexOf('Speakers at the inaugural');
    const speakers = words(text.slice(from, text.indexOf(' A message from Russian', from)), true);
    expect(speakers).to.have.length(28);
    expect(speakers).to.include.members([
      'Jackson Hinkle',
      'Evo Morales',
      'Booker Ngesa Omole',
      'Goran Dimov',
    ]);
  });

  it('gives items in order, apart, inside the text and never with white space at their ends', () => {
    const piece = fc.constantFrom(
      '* ',
      '• ',
      '\n',
      ', ',
      '; ',
      ': ',
      "'''",
      '[[',
      '|',
      ']]',
      '<ref>',
      '</ref>',
      '{{',
      '}}',
      ' ',
      'Anna',
      'й',
      '😀',
      '1. ',
      ' and ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, people) => {
        const text = pieces.join('');
        let last = 0;
        for (const { words, whole } of listItems(text, { people })) {
          expect(words.start).to.be.at.least(last);
          expect(words.end).to.be.greaterThan(words.start).and.at.most(text.length);
          expect(whole.start).to.be.at.most(words.start);
          const shown = text.slice(words.start, words.end);
          expect(shown.trim()).to.equal(shown);
          last = words.end;
        }
      }),
    );
  });
});
