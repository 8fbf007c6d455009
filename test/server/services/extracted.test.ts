import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { addDocument } from '../../../server/documents/add-document.ts';
import { Extracting } from '../../../server/extracting/extract-file.ts';
import { Desk, USUAL_LIMITS } from '../../../server/services/desk.ts';
import { writeDossier } from '../../../server/services/dossier/dossier.ts';
import { exportDesk } from '../../../server/services/export.ts';
import { importDesk } from '../../../server/services/import.ts';
import { restoreBackup } from '../../../server/storage/lowdb/backup/restore.ts';
import { writeBackup } from '../../../server/storage/lowdb/backup/write-backup.ts';
import { openLowdb } from '../../../server/storage/lowdb/open.ts';
import { verifyLowdb } from '../../../server/storage/lowdb/verify.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../server/storage/port.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { extractors, fileThat } from '../extracting/trying.ts';
import { everything, sha, uuid } from '../storage/samples.ts';
import { removeTemporaryFolders, temporaryFolder } from '../storage/temporary.ts';
import { taking, textOf } from './exporting.ts';

const AT = '2026-05-07T10:00:00.000Z';
const ID = uuid('document', 1);

describe('a text that was extracted from a file', () => {
  const [registry, limits] = [
    new URL('../extracting/trying.js', import.meta.url).href,
    { time: 60_000, heap: 128, memory: 500 },
  ];
  const extracting = new Extracting(registry, extractors, limits);
  after(removeTemporaryFolders);

  async function withFile(storage: Storage, by = extracting): Promise<Storage> {
    const desk = await Desk.open(storage, USUAL_LIMITS, {}, by);
    await addDocument(desk, fileThat('read'), {
      ...{
        id: ID,
        revision: uuid('revision', 1),
        change: uuid('added', 1),
        group: uuid('group', 1),
        by: 'Ana',
        at: AT,
      },
      ...{ title: 'What was said', mediaType: 'text/plain', encoding: 'none', extractor: 'trying' },
    });
    return storage;
  }
  async function deskFolder(): Promise<string> {
    const folder = path.join(await temporaryFolder(), 'desk');
    await (await withFile(await openLowdb(folder))).close();
    return folder;
  }
  const revisionOf = async (storage: Storage) =>
    currentRevision((await storage.readObject('document', ID))!.object);

  it('is verified by extracting it again', async () => {
    const { findings, remarks, blobs } = await verifyLowdb(await deskFolder(), { extracting });
    expect({ findings, remarks, blobs }).to.eql({ findings: [], remarks: [], blobs: 3 });
  });

  it('is verified with a remark where this program extracts otherwise', async () => {
    const folder = await deskFolder();
    const newer = new Extracting(registry, [{ ...extractors[0]!, version: '2' }]);
    const none = new Extracting(registry, []);
    for (const [other, says] of [
      [newer, /was extracted by trying 1; this program has trying 2\. .* goes on to hold/],
      [none, /was extracted by trying 1; this program has no such extractor/],
    ] as const) {
      const { findings, remarks } = await verifyLowdb(folder, { extracting: other });
      expect(findings).to.eql([]);
      expect(remarks.join()).to.match(says);
    }
  });

  it('is found out where its file, its text, or where it came from is another', async () => {
    const folder = await deskFolder();
    const storage = await openLowdb(folder, { readOnly: true });
    const { sha256, textSha256, reading } = await revisionOf(storage);
    await storage.close();
    for (const [name, says] of [
      [sha256, /was altered/],
      [textSha256, /was altered/],
      [reading.extraction!.derivationSha256, /was altered/],
    ] as const) {
      const file = path.join(folder, 'blobs', name);
      const bytes = await readFile(file);
      await writeFile(file, `${bytes} `);
      expect((await verifyLowdb(folder, { extracting })).findings.join('\n'), name).to.match(says);
      await writeFile(file, bytes);
    }
  });

  it('is found out where its file never gave it', async () => {
    const folder = path.join(await temporaryFolder(), 'desk');
    const lying = new Extracting(new URL('../extracting/lying.js', import.meta.url).href, extractors, limits);
    await (await withFile(await openLowdb(folder), lying)).close();
    expect((await verifyLowdb(folder, { extracting })).findings.join()).to.match(
      /has a text that its file does not give, extracted again by trying 1/,
    );
  });

  it('is backed up with its file and where it came from, and restored', async () => {
    const folder = await deskFolder();
    const file = `${folder}.zip`;
    await writeBackup(folder, file, { now: AT });
    const restored = `${folder}-restored`;
    await restoreBackup(file, restored, { setAside: async () => undefined });
    expect((await verifyLowdb(restored, { extracting })).findings).to.eql([]);
    const storage = await openLowdb(restored, { readOnly: true });
    const { reading } = await revisionOf(storage);
    expect(await storage.readBlob(reading.extraction!.derivationSha256)).to.have.property('length');
  });

  it('goes to another desk and comes back, of the whole and of the document alone', async () => {
    for (const part of [{}, { documents: [ID] }]) {
      const storage = await withFile(new MemoryStorage());
      const written = await textOf(exportDesk(storage, { format: 'variorum-json', ...part }));
      const other = new MemoryStorage();
      await importDesk(other, Buffer.from(written), taking());
      expect(await revisionOf(other)).to.eql(await revisionOf(storage));
      for (const name of [fileThat('read'), 'Forty delegates came.'].map(sha))
        expect(await other.readBlob(name)).to.eql(await storage.readBlob(name));
      const { derivationSha256 } = (await revisionOf(storage)).reading.extraction!;
      expect(await other.readBlob(derivationSha256)).to.eql(await storage.readBlob(derivationSha256));
      if (!('documents' in part)) expect(await everything(other)).to.eql(await everything(storage));
    }
  });

  it('stands in a dossier with its file, and the dossier’s own script looks through both', async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of writeDossier(await withFile(new MemoryStorage()), { now: AT }))
      pieces.push(piece);
    const whole = await temporaryFolder();
    const files = unzipSync(Buffer.concat(pieces));
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(whole, name)), { recursive: true });
      writeFileSync(path.join(whole, name), bytes);
    }
    const place = `documents/${ID}/1`;
    expect(Object.keys(files)).to.include.members([`${place}/text.txt`, `${place}/derivation.json`]);
    const run = () => spawnSync(process.execPath, ['verify.mjs'], { cwd: whole, encoding: 'utf8' }).stdout;
    expect(run()).to.contain('are sound');
    appendFileSync(path.join(whole, `${place}/derivation.json`), ' ');
    expect(run()).to.contain('does not say where “What was said” came from');
  });
});
