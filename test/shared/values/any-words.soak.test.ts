import { expect } from 'chai';
import { claimTypes } from '../../../shared/claim-types/registry.ts';
import { pieces } from './pieces.ts';

describe('any words at all, many times over', () => {
  it('are read without growing slower than their length, however they are made up', () => {
    const quotes = [
      ...pieces,
      ' ',
      'a ',
      'a, ',
      'A. ',
      '1 ',
      '{{a|',
      '[[a|',
      '<ref',
      '* [[a]] ',
      '1) ',
      'x=y|',
      '^ a ',
    ];
    for (const piece of quotes) {
      const quote = piece.repeat(Math.ceil(100_000 / piece.length));
      for (const type of claimTypes) expect(() => type.normalise(quote, {})).not.to.throw();
    }
  }).timeout(60_000);
});
