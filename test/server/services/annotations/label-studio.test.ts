import { expect } from 'chai';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import { formOf } from '../../../../shared/text/form.ts';
import { samples } from './conformance.ts';
import { pageText } from './page-text.ts';
import { expectSturdy, takeIn } from './round-trip.ts';

const region = (id: string, start: number, end: number, text: string | undefined, label: string) => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value: { start, end, ...(text === undefined ? {} : { text }), labels: [label] },
});
const TASKS = [
  {
    id: 7,
    data: { text: 'Ana 😀 met Luis  Pérez.', title: 'Meeting' },
    annotations: [
      {
        id: 1,
        completed_by: { email: 'eva@example.org' },
        created_at: '2026-05-01T10:00:00Z',
        result: [
          region('a', 0, 3, 'Ana', 'Person'),
          region('b', 10, 21, 'Luis Pérez', 'Person'),
          {
            id: 'a',
            from_name: 'why',
            to_name: 'text',
            type: 'textarea',
            value: { start: 0, end: 3, text: ['Sure?'] },
          },
          { type: 'relation', from_id: 'a', to_id: 'b', labels: ['knows'] },
          region('c', 99, 110, 'February 22', 'Date'),
          { id: 'd', from_name: 'mood', to_name: 'text', type: 'choices', value: { choices: ['good'] } },
        ],
      },
      { id: 2, was_cancelled: true, result: [region('x', 0, 3, 'Ana', 'Person')] },
    ],
    predictions: [{ result: [region('p', 0, 3, 'Ana', 'Person')] }],
  },
];

describe('Label Studio', function () {
  this.timeout(60_000);

  it('brings its texts along with regions, comments and relations', async () => {
    const storage = new MemoryStorage();
    const { items, notes, format } = await takeIn(storage, JSON.stringify(TASKS), { name: 'tasks.json' });
    expect(format).to.equal('label-studio');
    expect(items!.map(({ id, state }) => `${id.replace(/^.*, /, '')} ${state}`)).to.deep.equal([
      'a exact',
      'b exact',
      'c unplaced',
      'd unplaced',
    ]);
    expect(notes).to.deep.equal(['1 predictions of models were left aside.']);
    const [ana, luis] = (await storage.readObjects('claim')).map(({ object }) => object);
    expect(ana).to.deep.include({ type: 'person', tags: [], createdBy: 'eva@example.org' });
    expect(ana!.notes.map(({ text }) => text)).to.deep.equal(['Sure?', 'knows: Luis Pérez (b)']);
    expect(luis!.anchor.quote.exact).to.equal('Luis  Pérez');
    expect((await storage.readObjects('document'))[0]!.object.title).to.equal('Meeting');
  });

  for (const { name, text } of samples('label-studio', 'annotation-1.json'))
    it(`places what stands in the text of ${name}`, async () => {
      const { data } = JSON.parse(text) as { data: Record<string, string> };
      const shown = pageText(Object.values(data)[0]!);
      const storage = new MemoryStorage();
      await takeIn(storage, JSON.stringify({ text: shown, label: [[0, 1, 'X']] }), { format: 'doccano' });
      const [document] = await storage.readObjects('document');
      const isPage = /html|dialogue/.test(name);
      const { items } = await takeIn(storage, text, {
        format: 'label-studio',
        name,
        ...(isPage ? { document: document!.id } : {}),
      });
      const here = formOf(shown);
      for (const { state, says, id } of items!) {
        if (state !== 'unplaced') continue;
        const words = new RegExp(
          `"id": ?"${id.replace(/^.*, /, '')}"[\\s\\S]*?"text": ?"((?:[^"\\\\]|\\\\.)*)"`,
        ).exec(text)?.[1];
        const stands = words !== undefined && here.includes(formOf(JSON.parse(`"${words}"`) as string));
        expect(stands && !/several places/.test(says), `${id} ${words}: ${says}`).to.equal(false);
      }
    });

  it('survives damage', () =>
    expectSturdy('label-studio', [{ name: 'tasks.json', text: JSON.stringify(TASKS) }]));
});
