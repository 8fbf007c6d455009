import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import type { LiveOptions } from '#client/live/connection.js';
import { FoundCases } from '#client/screens/conflicts/found/cases.js';
import { onRecord } from '#client/screens/conflicts/found/on-record.js';
import { AwayError, createDeskClient } from '#client/store/client.js';
import { dismiss } from '#client/store/findings/dismiss.js';
import type { Replica } from '#client/store/keeping/replica.js';
import type { StoreEvent } from '#client/store/news.js';
import { Store, type Topic } from '#client/store/store.js';
import type { Offered, ToldFinding } from '../../../shared/api/found.ts';
import { decideConflict } from '../../../shared/conflicts/decide.ts';
import { renewFromFinding } from '../../../shared/conflicts/from-finding.ts';
import { acceptSuggestion, refuseSuggestion } from '../../../shared/detectors/accept.ts';
import { eventually } from '../../browser/eventually.ts';
import { AT } from '../../server/http/serving.ts';
import { addText, finding } from '../../server/services/findings/finding.ts';

const TEXT = 'Luis Leira spoke in Moscow. Next came Lois Leira, then Anna Berg.';

/** What a browser keeps, in memory. */
function someReplica(): Replica {
  const lists = new Map<string, unknown>();
  const nothing = () => undefined;
  return {
    take: nothing,
    takeAll: nothing,
    takeIndex: nothing,
    takeList: (name, value) => void lists.set(name, JSON.parse(JSON.stringify(value))),
    list: async name => lists.get(name),
    all: async () => [],
    some: async () => [],
    index: async () => undefined,
    revised: async () => undefined,
    drop: async () => undefined,
    forget: async () => undefined,
  };
}

describe('suggestions and findings in the browser', () => {
  const desk = finding();
  let isAway: boolean;
  let id: string;
  let store: Store;
  let replica: Replica;
  let line: LiveOptions;

  const fetchThere = (path: string, init: RequestInit) =>
    isAway ? Promise.reject(new TypeError('away')) : fetch(`${desk.url}${path}`, init);

  function newStore(): Store {
    const made = new Store(createDeskClient(fetchThere as typeof fetch), { replica });
    made.follow(options => {
      line = options;
    });
    return made;
  }

  beforeEach(async () => {
    isAway = false;
    replica = someReplica();
    id = await addText(desk, TEXT);
    await desk.server.desk.findings.settled();
    store = newStore();
    await store.loadDocuments();
    await store.loadConflicts();
  });
  afterEach(async () => {
    await store.sent(id);
    await eventually(() => expect(store.saving.waiting).to.equal(0));
    await desk.commit(...[remove(id)]);
  });

  const remove = (objectId: string) => ({
    ...{ id: newId(), group: newId(), kind: 'document' as const, objectId, base: {}, at: AT, by: 'Ines' },
    operation: { op: 'remove' as const },
  });
  const words = (of = store) => of.suggestionsOf(id).all.map(({ quote }) => quote);
  const keys = () => store.findings.all.map(({ key }) => key);
  const ines = { by: 'Ines', at: AT };
  /** Accepts suggestions. @returns the ids of their claims */
  function accept(offered: readonly Offered[], label = 'Accept') {
    const made = offered.map(one => acceptSuggestion(one, newId, ines));
    store.do(
      label,
      made.map(({ draft }) => draft),
    );
    return made.map(({ claim }) => claim.id);
  }
  const refuse = (offered: Offered, reason: string) =>
    store.do('Refuse', [refuseSuggestion(offered, reason, newId, ines)]);
  /** Puts a finding on the record. @returns the id of its conflict */
  function takeUp(told: ToldFinding): string {
    const found = new FoundCases(store).all.find(one => one.told.key === told.key)!;
    store.do('Take up', onRecord(store, found, []));
    return found.held.object.id;
  }
  /** Resolves when the server has all that was done here and its answer was asked for. */
  async function caughtUp() {
    await eventually(() => expect(store.saving.waiting).to.equal(0));
    await desk.server.desk.findings.settled();
    await Promise.all([store.suggestionsOf(id).load(), store.findings.load()]);
  }

  it('are asked for when they are first wanted, and told under their topics', async () => {
    const told = new Set<Topic>();
    store.addEventListener('change', event => {
      for (const topic of (event as StoreEvent).topics) told.add(topic);
    });
    expect(store.suggestionsOf(id).state).to.equal('loading');
    expect(store.findings.state).to.equal('loading');
    await eventually(() => expect(words()).to.deep.equal(['Luis Leira', 'Lois Leira', 'Anna Berg']));
    await eventually(() => expect(keys()).to.deep.equal(['given-names leira']));
    expect([...told]).to.include.members(['suggestions', 'findings']);
    expect(
      store
        .suggestionsOf(id)
        .touching(0, 5)
        .map(({ quote }) => quote),
    ).to.deep.equal(['Luis Leira']);
  });

  for (const isKnown of [false, true])
    it(`vanish at once when they are accepted or refused, and come back with undo, ${isKnown ? 'after' : 'before'} the server knows`, async () => {
      await caughtUp();
      const [luis, lois, anna] = store.suggestionsOf(id).all;
      const claimIds = accept([luis!, lois!], 'Accept two');
      expect(words()).to.deep.equal(['Anna Berg']);
      expect(store.objects.get('claim', claimIds[0]!)!.object.anchor.quote.exact).to.equal('Luis Leira');
      refuse(anna!, 'Nobody');
      expect(words()).to.deep.equal([]);
      if (isKnown) await caughtUp();
      expect(words()).to.deep.equal([]);
      expect(store.undo()).to.equal('Refuse');
      expect(words()).to.deep.equal(['Anna Berg']);
      expect(store.undo()).to.equal('Accept two');
      expect(words()).to.deep.equal(['Luis Leira', 'Lois Leira', 'Anna Berg']);
      await caughtUp();
      expect(words()).to.deep.equal(['Luis Leira', 'Lois Leira', 'Anna Berg']);
    });

  for (const isKnown of [false, true])
    it(`give way to what is made of them, and come back with undo, ${isKnown ? 'after' : 'before'} the server knows`, async () => {
      await caughtUp();
      const [leira] = store.findings.all;
      const conflictId = takeUp(leira!);
      expect(keys()).to.deep.equal([]);
      expect(words()).to.deep.equal(['Anna Berg']);
      expect(store.get('conflict', conflictId)!.object.sides).to.have.length(2);
      if (isKnown) await caughtUp();
      store.undo();
      expect(keys()).to.deep.equal(['given-names leira']);
      const dismissing = dismiss(store, [leira!], 'Dismiss', 'Two people');
      expect(keys()).to.deep.equal([]);
      await dismissing;
      if (isKnown) await caughtUp();
      store.undo();
      expect(keys()).to.deep.equal(['given-names leira']);
      await caughtUp();
      expect(keys()).to.deep.equal(['given-names leira']);
    });

  it('that have come back since a decision reopen its conflict when they are taken up', async () => {
    await caughtUp();
    const conflictId = takeUp(store.findings.all[0]!);
    const conflict = store.get('conflict', conflictId)!.object;
    const decision = { id: newId(), outcome: 'both' as const, reason: 'Brothers', by: 'Ines', at: AT };
    store.do(
      'Decide',
      decideConflict(conflict, decision, [], () => undefined),
    );
    await caughtUp();
    expect(keys()).to.deep.equal([]);
    const other = await addText(desk, 'The third is Lou Leira.');
    await caughtUp();
    const [back] = store.findings.all;
    expect(back!.returned).to.include({ of: 'decision', id: conflictId, reason: 'Brothers' });
    const settled = store.get('conflict', conflictId)!.object;
    expect(new FoundCases(store).back(conflictId)).to.equal(back);
    const find = (claimId: string) => store.get('claim', claimId)?.object;
    store.do('Take up', renewFromFinding(settled, back!, 'There are three.', newId, ines, find));
    expect(store.get('conflict', conflictId)!.object).to.include({ state: 'open' });
    expect(store.get('conflict', conflictId)!.object.sides).to.have.length(3);
    expect(keys()).to.deep.equal([]);
    await caughtUp();
    expect(keys()).to.deep.equal([]);
    store.do('Remove', [{ kind: 'conflict', objectId: conflictId, operation: { op: 'remove' } }]);
    await caughtUp();
    await desk.commit(remove(other));
  });

  it('are put on the record with the claims that somebody made of their words meanwhile', async () => {
    await caughtUp();
    const found = new FoundCases(store).all[0]!;
    const [luis] = accept([store.suggestionsOf(id).all[0]!]);
    const claims = () => store.objects.all('claim').filter(({ object }) => object.anchor.documentId === id);
    store.do('Take up', onRecord(store, found, []));
    const { sides } = store.get('conflict', found.held.object.id)!.object;
    expect(sides.flatMap(({ claimIds }) => claimIds)).to.include(luis);
    expect(claims().map(({ object }) => object.anchor.quote.exact)).to.have.members([
      'Luis Leira',
      'Lois Leira',
    ]);
    store.do('Remove', [{ kind: 'conflict', objectId: found.held.object.id, operation: { op: 'remove' } }]);
    await caughtUp();
  });

  it('are asked for again when the server says that there are others', async () => {
    await caughtUp();
    const later = await addText(desk, 'And then Lou Leira.');
    await desk.server.desk.findings.settled();
    const { version } = desk.server.desk.findings.progress;
    line.onFindings!({ version, pending: 0, done: 0, total: 0, documents: [] });
    await eventually(() => expect(store.findings.all[0]!.sides).to.have.length(3));
    await desk.commit(remove(later));
  });

  it('are those that were seen last while the server is away, which is said', async () => {
    await caughtUp();
    isAway = true;
    await Promise.all([store.suggestionsOf(id).load(), store.findings.load()]);
    expect([store.suggestionsOf(id).isStale, store.findings.isStale]).to.deep.equal([true, true]);
    expect(words()).to.have.length(3);
    const next = newStore();
    await Promise.all([next.suggestionsOf(id).load(), next.findings.load()]);
    expect(words(next)).to.have.length(3);
    expect(next.findings.isStale).to.equal(true);
    const unknown = next.suggestionsOf(newId());
    await unknown.load();
    expect(unknown.state).to.equal('away');
    await next.findings.recheck().then(
      () => expect.fail('it should not have been rechecked'),
      error => expect(error).to.be.instanceOf(AwayError),
    );
    isAway = false;
  });
});
