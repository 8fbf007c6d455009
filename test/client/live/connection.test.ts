import { expect } from 'chai';
import { type EventStream, LiveConnection } from '#client/live/connection.js';
import type { LiveEntry, LiveHead } from '../../../shared/api/routes/live.ts';
import { AT, uuid } from '../../support/objects.ts';

const desk = 'a'.repeat(64);
const head = (seq: number, of = desk): LiveHead => ({ seq, hash: 'b'.repeat(64), desk: of, redactions: 0 });
const entry = (seq: number): LiveEntry => ({ seq, at: AT, by: 'Ines', group: uuid(seq), objects: [] });

/** A stream that says what the test says. */
class SaidStream implements EventStream {
  isClosed = false;
  readonly url: string;
  readonly #listeners = new Map<string, (event: { data?: unknown }) => void>();

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }

  close(): void {
    this.isClosed = true;
  }

  say(type: string, data?: unknown): void {
    this.#listeners.get(type)?.({ data: JSON.stringify(data) });
  }
}

/** A connection whose streams and whose time are the test's. */
function connect(options: { after?: number; desk?: string } = {}) {
  const streams: SaidStream[] = [];
  const told: string[] = [];
  const pauses: number[] = [];
  let now = 0;
  let due: (() => void) | undefined;
  const connection = new LiveConnection({
    ...options,
    onEntry: ({ seq }) => told.push(`entry ${seq}`),
    onReload: ({ seq }) => told.push(`reload ${seq}`),
    onPresence: present => told.push(`presence ${present.length}`),
    onState: online => told.push(online ? 'online' : 'offline'),
    open: url => {
      streams.push(new SaidStream(url));
      return streams.at(-1)!;
    },
    timer: {
      now: () => now,
      after(milliseconds, run) {
        pauses.push(milliseconds);
        due = run;
        return () => {
          due = undefined;
        };
      },
    },
  });
  return {
    connection,
    streams,
    told,
    pauses,
    last: () => streams.at(-1)!,
    wait(milliseconds: number) {
      now += milliseconds;
      const run = due;
      due = undefined;
      run?.();
    },
  };
}

describe('a live connection', () => {
  it('tells each entry once, in order, and that it is open', () => {
    const { last, told } = connect({ after: 3 });
    expect(last().url).to.equal('/api/live?after=3');
    last().say('head', head(5));
    for (const seq of [3, 4, 4, 5]) last().say('entry', entry(seq));
    last().say('presence', { present: [] });
    expect(told).to.eql(['online', 'entry 4', 'entry 5', 'presence 0']);
  });

  it('begins with what comes next where nothing is known, and then goes on from there', () => {
    const { last, told, wait } = connect();
    expect(last().url).to.equal('/api/live');
    last().say('head', head(7));
    last().say('error');
    wait(250);
    expect(last().url).to.equal('/api/live?after=7');
    last().say('head', head(8));
    last().say('entry', entry(8));
    expect(told).to.eql(['online', 'offline', 'online', 'entry 8']);
  });

  const breaks: readonly [string, (stream: SaidStream) => void][] = [
    ['breaks', stream => stream.say('error')],
    ['skips an entry', stream => stream.say('entry', entry(3))],
    ['says what cannot be read', stream => stream.say('entry', { seq: 2 })],
  ];
  for (const [what, happen] of breaks) {
    it(`opens a stream anew that ${what}, where it stopped, and hears no more of the old one`, () => {
      const { streams, told, wait } = connect({ after: 0 });
      const [first] = streams;
      first!.say('head', head(1));
      first!.say('entry', entry(1));
      happen(first!);
      expect(first!.isClosed).to.equal(true);
      first!.say('entry', entry(2));
      wait(250);
      expect(streams[1]!.url).to.equal('/api/live?after=1');
      streams[1]!.say('head', head(2));
      streams[1]!.say('entry', entry(2));
      expect(told).to.eql(['online', 'entry 1', 'offline', 'online', 'entry 2']);
    });
  }

  it('waits longer from attempt to attempt, and not at all when asked to try now', () => {
    const { connection, streams, last, pauses, wait } = connect({ after: 0 });
    for (let i = 0; i < 8; i++) {
      last().say('error');
      wait(10_000);
    }
    expect(pauses).to.eql([250, 500, 1000, 2000, 5000, 10_000, 10_000, 10_000]);
    last().say('error');
    connection.retry();
    expect(streams).to.have.length(10);
    last().say('head', head(0));
    wait(6000);
    last().say('error');
    expect(pauses.at(-1)).to.equal(250);
  });

  it('has everything fetched anew where it cannot be told, and where another desk answers', () => {
    const { streams, last, told, wait } = connect({ after: 2, desk });
    last().say('reload', head(90));
    last().say('error');
    wait(250);
    expect(last().url).to.equal('/api/live?after=90');
    last().say('head', head(4, 'c'.repeat(64)));
    expect(streams.map(({ isClosed }) => isClosed)).to.eql([true, true, false]);
    expect(last().url).to.equal('/api/live?after=4');
    last().say('head', head(5, 'c'.repeat(64)));
    last().say('entry', entry(5));
    expect(told.filter(words => !words.endsWith('line'))).to.eql(['reload 90', 'reload 4', 'entry 5']);
  });

  it('says nothing any more once it is closed', () => {
    const { connection, last, told, streams, wait } = connect({ after: 0 });
    last().say('head', head(1));
    connection.close();
    last().say('entry', entry(1));
    last().say('error');
    wait(60_000);
    expect(told).to.eql(['online']);
    expect(streams.map(({ isClosed }) => isClosed)).to.eql([true]);
  });
});
