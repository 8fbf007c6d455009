import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { startServer } from '../../../server/http/start.ts';
import { createClient } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { Change } from '../../../shared/model/change.ts';
import { eventually } from '../../browser/eventually.ts';
import { LiveStream } from '../../support/live-stream.ts';
import { change, newClaim, newSource, serving } from './serving.ts';

const from = (start: number, end: number) => Array.from({ length: end - start + 1 }, (_, i) => start + i);
const note = (objectId: string, text = 'A note.') =>
  change('claim', objectId, {
    op: 'add',
    list: 'notes',
    item: { id: newId(), text, by: 'Ines', at: '2026-05-07T10:00:00.000Z' } as never,
  });

describe('following the desk', () => {
  const desk = serving();
  const streams: LiveStream[] = [];
  const follow = async (query = '', headers: Record<string, string> = {}) => {
    const stream = await LiveStream.open(`${desk.url}/api/live${query}`, headers);
    streams.push(stream);
    return stream;
  };
  const head = () => desk.server.desk.storage.head.seq;
  let luis: Change;

  before(async () => {
    luis = newClaim(await desk.text(), 'Luis Pérez Leira');
    await desk.commit(luis);
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });

  it('says where the desk stands, who is here, and then each group as it is committed', async () => {
    const stream = await follow();
    await eventually(() => expect(stream.heard.map(({ name }) => name)).to.eql(['head', 'presence']));
    expect(stream.all('head')[0]).to.include({ seq: head(), hash: desk.server.desk.storage.head.hash });
    const said = note(luis.objectId, 'A line\nand another');
    await desk.commit(said);
    await eventually(() => expect(stream.seqs).to.eql([head()]));
    const [entry] = stream.all('entry');
    expect(entry).to.include({ by: 'Ines', group: said.group });
    expect(entry!.objects).to.eql([await desk.server.desk.storage.readObject('claim', luis.objectId)]);
    expect(stream.heard.at(-1)!.id).to.equal(String(head()));
  });

  it('goes on after the entry that the follower knows, by query or by header', async () => {
    const known = head();
    for (let i = 0; i < 3; i++) await desk.commit(note(luis.objectId));
    const streams = [
      await follow(`?after=${known}`),
      await follow('', { 'last-event-id': String(known) }),
      await follow(`?after=${head()}`, { 'last-event-id': String(known) }),
    ];
    for (const stream of streams)
      await eventually(() => expect(stream.seqs).to.eql(from(known + 1, known + 3)));
    const [first] = streams[0]!.all('entry');
    expect(first!.objects[0]!.version, 'objects are told as they are').to.be.greaterThanOrEqual(4);
  });

  it('tells each entry once and in order to whoever comes and goes while others write', async function () {
    this.timeout(60_000);
    const first = head();
    const steady = await follow(`?after=${first}`);
    const told: number[] = [];
    const come = async () => {
      while (told.length < 120) {
        const after = told.at(-1) ?? first;
        const stream = await follow(`?after=${after}`);
        await eventually(() =>
          expect(stream.seqs.length + told.length >= 120 || stream.seqs.length > 20).to.equal(true),
        );
        stream.close();
        told.push(...stream.seqs);
      }
    };
    const write = async () => {
      for (let i = 0; i < 30; i++) await desk.commit(note(luis.objectId));
    };
    await Promise.all([come(), write(), write(), write(), write()]);
    expect(told).to.eql(from(first + 1, head()));
    await eventually(() => expect(steady.seqs).to.eql(from(first + 1, head())));
  });

  it('tells who knows another desk, or left too long ago, to begin anew', async () => {
    const ahead = await follow(`?after=${head() + 1000}`);
    await eventually(() => expect(ahead.all('reload')).to.have.length(1));
    await desk.commit(note(luis.objectId));
    await eventually(() => expect(ahead.seqs).to.eql([head()]));
  });

  it('tells where windows are, and forgets those that close', async () => {
    const stream = await follow();
    const [window, browser] = [newId(), newId()];
    const where = { name: 'Ines', browser, screen: 'read', claimId: luis.objectId };
    const { present } = await desk.api.tellPresence({ params: { window }, body: where });
    expect(present).to.eql([{ ...where, window }]);
    await eventually(() => expect(stream.all('presence').at(-1)!.present).to.eql(present));
    await desk.api.endPresence({ params: { window } });
    await eventually(() => expect(stream.all('presence').at(-1)!.present).to.eql([]));
    for await (const entry of desk.server.desk.storage.readLog(0))
      expect(JSON.stringify(entry)).not.to.contain(browser);
  });

  for (const [what, headers, said] of [
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, /^Error: 403/],
    ['another host', { host: 'desk.example:80' }, /^Error: 403/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const error = await follow('', headers).catch((caught: unknown) => caught);
      expect(String(error)).to.match(said);
    });
  }
});

describe('following a desk with narrow limits', () => {
  const desk = serving({
    live: { followers: 2, backlog: 5, objects: 3, waiting: 200_000, heartbeat: 50 },
  });
  const follow = (query = '') => LiveStream.open(`${desk.url}/api/live${query}`);
  const head = () => desk.server.desk.storage.head.seq;

  it('refuses one follower more than it has room for, and says so', async () => {
    const both = [await follow(), await follow()];
    const error = await follow().catch((caught: unknown) => caught);
    expect(String(error)).to.match(/^Error: 429.*2 windows follow this desk already/);
    for (const stream of both) stream.close();
    await eventually(async () => {
      const next = await follow();
      next.close();
    });
  });

  it('sends signs of life', async () => {
    const stream = await follow();
    await eventually(() => expect(stream.comments).to.be.greaterThan(1));
    stream.close();
  });

  it('has everything fetched anew where too much was missed, or one group is too large', async () => {
    const known = head();
    const steady = await follow();
    for (let i = 0; i < 6; i++) await desk.commit(newSource({ type: 'webpage', title: `${i}` }));
    const late = await follow(`?after=${known}`);
    await eventually(() => expect(late.all('reload')).to.have.length(1));
    expect(late.all('reload')[0]!.seq).to.equal(head());
    expect(late.seqs).to.eql([]);
    late.close();
    const group = newId();
    const many = from(1, 4).map(i => ({ ...newSource({ type: 'webpage', title: `${i}` }), group }));
    await desk.commit(...many);
    await eventually(() => expect(steady.all('reload').map(({ seq }) => seq)).to.eql([head()]));
    const after = await follow(`?after=${head() - 1}`);
    await eventually(() => expect(after.all('reload').map(({ seq }) => seq)).to.eql([head()]));
    steady.close();
    after.close();
  });

  it('cuts a reader off that does not read, who then goes on where it stopped', async function () {
    this.timeout(60_000);
    const slow = await follow();
    const known = head();
    slow.pause();
    const long = () => newSource({ type: 'webpage', title: 'x'.repeat(2000) });
    let isGone = false;
    void slow.ended.then(() => {
      isGone = true;
    });
    for (let i = 0; i < 2000 && desk.server.live.followers > 0; i++)
      await desk.commit(...from(1, 50).map(long));
    expect(desk.server.live.followers).to.equal(0);
    slow.resume();
    await eventually(() => expect(isGone).to.equal(true));
    const told = slow.seqs;
    expect(told).to.eql(from(known + 1, known + told.length));
    const next = await follow(`?after=${head() - 3}`);
    await eventually(() => expect(next.seqs).to.eql(from(head() - 2, head())));
    next.close();
  });
});

describe('a server that stops', () => {
  it('ends its streams, and the follower resumes at the next one', async () => {
    const first = await startServer({ begin: 'nothing' });
    const stream = await LiveStream.open(`${first.url}/api/live`);
    await first.close();
    await stream.ended;
    const second = await startServer({ begin: 'nothing' });
    const api = createClient(contract, globalThis.fetch, second.url);
    await api.postChanges({ body: { changes: [newSource({ type: 'webpage' })] } });
    const again = await LiveStream.open(`${second.url}/api/live?after=0`);
    await eventually(() => expect(again.seqs).to.eql([1]));
    again.close();
    await second.close();
  });
});
