import { expect } from 'chai';
import fc from 'fast-check';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import type { CslItem } from '../../../../shared/citations/csl.ts';
import { readEntries } from '../../../../shared/formats/sources/written-sources.ts';
import { commit, create, uuid } from '../../storage/samples.ts';
import { exported } from './round-trip.ts';

const words = fc.constantFrom(
  'Letter',
  'Pérez',
  '50 % & more',
  'a_b #1',
  '“Quoted” {x}',
  'ש',
  'x$y',
  '=1',
  'two\nlines\nER  - ',
);
const name = fc.oneof(fc.record({ family: words, given: words }), fc.record({ literal: words }));
const date = fc.oneof(
  fc.record({ 'date-parts': fc.constantFrom([[2026]], [[2026, 3]], [[2026, 3, 15]]) }),
  fc.record({ raw: fc.constant('c. 1900') }),
);
const item = fc.record(
  {
    type: fc.constantFrom('webpage', 'article-journal', 'book', 'report', 'legislation', 'article-newspaper'),
    title: words,
    'container-title': words,
    publisher: words,
    URL: fc.constantFrom('https://example.org/a_b?c=d&e=%20f', 'https://пример.рф/статья'),
    DOI: fc.constant('10.1000/xyz_123'),
    volume: fc.constantFrom(3, '12'),
    page: fc.constantFrom('1-2', '7'),
    author: fc.array(name, { minLength: 1, maxLength: 3 }),
    issued: date,
    accessed: date,
    custom: fc.constant({ archive: 'https://archive.example/1' }),
  },
  { requiredKeys: ['type'] },
) as fc.Arbitrary<CslItem>;

async function deskOf(items: readonly CslItem[]): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  await commit(
    storage,
    items.map((csl, i) => create('source', { id: uuid('source', i), csl })),
  );
  return storage;
}

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, member) => (typeof member === 'number' ? String(member) : member));

describe('sources', function () {
  this.timeout(60_000);

  it('stand in CSL-JSON as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), async items => {
        const { bytes } = await exported(await deskOf(items), 'csl-json');
        const read = JSON.parse(new TextDecoder().decode(bytes)) as CslItem[];
        expect(read).to.have.deep.members(items.map((csl, i) => ({ ...csl, id: uuid('source', i) })));
      }),
      { numRuns: 50 },
    );
  });

  for (const format of ['bibtex', 'ris'])
    it(`come back from ${format} but for what is named as left behind`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 3 }), async items => {
          const { bytes, losses } = await exported(await deskOf(items), format);
          const text = new TextDecoder().decode(bytes);
          const read = text.trim() === '' ? [] : readEntries(text);
          expect(read).to.have.length(items.length);
          const keys = read.map(({ id }) => id);
          expect(new Set(keys).size).to.equal(keys.length);
          const left = new Set(losses.map(({ code }) => code.replace('variable-', '')));
          const project = (one: Readonly<Record<string, unknown>>) =>
            plain(
              Object.fromEntries(
                Object.entries(one).filter(
                  ([key]) =>
                    !left.has(key) &&
                    !/^(id|_graph|citation-key)$/.test(key) &&
                    items.some(csl => key in csl),
                ),
              ),
            );
          const kept = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
          const sorted = [...items.keys()].sort((a, b) => (uuid('source', a) < uuid('source', b) ? -1 : 1));
          for (const [at, i] of sorted.entries())
            for (const [key, value] of Object.entries(project(items[i]!) as object))
              expect(plain(read[at]![key]), key).to.satisfy((back: unknown) => kept(sort(back), sort(value)));
        }),
        { numRuns: 60 },
      );
    });
});

/** Members in the order of their names. */
function sort(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sort);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sort(member)]),
  );
}
