import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { restoreBackup } from '../../../../server/storage/lowdb/backup/restore.ts';
import { writeBackup } from '../../../../server/storage/lowdb/backup/write-backup.ts';
import { nodeFiles } from '../../../../server/storage/lowdb/files.ts';
import { FORMAT, readFormat } from '../../../../server/storage/lowdb/format.ts';
import { Layout } from '../../../../server/storage/lowdb/layout.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import type { LowdbStorage } from '../../../../server/storage/lowdb/storage.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { bytesNamedBy } from '../../../../shared/change/named-bytes.ts';
import { type Kind, kinds } from '../../../../shared/model/objects.ts';
import { commit, set, uuid } from '../samples.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary.ts';
import { contentsOf } from './redaction-desk.ts';

const stores = fileURLToPath(new URL('../../../../../test/fixtures/stores/', import.meta.url));

interface Expected {
  readonly head: object;
  readonly log: readonly object[];
  readonly objects: Readonly<Partial<Record<Kind, readonly object[]>>>;
}

/** All there is to see of a desk, as far as the version that wrote it knew kinds of objects. */
async function seen(storage: LowdbStorage, { objects }: Expected): Promise<Expected> {
  const log = [];
  for await (const entry of storage.readLog(0)) log.push(entry);
  const found: Record<string, unknown> = {};
  for (const kind of Object.keys(objects) as Kind[]) found[kind] = await storage.readObjects(kind);
  return JSON.parse(JSON.stringify({ head: storage.head, log, objects: found }));
}

describe('a desk that an earlier version wrote', () => {
  after(removeTemporaryFolders);

  for (const version of ['1-first', '1-before-attachments', '1-attachments', '1-refusals', '2-redacted']) {
    const format = Number(version[0]);
    const pristine = path.join(stores, version, 'desk');
    const copy = async () => {
      const folder = path.join(await temporaryFolder(), 'desk');
      await cp(pristine, folder, { recursive: true });
      const expected = JSON.parse(
        await readFile(path.join(stores, version, 'expected.json'), 'utf8'),
      ) as Expected;
      return { folder, expected };
    };

    it(`opens, is backed up first, and keeps everything (${version})`, async () => {
      const { folder, expected } = await copy();
      const before = await contentsOf(folder);
      const storage = await openLowdb(folder);
      expect(storage.readOnly).to.equal(undefined);
      expect(storage.notices.join('\n'))
        .to.contain(`from format ${format} to ${FORMAT}`)
        .and.contain('was incomplete');
      expect(await seen(storage, expected)).to.deep.equal(expected);
      for (const kind of kinds)
        for (const { object } of await storage.readObjects(kind))
          for (const hash of bytesNamedBy(kind, object))
            expect((await storage.readBlob(hash))?.byteLength, hash).to.be.greaterThan(0);
      await commit(storage, [set('claim', uuid('claim', 2), { workflow: 'open' }, uuid('new', 1))]);
      await storage.close();
      expect(await readFormat(nodeFiles, new Layout(folder))).to.equal(FORMAT);
      expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
      const kept = await contentsOf(path.join(folder, `backup-of-format-${format}`));
      for (const [name, bytes] of before)
        if (!/^(blobs|uploads|lock)/.test(name)) expect(kept.get(name), name).to.equal(bytes);
      const again = await openLowdb(folder);
      expect(again.notices).to.deep.equal([]);
      await again.close();
    });

    it(`is backed up as it is, and restored into this version (${version})`, async () => {
      const { folder, expected } = await copy();
      const file = path.join(path.dirname(folder), 'backup.zip');
      const { manifest } = await writeBackup(folder, file, { now: '2026-05-07T12:00:00.000Z' });
      expect(manifest.desk.format).to.equal(format);
      const place = path.join(path.dirname(folder), 'restored');
      await restoreBackup(file, place, { setAside: async () => undefined });
      const storage = await openLowdb(place);
      expect(await seen(storage, expected)).to.deep.equal(expected);
      await storage.close();
      expect((await verifyLowdb(place)).findings).to.deep.equal([]);
    });
  }

  it('is here for every version that is kept', async () => {
    const folders = (await readdir(stores, { withFileTypes: true })).filter(entry => entry.isDirectory());
    expect(folders).to.have.length(5);
  });
});
