import { expect } from 'chai';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import { samples } from './conformance.ts';
import { expectRoundTrip, expectSturdy, exported, takeIn } from './round-trip.ts';

const LINES = [
  {
    id: 1,
    text: 'Ana 😀 met Luis.',
    entities: [
      { id: 5, label: 'PER', start_offset: 0, end_offset: 3 },
      { id: 6, label: 'PER', start_offset: 11, end_offset: 15 },
    ],
    relations: [{ id: 1, from_id: 5, to_id: 6, type: 'knows' }],
    title: 'One',
  },
  {
    text: 'Vigo is a port',
    label: [
      [0, 4, 'LOC'],
      [10, 99, 'X'],
    ],
    meta: { title: 'Two' },
  },
  { text: 'Terrible service', label: ['negative'] },
  { label: [[0, 1, 'PER']] },
]
  .map(line => JSON.stringify(line))
  .join('\n');

describe('doccano', function () {
  this.timeout(60_000);

  it('brings its texts along with spans and relations', async () => {
    const storage = new MemoryStorage();
    const { items, notes, added, format } = await takeIn(storage, LINES, { name: 'all.jsonl' });
    expect(format).to.equal('doccano');
    expect(added).to.deep.equal({ document: 3, claim: 3 });
    expect(items!.map(({ id, state, checked }) => [id, state, checked])).to.deep.equal([
      ['record 1, 5', 'exact', false],
      ['record 1, 6', 'exact', false],
      ['record 2, span 1', 'exact', false],
      ['record 2, span 2', 'unplaced', false],
      ['record 3, span 1', 'unplaced', false],
      ['record 4', 'unplaced', false],
    ]);
    expect(notes[0]).to.match(/^One text has characters that programs count differently/);
    const claims = (await storage.readObjects('claim')).map(({ object }) => object);
    expect(claims.map(({ type, anchor }) => [type, anchor.quote.exact])).to.deep.equal([
      ['person', 'Ana'],
      ['person', 'Luis'],
      ['place', 'Vigo'],
    ]);
    expect(claims[0]!.notes[0]!.text).to.equal('knows: Luis (6)');
  });

  it('counts in the unit that was asked for', async () => {
    const { items } = await takeIn(new MemoryStorage(), LINES, { name: 'all.jsonl', unit: 'points' });
    expect(items![1]!.words).to.equal('uis.');
  });

  it('is placed on a chosen text by the words of its own', async () => {
    const storage = new MemoryStorage();
    const beside = [{ name: 'new.txt', bytes: new TextEncoder().encode('Now: Ana 😀 met Luis!') }];
    await takeIn(storage, 'T1\tX 0 3\tNow\n', { name: 'new.ann', beside });
    const [document] = await storage.readObjects('document');
    const { added, items } = await takeIn(storage, LINES.split('\n')[0]!, {
      format: 'doccano',
      document: document!.id,
    });
    expect(added).to.deep.equal({ claim: 2 });
    expect(items!.map(({ state, words, ranges }) => [state, words, ranges![0]!.start])).to.deep.equal([
      ['repaired', 'Ana', 5],
      ['repaired', 'Luis', 16],
    ]);
  });

  it('comes back as it went, but for what is named as left behind', () =>
    expectRoundTrip('doccano', ({ type, anchor }, text) =>
      anchor.ranges.map(range => ({ text, type, range })),
    ));

  it('names what it leaves behind', async () => {
    const storage = new MemoryStorage();
    await takeIn(storage, LINES, { name: 'all.jsonl' });
    const { losses } = await exported(storage, 'doccano');
    expect(losses.map(({ code }) => code)).to.have.members([
      'history',
      'tags',
      'notes',
      'author',
      'imported',
    ]);
  });

  const expected: Record<string, readonly [number, number]> = {
    'export-intent_detection.jsonl': [3, 0],
    'export-relation_extraction.pretty.txt': [4, 0],
    'export-sequence_labeling.jsonl': [4, 0],
    'export-text_classification.jsonl': [0, 3],
    'import-relation_extraction.jsonl': [4, 0],
    'import-sequence_labeling.jsonl': [1, 1],
    'import-sequence_overlapping.jsonl': [2, 0],
  };
  for (const { name, text } of samples('doccano', ''))
    it(`reads ${name}`, async () => {
      const { items } = await takeIn(new MemoryStorage(), text, { format: 'doccano', name });
      const placed = items!.filter(({ state }) => state !== 'unplaced');
      expect([placed.length, items!.length - placed.length]).to.deep.equal(expected[name]);
    });

  it('survives damage', () => expectSturdy('doccano', [{ name: 'all.jsonl', text: LINES }]));
});
