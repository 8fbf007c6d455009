import 'fake-indexeddb/auto';
import { expect } from 'chai';
import { Delivery, type DeliveryEvents } from '#client/store/delivery.js';
import { openDatabase } from '#client/store/keeping/database.js';
import { KeptQueue } from '#client/store/keeping/kept-queue.js';
import { KeptReplica } from '#client/store/keeping/replica.js';
import type { PendingGroup } from '#client/store/objects.js';
import type { TabMessage, Tabs } from '#client/store/tabs/tabs.js';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { GroupOutcome } from '../../../shared/api/routes/changes.ts';
import type { Change } from '../../../shared/model/change.ts';
import { change, claim, held, uuid } from '../../support/objects.ts';

/** A server that can be away, refuse, or lose its answer. */
class Server {
  isAway = false;
  /** It takes what comes, but the answer does not arrive. */
  isMute = false;
  /** Groups that it refuses. */
  refuses = new Set<string>();
  /** A group that spoils the whole call. */
  chokesOn: string | undefined;
  readonly committed: string[] = [];
  readonly calls: string[][] = [];
  desk = 'd1';

  postChanges = async ({ body }: { body: { changes: Change[] } }) => {
    if (this.isAway) throw new Error('away');
    const names = [...new Set(body.changes.map(({ group }) => group))];
    this.calls.push(names);
    if (this.chokesOn && names.includes(this.chokesOn))
      throw new ApiProblem({ type: 'about:blank', title: 'bad', status: 400 });
    const groups = names.map((group): GroupOutcome => {
      if (this.refuses.has(group))
        return { group, status: 'refused', problem: { type: 'about:blank', title: 'stale', status: 409 } };
      const known = this.committed.includes(group);
      if (!known) this.committed.push(group);
      return { group, status: known ? 'known' : 'committed', seq: this.committed.length, objects: [] };
    });
    if (this.isMute) throw new Error('lost');
    return { seq: this.committed.length, groups };
  };

  reach = async () => {
    if (this.isAway) throw new Error('away');
    return this.desk;
  };
}

/** Windows that hear one another; the first that is open leads. */
class Line {
  #windows: { listeners: ((message: TabMessage) => void)[]; lead: () => void }[] = [];

  open(): Tabs & { close(): void } {
    const window = { listeners: [] as ((message: TabMessage) => void)[], lead: () => {} };
    const lead = new Promise<void>(resolve => {
      window.lead = resolve;
    });
    this.#windows.push(window);
    if (this.#windows.length === 1) window.lead();
    return {
      lead,
      hear: listener => void window.listeners.push(listener),
      tell: message => {
        for (const other of this.#windows)
          if (other !== window)
            for (const listener of other.listeners) queueMicrotask(() => listener(structuredClone(message)));
      },
      close: () => {
        this.#windows = this.#windows.filter(other => other !== window);
        window.listeners.length = 0;
        this.#windows[0]?.lead();
      },
    };
  }
}

const group = (name: string): PendingGroup => ({
  group: uuid(9000 + Number(name)),
  label: `Gesture ${name}`,
  changes: [change(undefined, { op: 'create', value: {} }, { group: uuid(9000 + Number(name)) })],
});
const named = (...names: number[]) => names.map(name => uuid(9000 + name));

/** Lets promises and the database come to rest. */
const rest = (milliseconds = 30) => new Promise(resolve => setTimeout(resolve, milliseconds));

describe('the way to the server', () => {
  let server: Server;
  let heard: string[];
  let events: DeliveryEvents;

  beforeEach(async () => {
    server = new Server();
    heard = [];
    events = {
      arrived: groups => heard.push(...groups.map(({ label }) => `arrived ${label}`)),
      settled: settled => heard.push(...settled.map(({ group }) => `settled ${group.label}`)),
      gone: groups => heard.push(...groups.map(({ label }) => `gone ${label}`)),
      refused: () => heard.push('refused'),
      reviews: () => undefined,
      state: () => undefined,
    };
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
  });

  const room = () => new KeptQueue(openDatabase());

  /** A window of this browser. */
  async function window(tabs?: Tabs) {
    const delivery = new Delivery(server, events, { room: room(), tabs });
    await delivery.ready;
    await rest();
    return delivery;
  }

  it('writes down what waits, and a new window sends it in order once the server is there', async () => {
    server.isAway = true;
    const first = await window();
    for (const name of ['1', '2', '3']) first.enqueue(group(name));
    await rest();
    expect(first.sender.waiting).to.equal(3);
    expect(first.isLoose).to.equal(false);
    first.sender.active = false;
    server.isAway = false;
    const second = await window();
    await rest();
    expect(heard).to.include.members(['arrived Gesture 1', 'arrived Gesture 2', 'arrived Gesture 3']);
    expect(server.calls).to.eql([named(1, 2, 3)]);
    expect(second.sender.waiting).to.equal(0);
    expect(await room().groups()).to.eql([]);
  });

  it('sends again what was not answered, and the server has it once', async () => {
    server.isMute = true;
    const first = await window();
    first.enqueue(group('1'));
    await rest();
    expect(first.sender.waiting).to.equal(1);
    expect((await room().groups()).map(({ tried }) => tried)).to.eql([true]);
    first.withdraw(uuid(9001));
    expect(first.sender.waiting).to.equal(1);
    server.isMute = false;
    first.retry();
    await rest();
    expect(server.committed).to.eql(named(1));
    expect(first.sender.waiting).to.equal(0);
  });

  it('asks whether the server is there before it sends again, so that what waits can be taken back', async () => {
    server.isAway = true;
    const first = await window();
    first.enqueue(group('1'));
    await rest();
    first.enqueue(group('2'));
    await rest();
    first.withdraw(uuid(9002));
    expect(heard).to.include('gone Gesture 2');
    server.isAway = false;
    first.retry();
    await rest();
    expect(server.committed).to.eql(named(1));
    expect(await room().groups()).to.eql([]);
  });

  it('keeps what was refused until somebody has seen to it', async () => {
    const first = await window();
    server.refuses.add(uuid(9002));
    for (const name of ['1', '2', '3']) first.enqueue(group(name));
    await rest();
    expect(server.committed).to.eql(named(1, 3));
    expect(heard).to.include.members(['gone Gesture 2', 'refused']);
    first.sender.active = false;
    const second = await window();
    expect(second.reviews.map(review => review.group.label)).to.eql(['Gesture 2']);
    second.seen(uuid(9002));
    await rest();
    expect((await window()).reviews).to.eql([]);
  });

  it('finds the one group that spoils a call for the others', async () => {
    server.isAway = true;
    const first = await window();
    for (const name of ['1', '2', '3']) first.enqueue(group(name));
    await rest();
    server.chokesOn = uuid(9002);
    server.isAway = false;
    first.retry();
    await rest();
    expect(server.committed).to.eql(named(1, 3));
    expect(heard).to.include('gone Gesture 2');
  });

  it('holds back what was done on another desk', async () => {
    server.isAway = true;
    const first = await window();
    first.enqueue({ ...group('1'), desk: 'd1' });
    first.enqueue({ ...group('2'), desk: 'd2' });
    await rest();
    server.desk = 'd2';
    server.isAway = false;
    first.retry();
    await rest();
    expect(server.committed).to.eql(named(2));
    expect((await room().groups()).map(({ label }) => label)).to.eql(['Gesture 1']);
  });

  it('lets one window send for all, and the next take over', async () => {
    const line = new Line();
    const tabs = [line.open(), line.open()];
    const [first, second] = [await window(tabs[0]), await window(tabs[1])];
    expect([first.leads, second.leads]).to.eql([true, false]);
    second.enqueue(group('1'));
    await rest();
    expect(server.committed).to.eql(named(1));
    expect(second.sender.waiting).to.equal(0);
    server.isAway = true;
    first.enqueue(group('2'));
    second.enqueue(group('3'));
    await rest();
    expect([first.sender.waiting, second.sender.waiting]).to.eql([2, 2]);
    expect(second.sender.online).to.equal(false);
    tabs[0]!.close();
    first.sender.active = false;
    server.isAway = false;
    await rest();
    expect(second.leads).to.equal(true);
    second.retry();
    await rest();
    expect(server.committed).to.have.members(named(1, 2, 3));
    expect(await room().groups()).to.eql([]);
  });

  it('says where nothing can be written down, and goes on in memory', async () => {
    const refusing = new KeptQueue(Promise.reject(new Error('forbidden')));
    const delivery = new Delivery(server, events, { room: refusing });
    await delivery.ready;
    expect(delivery.keeps).to.equal(false);
    server.isAway = true;
    delivery.enqueue(group('1'));
    await rest();
    expect(delivery.isLoose).to.equal(true);
    server.isAway = false;
    delivery.retry();
    await rest();
    expect(server.committed).to.eql(named(1));
    expect(delivery.isLoose).to.equal(false);
  });
});

describe('what a browser keeps of a desk', () => {
  beforeEach(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
  });

  it('keeps the newest version of each object, whichever window wrote last', async () => {
    const [one, other] = [new KeptReplica(openDatabase()), new KeptReplica(openDatabase())];
    const old = held('claim', claim());
    one.take([{ ...old, version: 3 }], 30);
    await one.flush();
    other.take([old], 10);
    await other.flush();
    expect((await new KeptReplica(openDatabase()).some('claim', [old.id]))[0]?.version).to.equal(3);
  });

  it('gives a claim index with the claims that were seen newer than it', async () => {
    const replica = new KeptReplica(openDatabase());
    const [a, b] = [held('claim', claim()), held('claim', claim({ id: uuid(2) }))];
    const { documentId } = a.object.anchor;
    replica.takeIndex(documentId, 10, new ArrayBuffer(4));
    replica.take([a], 10);
    replica.take([b], 11);
    await rest();
    const index = await replica.index(documentId);
    expect(index?.bytes.byteLength).to.equal(4);
    expect(index?.newer.map(({ id }) => id)).to.eql([b.id]);
    await replica.drop(documentId);
    expect(await replica.index(documentId)).to.equal(undefined);
    expect(await replica.all('claim')).to.eql([]);
  });

  it('forgets the claims of a document with its new revision, but not what came with it or after', async () => {
    const replica = new KeptReplica(openDatabase());
    const [old, moved] = [held('claim', claim()), held('claim', claim({ id: uuid(2) }))];
    const { documentId } = old.object.anchor;
    replica.takeIndex(documentId, 10, new ArrayBuffer(4));
    replica.take([old], 10);
    replica.take([moved], 12);
    await replica.revised(documentId, 12);
    expect(await replica.index(documentId)).to.equal(undefined);
    expect((await replica.all('claim')).map(({ id }) => id)).to.eql([moved.id]);
    replica.takeIndex(documentId, 12, new ArrayBuffer(8));
    await rest();
    await replica.revised(documentId, 12);
    expect((await replica.index(documentId))?.bytes.byteLength, 'what is told twice does no harm').to.equal(
      8,
    );
    replica.take([old], 13);
    await replica.flush();
    expect((await replica.all('claim')).length).to.equal(2);
  });
});
