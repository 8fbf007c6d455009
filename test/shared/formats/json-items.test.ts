import { expect } from 'chai';
import fc from 'fast-check';
import { JsonItems } from '../../../shared/formats/json-items.ts';
import { runs } from '../../support/runs.ts';

/** What is given for a text that comes in pieces of so many units; undefined where it is refused. */
function taken(text: string, size: number, lists: readonly string[] = []): unknown[] | undefined {
  const items = new JsonItems({ lists });
  const given: unknown[] = [];
  try {
    for (let at = 0; at < text.length; at += size)
      for (const { value } of items.take(text.slice(at, at + size))) given.push(value);
    for (const { value } of items.end()) given.push(value);
  } catch {
    return undefined;
  }
  return given;
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const size = fc.integer({ min: 1, max: 12 });

describe('JSON that comes in pieces', () => {
  it('gives the items of a list as they are, wherever the pieces end', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), size, fc.constantFrom(0, 2), (list, length, indent) => {
        expect(taken(JSON.stringify(list, null, indent), length)).to.deep.equal(
          JSON.parse(JSON.stringify(list)),
        );
      }),
    );
  });

  it('gives the items of named lists, and then what stands around them', () => {
    const text = '{"id":"c","first":{"items":[{"n":1},[2]],"next":null},"total":2,"items":[3]}';
    expect(taken(text, 5, ['first', 'items'])).to.deep.equal([
      { n: 1 },
      [2],
      { next: null },
      3,
      { id: 'c', total: 2 },
    ]);
  });

  it('is refused where, and only where, it is not JSON', () => {
    const letters = [...'[]{},:"\\ 1atrue\n'];
    const begun = fc.constantFrom(
      '[{"id":"x","t":[1,2,{"y":null}]},{"a":"\\"}]"}]',
      '{"items":[{"a":1},2,[3]],"k":{"z":"q"},"first":{"items":[],"n":-1.5e3}}',
    );
    const edit = fc.tuple(fc.nat(80), fc.constantFrom(...letters), fc.constantFrom(0, 1), fc.boolean());
    fc.assert(
      fc.property(begun, fc.array(edit, { minLength: 1, maxLength: 3 }), size, (text, edits, length) => {
        let altered = text;
        for (const [at, letter, gone, adds] of edits)
          altered = altered.slice(0, at) + (adds ? letter : '') + altered.slice(at + gone);
        expect(taken(altered, length, ['items', 'first']) !== undefined, altered).to.equal(
          parsed(altered) !== undefined,
        );
      }),
      { numRuns: runs(3000) },
    );
  });
});
