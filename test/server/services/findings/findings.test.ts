import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { startServer } from '../../../../server/http/start.ts';
import { createClient } from '../../../../shared/api/client.ts';
import { contract } from '../../../../shared/api/contract.ts';
import { basisOf } from '../../../../shared/conflicts/basis.ts';
import { decideConflict } from '../../../../shared/conflicts/decide.ts';
import {
  conflictFromFinding,
  refuseFinding,
  renewFromFinding,
} from '../../../../shared/conflicts/from-finding.ts';
import { acceptSuggestion, refuseSuggestion } from '../../../../shared/detectors/accept.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { eventually } from '../../../browser/eventually.ts';
import { LiveStream } from '../../../support/live-stream.ts';
import { startTestServer } from '../../../support/server.ts';
import { AT, change, newClaim, newConflict, type Serving } from '../../http/serving.ts';
import { addText, author, does, finding, found, PLAIN, spansWith, suggested, undo } from './finding.ts';

const PAIR = 'Luis Leira spoke in Moscow. Later Lois Leira left for home.';

describe('suggestions of a document', () => {
  const desk = finding();
  let id: string;
  const all = async () => (await desk.api.listSuggestions({ params: { id } })).suggestions;

  before(async () => {
    id = await addText(desk, `${PAIR} Then Anna Berg spoke of Anna Berg again.`);
  });

  it('come with the text, in its order, each with what is needed to make a claim of it', async () => {
    expect(await suggested(desk, id)).to.deep.equal(['Luis Leira', 'Later Lois', 'Then Anna', 'Anna Berg']);
    const [luis] = await all();
    expect(luis).to.include({ prefix: '', suffix: ' spoke in Moscow. Later Lois Lei', type: 'person' });
  });

  for (const [what, query, quotes] of [
    ['a window of the text', { start: 5, end: 12 }, ['Luis Leira']],
    ['a type', { type: 'date' }, []],
    ['a number', { limit: 2 }, ['Luis Leira', 'Later Lois']],
  ] as const)
    it(`can be asked for by ${what}`, async () => {
      await desk.server.desk.findings.settled();
      const { suggestions, total } = await desk.api.listSuggestions({ params: { id }, query });
      expect(suggestions.map(({ quote }) => quote)).to.deep.equal(quotes);
      expect(total).to.equal('limit' in query ? 4 : quotes.length);
    });

  it('are gone when they are accepted or refused, and come back when that is undone', async () => {
    await desk.server.desk.findings.settled();
    const [luis, later] = await all();
    const accepted = await does(desk, [acceptSuggestion(luis!, newId, author).draft]);
    const refused = await does(desk, [refuseSuggestion(later!, 'An adverb', newId, author)]);
    expect(await suggested(desk, id)).to.deep.equal(['Then Anna', 'Anna Berg']);
    await undo(desk, accepted);
    await undo(desk, refused);
    expect(await suggested(desk, id)).to.have.length(4);
  });

  it('name the entity that is known by their words', async () => {
    const entity = { id: newId(), kind: 'person', preferred: 'Luis Leira', variants: [], distinctFrom: [] };
    const named = await does(desk, [
      { kind: 'entity', objectId: entity.id, operation: { op: 'create', value: entity } },
    ]);
    const [luis] = await all();
    expect(luis!.entityId).to.equal(entity.id);
    const { draft, claim } = acceptSuggestion(luis!, newId, author);
    expect(claim.entityId).to.equal(entity.id);
    await undo(desk, await does(desk, [draft]));
    await undo(desk, named);
  });

  it('say that they came back where the words beside what was refused have changed', async () => {
    const document = await addText(desk, 'They met Anna Berg in the morning at home.');
    await desk.server.desk.findings.settled();
    const [anna] = (await desk.api.listSuggestions({ params: { id: document } })).suggestions;
    const moved = { ...anna!, key: 'gone', basis: 'they saw … in the evening' };
    await does(desk, [refuseSuggestion(moved, 'Somebody else', newId, author)]);
    const [back] = (await desk.api.listSuggestions({ params: { id: document } })).suggestions;
    expect(back!.returned).to.deep.include({
      of: 'refusal',
      reason: 'Somebody else',
      changes: [{ what: 'words', gone: ['they saw … in the evening'], come: [anna!.basis] }],
    });
  });

  it('are told of over the live line, and cost nothing to ask for again while they are the same', async () => {
    await desk.server.desk.findings.settled();
    const live = await LiveStream.open(`${desk.url}/api/live`);
    const document = await addText(desk, 'Here is Ada Lund.');
    expect(await suggested(desk, document)).to.deep.equal(['Ada Lund']);
    const isTold = () => {
      const news = live.all('findings');
      return news.some(({ documents }) => documents.includes(document)) && news.at(-1)!.pending === 0;
    };
    while (!isTold()) await new Promise(resolve => setTimeout(resolve, 20));
    live.close();
    const url = `${desk.url}/api/documents/${document}/suggestions`;
    const first = await fetch(url);
    const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([first.status, again.status]).to.deep.equal([200, 304]);
  });

  it('of a text that cannot be gone through are none, which is said, and the others come', async () => {
    const broken = await addText(desk, 'THROW Some Body.');
    const whole = await addText(desk, 'Some Body.');
    expect(await suggested(desk, whole)).to.deep.equal(['Some Body']);
    expect((await desk.api.listSuggestions({ params: { id: broken } })).state).to.equal('failed');
    expect((await desk.api.getFindingsStatus()).failed.map(one => one.documentId)).to.deep.equal([broken]);
  });

  it('that are being made are given up when the text is removed, and never keep anybody waiting', async () => {
    const slow = await addText(desk, 'SLOW Some Body.');
    const next = await addText(desk, 'Ada Lund again.');
    expect((await desk.api.listSuggestions({ params: { id: slow } })).state).to.equal('pending');
    await does(desk, [{ kind: 'document', objectId: slow, operation: { op: 'remove' } }]);
    expect(await suggested(desk, next)).to.deep.equal(['Ada Lund']);
    expect((await fetch(`${desk.url}/api/documents/${slow}/suggestions`)).status).to.equal(404);
  });
});

describe('findings of the conflict rules', () => {
  let desk: Serving;
  const running = finding();
  let one: string;
  before(async () => {
    desk = running;
    one = await addText(desk, 'Luis Leira spoke in Moscow.');
    await addText(desk, 'In the evening Lois Leira left for home.');
  });

  const claimOf = async (id: string) =>
    (await desk.api.listClaims({ query: { ids: id } })).claims[0]!.object as Claim;

  it('come before anybody has accepted anything, with what is needed to make claims', async () => {
    const [leira, ...others] = await found(desk);
    expect(others).to.deep.equal([]);
    expect(leira!.sides.map(({ value }) => value)).to.have.members(['Lois Leira', 'Luis Leira']);
    expect(spansWith(leira!, 'Lois Leira')[0]).to.include({
      quote: 'Lois Leira',
      prefix: 'In the evening ',
      type: 'person',
    });
  });

  it('can be asked for by kind, rule, severity and document', async () => {
    await desk.server.desk.findings.settled();
    for (const [query, total] of [
      [{ kind: 'name-variant' }, 1],
      [{ kind: 'date-mismatch' }, 0],
      [{ rule: 'given-names', document: one }, 1],
      [{ document: newId() }, 0],
      [{ severity: 'error' }, 0],
    ] as const)
      expect((await desk.api.listFindings({ query })).total, JSON.stringify(query)).to.equal(total);
  });

  it('know the claims that were made of the suggestions', async () => {
    const [luis] = (await desk.api.listSuggestions({ params: { id: one } })).suggestions;
    const { draft, claim } = acceptSuggestion(luis!, newId, author);
    const accepted = await does(desk, [draft]);
    const [leira] = await found(desk);
    const spans = spansWith(leira!, 'Luis Leira');
    expect(spans).to.have.length(1);
    expect(spans[0]).to.include({ claimId: claim.id, quote: 'Luis Leira' });
    await undo(desk, accepted);
  });

  it('are gone when they are refused, and come back with what changed when other words come', async () => {
    const [leira] = await found(desk);
    const refused = await does(desk, [refuseFinding(leira!, 'Two brothers', newId, author)]);
    expect(await found(desk)).to.deep.equal([]);
    const same = await addText(desk, 'Here is Lois Leira again.');
    expect(await found(desk)).to.deep.equal([]);
    const other = await addText(desk, 'And with her came Lou Leira too.');
    const [back] = await found(desk);
    expect(back!.returned).to.deep.include({
      of: 'refusal',
      reason: 'Two brothers',
      by: 'Ines',
      changes: [{ what: 'value', gone: [], come: ['Lou Leira'] }],
    });
    for (const id of [same, other])
      await does(desk, [{ kind: 'document', objectId: id, operation: { op: 'remove' } }]);
    expect(await found(desk)).to.deep.equal([]);
    await undo(desk, refused);
    expect(await found(desk)).to.have.length(1);
  });

  it('are stood for by the conflict that was made of them, and come back when evidence comes after the decision', async () => {
    const [leira] = await found(desk);
    const { drafts, conflict, claims } = conflictFromFinding(leira!, newId, author);
    expect(claims.map(({ anchor }) => anchor.quote.exact)).to.have.members(['Lois Leira', 'Luis Leira']);
    expect(conflict).to.include({
      severity: 'medium',
      kind: 'name-variant',
    });
    const taken = await does(desk, drafts);
    expect(await found(desk)).to.deep.equal([]);
    await desk.commit(...(await decision(conflict)));
    expect(await found(desk)).to.deep.equal([]);
    const evidence = {
      id: newId(),
      stance: 'contradicts',
      quote: 'His name is Lois.',
      by: 'Ines',
      at: '2026-06-01T10:00:00.000Z',
    };
    const source = newId();
    const proved = await does(desk, [
      {
        kind: 'source',
        objectId: source,
        operation: { op: 'create', value: { id: source, csl: { type: 'webpage' } } },
      },
      {
        kind: 'claim',
        objectId: claims.find(({ anchor }) => anchor.quote.exact === 'Lois Leira')!.id,
        operation: { op: 'add', list: 'evidence', item: { ...evidence, sourceId: source } },
      },
    ]);
    expect(proved).to.have.length(2);
    const [back] = await found(desk);
    expect(back!.returned).to.deep.include({
      of: 'decision',
      id: conflict.id,
      reason: 'One man',
      changes: [
        { what: 'evidence', side: 'Lois Leira', gone: [], come: ['contradicts · His name is Lois.'] },
      ],
    });
    const held = await conflictNow(conflict.id);
    const found2 = new Map(await Promise.all(claims.map(async ({ id }) => [id, await claimOf(id)] as const)));
    await does(
      desk,
      renewFromFinding(held, back!, 'There is evidence', newId, author, id => found2.get(id)),
    );
    expect(await found(desk)).to.deep.equal([]);
    const renewed = await conflictNow(conflict.id);
    expect(renewed.state).to.equal('open');
    expect(renewed.sides.map(({ claimIds }) => claimIds.length)).to.deep.equal([1, 1]);
    await undo(desk, taken);
    expect(await found(desk)).to.have.length(1);
  });

  it('are stood for by a conflict that a person raised between their claims', async () => {
    const spans = (await found(desk))[0]!.sides.flatMap(side => side.spans);
    const offered = await Promise.all(
      spans.map(async ({ documentId, start, end }) => {
        const query = { start, end };
        return (await desk.api.listSuggestions({ params: { id: documentId }, query })).suggestions[0]!;
      }),
    );
    const [luis, lois] = offered.map(one => acceptSuggestion(one, newId, author));
    const made = await does(desk, [luis!.draft, lois!.draft]);
    const raised = newConflict(luis!.claim.id, lois!.claim.id);
    await desk.commit(raised);
    expect(await found(desk)).to.deep.equal([]);
    await undo(desk, [...made, raised]);
    expect(await found(desk)).to.have.length(1);
  });

  it('are told no more when an entity has learned their forms, in the next text neither', async () => {
    const id = newId();
    const variants = ['Luis Leira', 'Lois Leira', 'Lou Leira'].map(form => ({ id: newId(), form }));
    const value = { id, kind: 'person', preferred: 'Luis Leira', variants, distinctFrom: [] };
    const named = await does(desk, [{ kind: 'entity', objectId: id, operation: { op: 'create', value } }]);
    expect(await found(desk)).to.deep.equal([]);
    const next = await addText(desk, 'Somebody met Lou Leira there.');
    expect(await found(desk)).to.deep.equal([]);
    await does(desk, [{ kind: 'document', objectId: next, operation: { op: 'remove' } }]);
    await undo(desk, named);
    expect(await found(desk)).to.have.length(1);
  });

  it('are the same when all is gone through from the beginning', async () => {
    const before = await found(desk);
    await desk.api.recheck({ body: {} });
    expect(await found(desk)).to.deep.equal(before);
    await desk.api.recheck({ body: { document: one } });
    expect(await found(desk)).to.deep.equal(before);
  });

  async function conflictNow(id: string): Promise<Conflict> {
    const { conflicts } = await desk.api.listConflicts({});
    return conflicts.find(held => held.id === id)!.object;
  }

  async function decision(conflict: Conflict) {
    const claims = new Map(
      await Promise.all(
        conflict.sides.flatMap(({ claimIds }) => claimIds.map(async id => [id, await claimOf(id)] as const)),
      ),
    );
    const find = (id: string) => claims.get(id);
    const made = {
      ...{ id: newId(), outcome: 'both' as const, reason: 'One man', by: 'Ines', at: AT },
      basis: basisOf(conflict, find),
    };
    const group = newId();
    return decideConflict(conflict, made, [], find).map(({ kind, objectId, operation }) =>
      change(kind, objectId, operation, { group }),
    );
  }
});

describe('learning from what was accepted and refused', () => {
  const desk = finding();

  it('is done when somebody asks for it, changes what is suggested, and is said by its version', async () => {
    const text = 'alpha, bravo, charlie, delta, echo, foxtrot, golf and hotel came.';
    const id = await addText(desk, text);
    const other = await addText(desk, 'There was delta, too.');
    const words = text.match(/[a-z]{4,}(?=,| and| came)/g)!;
    const revision = (await desk.text()).revision;
    expect((await desk.api.trainTagger({ body: {} })).changed).to.equal(false);
    await desk.commit(...words.map(word => newClaim({ id, revision, text }, word)));
    expect(await suggested(desk, other)).to.deep.equal([]);
    const { changed, tagger } = await desk.api.trainTagger({ body: {} });
    expect({ changed, ...tagger }).to.include({ changed: true, accepted: words.length, refused: 0 });
    expect(await suggested(desk, other)).to.deep.equal(['delta']);
    expect((await desk.api.getFindingsStatus()).tagger).to.deep.equal(tagger);
    expect((await desk.api.trainTagger({ body: {} })).changed).to.equal(false);
  });
});

describe('what was found', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-found-'));
  });
  afterEach(async () => {
    delete process.env.VARIORUM_IDLE;
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (data = folder) => {
    const server = await startServer({ data, begin: 'nothing', finding: { engine: PLAIN } });
    return { server, api: createClient(contract, globalThis.fetch, server.url) } as unknown as Serving;
  };

  it('is there after a restart without being found anew', async () => {
    const first = await start();
    const id = await addText(first, PAIR.replace('Later ', 'later '));
    const before = [await suggested(first, id), await found(first)];
    await first.server.close();
    process.env.VARIORUM_IDLE = '1';
    const second = await start();
    expect([await suggested(second, id), await found(second)]).to.deep.equal(before);
    expect((await second.api.getFindingsStatus()).failed).to.deep.equal([]);
    delete process.env.VARIORUM_IDLE;
    await addText(second, 'And here is Lou Leira now.');
    expect((await found(second))[0]!.sides).to.have.length(3);
    await second.server.close();
  });

  it('is found anew where its files were damaged or are gone', async () => {
    const first = await start();
    const id = await addText(first, PAIR.replace('Later ', 'later '));
    const before = [await suggested(first, id), await found(first)];
    await first.server.close();
    const kept = path.join(folder, 'index', 'found');
    for (const name of await readdir(kept)) await writeFile(path.join(kept, name), '{"cut');
    const second = await start();
    expect([await suggested(second, id), await found(second)]).to.deep.equal(before);
    await second.server.close();
    await rm(kept, { recursive: true });
    const third = await start();
    expect([await suggested(third, id), await found(third)]).to.deep.equal(before);
    await third.server.close();
  });

  it('is all there after the server was killed while it was at work', async function () {
    this.timeout(60_000);
    const first = await startTestServer({ begin: 'nothing', finding: true });
    const at = (url: string) =>
      ({ api: createClient(contract, globalThis.fetch, url) }) as unknown as Serving;
    const ids: string[] = [];
    for (let n = 0; n < 5; n++)
      ids.push(await addText(at(first.url), `Members:\n* Party of Labour ${n}\n* Socialist Party ${n}\n`));
    const all = (url: string) =>
      Promise.all(ids.map(id => at(url).api.listSuggestions({ params: { id }, query: {} })));
    await eventually(async () =>
      expect((await all(first.url)).some(({ state }) => state === 'ready')).to.equal(true),
    );
    await first.crash();
    const second = await startTestServer({ data: first.data, finding: true });
    await eventually(async () => {
      const lists = await all(second.url);
      expect(lists.map(({ state, total }) => `${state} ${total > 0}`)).to.deep.equal(
        ids.map(() => 'ready true'),
      );
    }, 20_000);
    await second.close();
  });

  it('goes on over hundreds of texts', async function () {
    this.timeout(120_000);
    const desk = await start('memory:');
    const ids: string[] = [];
    for (let n = 0; n < 200; n++)
      ids.push(await addText(desk, `then ${n % 2 ? 'Lois' : 'Luis'} Leira speaks, number ${n}.`));
    expect(await suggested(desk, ids[199]!)).to.deep.equal(['Lois Leira']);
    const [leira] = await found(desk);
    expect(leira!.sides.map(({ spans, more }) => spans.length + (more ?? 0))).to.deep.equal([100, 100]);
    await desk.server.close();
  });
});
