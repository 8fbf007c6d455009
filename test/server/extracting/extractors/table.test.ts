import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readRows, textOf } from '../../../../server/extracting/extractors/table/read-rows.ts';
import { table } from '../../../../server/extracting/extractors/table/table.ts';
import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { blocksOf, extracted, refusalOf } from './derived.ts';
import { requireExact } from './exact.ts';

async function read(file: string, options: ExtractionOptions = {}, name?: string) {
  const made = await extracted(table, file, options, name);
  requireExact(made, file, source => source.replace(/\r\n?|\n/g, ' '));
  // What was taken gives the same again, without the file's name.
  const again = await extracted(table, file, made.options);
  expect([again.text, again.options]).to.deep.equal([made.text, made.options]);
  return made;
}
const LONG = 'Fifty people from nine countries signed the letter that was read out on the third of May.';
const chosen = async (file: string, options?: ExtractionOptions, name?: string) =>
  (await read(file, options, name)).options;
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('text of tables', () => {
  it('is the column with the longest texts, a row a paragraph with its number and column', async () => {
    const file = `id,text,author\r\n1,${LONG},Ann\r\n2,,Bob\r\n3,"He said ""no"", twice.\r\nThen left, as ${LONG}",Eve\r\n`;
    const { text, derivation, options, choices } = await read(file);
    expect(text).to.equal(`${LONG}\n\nHe said "no", twice.\nThen left, as ${LONG}`);
    expect(options).to.deep.equal({
      content: 'column',
      header: true,
      delimiter: ',',
      column: 'text',
      rows: 'together',
    });
    expect(
      derivation.stretches.map(({ start, end, at }) => [text.slice(start, end), at.row, at.column]),
    ).to.deep.equal([
      [LONG, 1, 'text'],
      ['He said ', 3, 'text'],
      ['"no', 3, 'text'],
      ['", twice.', 3, 'text'],
      ['\n', 3, 'text'],
      [`Then left, as ${LONG}`, 3, 'text'],
    ]);
    expect(choices.map(({ name, values }) => [name, ...values.map(({ value }) => value)])).to.deep.equal([
      ['content', 'column', 'table'],
      ['column', 'text', 'author', 'id'],
      ['rows', 'together', 'each'],
      ['header', true, false],
      ['delimiter', ',', ';', '\t', '|'],
    ]);
  });

  it('is the table itself where no column holds texts, or where that is chosen', async () => {
    const file = 'name;country;votes\nLois Pereiro;Galicia;12\n"a; b\nc";;\n';
    const made = await read(file);
    expect(made.text).to.equal('name\tcountry\tvotes\nLois Pereiro\tGalicia\t12\na; b c\t\t');
    expect(made.options).to.deep.equal({ content: 'table', header: true, delimiter: ';' });
    expect(blocksOf(made).slice(0, 6)).to.deep.equal([
      `table: ${made.text}`,
      'row: name\tcountry\tvotes',
      'cell: name',
      'cell: country',
      'cell: votes',
      'row: Lois Pereiro\tGalicia\t12',
    ]);
    expect(made.derivation.stretches[3]?.at).to.deep.equal({ row: 1, column: 'name', from: 19, to: 31 });
    expect((await read(file, { content: 'column', column: 'country' })).text).to.equal('Galicia');
  });

  it('is one row, where each is a document', async () => {
    const file = `text\n${LONG} One.\n${LONG} Two.\n\n${LONG} Three.\n`;
    const first = await read(file, { rows: 'each' });
    expect(first.text).to.equal(`${LONG} One.`);
    expect(first.options).to.include({ rows: 'each', part: 1 });
    const parts = first.choices.find(({ name }) => name === 'part')!.values;
    expect(parts.map(({ value }) => value)).to.deep.equal([1, 2, 3]);
    expect(parts[1]?.label).to.match(/^2\. Fifty people .*…$/);
    const third = await read(file, { rows: 'each', part: 3 });
    expect(third.text).to.equal(`${LONG} Three.`);
    expect(third.derivation.stretches[0]?.at.row).to.equal(3);
    expect(await refusalOf(table, file, { rows: 'each', part: 9 })).to.match(/no text number 9/);
    const many = await read(`text\n${Array.from({ length: 20_001 }, (_, i) => `${LONG} ${i}`).join('\n')}`);
    expect(many.choices.map(({ name }) => name)).not.to.include('rows');
    expect(many.remarks.map(({ code }) => code)).to.eql(['too-many-texts']);
  });

  const guesses: [what: string, file: string, options: ExtractionOptions, name?: string][] = [
    ['a semicolon although there are commas', 'a;b\n1,5;2,5\n3,5;4,5\n', { delimiter: ';' }],
    ['tabs', 'a\tb\nx, y\tz\n', { delimiter: '\t' }],
    ['bars', 'a|b\nx|z\n', { delimiter: '|' }],
    ['what Excel says in its first line', 'sep=;\na;b\n1,2;x,y\n', { delimiter: ';' }],
    ['one column', `text\n${LONG}\n`, { delimiter: ',', content: 'column', column: 'text' }],
    ['tabs by the name of the file', 'a,b\tc\nd,e\tf\n', { delimiter: '\t' }, 'x.tsv'],
    ['no header where it would be a number', '1,x\n2,y\n', { header: false }],
    ['no header where it would be a sentence', `${LONG}\n${LONG}!\n`, { header: false, column: '1' }],
    ['no header where names would be the same', 'x,x\ny,z\n', { header: false }],
  ];
  for (const [what, file, options, name] of guesses)
    it(`takes ${what}`, async () => {
      expect(await chosen(file, {}, name)).to.include(options);
    });

  it('is called after its file, and one of its rows by what it says', async () => {
    const file = `text\n${LONG}\n${LONG}\n`;
    expect((await read(file, {}, 'our files/letters_of_May.csv')).title).to.equal('letters of May');
    expect((await read(file, { rows: 'each' }, 'letters.csv')).title).to.equal(undefined);
    expect((await read('a,b\n1,2\n', {}, 'votes.csv')).title).to.equal('votes');
  });

  it('does as it is told', async () => {
    const file = 'a;b,c\nd;e,f\n';
    expect((await read(file, { delimiter: ',', header: false, content: 'table' })).text).to.equal(
      'a;b\tc\nd;e\tf',
    );
    expect((await read('x,x,\ny,z,w', { header: true, content: 'column', column: 'x (2)' })).text).to.equal(
      'z',
    );
    expect((await read('x,x,\ny,z,w', { header: true, content: 'column', column: '3' })).text).to.equal('w');
    expect((await read('x,y\ny,z', { column: 'gone', content: 'column' })).options.column).to.equal('x');
  });

  it('reads cells as spreadsheets do, and says what is odd', async () => {
    const rows = (file: string, delimiter = ',') =>
      readRows(file, delimiter).rows.map(row => row.map(cell => textOf(file, cell)));
    expect(rows('a"b,"c" d,"e"\r"f\r\ng",\n\n,,\n')).to.deep.equal([
      ['a"b', '"c" d', 'e'],
      ['f\r\ng', ''],
    ]);
    const odd = await read(`a,b\n"${LONG},x\n1,2,3\n`);
    expect(odd.remarks).to.have.length(2);
  });

  it('has the cells that csv-parse reads', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ß', '😀', '"', ',', ';', '\n', '\r\n', ' ', '\t'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, end) => {
          const file = rows.map(row => row.map(quoted).join(delimiter)).join(end);
          const there = parse(file, {
            delimiter,
            relax_column_count: true,
            record_delimiter: end,
          }) as string[][];
          const found = readRows(file, delimiter).rows.map(row => row.map(one => textOf(file, one)));
          expect(found).to.deep.equal(there.filter(row => row.some(text => text !== '')));
        },
      ),
    );
  });

  it('is exact for any cells', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '😀', '"', ',', '\n', '\r\n', ' '),
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async rows => {
        const file = `name,text\n${rows.map(row => row.map(quoted).join(',')).join('\n')}`;
        const meant = (text: string): string => text.replaceAll('\r\n', '\n').trim();
        const texts = rows.map(([, text]) => meant(text)).filter(text => text !== '');
        fc.pre(texts.length > 0);
        const made = await read(file, { content: 'column', column: 'text', header: true, delimiter: ',' });
        expect(made.text).to.equal(texts.join('\n\n'));
        const whole = await read(file, { content: 'table', header: true, delimiter: ',' });
        expect(whole.text.split('\n').length).to.equal(1 + rows.length);
      }),
      { numRuns: 150 },
    );
  });

  it('is read or refused whatever is cut off or put in', async () => {
    const file = `id,text\n1,"a ""b"", ${LONG}"\n2,c\n`;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length),
        fc.nat(file.length),
        fc.string({ maxLength: 5 }),
        async (from, to, put) => {
          await refusalOf(table, file.slice(0, from) + put + file.slice(Math.max(from, to)));
        },
      ),
      { numRuns: 200 },
    );
    expect(await refusalOf(table, '\n\n')).to.match(/no rows/);
    expect(await refusalOf(table, 'a,b\n', { header: true })).to.match(/no rows/);
    expect(await refusalOf(table, 'a,b\n1,\n', { content: 'column', column: 'b' })).to.match(/holds no text/);
    expect(await refusalOf(table, `${','.repeat(2000)}x\n`)).to.match(/columns/);
    for (const hostile of ['"', '""', '","', '"x', ',"', '\r'])
      await refusalOf(table, `a,b\nc,${hostile.repeat(20_000)}`, { content: 'column', column: 'b' });
  });

  it('is known by its name alone', () => {
    const bytes = Buffer.from('a,b\n1,2');
    expect(['x.csv', 'x.TSV', 'x.txt', undefined].map(name => table.recognises(bytes, name))).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });
});
