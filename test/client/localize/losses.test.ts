import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { knowsLoss } from '#client/localize/say-loss.js';
import { lossesOf } from '../../../server/services/export.ts';
import type { Storage } from '../../../server/storage/port.ts';
import { openStorage } from '../../../server/storage/registry.ts';
import { isWritable } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';

const exampleDesk = fileURLToPath(new URL('../../../../annotations/example/', import.meta.url));

describe('what an export of the worked example leaves behind', () => {
  let folder: string;
  let storage: Storage;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'variorum-losses-'));
    cpSync(exampleDesk, folder, { recursive: true });
    storage = await openStorage(folder, { readOnly: true });
  });
  after(async () => {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const { id } of formats.filter(isWritable))
    it(`can be said in the interface's language for ${id}`, async () => {
      const found = await lossesOf(storage, { format: id }, () => true);
      expect(found!.losses.list.filter(loss => !knowsLoss(loss)).map(({ says }) => says)).to.eql([]);
    });

  it('is no longer worked out where nobody waits for it', async () => {
    expect(await lossesOf(storage, { format: 'csv' }, () => false)).to.equal(undefined);
  });
});
