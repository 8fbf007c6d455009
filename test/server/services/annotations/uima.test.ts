import { expect } from 'chai';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import { samples } from './conformance.ts';
import { expectRoundTrip, expectSturdy, onceEach, saidValue, takeIn, written } from './round-trip.ts';

const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: 'Ana 😀 met Luis.' };
const CAS = {
  '%TYPES': {},
  '%FEATURE_STRUCTURES': [
    sofa,
    { '%ID': 2, '%TYPE': 'uima.tcas.DocumentAnnotation', '@sofa': 1, begin: 0, end: 16, language: 'en' },
    {
      '%ID': 3,
      '%TYPE': 'my.type.NamedEntity',
      '@sofa': 1,
      begin: 0,
      end: 3,
      value: 'PER',
      sure: true,
      '@knows': 4,
    },
    { '%ID': 4, '%TYPE': 'my.type.NamedEntity', '@sofa': 1, begin: 11, end: 15, value: 'PER' },
    { '%ID': 5, '%TYPE': 'my.segmentation.type.Token', '@sofa': 1, begin: 0, end: 3 },
    { '%ID': 6, '%TYPE': 'my.type.Mark', '@sofa': 9, begin: 0, end: 3 },
    { '%ID': 7, '%TYPE': 'my.type.Mark', '@sofa': 1, begin: 0, end: 99 },
  ],
};

describe('UIMA CAS JSON', function () {
  this.timeout(60_000);

  it('brings its text along with annotations of any type', async () => {
    const storage = new MemoryStorage();
    const { items, notes, format } = await takeIn(storage, JSON.stringify(CAS), { name: 'a.json' });
    expect(format).to.equal('uima-cas-json');
    expect(items!.map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
      '3 exact',
      '4 exact',
      '7 unplaced',
      '6 unplaced',
    ]);
    expect(notes).to.deep.equal(['1 tokens, sentences and the like were left aside.']);
    const [ana, luis] = (await storage.readObjects('claim')).map(({ object }) => object);
    expect(ana).to.deep.include({ type: 'person', tags: ['PER', 'NamedEntity', 'sure: true'] });
    expect(ana!.notes[0]!.text).to.equal('knows: Luis (4)');
    expect(luis!.anchor.quote.exact).to.equal('Luis');
    const [document] = await storage.readObjects('document');
    expect(document!.object.language).to.equal('en');
  });

  it('counts code points where the header says so, and reads structures listed by id', async () => {
    const byId = {
      '%HEADER': { '%OFFSET_ENCODING': 'UTF-32' },
      '%FEATURE_STRUCTURES': { 1: sofa, 4: { '%TYPE': 'X', '@sofa': 1, begin: 10, end: 14 } },
    };
    const { items } = await takeIn(new MemoryStorage(), JSON.stringify(byId), {
      name: 'a.json',
      format: 'uima-cas-json',
    });
    expect(items![0]).to.include({ state: 'exact', words: 'Luis' });
  });

  it('comes back as it went, but for what is named as left behind', async () => {
    const line = (text: string) =>
      written(text)
        .replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ')
        .trim();
    await expectRoundTrip('uima-cas-json', (claim, text) => ({
      text,
      ranges: claim.anchor.ranges,
      type: claim.type,
      verdict: claim.verdict,
      workflow: claim.workflow,
      tags: onceEach(claim.tags.map(line)),
      notes: claim.notes.map(note => line(note.text)),
      fields: claim.fields,
      value: saidValue(claim),
    }));
  });

  const expected: Record<string, number> = {
    'casWithEmojiUnicodeTextAndAnnotations.json': 9,
    'casWithFloatingPointSpecialValues.json': 0,
    'casWithLeftToRightTextAndAnnotations.json': 2,
    'casWithTextAndAnnotations.json': 4,
    'casWithTraditionalChineseTextAndAnnotations.json': 4,
    'cassis-tsv3-testSimpleSlotFeature.json': 3,
  };
  for (const { name, text } of samples('uima-cas-json', '.json'))
    it(`reads ${name}`, async () => {
      const { items } = await takeIn(new MemoryStorage(), text, { name, format: 'uima-cas-json' });
      expect(items!.map(({ state }) => state)).to.deep.equal(
        Array.from({ length: expected[name]! }, () => 'exact'),
      );
    });

  it('survives damage', () => expectSturdy('uima-cas-json', [{ name: 'a.json', text: JSON.stringify(CAS) }]));
});
