import { expect } from 'chai';
import { explain } from '../../../shared/comparing/explain.ts';

describe('A difference that can hardly be seen', () => {
  for (const [left, right, differ, ours, theirs] of [
    ['Mocква', 'Москва', ['look-alike'], ['M', 'o', 'c'], ['М', 'о', 'с']],
    ['Α', 'A', ['look-alike'], ['Α'], ['A']],
    ['a\u00a0b', 'a b', ['space'], ['\u00a0'], [' ']],
    [' ', '  ', ['space'], [], []],
    ['co\u00adop', 'coop', ['invisible'], ['\u00ad'], []],
    ['نام\u200cه', 'نامه', ['invisible'], ['\u200c'], []],
    ['\r\n', '\n', ['line-ends'], ['\r'], []],
    ['é', 'e\u0301', ['form'], ['é'], ['e', '\u0301']],
    ['“x”', '"x"', ['quotes'], ['“', '”'], ['"']],
    ['–', '-', ['quotes'], ['–'], ['-']],
    ['ﬁ', 'fi', ['width'], ['ﬁ'], ['f', 'i']],
    ['The', 'THE', ['case'], ['h', 'e'], ['H', 'E']],
    ['Pérez', 'Perez', ['marks'], ['é'], []],
    ['“The”', '"THE"', ['quotes', 'case'], ['“', 'h', 'e', '”'], ['"', 'H', 'E']],
  ] as const)
    it(`is explained: ${differ.join(' and ')} (${JSON.stringify(left)})`, () => {
      expect(explain(left, right)).to.eql({ differ, left: ours, right: theirs });
      expect(explain(right, left)).to.eql({ differ, left: theirs, right: ours });
    });

  it('is not invented where words really differ', () => {
    expect(explain('Luis', 'Lois')).to.equal(undefined);
    expect(explain('', 'new')).to.equal(undefined);
    expect(explain('same', 'same')).to.equal(undefined);
  });
});
