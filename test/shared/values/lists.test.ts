import { expect } from 'chai';
import { readList } from '../../../shared/values/lists/read-list.ts';
import { sayList } from '../../../shared/values/lists/say-list.ts';

const cases: readonly (readonly [what: string, words: string, items: readonly string[], heading?: string])[] =
  [
    ['bullets on lines', '* [[A]]\n* [[B|Bee]]\n* C<ref>* no item</ref>', ['A', 'Bee', 'C']],
    ['bullets flattened into one line', '* [[A]] * {{flagicon|Spain}} [[B]] * C', ['A', 'B', 'C']],
    ['a heading before bullets', 'Parties:\n• A,\n• B;\n• C', ['A', 'B', 'C'], 'Parties'],
    ['a wikitext heading', '==Europe==\n- A\n- B', ['A', 'B'], 'Europe'],
    ['numbers', '1. One\n2. Two\n3. Three', ['One', 'Two', 'Three']],
    ['numbers in one line', 'Agreed: 1) peace 2) bread', ['peace', 'bread'], 'Agreed'],
    ['a bullet over two lines', '- one\n  and a half\n- two', ['one and a half', 'two']],
    ['plain lines', 'France\r\nItaly\r\n\r\nSpain', ['France', 'Italy', 'Spain']],
    [
      'commas',
      'members: France, Germany, Italy and Spain.',
      ['France', 'Germany', 'Italy', 'Spain'],
      'members',
    ],
    ['commas and a joined last item', 'a, b, and c', ['a', 'b', 'c']],
    ['Russian commas', 'Иванов, Петров и Сидоров', ['Иванов', 'Петров', 'Сидоров']],
    ['semicolons over commas', 'A (x, y); B, C; D', ['A (x, y)', 'B, C', 'D']],
    ['commas in brackets', 'A (x, y), B, C', ['A (x, y)', 'B', 'C']],
  ];

describe('a list read out of words', () => {
  for (const [what, words, items, heading] of cases) {
    it(`of ${what}`, () => {
      expect(readList(words)).to.deep.equal({ kind: 'list', ...(heading ? { heading } : {}), items });
    });
  }

  it('needs two items', () => {
    expect([readList('France'), readList('* France'), readList('')]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is said with its length', () => {
    expect(sayList(readList('members: A, B, C, D, E')!)).to.equal('members: A; B; C … (5)');
  });
});
