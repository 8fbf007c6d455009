import { expect } from 'chai';
import fc from 'fast-check';
import { type FindOptions, findAll, Search } from '../../../shared/text/find.ts';
import { awkwardText } from './texts.ts';

describe('finding', () => {
  const cases: [string, string, string, FindOptions, string[]][] = [
    ['ignores case', 'Luis LUIS luis', 'luis', {}, ['Luis', 'LUIS', 'luis']],
    ['minds case when asked', 'Luis LUIS luis', 'luis', { matchCase: true }, ['luis']],
    ['ignores accents', 'Pérez Perez Pe\u0301rez', 'perez', {}, ['Pérez', 'Perez', 'Pe\u0301rez']],
    ['finds either form of an accent', 'é e\u0301 e', 'é', { matchAccents: true }, ['é', 'e\u0301']],
    ['takes the accent at the end along', 'cafe\u0301!', 'cafe', {}, ['cafe\u0301']],
    ['minds accents when asked', 'Pérez Perez', 'pérez', { matchAccents: true }, ['Pérez']],
    ['compares units when both matter', 'ab AB', 'AB', { matchCase: true, matchAccents: true }, ['AB']],
    ['knows long s, ligatures and final sigma', 'STRASSE straße ﬁn Σίσυφος', 'ς', {}, ['Σ', 'σ', 'ς']],
    ['finds ss for ß', 'Straße', 'strasse', {}, ['Straße']],
    ['takes straight quotes for curly ones', '“peace” it’s', '"peace" it\'s', {}, ['“peace” it’s']],
    ['takes a line end for a space', 'one\r\ntwo', 'one two', {}, ['one\r\ntwo']],
    ['leaves half a ligature alone', 'ﬁn', 'in', {}, []],
    ['finds nothing for nothing', 'abc', '', {}, []],
    ['finds Cyrillic', 'СОВИНТЕРН и ещё', 'совинтерн', {}, ['СОВИНТЕРН']],
    ['hits lie apart', 'aaaa', 'aa', {}, ['aa', 'aa']],
    ['finds astral letters', 'x𝔟y', 'b', {}, ['𝔟']],
  ];
  for (const [says, text, query, options, found] of cases)
    it(says, () => {
      expect(findAll(text, query, options).map(hit => text.slice(hit.start, hit.end))).to.deep.equal(found);
    });

  it('finds the same in pieces as in one', () => {
    fc.assert(
      fc.property(
        awkwardText(),
        fc.constantFrom('a', 'wo', 'word word', 'e', 'bb', ' a', 'é', '\u0301', 'b ', '가'),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (text, query, matchCase, size) => {
          const search = new Search(query, { matchCase });
          const hits = [];
          for (let at = 0; at < text.length; at += size)
            hits.push(...search.feed(text.slice(at, at + size), at + size >= text.length));
          const halved = /[\ud800-\udbff]$/;
          for (let at = size; at < text.length; at += size) fc.pre(!halved.test(text.slice(0, at)));
          expect(hits).to.deep.equal(findAll(text, query, { matchCase }));
        },
      ),
    );
  });
});
