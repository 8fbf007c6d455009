import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { checkBackup } from '../../../../server/storage/lowdb/backup/check-backup.ts';
import { type RestoreOptions, restoreBackup } from '../../../../server/storage/lowdb/backup/restore.ts';
import { writeBackup } from '../../../../server/storage/lowdb/backup/write-backup.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { redactionsOf, redactLowdb } from '../../../../server/storage/lowdb/redacting/redact.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { canonicalJson } from '../../../../shared/json/canonical.ts';
import { everything, failure } from '../samples.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary.ts';
import { edit } from './desk.ts';
import { addClaimTo, contentsOf, ORDER, TELLING, tellingDesk } from './redaction-desk.ts';

const now = '2026-05-07T12:00:00.000Z';
const nothingThere: RestoreOptions = { setAside: async () => undefined };

describe('a backup', () => {
  let place = '';
  let folder = '';
  let file = '';
  beforeEach(async () => {
    place = await temporaryFolder();
    folder = path.join(place, 'desk');
    file = path.join(place, 'backup.zip');
    await tellingDesk(folder);
  });
  after(removeTemporaryFolders);

  async function stateOf(desk: string) {
    const storage = await openLowdb(desk, { readOnly: true });
    return everything(storage);
  }

  it('becomes a desk with the same log, objects and bytes', async () => {
    const { manifest, verification } = await writeBackup(folder, file, { now });
    expect(verification.findings).to.deep.equal([]);
    expect(manifest.files.map(({ name }) => name.split('/')[0])).to.include.members([
      'format.json',
      'journal',
      'blobs',
    ]);
    const restored = path.join(place, 'restored');
    await restoreBackup(file, restored, nothingThere);
    expect(await stateOf(restored)).to.deep.equal(await stateOf(folder));
    const [before, after] = [await contentsOf(folder), await contentsOf(restored)];
    for (const [name, bytes] of after) expect(before.get(name), name).to.equal(bytes);
    expect((await readdir(place)).sort(), 'nothing is left over').to.deep.equal([
      'backup.zip',
      'desk',
      'restored',
    ]);
  });

  it('that cannot be written is refused to whoever asked for it, and nothing is left over', async () => {
    const error = await failure(writeBackup(folder, path.join(place, `${'long'.repeat(80)}.zip`), { now }));
    expect(error.message).to.contain('ENAMETOOLONG');
    expect(await readdir(place)).to.deep.equal(['desk']);
  });

  it('says the same of the same desk, byte for byte', async () => {
    await writeBackup(folder, file, { now });
    await writeBackup(folder, `${file}.2`, { now });
    expect(await readFile(file)).to.deep.equal(await readFile(`${file}.2`));
  });

  it('holds a state that the desk had while somebody writes to it', async function () {
    this.timeout(60_000);
    const storage = await openLowdb(folder, { segmentBytes: 4000, snapshotAfter: 2000 });
    let writing = true;
    const writer = (async () => {
      for (let n = 1000; writing; n++) await addClaimTo(storage, n);
    })();
    const seqs: number[] = [];
    try {
      for (let i = 0; i < 4; i++) {
        const { manifest, verification } = await writeBackup(folder, file, { now });
        expect(verification.findings).to.deep.equal([]);
        seqs.push(manifest.desk.seq);
      }
    } finally {
      writing = false;
      await writer;
      await storage.close();
    }
    expect([...seqs].sort((a, b) => a - b)).to.deep.equal(seqs);
    expect(seqs.at(-1)).to.be.greaterThan(seqs[0]!);
    const restored = path.join(place, 'restored');
    await restoreBackup(file, restored, nothingThere);
    const { log } = await stateOf(folder);
    expect((await stateOf(restored)).log).to.deep.equal(log.slice(0, seqs.at(-1)));
  });

  it('of a desk with faults is written, and says which', async () => {
    await edit(folder, 'journal/000001.jsonl', text => text.replace('Luis', 'Lois'));
    const { verification } = await writeBackup(folder, file, { now });
    expect(verification.findings.join()).to.contain('altered');
    const restored = path.join(place, 'restored');
    expect((await failure(restoreBackup(file, restored, nothingThere))).message)
      .to.contain('holds a desk with faults')
      .and.contain('--despite-faults');
    expect(existsSync(restored)).to.equal(false);
    await restoreBackup(file, restored, { ...nothingThere, despiteFaults: true });
    expect(existsSync(restored)).to.equal(true);
  });

  const damage: readonly [string, (bytes: Buffer) => Buffer, RegExp][] = [
    ['whose end is missing', bytes => bytes.subarray(0, bytes.length - 40), /end is missing|no backup/],
    ['that is empty', () => Buffer.alloc(0), /no backup/],
    [
      'that is something else',
      () => Buffer.from('A letter to my sister, of some length, and not a backup.'),
      /no backup/,
    ],
    [
      'of which a byte was changed',
      bytes => {
        const out = Buffer.from(bytes);
        out[Math.floor(bytes.length / 2)]! ^= 0x55;
        return out;
      },
      /is damaged|no backup/,
    ],
  ];
  for (const [what, spoil, says] of damage)
    it(`is refused ${what}, and what is there stays`, async () => {
      await writeBackup(folder, file, { now });
      await writeFile(file, spoil(await readFile(file)));
      const before = await contentsOf(folder);
      let asked = false;
      const setAside = async () => {
        asked = true;
        return undefined;
      };
      const { message } = await failure(restoreBackup(file, folder, { setAside }));
      expect(message).to.match(says).and.to.contain(file);
      expect(asked).to.equal(false);
      expect(await contentsOf(folder)).to.deep.equal(before);
      expect((await readdir(place)).sort()).to.deep.equal(['backup.zip', 'desk']);
    });

  it('made before a redaction is restored without the words', async () => {
    await writeBackup(folder, file, { now });
    await redactLowdb(folder, ORDER);
    const restored = path.join(place, 'restored');
    const { redacted } = await restoreBackup(file, restored, {
      ...nothingThere,
      redactions: await redactionsOf(folder),
    });
    expect(redacted.map(({ id }) => id)).to.deep.equal([ORDER.id]);
    for (const [name, text] of await contentsOf(restored))
      for (const words of TELLING) expect(text, `${words} in ${name}`).not.to.contain(words);
    expect((await verifyLowdb(restored)).findings).to.deep.equal([]);
    expect((await stateOf(restored)).objects).to.deep.equal((await stateOf(folder)).objects);
  });

  it('made after a redaction has the list of them, and still verifies', async () => {
    await redactLowdb(folder, ORDER);
    const { manifest, verification } = await writeBackup(folder, file, { now });
    expect(verification.findings).to.deep.equal([]);
    expect(manifest.files.map(({ name }) => name)).to.include('redactions.json');
    expect((await checkBackup(file)).manifest).to.deep.equal(manifest);
  });

  it('is begun anew when something is redacted while it is written', async () => {
    const copy = path.join(place, 'copy');
    await cp(folder, copy, { recursive: true });
    let isDone = false;
    const progress = async () => {
      if (isDone) return;
      isDone = true;
      await redactLowdb(folder, ORDER);
    };
    let redacting: Promise<void> = Promise.resolve();
    const { verification } = await writeBackup(folder, file, {
      now,
      progress: () => {
        redacting = redacting.then(progress);
      },
    });
    await redacting;
    expect(verification.findings).to.deep.equal([]);
    const restored = path.join(place, 'restored');
    await restoreBackup(file, restored, nothingThere);
    const state = canonicalJson(await stateOf(restored));
    expect([await stateOf(folder), await stateOf(copy)].map(one => canonicalJson(one))).to.include(state);
  });
});
