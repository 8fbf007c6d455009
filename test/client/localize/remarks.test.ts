import { expect } from 'chai';
import { extractors } from '../../../server/extracting/registry.ts';
import { ownValues } from '../../../shared/derivation/own-values.ts';
import { remarkCodes } from '../../../shared/derivation/remarks.ts';

let sayRemark: typeof import('#client/localize/say-remark.js').sayRemark;
let words: typeof import('#client/localize/say-extraction.js');

/** The interface's language is kept by a window. */
before(async () => {
  const known = globalThis as { window?: unknown };
  const { window } = known;
  known.window = window ?? new EventTarget();
  words = await import('#client/localize/say-extraction.js');
  ({ sayRemark } = await import('#client/localize/say-remark.js'));
  if (!window) delete known.window;
});

const values = {
  ...{ author: 'Ines', when: '2026-05-07T10:00:00Z', site: 'Wiki', by: 'Ines', id: 7, to: 'Faro' },
  ...{ count: 2, most: 9, percent: 40, path: 'a.xhtml', pages: '3–5, 9', lines: '“Head” (1–9)' },
  model: 'Scribunto',
};

describe('what is to be known of a file', () => {
  for (const code of remarkCodes)
    it(`can be said in the interface's language: ${code}`, () => {
      const said = sayRemark({ code, values, says: '' });
      expect(said)
        .to.match(/^.{10,}\.$/s)
        .and.not.match(/undefined|NaN|\[object|[{}¦]/);
    });

  it('is said as the server says it where it is not known', () => {
    expect(sayRemark({ code: 'of-tomorrow', values, says: 'Something new.' })).to.equal('Something new.');
    expect(sayRemark({ code: 'toString', values, says: 'Something new.' })).to.equal('Something new.');
  });
});

describe('what may be chosen about how a file is read', () => {
  for (const [name, own] of Object.entries(ownValues)) {
    it(`has a name: ${name}`, () => {
      expect(words.sayChoice(name)).to.not.equal(name);
    });
    for (const [value, label] of Object.entries(own))
      it(`has words of the interface's: ${name} ${JSON.stringify(value)}`, () => {
        expect(words.sayValue(name, { value, label: 'of the server' })).to.not.equal('of the server');
        expect(label).to.match(/^\p{Lu}/u);
      });
  }

  for (const { id } of extractors)
    it(`can be a kind of file that has a name: ${id}`, () => {
      expect(words.sayReader(id, 'of the server')).to.not.equal('Of the server');
    });
});
