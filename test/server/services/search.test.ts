import { expect } from 'chai';
import fc from 'fast-check';
import { SearchIndex } from '../../../server/services/search/search-index.ts';
import type { Operation } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { uuid } from '../../support/objects.ts';
import { change, newClaim, serving } from '../http/serving.ts';

/** Words that are told apart only by what folding, prefixes and typos are about. */
const WORDS = [
  'Pérez',
  'Perez',
  'Leira',
  'Леира',
  'ΛΕΙΡΑ',
  '社会主義',
  '国際',
  'over',
  'fifteen',
  '2026',
  'of',
  'the',
];
const someWords = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map(words => words.join(' '));
const id = fc.nat(5).map(String);
const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), id, main: someWords, more: someWords }),
  fc.record({ do: fc.constant('drop' as const), id }),
  fc.record({
    do: fc.constant('text' as const),
    id,
    text: fc.array(someWords).map(lines => lines.join('.\n')),
  }),
  fc.record({ do: fc.constant('no-text' as const), id }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(index: SearchIndex, one: Step): void {
  if (one.do === 'put') index.put('claim', { id: one.id, main: one.main, more: one.more });
  else if (one.do === 'drop') index.drop('claim', one.id);
  else for (const _ of one.do === 'text' ? index.putText(one.id, 'r', one.text) : index.dropText(one.id));
}

describe('the index of words', () => {
  it('kept up step by step answers like one made anew from where the steps have led', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(someWords, { maxLength: 4 }),
        (steps, asked) => {
          const kept = new SearchIndex();
          const last = new Map<string, Step>();
          for (const one of steps) {
            take(kept, one);
            last.set(`${one.do === 'put' || one.do === 'drop' ? 'claim' : 'text'} ${one.id}`, one);
          }
          const anew = new SearchIndex();
          for (const one of last.values()) take(anew, one);
          for (const typed of asked.flatMap(words => [words, `"${words}"`, words.slice(0, -1)])) {
            const [claims, passages] = kept.find(typed, ['claim', 'passage'], 100);
            const [claimsAnew, passagesAnew] = anew.find(typed, ['claim', 'passage'], 100);
            expect(claims!.hits.map(hit => ('id' in hit ? hit.id : '')).sort()).to.eql(
              claimsAnew!.hits.map(hit => ('id' in hit ? hit.id : '')).sort(),
            );
            expect(new Set(passages!.hits.map(hit => JSON.stringify(hit)))).to.eql(
              new Set(passagesAnew!.hits.map(hit => JSON.stringify(hit))),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds every phrase of a text that is no longer than a line, and marks it where it stands', () => {
    const index = new SearchIndex();
    const text = Array.from({ length: 400 }, (_, i) => `word${i} and`).join(' ');
    for (const _ of index.putText('d', 'r', text));
    for (let i = 0; i < 396; i += 3) {
      const phrase = `word${i} and word${i + 1} and word${i + 2}`;
      const [found] = index.find(`"${phrase}"`, ['passage'], 10);
      const places = found!.hits.flatMap(hit => ('matches' in hit ? hit.matches : []));
      expect(places.map(({ start, end }) => text.slice(start, end))).to.eql([phrase]);
    }
  });

  it('looks for common words only beside rarer ones, and misses none', () => {
    const index = new SearchIndex();
    for (let i = 0; i < 1500; i++)
      index.put('claim', {
        id: `${i}`,
        main: `the party number ${i % 2 ? 'odd' : 'even'} x${i}`,
        more: '',
        aside: 'Member',
      });
    const ids = (typed: string) =>
      index.find(typed, ['claim'], 5)[0]!.hits.map(hit => ('id' in hit ? hit.id : ''));
    expect(ids('the party x1477')).to.eql(['1477']);
    expect(ids('"the party number odd x1477"')).to.eql(['1477']);
    expect(ids('"party the" x1477')).to.eql([]);
    expect(ids('member x1478')).to.eql(['1478']);
    expect(ids('member')).to.eql([]);
    expect(ids('the party')).to.have.length(5);
  });
});

describe('searching the desk', function () {
  this.timeout(20_000);
  const served = serving();
  const search = (q: string, query: { kinds?: string; limit?: number } = {}) =>
    served.api.search({ query: { q, ...query } });
  const texts = async (q: string, kinds: string) =>
    (await search(q, { kinds })).groups.flatMap(({ hits }) => hits.map(({ text }) => text));
  const make = (kind: Kind, objectId: string, value: object) =>
    served.commit(change(kind, objectId, { op: 'create', value } as Operation));

  before(async () => {
    await served.server.desk.search.settled();
  });

  it('finds passages by their words across documents, with the place to select', async () => {
    const { groups, complete } = await search('executive secretary', { kinds: 'passage' });
    expect(complete).to.equal(true);
    const hits = groups[0]!.hits;
    expect(hits.length).to.be.greaterThan(0);
    for (const { text, marks, place } of hits) {
      expect(marks.map(({ start, end }) => text.slice(start, end).toLowerCase())).to.include('secretary');
      const { object } = await served.api.getDocument({ params: { id: place!.documentId } });
      const held = await served.server.desk.texts.laid(object.revisions.at(-1)!);
      expect(held.text.slice(place!.range.start, place!.range.end)).to.match(/executive|secretary/i);
    }
  });

  const cases: [what: string, typed: string, kinds: string, fits: RegExp][] = [
    ['accents left out', 'perez leira', 'passage', /Pérez Leira/],
    ['a phrase', '"Pérez Leira"', 'passage', /Pérez Leira/],
    ['the beginning of a word', 'sovint', 'document', /Sovintern/i],
    ['a slight typo', 'Sovintren', 'document', /Sovintern/i],
    ['part of a title', 'just russia', 'document', /JUST RUSSIA/],
  ];
  for (const [what, typed, kinds, fits] of cases)
    it(`finds by ${what}`, async () => {
      const found = await texts(typed, kinds);
      expect(found.length).to.be.greaterThan(0);
      for (const text of found) expect(text).to.match(fits);
    });

  it('finds claims, entities, conflicts and sources as soon as they are there, and no longer than that', async () => {
    const text = await served.text();
    const made = newClaim(text, text.text.slice(0, 12), { tags: ['zugzwang'] });
    const one = { id: made.objectId };
    await served.commit(made);
    await make('source', uuid(901), { id: uuid(901), csl: { type: 'book', title: 'Ein Zwischenzug' } });
    await make('entity', uuid(902), {
      id: uuid(902),
      kind: 'person',
      preferred: 'Đorđe Žižić',
      variants: [{ id: uuid(903), form: 'Zhizhich' }],
      distinctFrom: [],
    });
    const found = async (q: string) =>
      (await search(q, { kinds: 'claim,source,entity' })).groups.flatMap(({ hits }) =>
        hits.map(hit => hit.id),
      );
    expect(await found('zugzw')).to.eql([one.id]);
    expect(await found('zwischenzug')).to.eql([uuid(901)]);
    expect(await found('zizic')).to.eql([uuid(902)]);
    expect(await found('zhizhich')).to.eql([uuid(902)]);
    await served.commit(change('claim', one.id, { op: 'drop', list: 'tags', item: 'zugzwang' }));
    expect(await found('zugzw')).to.eql([]);
    await served.commit(change('source', uuid(901), { op: 'remove' }));
    expect(await found('zwischenzug')).to.eql([]);
  });

  it('finds nothing of a document that was removed, and all of it when it is back', async () => {
    const text = await served.text();
    await served.commit(newClaim(text, text.text.slice(20, 60), { tags: ['quincunx'] }));
    const found = async () => {
      await served.server.desk.search.settled();
      const { groups } = await search('quincunx', { kinds: 'claim' });
      const passages = await search(`"${text.text.slice(0, 30)}`, { kinds: 'passage' });
      return [groups[0]!.hits.length, passages.groups[0]!.hits.length];
    };
    expect(await found()).to.eql([1, 1]);
    await served.commit(change('document', text.id, { op: 'remove' }));
    expect(await found()).to.eql([0, 0]);
    await served.commit(change('document', text.id, { op: 'restore' }));
    expect(await found()).to.eql([1, 1]);
  });

  it('gives up a question that nobody waits for any more, and answers the next', async () => {
    const given = new AbortController();
    const first = served.api
      .search({ query: { q: 'party' } }, { signal: given.signal })
      .catch(error => error.name);
    given.abort();
    expect(await first).to.equal('AbortError');
    expect((await search('party')).groups.some(({ hits }) => hits.length > 0)).to.equal(true);
  });

  it('says what does not fit in a question', async () => {
    const reply = await fetch(`${served.url}/api/search?q=x&kinds=person`);
    expect(reply.status).to.equal(400);
  });
});
