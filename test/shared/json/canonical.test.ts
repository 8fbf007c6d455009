import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson, sameJson } from '../../../shared/json/canonical.ts';

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  const names = Object.keys(value).reverse();
  const record = value as Record<string, unknown>;
  return Object.fromEntries(names.map(name => [name, turned(record[name])]));
}

describe('canonical JSON', () => {
  it('reads back as the value it was made of, on one line or indented', () => {
    fc.assert(
      fc.property(json, fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const text = canonicalJson(value, indent);
        expect(JSON.parse(text)).to.deep.equal(JSON.parse(JSON.stringify(value)));
        expect(text.includes('\n') && indent === 0).to.equal(false);
      }),
    );
  });

  it('is the same for equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(json, value => {
        expect(canonicalJson(turned(value))).to.equal(canonicalJson(value));
        expect(sameJson(turned(value), value)).to.equal(true);
      }),
    );
  });

  for (const [value, text] of [
    [{ b: 1, a: [true, null, { d: 'x', c: '' }] }, '{"a":[true,null,{"c":"","d":"x"}],"b":1}'],
    [{ 10: 1, 9: 2, B: 3, a: 4 }, '{"10":1,"9":2,"B":3,"a":4}'],
    [{ gone: undefined, here: [undefined] }, '{"here":[null]}'],
    ['a\ud800', '"a\\ud800"'],
    [[], '[]'],
    [{}, '{}'],
  ] as const)
    it(`writes ${text}`, () => expect(canonicalJson(value)).to.equal(text));

  it('indents as people expect', () => {
    expect(canonicalJson({ b: [], a: [1, {}] }, 2)).to.equal(
      '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}',
    );
  });
});
