import { expect } from 'chai';
import fc from 'fast-check';
import { json } from '../../../../server/extracting/extractors/json/json.ts';
import { pointerOf } from '../../../../server/extracting/extractors/json/read-strings.ts';
import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { blocksOf, extracted, refusalOf } from './derived.ts';
import { requireExact } from './exact.ts';

const decoded = (source: string): string => {
  const text = (JSON.parse(`"${source}"`) as string).replace(/\r\n?/g, '\n');
  return text === '\0' || /^\p{Cs}$/u.test(text) ? '\ufffd' : text;
};

async function read(file: string, options: ExtractionOptions = {}) {
  const made = await extracted(json, file, options);
  requireExact(made, file, decoded);
  const again = await extracted(json, file, made.options);
  expect([again.text, again.options]).to.deep.equal([made.text, made.options]);
  return made;
}

describe('text of JSON', () => {
  const records = [
    { id: 'a-1', text: 'One line of text.', tags: ['x'] },
    { id: 'a-2', text: 'Two\r\nlines, "quoted" \u00e9.', tags: [] },
    { id: 'a-3', text: '  ', tags: ['y'] },
  ];

  it('is the texts of the place with most of them, each with its pointer', async () => {
    const file = JSON.stringify({ items: records, title: 'Texts' }, null, 2).replace('é', '\\u00e9');
    const made = await read(file);
    expect(made.text).to.equal('One line of text.\n\nTwo\nlines, "quoted" é.');
    expect(made.options).to.deep.equal({ path: '$.items[*].text', rows: 'together' });
    expect(
      made.derivation.stretches.map(({ start, end, at }) => [made.text.slice(start, end), at.pointer]),
    ).to.deep.equal([
      ['One line of text.', '/items/0/text'],
      ['Two', '/items/1/text'],
      ['\n', '/items/1/text'],
      ['lines, ', '/items/1/text'],
      ['"', '/items/1/text'],
      ['quoted', '/items/1/text'],
      ['"', '/items/1/text'],
      [' ', '/items/1/text'],
      ['é', '/items/1/text'],
      ['.', '/items/1/text'],
    ]);
    expect(blocksOf(made)).to.deep.equal([
      'paragraph: One line of text.',
      'paragraph: Two',
      'paragraph: lines, "quoted" é.',
    ]);
    expect(made.choices[0]?.values.map(({ value }) => value)).to.deep.equal([
      '$.items[*].text',
      '$.items[*].id',
      '$.title',
      '$.items[*].tags[*]',
      '$..*',
    ]);
  });

  it('is another place, one text, or all, where that is chosen', async () => {
    const file = JSON.stringify(records);
    expect((await read(file, { path: '$[*].id' })).text).to.equal('a-1\n\na-2\n\na-3');
    const second = await read(file, { rows: 'each', part: 2 });
    expect(second.text).to.equal('Two\nlines, "quoted" é.');
    expect(second.choices.find(({ name }) => name === 'part')?.values).to.deep.equal([
      { value: 1, label: '1. One line of text.' },
      { value: 2, label: '2. Two lines, "quoted" é.' },
    ]);
    expect((await read('{"a":"x","b":{"c d":["y"]}}', { path: '$..*' })).text).to.equal('x\n\ny');
    expect((await read('{"a":"x","b":{"c d\'":["y z"]}}')).options).to.deep.equal({
      path: "$.b['c d\\''][*]",
    });
    expect((await read('"Just a text"')).text).to.equal('Just a text');
  });

  it('is read from JSON Lines with the number of the line, in any order of keys', async () => {
    const file = '{"text":"One two","n":1}\r\n\r\n{"n":2,"text":"Three four"}\r\n';
    const { text, derivation, options } = await read(file);
    expect(text).to.equal('One two\n\nThree four');
    expect(options.path).to.equal('$.text');
    expect(
      derivation.stretches.map(({ at }) => [at.row, at.pointer, file.slice(at.from, at.to)]),
    ).to.deep.equal([
      [1, '/text', 'One two'],
      [2, '/text', 'Three four'],
    ]);
  });

  it('holds no halves of characters, and says so', async () => {
    const { text, remarks } = await read('["a \\ud83d b \\ud83d\\ude00 \\u0000 \\\\ud83d"]');
    expect(text).to.equal('a \ufffd b 😀 \ufffd \\ud83d');
    expect(remarks).to.have.length(1);
  });

  it('is exact for any values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ 'a/b~': fc.string({ unit: 'binary' }), other: fc.jsonValue() }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.constantFrom(0, 1, '\t'),
        fc.boolean(),
        async (records, indent, escapes) => {
          const meant = (text: string): string =>
            text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd').trim();
          const texts = records.map(record => meant(record['a/b~'])).filter(text => text !== '');
          fc.pre(texts.length > 0);
          const plain = JSON.stringify(records, null, indent);
          const file = escapes
            ? plain.replace(
                /[\u0080-\uffff]/g,
                unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
              )
            : plain;
          const { text, derivation } = await read(file, { path: "$[*]['a/b~']" });
          expect(text).to.equal(texts.join('\n\n'));
          for (const { at } of derivation.stretches) expect(at.pointer).to.match(/^\/\d+\/a~1b~0$/);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('names places as RFC 6901 does', () => {
    expect(pointerOf(['a/b', 0, 'm~n', ''])).to.equal('/a~1b/0/m~0n/');
  });

  it('is read or refused whatever is cut off or put in', async () => {
    const file = JSON.stringify({ items: records });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length),
        fc.nat(file.length),
        fc.string({ maxLength: 5 }),
        async (from, to, put) => {
          await refusalOf(json, file.slice(0, from) + put + file.slice(Math.max(from, to)));
        },
      ),
      { numRuns: 200 },
    );
    const refused: [file: string, says: RegExp][] = [
      ['', /empty/],
      ['{"a": 1', /not JSON/],
      ['{"a":"x y"}\n{"a":\n', /Line 2/],
      ['{"a": 1}', /no texts/],
      ['{"a": " "}', /blank/],
      [`${'['.repeat(300)}"x"${']'.repeat(300)}`, /deep/],
      ['['.repeat(1_000_000), /not JSON/],
    ];
    for (const [text, says] of refused) expect(await refusalOf(json, text), text.slice(0, 20)).to.match(says);
  });

  it('is known by its name alone', () => {
    const bytes = Buffer.from('{"a":"b"}');
    expect(['x.json', 'x.JSONL', 'x.txt', undefined].map(name => json.recognises(bytes, name))).to.deep.equal(
      [true, true, false, false],
    );
  });
});
