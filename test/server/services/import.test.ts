import { expect } from 'chai';
import fc from 'fast-check';
import { exportDesk } from '../../../server/services/export.ts';
import { IMPORT_LIMIT, importDesk } from '../../../server/services/import.ts';
import { Refusal } from '../../../server/services/refusal.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import { MOST_IN_ENTRY, type Storage } from '../../../server/storage/port.ts';
import type { PartAsked } from '../../../shared/formats/scope.ts';
import type { VariorumFile } from '../../../shared/formats/variorum-json/file.ts';
import type { LogEntry } from '../../../shared/model/change.ts';
import { commit, create, everything, failure, set, uuid } from '../storage/samples.ts';
import { taking, textOf } from './exporting.ts';
import { walk } from './walk.ts';
import { type Step, walks } from './walk-steps.ts';

const nothing = { of: 0, passage: undefined };
const walkOf = (texts: readonly string[]): Step[] => [
  ...texts.map(
    (text): Step => ({ do: 'document', text, title: text.slice(0, 20), bom: true, origin: undefined }),
  ),
  { do: 'source', title: 'A page', url: 'https://example.org/', of: undefined },
  { do: 'claim', of: 0, spans: [[0, 4]], type: 'person', value: undefined, role: 'chair', tags: ['one'] },
  { do: 'claim', of: 0, spans: [[5, 5]], type: 'date', value: undefined, role: undefined, tags: [] },
  { do: 'evidence', ...nothing, source: 0, more: { quote: 'Lois' }, attached: ['shot'] },
  { do: 'conflict', a: 0, b: 1, title: 'Luis or Lois' },
  { do: 'note', of: 0, text: 'asked her', reply: false },
  { do: 'source', title: 'The page again', url: undefined, of: undefined },
  { do: 'remove', kind: 'source', of: 1, why: 'twice' },
];

async function deskOf(...texts: string[]): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  await walk(storage, walkOf(texts));
  return storage;
}

const exported = (storage: Storage, part: PartAsked = {}) =>
  textOf(exportDesk(storage, { format: 'variorum-json', ...part }));

const take = (storage: Storage, text: string, format?: string) =>
  importDesk(storage, Buffer.from(text), taking(format));

async function refused(pending: Promise<unknown>): Promise<Refusal> {
  const error = await failure(pending);
  expect(error, error.stack).to.be.instanceOf(Refusal);
  return error as Refusal;
}

/** A desk with a history of its own. */
async function otherDesk(): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  await walk(storage, [{ do: 'entity', kind: 'place', name: 'Vigo', of: 0 }]);
  await walk(storage, []);
  return storage;
}

/** A desk on which more was made at once than one entry of the log holds, and something before and after it. */
async function deskWithRun(): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  const source = (n: number) =>
    create('source', { id: uuid('s', n), csl: { type: 'book', title: `Book ${n}` } });
  await commit(storage, [source(0)]);
  const gathering = await storage.gather();
  for (let n = 1; n <= 2 * MOST_IN_ENTRY + 1; n++) await gathering.add(source(n));
  await gathering.commit({ at: '2026-05-07T10:42:00.000Z', by: 'Ana' });
  await commit(storage, [set('source', uuid('s', 7), { 'csl.title': 'Another' })]);
  return storage;
}

describe('taking in an export', () => {
  it('repeats a run of entries that came together as it was', async () => {
    const from = await deskWithRun();
    const to = new MemoryStorage();
    await take(to, await exported(from));
    expect(to.head).to.deep.equal(from.head);
    expect(await everything(to)).to.deep.equal(await everything(from));
  });

  it('takes in nothing of a log that ends within a run', async () => {
    const file = JSON.parse(await exported(await deskWithRun())) as VariorumFile;
    const log = file.log!.slice(0, 3) as LogEntry[];
    const cut = { ...file, log, head: { seq: 3, hash: log[2]!.hash } };
    const to = new MemoryStorage();
    const { message } = await refused(take(to, JSON.stringify(cut)));
    expect(message).to.match(/ends within a run of 3 entries/);
    expect(to.head.seq).to.equal(0);
  });

  it('says how many entries of the log came in, and how many objects of each kind', async () => {
    const report = await take(new MemoryStorage(), await exported(await deskOf('Luis Pérez Leira')));
    expect(report).to.deep.include({
      format: 'variorum-json',
      added: { document: 1, source: 2, claim: 2, conflict: 1 },
    });
    expect(report.notes).to.deep.equal([
      `The whole history came in: ${report.seq} entries of the log, with their times and authors.`,
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    const storage = await deskOf('Luis Pérez Leira');
    const before = await everything(storage);
    const report = await take(storage, await exported(storage));
    expect(report).to.deep.include({ added: {}, notes: ['All of this file is here already.'] });
    expect(await everything(storage)).to.deep.equal(before);
  });

  it('changes nothing when an older export of the same desk comes', async () => {
    const storage = await deskOf('Luis Pérez Leira');
    const text = await exported(storage);
    const [claim] = await storage.readObjects('claim');
    await commit(storage, [set('claim', claim!.id, { workflow: 'checked' })]);
    const before = await everything(storage);
    expect((await take(storage, text)).notes[0]).to.match(/here already, and more/);
    expect(await everything(storage)).to.deep.equal(before);
  });

  it('goes on with a log of which this desk has the beginning', async () => {
    const [ahead, behind] = [await deskOf('Luis Pérez Leira'), new MemoryStorage()];
    await take(behind, await exported(ahead));
    const [claim] = await ahead.readObjects('claim');
    await commit(ahead, [set('claim', claim!.id, { workflow: 'checked' })]);
    const text = await exported(ahead);
    const { notes } = await take(behind, text);
    expect(notes[0]).to.match(/the 1 after them came in/);
    expect(await exported(behind)).to.equal(text);
  });

  it('brings a document with all it cites to a desk that has other things', async () => {
    const [from, to] = [await deskOf('Luis Pérez Leira'), await otherDesk()];
    const [document] = await from.readObjects('document');
    const text = await exported(from, { documents: [document!.id] });
    const { added, seq } = await take(to, text);
    expect(added).to.deep.equal({ document: 1, source: 1, claim: 2, conflict: 1 });
    expect(seq, 'one group').to.equal(2);
    expect(await exported(to, { documents: [document!.id] })).to.equal(text);
    const { bytes, sha256 } = document!.object.revisions[0]!;
    expect(await to.readBlob(sha256)).to.have.length(bytes);
  });

  it('brings removed objects as removed ones, and says that the log stays behind', async () => {
    const [from, to] = [await deskOf('Luis Pérez Leira'), await otherDesk()];
    const [, source] = await from.readObjects('source');
    const { notes } = await take(to, await exported(from));
    expect(notes).to.include(
      'The log of the file was left aside, because this desk has a history of its own.',
    );
    const held = await to.readObject('source', source!.id);
    expect(held?.removed).to.deep.equal({ by: 'Ivo', at: taking().at, why: 'twice' });
  });

  it('takes any part of any desk, and gives it back the same where nothing is missing', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(walks, async steps => {
        const [from, to] = [new MemoryStorage(), await otherDesk()];
        await walk(from, steps);
        for (const { id, removed } of await from.readObjects('document')) {
          if (removed) continue;
          const part = await exported(from, { documents: [id] });
          const { outside, removed: cited } = JSON.parse(part) as VariorumFile;
          await take(to, part);
          if (cited.length === 0 && outside!.every(({ kind }) => kind !== 'claim'))
            expect(await exported(to, { documents: [id] })).to.equal(part);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('recognises what is here already', async () => {
    const [from, to] = [await deskOf('Luis Pérez Leira', 'Another'), await otherDesk()];
    const [document] = await from.readObjects('document');
    await take(to, await exported(from, { documents: [document!.id] }));
    const { added, notes } = await take(to, await exported(from));
    expect(added).to.deep.equal({ document: 1, source: 1 });
    expect(notes).to.include('5 of its objects were here already.');
  });

  it('recognises a document that this desk was begun with too, at another time', async () => {
    const [from, to] = [await deskOf('Luis Pérez Leira'), await otherDesk()];
    const [document] = await from.readObjects('document');
    const text = await exported(from, { documents: [document!.id] });
    const other = JSON.parse(text) as VariorumFile;
    Object.assign(other.documents[0]!.revisions[0]!, {
      addedAt: '2020-01-01T00:00:00.000Z',
      addedBy: 'Variorum',
    });
    await take(to, JSON.stringify({ ...other, claims: [], conflicts: [], sources: [] }));
    expect((await take(to, text)).added).to.deep.equal({ source: 1, claim: 2, conflict: 1 });
  });

  it('says so where somebody else writes while a log is repeated', async () => {
    const text = await exported(await deskOf('Luis Pérez Leira', 'Another', 'A third'));
    const storage = new MemoryStorage();
    const stop = storage.subscribe(() => {
      stop();
      const other = {
        id: uuid('other', 1),
        kind: 'place',
        preferred: 'Vigo',
        variants: [],
        distinctFrom: [],
      };
      void commit(storage, [create('entity', other)]);
    });
    const { kind, message } = await refused(take(storage, text));
    expect(kind).to.equal('stale');
    expect(message).to.match(/Somebody wrote to this desk/);
  });

  it('leaves out a conflict whose other side is not there, and says so', async () => {
    const from = await deskOf('Luis Pérez Leira');
    const to = await otherDesk();
    const [document] = await from.readObjects('document');
    const file = JSON.parse(await exported(from, { documents: [document!.id] })) as VariorumFile;
    file.claims.pop();
    const { added, notes } = await take(to, JSON.stringify(file));
    expect(added).to.not.have.property('conflict');
    expect(notes.join()).to.match(/The conflict “Luis or Lois” .* was left out: 1 of its claims/);
  });

  it('says which claims do not find their words', async () => {
    const from = await deskOf('Luis Pérez Leira');
    const [document] = await from.readObjects('document');
    const text = await exported(from, { documents: [document!.id] });
    const { notes } = await take(await otherDesk(), text.replace('"exact":"Luis"', '"exact":"Lois"'));
    expect(notes.join()).to.match(/1 of the claims do not find their words/);
  });

  it('reports objects that have the same id and are not the same, and writes nothing', async () => {
    const [from, to] = [await deskOf('Luis Pérez Leira'), await otherDesk()];
    await take(to, await exported(from));
    const [claim] = await to.readObjects('claim');
    await commit(to, [set('claim', claim!.id, { workflow: 'checked', verdict: 'accurate' })]);
    const before = await everything(to);
    const { details, kind, message } = await refused(take(to, await exported(from)));
    expect(kind).to.equal('stale');
    expect(message).to.match(/^Nothing was taken in: 1 of the objects/);
    expect(message).to.include(`claim ${claim!.id} differs in: verdict, workflow`);
    expect(details.clashes?.[0]).to.deep.include({ objectId: claim!.id, path: 'verdict' });
    expect(await everything(to)).to.deep.equal(before);
  });

  it('refuses a filtered export whose texts are not here', async () => {
    const from = await deskOf('Luis Pérez Leira');
    const text = await exported(from, { filter: { types: ['person'] } });
    const { details } = await refused(take(await otherDesk(), text));
    expect(details.errors?.[0]?.path).to.equal('documents.0.revisions.0');
    expect(details.errors?.[0]?.message).to.match(/An export of a filter has none/);
  });
});

/** How a file can be wrong: what is done to it, where the fault is said to be, and what is said. */
const faults: readonly [string, (file: VariorumFile, text: string) => unknown, string, RegExp][] = [
  ['cut off', (_, text) => text.slice(0, text.length / 2), '', /not whole JSON.*cut off/],
  ['empty', () => '', '', /not whole JSON/],
  ['another JSON', () => [1, 2], 'format', /not a Variorum file/],
  ['of a later version', file => ({ ...file, formatVersion: 7 }), 'formatVersion', /version 7.*up to 1/],
  ['of no version', ({ formatVersion: _, ...file }) => file, 'formatVersion', /version unknown/],
  ['with an unknown kind of object', file => ({ ...file, widgets: [] }), '', /widgets/],
  [
    'with an unknown kind among the removed',
    file => ({ ...file, removed: [{ kind: 'widget', object: {}, removed: {} }] }),
    'removed.0.kind',
    /removed\.0\.kind/,
  ],
  ['without its head', ({ head: _, ...file }) => file, 'head', /needs "head"/],
  ['without its log', file => ({ ...file, log: 'left out: to save room' }), 'log', /needs its log/],
  [
    'with an altered time in the log',
    edit(file => set_(entry(file, 1), 'at', '2020-01-01T00:00:00.000Z')),
    'log.1.hash',
    /altered/,
  ],
  [
    'with an altered hash in the log',
    edit(file => set_(entry(file, 1), 'hash', 'a'.repeat(64))),
    'log.1.hash',
    /does not match its hash/,
  ],
  [
    'with an entry of the log taken out',
    edit(file => (file.log as unknown[]).splice(1, 1)),
    'log.1.seq',
    /Entry 2 of the log is missing/,
  ],
  [
    'with the end of the log taken off',
    edit(file => (file.log as unknown[]).pop()),
    'head',
    /names another end/,
  ],
  [
    'with an altered claim',
    edit(file => set_(file.claims[0]!, 'type', 'place')),
    'claims.0',
    /not what the log/,
  ],
  ['with a claim taken out', edit(file => file.claims.pop()), '', /makes claim .* does not list/],
  [
    'with a claim that does not fit',
    edit(file => set_(file.claims[1]!.anchor, 'ranges', [])),
    'claims.1.anchor.ranges',
    /claims\.1\.anchor\.ranges/,
  ],
  [
    'with two objects of one id',
    edit(file => file.claims.push(file.claims[0]!)),
    'claims.2.id',
    /has the id of claims\.0\.id/,
  ],
  ['with altered bytes', edit(file => alterBlob(file, 'QUJD')), 'blobs.#', /were altered/],
  ['with bytes that are not base64', edit(file => alterBlob(file, '***')), 'blobs.#', /not base64/],
  ['nested a hundred thousand deep', nested, '', /nested too deeply|not whole JSON/],
];

function edit(alter: (file: VariorumFile) => unknown) {
  return (file: VariorumFile): VariorumFile => {
    alter(file);
    return file;
  };
}

function set_(target: object, name: string, value: unknown): void {
  (target as Record<string, unknown>)[name] = value;
}

const entry = (file: VariorumFile, i: number): object => (file.log as object[])[i]!;

function alterBlob({ blobs }: VariorumFile, to: string): void {
  set_(blobs as object, Object.keys(blobs)[0]!, to);
}

function nested(_: VariorumFile, text: string): string {
  return text.replace('"csl":{', `"csl":{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},`);
}

describe('a file that cannot be taken in', () => {
  for (const [what, alter, path, says] of faults)
    for (const [where, open] of [
      ['an empty desk', async () => new MemoryStorage()],
      ['a desk in use', otherDesk],
    ] as const)
      it(`is refused by ${where} where it is ${what}`, async () => {
        const text = await exported(await deskOf('Luis Pérez Leira'));
        const file = JSON.parse(text) as VariorumFile;
        const bad = alter(file, text);
        const storage = await open();
        const before = await everything(storage);
        const { details, kind, message } = await refused(
          take(storage, typeof bad === 'string' ? bad : JSON.stringify(bad)),
        );
        expect(kind).to.equal('bad-input');
        expect(message).to.match(says);
        const expected = path.replace('#', Object.keys(file.blobs)[0]!);
        expect(details.errors).to.deep.equal([{ path: expected, message }]);
        expect(await everything(storage)).to.deep.equal(before);
      });

  it('is refused where it is larger than what is taken in, before it is read', async () => {
    const { kind, message } = await refused(
      importDesk(new MemoryStorage(), { length: IMPORT_LIMIT + 1 } as Uint8Array, taking()),
    );
    expect(kind).to.equal('too-large');
    expect(message).to.match(/201 MB; up to 200 MB/);
  });

  it('is refused where it is not UTF-8', async () => {
    const { kind } = await refused(
      importDesk(new MemoryStorage(), Uint8Array.of(0xff, 0xfe, 0x7b, 0x00), taking()),
    );
    expect(kind).to.equal('unreadable');
  });

  for (const format of ['jsonl', 'docx', '__proto__'])
    it(`is refused where its format is ${format}, with those that can be taken in`, async () => {
      const { details, message } = await refused(take(new MemoryStorage(), '{}', format));
      expect(details.errors?.[0]?.path).to.equal('format');
      expect(message).to.match(/these formats can: variorum-json/);
    });
});
