import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { nodeFiles } from '../../../../server/storage/lowdb/files.ts';
import { FORMAT, migrate, readFormat, writeFormat } from '../../../../server/storage/lowdb/format.ts';
import { Layout } from '../../../../server/storage/lowdb/layout.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { failure } from '../samples.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary.ts';
import { closedDesk } from './desk.ts';

describe('the format of a desk', () => {
  after(removeTemporaryFolders);

  it('is refused when it is newer than the program, and nothing is changed', async () => {
    const folder = await closedDesk(1);
    const newer = '{ "format": "variorum-desk", "version": 99 }\n';
    await writeFile(path.join(folder, 'format.json'), newer);
    const { message } = await failure(openLowdb(folder));
    expect(message).to.contain('format 99').and.contain('newer version of the program');
    expect(await readFile(path.join(folder, 'format.json'), 'utf8')).to.equal(newer);
  });

  for (const content of ['', '{}', '{"format":"other","version":1}', 'nonsense'])
    it(`is refused when it cannot be told (${JSON.stringify(content)})`, async () => {
      const folder = await closedDesk(1);
      await writeFile(path.join(folder, 'format.json'), content);
      expect((await failure(openLowdb(folder))).message).to.contain('format.json');
    });

  it('is not looked for in a folder of other things, which is left alone', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'thesis.doc'), 'x');
    expect((await failure(openLowdb(folder))).message)
      .to.contain('thesis.doc')
      .and.contain('not a desk');
    expect(await nodeFiles.list(folder)).to.deep.equal(['thesis.doc']);
  });

  it('begins in an empty folder, also one that holds a hidden file', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, '.gitkeep'), '');
    await (await openLowdb(folder)).close();
    expect(await readFormat(nodeFiles, new Layout(folder))).to.equal(FORMAT);
  });

  it('is brought up step by step after a backup', async () => {
    const folder = await closedDesk(1);
    const layout = new Layout(folder);
    await mkdir(path.join(folder, 'blobs'), { recursive: true });
    await writeFormat(nodeFiles, layout, 1);
    const note = (name: string) => writeFile(path.join(folder, 'journal', name), 'done');
    const steps = [
      { from: 1, migrate: () => note('two') },
      { from: 2, migrate: () => note('three') },
    ];
    const told = await migrate(nodeFiles, layout, 1, { steps, target: 3 });
    expect(told.join()).to.contain('from format 1 to 3').and.contain('backup-of-format-1');
    expect(await readFormat(nodeFiles, layout, 3)).to.equal(3);
    expect(await nodeFiles.list(layout.journal)).to.deep.equal(['000001.jsonl', 'three', 'two']);
    const backup = new Layout(path.join(folder, 'backup-of-format-1'));
    expect(await readFormat(nodeFiles, backup)).to.equal(1);
    expect(await nodeFiles.list(backup.journal)).to.deep.equal(['000001.jsonl']);
    expect(await readFile(backup.segment(1))).to.deep.equal(await readFile(layout.segment(1)));
    expect(await migrate(nodeFiles, layout, 3, { steps, target: 3 })).to.deep.equal([]);
    await writeFormat(nodeFiles, layout, 0);
    expect((await failure(migrate(nodeFiles, layout, 0, { steps, target: 3 }))).message).to.contain('no way');
  });
});
