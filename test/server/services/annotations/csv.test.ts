import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { Refusal } from '../../../../server/services/refusal.ts';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import { cellText, readCell } from '../../../../shared/formats/csv/cells.ts';
import { failure } from '../../storage/samples.ts';
import { walk } from '../walk.ts';
import type { Step } from '../walk-steps.ts';
import {
  copyTexts,
  expectRoundTrip,
  expectSturdy,
  exported,
  onceEach,
  takeIn,
  written,
} from './round-trip.ts';

const TEXT = 'Ana 😀 met Luis Pérez in Vigo.\r\nVigo is a port.\n';
const TABLE = [
  'Quote;Type;Tags;Note;Verdict;Title',
  'Luis Pérez;person;chair;Which one?;accurate;a.txt',
  'Vigo;place;;;Mostly right;a.txt',
  '"Vigo is a\nport";;;;;',
  ';;;;;',
  'Madrid;place;;;;',
].join('\r\n');

async function withText(): Promise<Storage> {
  const storage = new MemoryStorage();
  const beside = [{ name: 'a.txt', bytes: new TextEncoder().encode(TEXT) }];
  await takeIn(storage, 'T1\tPER 0 3\tAna\n', { name: 'a.ann', beside });
  return storage;
}

describe('CSV', function () {
  this.timeout(60_000);

  it('is read from any table that has a column of quotes', async () => {
    const storage = await withText();
    const { items, format } = await takeIn(storage, TABLE, { name: 'quotes.csv' });
    expect(format).to.equal('csv');
    expect(
      items!.map(({ id, state, repairs, says }) => [
        id,
        state,
        repairs.join(),
        state === 'unplaced' ? says : '',
      ]),
    ).to.deep.equal([
      ['row 2', 'exact', '', ''],
      ['row 3', 'unplaced', '', 'Its words stand in several places, and nothing tells which is meant.'],
      ['row 4', 'repaired', 'folded,by-words', ''],
      ['row 5', 'unplaced', '', 'The row has neither words nor numbers.'],
      ['row 6', 'unplaced', '', 'The text that it is about is not here.'],
    ]);
    const [, luis] = (await storage.readObjects('claim')).map(({ object }) => object);
    expect(luis).to.deep.include({ type: 'person', verdict: 'accurate', tags: ['chair'] });
    expect(luis!.notes.map(({ text }) => text)).to.deep.equal(['Which one?']);
    expect(items![1]!.candidates).to.have.length(2);
  });

  for (const [text, cell] of [
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ["'quoted'", "''quoted'"],
    ['\tx', '"\'\tx"'],
    ['plain', 'plain'],
    ['a "b"', '"a ""b"""'],
  ] as const)
    it(`writes ${JSON.stringify(text)} so that no spreadsheet runs it, and reads it again`, () => {
      expect(cellText(text)).to.equal(cell);
      expect(readCell((parse(cell) as string[][])[0]![0]!)).to.equal(text);
    });

  it('has the columns that were asked for, and refuses others', async () => {
    const storage = await withText();
    const { bytes, losses } = await exported(storage, 'csv', { columns: ['words', 'type'] });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).to.equal(
      '\ufeffwords,type\r\nAna,person\r\n',
    );
    expect(losses.map(({ code }) => code)).to.include.members(['tags', 'author', 'history', 'texts']);
    const { bytes: lines } = await exported(storage, 'jsonl', { columns: ['words', 'ranges', 'verdict'] });
    expect(new TextDecoder().decode(lines)).to.equal('{"words":"Ana","ranges":["0-3"]}\n');
    const error = await failure(exported(storage, 'csv', { columns: ['colour'] }));
    expect(error).to.be.instanceOf(Refusal);
    expect(error.message).to.match(/no column "colour"; there are claim, type/);
  });

  it('comes back as it went on the same texts, but for what is named as left behind', async () => {
    const line = (text: string) =>
      written(text)
        .replace(/\s*[\r\n]+\s*/g, ' ')
        .trim();
    await expectRoundTrip(
      'csv',
      ({ id, type, anchor, fields, tags, verdict, workflow, createdBy }) => ({
        ...{ id, type, anchor, verdict, workflow, createdBy: written(createdBy) },
        fields: Object.entries(fields).map(([name, words]) => [name, line(words)]),
        tags: onceEach(tags.map(line)),
      }),
      { prepare: copyTexts },
    );
  });

  it('makes one of two tags that differ by halves of characters or line ends alone, and says so', async () => {
    const [text, claim] = [
      { do: 'document', text: 'aaaaaaaaaa', title: 'a', bom: false, origin: undefined },
      { do: 'claim', of: 0, spans: [[0, 1]], type: 'person', value: undefined, role: undefined },
    ] as const;
    for (const [tags, come, code] of [
      [['x\ude00x', 'x\ud83dx'], ['x\ufffdx'], 'half-characters'],
      [['x\nx', 'x x'], ['x x'], 'lines'],
    ] as const) {
      const [from, to] = [new MemoryStorage(), new MemoryStorage()];
      await walk(from, [text, { ...claim, tags }] as unknown as Step[]);
      const { bytes, losses } = await exported(from, 'csv');
      expect(losses.map(loss => loss.code)).to.include(code);
      await copyTexts(from, to);
      const { items } = await takeIn(to, bytes, { format: 'csv' });
      expect(items!.map(({ state, ranges }) => [state, ranges])).to.deep.equal([
        ['exact', [{ start: 0, end: 1 }]],
      ]);
      const [claimBack] = await to.readObjects('claim');
      expect(claimBack!.object.tags).to.deep.equal(come);
    }
  });

  it('survives damage', () => expectSturdy('csv', [{ name: 'a.csv', text: TABLE }]));
});
