import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { Desk } from '../../../server/services/desk.ts';
import { openLowdb } from '../../../server/storage/lowdb/open.ts';
import type { Retrieval } from '../../../shared/model/derivation.ts';
import { removeTemporaryFolders, temporaryFolder } from '../storage/temporary.ts';

const RETRIEVAL: Retrieval = {
  requested: 'http://example.org/news',
  url: 'https://example.org/news',
  at: '2026-05-07T10:00:00.000Z',
  status: 200,
  headers: { 'content-type': 'text/html' },
  sha256: 'a'.repeat(64),
};

describe('how a file came that was fetched', () => {
  afterEach(removeTemporaryFolders);

  it('is known after the server was started anew', async () => {
    const folder = await temporaryFolder();
    const open = async () => Desk.open(await openLowdb(folder));
    const first = await open();
    const key = await first.retrievals.keep(RETRIEVAL);
    await first.close();
    const again = await open();
    expect(await again.retrievals.of(key)).to.eql(RETRIEVAL);
    expect(await again.retrievals.of(newId())).to.equal(undefined);
    await again.close();
  });

  it('counts as not known where what was kept of it cannot be read', async () => {
    const folder = await temporaryFolder();
    const desk = await Desk.open(await openLowdb(folder));
    const key = await desk.retrievals.keep(RETRIEVAL);
    const [file] = await readdir(path.join(folder, 'uploads'));
    for (const damage of ['', '{"requested":"http', '{"url":"https://example.org/"}', '\u0000\uffff']) {
      await writeFile(path.join(folder, 'uploads', file!), damage);
      expect(await desk.retrievals.of(key), damage).to.equal(undefined);
    }
    for (const name of ['../format', '..', '', key.toUpperCase()])
      expect(await desk.retrievals.of(name), name).to.equal(undefined);
    await desk.close();
  });
});
