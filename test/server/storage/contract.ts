import { expect } from 'chai';
import { GENESIS } from '../../../server/storage/entry.ts';
import {
  AlreadyCommitted,
  StaleVersion,
  type Storage,
  StorageStopped,
} from '../../../server/storage/port.ts';
import { canonicalJson } from '../../../shared/json/canonical.ts';
import type { LogEntry } from '../../../shared/model/change.ts';
import {
  batchFor,
  change,
  claimOf,
  commit,
  create,
  documentOf,
  everything,
  failure,
  revisionOf,
  set,
  sha,
  uuid,
} from './samples.ts';

const DOC = uuid('document', 1);
const OTHER = uuid('document', 2);
const CLAIM = uuid('claim', 1);
const SOURCE = uuid('source', 1);

/** What the contract needs of an adapter: an empty store, and where it lasts, the same one opened anew. */
export interface Subject {
  open(): Promise<Storage>;
  /** Opens what `open` has opened last and the test has closed; missing where nothing lasts. */
  reopen?(): Promise<Storage>;
}

/** The behaviours that every adapter owes its readers and writers. */
export function storageContract(name: string, subject: Subject): void {
  describe(`a ${name} store`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await subject.open();
    });
    afterEach(() => storage.close());

    const log = async (after = 0, limit?: number): Promise<LogEntry[]> => {
      const entries = [];
      for await (const entry of storage.readLog(after, limit)) entries.push(entry);
      return entries;
    };
    const aClaim = () => commit(storage, [create('claim', claimOf(CLAIM, DOC))]);

    it('begins empty and writable', async () => {
      expect(storage.head).to.deep.equal({ seq: 0, hash: GENESIS });
      expect(storage.readOnly).to.equal(undefined);
      expect(storage.notices).to.deep.equal([]);
      expect(await storage.readObjects('claim')).to.deep.equal([]);
      expect(await storage.readObject('claim', CLAIM)).to.equal(undefined);
      expect(await storage.readBlob('0'.repeat(64))).to.equal(undefined);
      expect(await storage.committedAs(uuid('change', 0))).to.equal(undefined);
      expect(await log()).to.deep.equal([]);
    });

    it('gives back what was committed, as object and as log entry', async () => {
      const made = create('claim', claimOf(CLAIM, DOC));
      const entry = await commit(storage, [made]);
      const held = (await storage.readObject('claim', CLAIM))!;
      expect(held.version).to.equal(1);
      expect(held.created).to.equal(made.id);
      expect(held.object.anchor.quote.exact).to.equal('Luis Pérez Leira');
      expect(await storage.readObject('source', CLAIM)).to.equal(undefined);
      expect(entry.seq).to.equal(1);
      expect(entry.changes).to.deep.equal([made]);
      expect(await log()).to.deep.equal([entry]);
      expect(storage.head).to.deep.equal({ seq: 1, hash: entry.hash });
    });

    it('keeps bytes ahead of the change that names them, apart from the desk, until they are swept', async () => {
      const bytes = new TextEncoder().encode('a screenshot');
      const name = sha(bytes);
      expect(await storage.readUpload(name)).to.equal(undefined);
      const begun = Date.now();
      await storage.keepUpload(name, bytes);
      await storage.keepUpload(name, bytes);
      expect(Buffer.from((await storage.readUpload(name))!).toString()).to.equal('a screenshot');
      expect(await storage.readBlob(name)).to.equal(undefined);
      expect(storage.head.seq).to.equal(0);
      expect(await failure(storage.keepUpload(sha('other'), bytes))).to.be.instanceOf(TypeError);
      expect(await storage.sweepUploads(begun - 60_000)).to.equal(0);
      expect(await storage.readUpload(name)).to.not.equal(undefined);
      expect(await storage.sweepUploads(Date.now() + 60_000)).to.equal(1);
      expect(await storage.readUpload(name)).to.equal(undefined);
    });

    it('keeps what is noted of such bytes, as long as they', async () => {
      const id = uuid('note', 1);
      expect(await storage.readNote(id)).to.equal(undefined);
      await storage.keepNote(id, '{"url":"https://example.org/Ñ"}');
      expect(await storage.readNote(id)).to.equal('{"url":"https://example.org/Ñ"}');
      expect(await storage.readUpload(id)).to.equal(undefined);
      expect(await storage.sweepUploads(Date.now() - 60_000)).to.equal(0);
      expect(await storage.sweepUploads(Date.now() + 60_000)).to.equal(1);
      expect(await storage.readNote(id)).to.equal(undefined);
    });

    it('chains every entry to the one before by the hash of its canonical JSON', async () => {
      await aClaim();
      await commit(storage, [set('claim', CLAIM, { workflow: 'checked' })]);
      let prevHash = GENESIS;
      for (const { hash, ...open } of await log()) {
        expect(open.prevHash).to.equal(prevHash);
        expect(hash).to.equal(sha(canonicalJson(open)));
        prevHash = hash;
      }
    });

    it('gives equal histories equal hashes, so that a log can be carried over', async () => {
      const entry = await commit(storage, [create('claim', claimOf(CLAIM, DOC), uuid('fixed', 1))]);
      const other = await subject.open();
      try {
        const again = await other.commit({
          ...(await batchFor(other, entry.changes)),
          at: entry.at,
          by: entry.by,
        });
        expect(again).to.deep.equal(entry);
      } finally {
        await other.close();
      }
    });

    it('commits a group over several objects as one entry', async () => {
      const entry = await commit(storage, [
        create('claim', claimOf(CLAIM, DOC)),
        create('source', { id: SOURCE, csl: { type: 'webpage', title: 'Congress' } }),
        set('claim', CLAIM, { workflow: 'checking' }),
      ]);
      expect(entry.changes).to.have.length(3);
      expect(entry.before).to.have.length(3);
      expect((await storage.readObject('claim', CLAIM))!.version).to.equal(2);
      expect((await storage.readObject('source', SOURCE))!.object.csl.title).to.equal('Congress');
    });

    it('lists objects in order of creation, claims document by document, removed ones too', async () => {
      for (const n of [3, 1, 2]) await commit(storage, [create('claim', claimOf(uuid('claim', n), DOC))]);
      await commit(storage, [create('claim', claimOf(uuid('claim', 9), OTHER))]);
      await commit(storage, [create('claim', claimOf(uuid('claim', 4), DOC))]);
      await commit(storage, [change('claim', uuid('claim', 1), { op: 'remove' })]);
      const ids = (list: readonly { id: string }[]) => list.map(held => held.id);
      const inDoc = [3, 1, 2, 4].map(n => uuid('claim', n));
      expect(ids(await storage.readObjects('claim', DOC))).to.deep.equal(inDoc);
      expect(ids(await storage.readObjects('claim'))).to.deep.equal([...inDoc, uuid('claim', 9)]);
      expect((await storage.readObject('claim', uuid('claim', 1)))!.removed!.by).to.equal('Ana');
      expect(await storage.readObjects('claim', uuid('document', 77))).to.deep.equal([]);
    });

    it('lists a claim under the document that it has moved to', async () => {
      await aClaim();
      const { anchor } = claimOf(CLAIM, OTHER);
      await commit(storage, [set('claim', CLAIM, { anchor })]);
      expect(await storage.readObjects('claim', DOC)).to.deep.equal([]);
      expect(await storage.readObjects('claim', OTHER)).to.have.length(1);
    });

    it('keeps bytes under their SHA-256 and refuses them under another', async () => {
      const { value, blobs } = documentOf(DOC, 'Лоис или Луис?\r\n');
      await commit(storage, [create('document', value)], blobs);
      for (const [name, bytes] of blobs)
        expect(Buffer.from((await storage.readBlob(name))!).equals(bytes)).to.equal(true);
      const wrong = new Map([['1'.repeat(64), new Uint8Array([1])]]);
      const second = await batchFor(storage, [create('document', documentOf(OTHER, 'x').value)], wrong);
      expect((await failure(storage.commit(second))).message).to.contain('SHA-256');
      expect(storage.head.seq).to.equal(1);
      expect(await storage.readBlob('1'.repeat(64))).to.equal(undefined);
    });

    it('does not take a name that is no hash for bytes', async () => {
      for (const name of ['', '../format.json', '..', 'a/b', '\0', 'A'.repeat(64), '__proto__'])
        expect(await storage.readBlob(name)).to.equal(undefined);
    });

    it('refuses a batch read at an older version and leaves nothing of it', async () => {
      await aClaim();
      const late = await batchFor(storage, [
        set('claim', CLAIM, { workflow: 'checked' }),
        create('source', { id: SOURCE, csl: { type: 'book' } }),
      ]);
      await commit(storage, [set('claim', CLAIM, { verdict: 'accurate' })]);
      const error = await failure(storage.commit(late));
      expect(error).to.be.instanceOf(StaleVersion);
      expect((error as StaleVersion).objectId).to.equal(CLAIM);
      expect(await storage.readObject('source', SOURCE)).to.equal(undefined);
      expect(storage.head.seq).to.equal(2);
    });

    it('refuses a batch that rests on an object which it read and does not write', async () => {
      await aClaim();
      const batch = await batchFor(storage, [create('source', { id: SOURCE, csl: { type: 'book' } })]);
      const resting = { ...batch, readAt: { ...batch.readAt, [CLAIM]: 1 } };
      await commit(storage, [change('claim', CLAIM, { op: 'remove' })]);
      expect(await failure(storage.commit(resting))).to.be.instanceOf(StaleVersion);
    });

    it('lets one of two simultaneous writers of an object through; the other can read and retry at once', async () => {
      await aClaim();
      const [mine, theirs] = await Promise.all([
        batchFor(storage, [set('claim', CLAIM, { workflow: 'checked' })]),
        batchFor(storage, [set('claim', CLAIM, { verdict: 'accurate' })]),
      ]);
      const first = storage.commit(mine);
      const error = await failure(storage.commit(theirs));
      expect(error).to.be.instanceOf(StaleVersion);
      await commit(storage, theirs.changes);
      await first;
      const { object, version } = (await storage.readObject('claim', CLAIM))!;
      expect([object.workflow, object.verdict, version]).to.deep.equal(['checked', 'accurate', 3]);
    });

    it('recognises a change that is in the log, or on its way there', async () => {
      const batch = await batchFor(storage, [create('claim', claimOf(CLAIM, DOC))]);
      const first = storage.commit(batch);
      const meanwhile = await failure(storage.commit(batch));
      expect(meanwhile).to.be.instanceOf(AlreadyCommitted);
      expect((meanwhile as AlreadyCommitted).seq).to.equal(1);
      expect(storage.head.seq, 'the first is durable before the second hears of it').to.equal(1);
      await first;
      const later = await failure(storage.commit(batch));
      expect((later as AlreadyCommitted).seq).to.equal(1);
      expect(await storage.committedAs(batch.changes[0]!.id)).to.equal(1);
      expect(await storage.committedAs(batch.changes[0]!.id.toUpperCase())).to.equal(1);
    });

    it('numbers simultaneous commits without gap and tells of each once, in order, when it can be read', async () => {
      const told: number[] = [];
      const seen: boolean[] = [];
      const end = storage.subscribe((entry, objects) => {
        told.push(entry.seq);
        seen.push(storage.head.seq === entry.seq && objects.length === 1);
      });
      const batches = await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          batchFor(storage, [create('claim', claimOf(uuid('claim', n), DOC))]),
        ),
      );
      const entries = await Promise.all(batches.map(batch => storage.commit(batch)));
      const all = Array.from({ length: 60 }, (_, n) => n + 1);
      expect(entries.map(entry => entry.seq)).to.deep.equal(all);
      expect(told).to.deep.equal(all);
      expect(seen.every(Boolean)).to.equal(true);
      end();
      await commit(storage, [set('claim', uuid('claim', 1), { workflow: 'checked' })]);
      expect(told).to.have.length(60);
    });

    it('goes on when a listener throws', async () => {
      const others = process.listeners('warning');
      process.removeAllListeners('warning');
      const warned = new Promise<Error>(resolve => process.once('warning', resolve));
      storage.subscribe(() => {
        throw new Error('listener broke');
      });
      const heard: number[] = [];
      storage.subscribe(entry => heard.push(entry.seq));
      await aClaim();
      expect(heard).to.deep.equal([1]);
      expect((await warned).message).to.equal('listener broke');
      for (const other of others) process.on('warning', other);
    });

    it('reads the log from any entry on, and no more than asked', async () => {
      for (let n = 0; n < 7; n++) await commit(storage, [create('claim', claimOf(uuid('claim', n), DOC))]);
      const seqs = async (after: number, limit?: number) => (await log(after, limit)).map(entry => entry.seq);
      expect(await seqs(0)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
      expect(await seqs(3, 2)).to.deep.equal([4, 5]);
      expect(await seqs(6)).to.deep.equal([7]);
      expect(await seqs(7)).to.deep.equal([]);
      expect(await seqs(99)).to.deep.equal([]);
      expect(await seqs(2, 0)).to.deep.equal([]);
    });

    it('keeps lone surrogates, strange keys and long texts as they are', async () => {
      const csl = {
        type: 'book',
        title: 'a\ud800b \u2028 \u0000 😀',
        custom: { ['__proto__']: 1, '10': 'x', '9': 'y' },
      };
      const value = JSON.parse(JSON.stringify({ id: SOURCE, csl: { ...csl, note: 'ж'.repeat(50_000) } }));
      await commit(storage, [create('source', value)]);
      expect((await storage.readObject('source', SOURCE))!.object).to.deep.equal(value);
      expect((await log())[0]!.changes[0]!.operation).to.deep.equal({ op: 'create', value });
    });

    it('refuses batches that make no sense', async () => {
      const made = create('claim', claimOf(CLAIM, DOC));
      const batch = await batchFor(storage, [made]);
      for (const wrong of [
        { ...batch, changes: [], before: [] },
        { ...batch, before: [] },
        { ...batch, changes: [made, made], before: [{}, {}] },
        { ...batch, changes: [{ ...made, id: 'seven' }] },
      ])
        expect(await failure(storage.commit(wrong))).to.be.instanceOf(TypeError);
      expect(storage.head.seq).to.equal(0);
    });

    it('moves claims with a new revision of their document in the same entry, and no others', async () => {
      const text = 'Luis Pérez Leira spoke. Evo Morales did not.';
      for (const id of [DOC, OTHER]) {
        const { value, blobs } = documentOf(id, text);
        await commit(storage, [create('document', value)], blobs);
      }
      const ids = [1, 2, 3].map(n => uuid('claim', n));
      await commit(storage, [
        create('claim', claimOf(ids[0]!, DOC, text, 0, 16)),
        create('claim', claimOf(ids[1]!, DOC, text, 24, 35)),
        create('claim', claimOf(ids[2]!, OTHER, text, 0, 16)),
      ]);
      const came = 'On Monday Luis Pérez Leira spoke.';
      const { change: revised, blobs } = revisionOf(DOC, uuid('revision', 1), 1, came, [[0, 23, 10]]);
      const entry = await commit(storage, [revised], blobs);
      expect(entry.changes).to.have.length(1);
      const standing = async (id: string) => {
        const held = (await storage.readObject('claim', id))!;
        const { ranges, revision } = held.object.anchor;
        return [held.version, revision, ranges[0]!.start, held.object.anchorState];
      };
      expect(await standing(ids[0]!)).to.eql([2, uuid('revision', 1001), 10, 'shifted']);
      expect(await standing(ids[1]!)).to.eql([1, uuid('revision', 1), 24, 'intact']);
      expect(await standing(ids[2]!)).to.eql([1, uuid('revision', 2), 0, 'intact']);
      expect((await storage.readObject('claim', ids[0]!))!.stamps).to.include({ anchor: revised.id });
    });

    it('takes no revision over a claim that somebody changed since it was read', async () => {
      const { value, blobs } = documentOf(DOC, 'Luis Pérez Leira');
      await commit(storage, [create('document', value), create('claim', claimOf(CLAIM, DOC))], blobs);
      const from = uuid('revision', 1);
      const revised = revisionOf(DOC, from, 1, 'So Luis Pérez Leira', [[0, 16, 3]]);
      const batch = await batchFor(storage, [revised.change], revised.blobs);
      const changed = commit(storage, [set('claim', CLAIM, { workflow: 'checked' })]);
      expect(await failure(storage.commit(batch))).to.be.instanceOf(StaleVersion);
      await changed;
      await commit(storage, [revised.change], revised.blobs);
      const { object } = (await storage.readObject('claim', CLAIM))!;
      expect([object.workflow, object.anchor.ranges[0]!.start]).to.eql(['checked', 3]);
    });

    it('takes no revision over a claim of its document that it has not seen, though it would not move', async () => {
      const { value, blobs } = documentOf(DOC, 'Luis Pérez Leira');
      await commit(storage, [create('document', value)], blobs);
      const revised = revisionOf(DOC, uuid('revision', 1), 1, 'Other words.', []);
      const batch = await batchFor(storage, [revised.change], revised.blobs);
      const marked = aClaim();
      expect(await failure(storage.commit(batch))).to.be.instanceOf(StaleVersion);
      await marked;
      expect(await failure(storage.commit(batch))).to.be.instanceOf(StaleVersion);
      await commit(storage, [revised.change], revised.blobs);
    });

    it('finishes what it accepted when it is closed, and takes no more', async () => {
      const batch = await batchFor(storage, [create('claim', claimOf(CLAIM, DOC))]);
      const late = await batchFor(storage, [create('source', { id: SOURCE, csl: { type: 'book' } })]);
      const under = storage.commit(batch);
      await new Promise(resolve => setTimeout(resolve, 1));
      await storage.close();
      expect((await under).seq).to.equal(1);
      expect(await failure(storage.commit(late))).to.be.instanceOf(StorageStopped);
      expect(storage.readOnly).to.be.a('string');
      await storage.close();
    });

    describe('that is given more than one batch can hold', () => {
      const order = { at: '2026-05-07T10:42:00.000Z', by: 'Ana' };
      const source = (n: number) => create('source', { id: uuid('many', n), csl: { type: 'book' } });
      const gathered = async (count: number) => {
        const gathering = await storage.gather();
        for (let n = 0; n < count; n++) await gathering.add(source(n));
        return gathering;
      };

      it('writes all of it as a run of entries that are seen at once, and goes on after it', async () => {
        await aClaim();
        const gathering = await gathered(2500);
        const seen: number[] = [];
        storage.subscribe(({ run }) => {
          if (run) seen.push(storage.head.seq);
        });
        const committing = gathering.commit(order);
        const beside = commit(storage, [create('source', { id: SOURCE, csl: { type: 'book' } })]);
        const { seq, run } = await committing;
        expect(run).to.deep.equal({ part: 3, of: 3 });
        expect(seen).to.deep.equal([seq, seq, seq]);
        await beside;
        expect((await storage.readObjects('source')).length).to.equal(2501);
        const entries = await log();
        expect(entries.slice(seq - 3, seq).map(entry => entry.run?.part)).to.deep.equal([1, 2, 3]);
        for (const { hash, ...open } of entries) expect(sha(canonicalJson(open))).to.equal(hash);
        expect(await storage.committedAs(entries[seq - 2]!.changes[7]!.id)).to.equal(seq - 1);
      });

      it('writes a little as one entry like any other', async () => {
        const entry = await (await gathered(2)).commit(order);
        expect(entry).to.include({ seq: 1, by: 'Ana' });
        expect(entry).to.not.have.property('run');
      });

      it('keeps nothing of what is let go of, or cannot be written', async () => {
        await commit(storage, [source(2100)]);
        expect(await failure((await gathered(2500)).commit(order))).to.be.instanceOf(StaleVersion);
        await (await gathered(1200)).drop();
        expect((await storage.readObjects('source')).length).to.equal(1);
        expect((await commit(storage, [source(0)])).seq).to.equal(2);
      });
    });

    const { reopen } = subject;
    if (!reopen) return;
    it('is the same after closing and opening', async () => {
      const { value, blobs } = documentOf(DOC, 'Luis Pérez Leira');
      await commit(storage, [create('document', value)], blobs);
      for (const n of [3, 1, 2])
        await commit(storage, [create('claim', claimOf(uuid('claim', n), n === 1 ? OTHER : DOC))]);
      const removal = change('claim', uuid('claim', 3), { op: 'remove' });
      await commit(storage, [removal, create('source', { id: SOURCE, csl: { type: 'book' } })]);
      const revised = revisionOf(DOC, uuid('revision', 1), 1, 'So Luis Pérez Leira', [[0, 16, 3]]);
      await commit(storage, [revised.change], revised.blobs);
      const before = await everything(storage);
      await storage.close();
      storage = await reopen();
      expect(storage.notices).to.deep.equal([]);
      expect(await everything(storage)).to.deep.equal(before);
      expect(await storage.committedAs(removal.id)).to.equal(5);
      for (const name of blobs.keys()) expect(await storage.readBlob(name)).to.not.equal(undefined);
      expect((await commit(storage, [set('claim', uuid('claim', 1), { workflow: 'checked' })])).seq).to.equal(
        7,
      );
    });
  });
}
