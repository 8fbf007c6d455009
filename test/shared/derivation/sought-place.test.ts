import { expect } from 'chai';
import { offsetOf, soughtPlace } from '../../../shared/derivation/sought-place.ts';
import { derived } from './made.ts';

const derivation = derived({
  stretches: [
    { start: 0, end: 9, at: { page: 1, pageLabel: 'iii', time: [0, 4000], row: 1 } },
    { start: 10, end: 19, at: { page: 2, pageLabel: '1', time: [5000, 9000], paragraph: 7 } },
    { start: 20, end: 29, at: { page: 3, time: [3_723_000, 3_725_000], row: 5 } },
  ],
});

describe('a place that somebody asks for', () => {
  const cases: [string, number | undefined][] = [
    ['p. 3', 20],
    ['p3', 20],
    ['Page iii', 0],
    ['p. 1', 10],
    ['с. 3', 20],
    ['стр. 3', 20],
    ['página 3', 20],
    ['p. 99', undefined],
    ['0:00', 0],
    ['00:05', 10],
    ['00:00:04', 10],
    ['01:02:03', 20],
    ['1:02:03,500', 20],
    ['2:00:00', undefined],
    ['row 5', 20],
    ['строка 5', 20],
    ['¶ 7', 10],
    ['paragraphe 7', 10],
  ];
  for (const [words, offset] of cases)
    it(`“${words}” is ${offset === undefined ? 'nowhere' : `at ${offset}`}`, () => {
      const sought = soughtPlace(words);
      expect(sought).not.to.equal(undefined);
      expect(offsetOf(derivation, sought!)).to.equal(offset);
    });

  for (const words of ['', 'p', 'people', 'pp', '12', 'page', '12:75', 'row', 'the row 5 of it'])
    it(`“${words}” asks for none`, () => expect(soughtPlace(words)).to.equal(undefined));
});
