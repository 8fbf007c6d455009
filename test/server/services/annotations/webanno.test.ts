import { expect } from 'chai';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import { samples } from './conformance.ts';
import {
  copyTexts,
  expectRoundTrip,
  expectSturdy,
  onceEach,
  saidValue,
  takeIn,
  written,
} from './round-trip.ts';

const TSV = [
  '#FORMAT=WebAnno TSV 3.3',
  '#T_SP=my.NamedEntity|identifier|value',
  '#T_SP=my.Frame|name|ROLE_my.Frame:Roles_my.Link|my.NamedEntity',
  '#T_RL=my.Relation|kind|BT_my.NamedEntity',
  '',
  '',
  '#Text=Ana 😀 met Luis\\tPérez .',
  '1-1\t0-3\tAna\t*\tPER\t_\t_\t_\t_\t_\t',
  '1-2\t4-6\t😀\t_\t_\t_\t_\t_\t_\t_\t',
  '1-3\t7-10\tmet\t_\t_\tmeet\twho;whom\t1-1;1-4[1]\t_\t_\t',
  '1-4\t11-15\tLuis\tQ1[1]|*[2]\tPER[1]|GIVEN\\_NAME[2]\t_\t_\t_\tknows\t1-1[0_1]\t',
  '1-5\t16-21\tPérez\tQ1[1]\tPER[1]\t_\t_\t_\t_\t_\t',
  '1-6\t22-23\t.\t_\t_\t_\t_\t_\t_\t_\t',
  '',
  '#Text=In',
  '#Text=Vigo',
  '2-1\t26-28\tIn\t_\t_\t_\t_\t_\t_\t_\t',
  '2-2\t29-33\tVigo\t_\t_\t_\t_\t_\t_\t_\t',
  '2-2.1\t29-31\tVi\t*\tLOC\t_\t_\t_\t_\t_\t',
  '',
].join('\n');

describe('WebAnno TSV', function () {
  this.timeout(60_000);

  it('brings its text along with stacked, long, partial and related annotations', async () => {
    const storage = new MemoryStorage();
    const { items, format } = await takeIn(storage, TSV, { name: 'a.tsv' });
    expect(format).to.equal('webanno-tsv');
    expect(items!.map(({ state }) => state)).to.deep.equal(Array.from({ length: 5 }, () => 'exact'));
    const claims = (await storage.readObjects('claim')).map(({ object }) => object);
    expect(
      claims.map(({ anchor, tags, notes }) => [
        anchor.quote.exact,
        tags.join(),
        notes.map(({ text }) => text).join(),
      ]),
    ).to.deep.equal([
      ['Ana', 'PER,NamedEntity', ''],
      ['met', 'meet,Frame', 'who: Ana (1-1),whom: Luis (1-4)'],
      ['Luis', 'GIVEN_NAME,NamedEntity', ''],
      ['Luis\tPérez', 'PER,NamedEntity,identifier: Q1', 'knows: Ana (1-1)'],
      ['Vi', 'LOC,NamedEntity', ''],
    ]);
  });

  it('is placed on the text that differs in white space alone', async () => {
    const storage = new MemoryStorage();
    const text = 'Ana 😀 met Luis\tPérez .\n\n\nIn\nVigo\n';
    await takeIn(storage, 'T1\tX 0 3\tAna\n', {
      name: 'a.ann',
      beside: [{ name: 'a.txt', bytes: new TextEncoder().encode(text) }],
    });
    const { added } = await takeIn(storage, TSV, { name: 'a.tsv' });
    expect(added).to.deep.equal({ claim: 5 });
  });

  it('comes back as it went on the same texts, but for what is named as left behind', async () => {
    const line = (text: string) =>
      written(text)
        .replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ')
        .trim();
    await expectRoundTrip(
      'webanno-tsv',
      claim => ({
        ranges: claim.anchor.ranges,
        type: claim.type,
        verdict: claim.verdict,
        workflow: claim.workflow,
        tags: onceEach(claim.tags.map(line)),
        notes: claim.notes.map(note => line(note.text)),
        fields: claim.fields,
        value: saidValue(claim),
      }),
      { prepare: copyTexts },
    );
  });

  for (const { name, text } of samples('webanno-tsv3', '.tsv'))
    it(`reads ${name}`, async () => {
      const { items } = await takeIn(new MemoryStorage(), text, { name, format: 'webanno-tsv' });
      expect(items).to.have.length.greaterThan(0);
      expect(items!.filter(({ state }) => state !== 'exact')).to.deep.equal([]);
      expect(items!.every(({ checked }) => checked)).to.equal(true);
    });

  it('survives damage', () => expectSturdy('webanno-tsv', [{ name: 'a.tsv', text: TSV }]));
});
