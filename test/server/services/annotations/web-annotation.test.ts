import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import { walk } from '../walk.ts';
import type { Step } from '../walk-steps.ts';
import { conformanceFolder, samples } from './conformance.ts';
import { pageText } from './page-text.ts';
import {
  copyTexts,
  expectRoundTrip,
  expectSturdy,
  exported,
  onceEach,
  saidValue,
  takeIn,
  written,
} from './round-trip.ts';

const TEXT = 'Ana 😀 met Luis Pérez in Vigo.\r\nVigo is a port.\n';
const ADDRESS = 'https://paper.example/ports';

async function withText(text = TEXT): Promise<{ storage: Storage; document: string }> {
  const storage = new MemoryStorage();
  await takeIn(storage, JSON.stringify({ text, label: [[0, 1, 'X']], title: ADDRESS }), {
    format: 'doccano',
  });
  const [document] = await storage.readObjects('document');
  return { storage, document: document!.id };
}

/** Two texts, a claim on each, evidence that quotes the other text, a name, and a conflict that was settled. */
const fullDesk = [
  { do: 'document', text: 'Ana met Luis.', title: 'One', bom: false, origin: undefined },
  { do: 'document', text: 'Luis met Eva in Vigo.', title: 'Two', bom: false, origin: undefined },
  {
    do: 'claim',
    of: 0,
    spans: [[0, 3]],
    type: 'person',
    value: { kind: 'text', text: 'Ana', deep: 0 },
    role: 'chair',
    tags: ['t'],
  },
  {
    do: 'claim',
    of: 1,
    spans: [[0, 4]],
    type: 'person',
    value: { kind: 'text', text: 'Luis', deep: 0 },
    role: undefined,
    tags: [],
  },
  { do: 'source', title: 'A source', url: undefined, of: 1 },
  {
    do: 'evidence',
    of: 0,
    source: 0,
    passage: { of: 1, spans: [[5, 3]] },
    more: { fit: 'states', note: 'so' },
    attached: [],
  },
  { do: 'note', of: 0, text: 'Who?', reply: false },
  { do: 'note', of: 0, text: 'The chair.', reply: true },
  { do: 'entity', kind: 'person', name: 'Ana Gil', of: 0 },
  { do: 'conflict', a: 0, b: 1, title: 'Who met whom' },
  { do: 'decide', of: 0, reason: 'Seen', preferred: 'Ana', reopen: false },
] as const satisfies readonly Step[] as unknown as Step[];

const context = 'http://www.w3.org/ns/anno.jsonld';
const on = (selector: unknown, more: object = {}) => ({
  '@context': context,
  type: 'Annotation',
  id: `https://anno.example/${JSON.stringify(selector).length}`,
  target: { source: ADDRESS, selector },
  ...more,
});
const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
const position = (start: number, end: number, more: object = {}) => ({
  type: 'TextPositionSelector',
  start,
  end,
  ...more,
});

describe('Web Annotations that are taken in', function () {
  this.timeout(60_000);

  const cases: readonly [what: string, selector: unknown, words: string | undefined, state: string][] = [
    ['a quote', quote('Luis Pérez'), 'Luis Pérez', 'exact'],
    ['a quote with what stands around it', quote('Vigo', { prefix: '\r\n', suffix: ' is' }), 'Vigo', 'exact'],
    ['a quote that stands twice', quote('Vigo'), undefined, 'unplaced'],
    ['a position in code points', position(10, 14), 'Luis', 'exact'],
    ['a quote and a position in UTF-16', [quote('Luis'), position(11, 15)], 'Luis', 'repaired'],
    ['a position in bytes', { type: 'DataPositionSelector', start: 13, end: 17 }, 'Luis', 'exact'],
    [
      'a fragment',
      { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc5147', value: 'char=10,14' },
      'Luis',
      'exact',
    ],
    [
      'a range',
      { type: 'RangeSelector', startSelector: quote('Luis'), endSelector: quote(' in') },
      'Luis Pérez',
      'exact',
    ],
    ['a quote that is narrowed', quote('Luis Pérez', { refinedBy: position(5, 10) }), 'Pérez', 'exact'],
    [
      'an element narrowed to a quote',
      { type: 'CssSelector', value: 'p', refinedBy: quote('Pérez') },
      'Pérez',
      'repaired',
    ],
    ['a drawing', { type: 'SvgSelector', value: '<svg/>' }, undefined, 'unplaced'],
    ['an XPath', { type: 'XPathSelector', value: '/p' }, undefined, 'unplaced'],
  ];
  for (const [what, selector, words, state] of cases)
    it(`are placed by ${what}`, async () => {
      const { storage } = await withText();
      const { items, format } = await takeIn(storage, JSON.stringify(on(selector)), { name: 'a.jsonld' });
      expect(format).to.equal('web-annotation');
      expect(items![0]).to.include({ state });
      if (words !== undefined) expect(items![0]!.words).to.equal(words);
    });

  it('keep their bodies, their targets together, and what annotates them', async () => {
    const { storage } = await withText();
    const first = on(quote('Luis'), {
      id: 'https://anno.example/1',
      creator: { name: 'Eva' },
      created: '2026-05-01T10:00:00Z',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'chair' },
        { type: 'TextualBody', value: 'Which one?' },
      ],
      target: [
        { source: ADDRESS, selector: quote('Luis') },
        { source: ADDRESS, selector: quote('Pérez') },
      ],
    });
    const reply = {
      '@context': context,
      type: 'Annotation',
      id: 'https://anno.example/2',
      motivation: 'replying',
      creator: { name: 'Ivo' },
      body: { type: 'TextualBody', value: 'The chair.' },
      target: 'https://anno.example/1',
    };
    await takeIn(
      storage,
      JSON.stringify({ '@context': context, type: 'AnnotationPage', items: [first, reply] }),
      { name: 'a.json' },
    );
    const claim = (await storage.readObjects('claim')).map(({ object }) => object).at(-1)!;
    expect(claim.anchor.quote.exact).to.equal('Luis … Pérez');
    expect(claim.tags).to.deep.equal(['chair']);
    expect(claim.createdBy).to.equal('Eva');
    expect(claim.notes.map(({ text, by }) => [text, by])).to.deep.equal([
      ['Which one?', 'Eva'],
      ['The chair.', 'Ivo'],
    ]);
  });

  it('come back as they went on the same texts, but for what is named as left behind', () =>
    expectRoundTrip(
      'web-annotation',
      claim => ({
        id: claim.id,
        ranges: claim.anchor.ranges,
        type: claim.type,
        verdict: claim.verdict,
        workflow: claim.workflow,
        tags: onceEach(claim.tags.map(tag => written(tag).trim())),
        notes: claim.notes
          .map(({ text, by, at }) => [written(text).trim(), written(by), at.slice(0, 19)])
          .filter(([text]) => !claim.settled.some(({ preferred }) => preferred === text)).length,
        fields: claim.fields,
        value: saidValue(claim),
        by: written(claim.createdBy),
      }),
      { prepare: copyTexts },
    ));

  it('bring conflicts with their decisions and dissent, entities, and passages of other texts along', async () => {
    const from = new MemoryStorage();
    await walk(from, fullDesk);
    const to = new MemoryStorage();
    await copyTexts(from, to);
    const { bytes } = await exported(from, 'web-annotation');
    const { items } = await takeIn(to, bytes, { format: 'web-annotation' });
    expect(items!.map(({ state }) => state)).to.deep.equal(['exact', 'exact', 'exact']);
    for (const kind of ['conflict', 'entity', 'source'] as const) {
      const [was, is] = await Promise.all([from, to].map(desk => desk.readObjects(kind)));
      expect(is!.length).to.be.greaterThan(0);
      expect(is!.map(({ object }) => object)).to.deep.equal(was!.map(({ object }) => object));
    }
    const claims = (await to.readObjects('claim')).map(({ object: { imported: _, ...claim } }) => claim);
    const instants = (value: unknown) => JSON.parse(JSON.stringify(value).replace(/:59Z/g, ':59.000Z'));
    const were = (await from.readObjects('claim')).map(({ object }) => object);
    expect(instants(claims)).to.deep.equal(instants(were));
    expect(claims.flatMap(({ evidence }) => evidence.map(({ passage }) => passage?.quote.exact))).to.eql([
      'met',
    ]);
    const again = await takeIn(to, bytes, { format: 'web-annotation' });
    expect(again.items!.map(({ state }) => state)).to.deep.equal(['known', 'known', 'known']);
  });

  it('say which passages and conflicts are about texts that are not here', async () => {
    const from = new MemoryStorage();
    await walk(from, fullDesk);
    const to = new MemoryStorage();
    const [first] = (await from.readObjects('document')).map(({ id }) => id);
    await copyTexts(from, to, id => id === first);
    const { bytes } = await exported(from, 'web-annotation');
    const { items } = await takeIn(to, bytes, { format: 'web-annotation' });
    expect(items!.map(({ state, says }) => `${state}: ${says}`)).to.deep.equal([
      'exact: Passages that it cites and that are not here: 1.',
      'unplaced: The text that it is about is not here.',
      'unplaced: Claims that it is about are not here.',
    ]);
  });

  it('survive damage', () =>
    expectSturdy('web-annotation', [
      { name: 'a.json', text: JSON.stringify([on(quote('Luis')), on([quote('Vigo'), position(1, 2)])]) },
    ]));
});

describe('Hypothesis', function () {
  this.timeout(60_000);

  const row = (id: string, more: object) => ({
    id,
    uri: ADDRESS,
    user: 'acct:eva@hypothes.is',
    created: `2026-05-0${id.length}T10:00:00Z`,
    text: `note ${id}`,
    tags: ['t'],
    permissions: { read: ['group:__world__'] },
    ...more,
  });
  const words = (exact: string) => [
    {
      source: ADDRESS,
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]' },
        { type: 'TextPositionSelector', start: 500, end: 504 },
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      ],
    },
  ];
  const ROWS = {
    total: 5,
    rows: [
      row('a', { target: words('Luis Pérez') }),
      row('bb', { references: ['a'], target: [{ source: ADDRESS }] }),
      row('ccc', {
        references: ['a', 'bb'],
        user: 'acct:ivo@hypothes.is',
        permissions: { read: ['acct:ivo@hypothes.is'] },
      }),
      row('dddd', { target: [{ source: ADDRESS }] }),
      row('eeeee', { references: ['nowhere'] }),
    ],
  };

  it('keeps threads as notes, and says what is about no words', async () => {
    const { storage } = await withText();
    const { items, notes, format } = await takeIn(storage, JSON.stringify(ROWS), { name: 'h.json' });
    expect(format).to.equal('hypothesis');
    expect(items!.map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
      'a repaired',
      'dddd unplaced',
      'eeeee unplaced',
    ]);
    expect(notes[0]).to.match(/^1 of them/);
    const claim = (await storage.readObjects('claim')).map(({ object }) => object).at(-1)!;
    const [note, reply, other] = claim.notes;
    expect(claim.notes.map(({ text, by }) => [text, by])).to.deep.equal([
      ['note a', 'eva'],
      ['note bb', 'eva'],
      ['note ccc', 'ivo'],
    ]);
    expect([reply!.replyTo, other!.replyTo]).to.deep.equal([note!.id, reply!.id]);
    expect(claim).to.deep.include({ tags: ['t'], createdBy: 'eva', createdAt: '2026-05-01T10:00:00.000Z' });
  });

  for (const { name, text } of samples('hypothesis', '.json').filter(sample =>
    /^(minimal|wiki)/.test(sample.name),
  ))
    it(`places every quote of ${name} that stands in its page`, async () => {
      const html = readFileSync(
        path.join(conformanceFolder()!, 'samples/hypothesis', name.replace('.json', '.html')),
        'utf8',
      );
      const { storage, document } = await withText(pageText(html));
      const { items } = await takeIn(storage, text, { format: 'hypothesis', document });
      expect(items!.length).to.be.greaterThan(0);
      expect(items!.filter(({ state }) => state === 'unplaced')).to.deep.equal([]);
    });

  it('survives damage', () => expectSturdy('hypothesis', [{ name: 'h.json', text: JSON.stringify(ROWS) }]));
});

describe('Recogito', function () {
  this.timeout(60_000);

  const OWN = [
    {
      id: '3b8c5c1d-0432-42c9-82e7-b5770c6c9854',
      bodies: [{ id: '1', purpose: 'commenting', value: 'Who?' }],
      target: {
        annotation: 'x',
        selector: [
          { quote: 'Luis', start: 11, end: 15 },
          { quote: 'Vigo', start: 25, end: 29 },
        ],
        creator: { name: 'Eva' },
      },
    },
    {
      id: '#a',
      type: 'Annotation',
      body: [{ type: 'TextualBody', purpose: 'tagging', value: 'place' }],
      target: { selector: [quote('Vigo'), position(32, 36)] },
    },
    {
      id: 'tei',
      bodies: [],
      target: {
        selector: [
          {
            startSelector: { type: 'XPathSelector', value: '//p::0' },
            endSelector: { type: 'XPathSelector', value: '//p::9' },
          },
        ],
      },
    },
  ];

  it('is placed without a source, by UTF-16 units', async () => {
    const { storage, document } = await withText();
    const { items, format } = await takeIn(storage, JSON.stringify(OWN), { name: 'r.json', document });
    expect(format).to.equal('recogito');
    expect(items!.map(({ state }) => state)).to.deep.equal(['exact', 'exact', 'unplaced']);
    const claims = (await storage.readObjects('claim')).map(({ object }) => object);
    expect(claims.map(({ anchor }) => anchor.quote.exact)).to.deep.equal(['A', 'Luis … Vigo', 'Vigo']);
    expect(claims[1]!.notes[0]!.text).to.equal('Who?');
    expect(claims[2]!.tags).to.deep.equal(['place']);
  });

  const pages: Readonly<Record<string, string>> = {
    'recogito-js.annotations.w3c.json': 'recogito-js.index.html',
    'text-annotator.annotations.w3c.json': 'text-annotator.index.html',
  };
  for (const { name, text } of samples('recogito', '.json'))
    it(`places every quote of ${name} that stands in its page`, async () => {
      const page = pages[name];
      const html =
        page === undefined
          ? ''
          : readFileSync(path.join(conformanceFolder()!, 'samples/recogito', page), 'utf8');
      const { storage, document } = await withText(pageText(html) || 'Nothing.');
      const { items } = await takeIn(storage, text, { format: 'recogito', name, document });
      expect(items!.length).to.be.greaterThan(0);
      if (page !== undefined)
        expect(
          items!.filter(({ state, says }) => state === 'unplaced' && !/several places/.test(says)),
        ).to.deep.equal([]);
    });

  it('survives damage', () => expectSturdy('recogito', [{ name: 'r.json', text: JSON.stringify(OWN) }]));
});
