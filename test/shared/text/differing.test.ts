import { expect } from 'chai';
import { differing } from '../../../shared/text/differing.ts';

describe('the one stretch in which two texts differ', () => {
  for (const [says, a, b, expected] of [
    ['stands inside', 'name=“x”>', 'name="x">', ['name=', '“x”', '"x"', '>']],
    ['is empty where words only come', 'ab', 'a-b', ['a', '', '-', 'b']],
    ['is all where nothing is common', 'ab', 'cd', ['', 'ab', 'cd', '']],
    ['is the last of repeated letters', 'aa', 'aaa', ['aa', '', 'a', '']],
    ['holds letters of two units whole', '😀', '😁', ['', '😀', '😁', '']],
    ['is empty in equal texts', 'ab', 'ab', ['ab', '', '', '']],
  ] as const)
    it(says, () => {
      const [one, other] = differing(a, b);
      expect([one.head, one.own, other.own, one.tail]).to.eql(expected);
      expect(one.head + one.own + one.tail).to.equal(a);
      expect(other.head + other.own + other.tail).to.equal(b);
    });
});
