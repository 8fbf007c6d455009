import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openLowdb } from '../../../server/storage/lowdb/open.ts';
import { commit, create, documentOf, everything, uuid } from '../storage/samples.ts';

const CLI = fileURLToPath(new URL('../../../../server/cli/variorum.mjs', import.meta.url));
const WORDS = Array.from({ length: 30_000 }, (_, i) => `word${i}`);

describe('Ctrl C on the command line', function () {
  this.timeout(120_000);
  let folder = '';
  let desk = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-stopping-'));
    desk = path.join(folder, 'desk');
    const storage = await openLowdb(desk);
    const { value, blobs } = documentOf(uuid('long', 1), WORDS.join(' '));
    await commit(storage, [create('document', value)], blobs);
    await storage.close();
    const rows = WORDS.map(word => `${word},${uuid('long', 1)}`);
    await writeFile(path.join(folder, 'words.csv'), `words,document\n${rows.join('\n')}`);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const held = async () => {
    const storage = await openLowdb(desk, { readOnly: true });
    const all = await everything(storage);
    await storage.close();
    return all;
  };

  /** Runs a command, and interrupts it as a terminal does when it has begun. */
  async function interrupted(args: readonly string[], hasBegun: (prints: boolean) => Promise<boolean>) {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: { ...process.env, VARIORUM_AS_BUILT: '1', VARIORUM_DATA: desk },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', chunk => {
      said += String(chunk);
    });
    const gone = once(child, 'exit');
    let prints = false;
    // What waits to be read is not: the command has to wait too.
    child.stdout.once('readable', () => {
      prints = true;
    });
    while (child.exitCode === null && !(await hasBegun(prints)))
      await new Promise(resolve => setTimeout(resolve, 2));
    child.kill('SIGINT');
    // A pipe that is full holds the whole process up, so that it hears nothing until somebody reads on.
    child.stdout.resume();
    const [code] = await gone;
    return { code, said };
  }

  it('takes nothing in', async () => {
    const before = await held();
    const gathering = path.join(desk, 'gathering');
    const { code, said } = await interrupted(['import', 'words.csv'], async () => existsSync(gathering));
    expect([code, said]).to.eql([130, 'variorum: Nothing was taken in, because it was stopped.\n']);
    expect(await held()).to.deep.equal(before);
    expect(existsSync(gathering)).to.equal(false);
  });

  it('leaves no half file, and one that was there as it was', async () => {
    await writeFile(path.join(folder, 'd.zip'), 'before');
    const begun = async () => (await readdir(folder)).some(name => name.endsWith('.partial'));
    const { code, said } = await interrupted(['dossier', 'd.zip', '--force'], begun);
    expect([code, said]).to.eql([130, 'variorum: No dossier was written, because it was stopped.\n']);
    expect((await readdir(folder)).toSorted()).to.eql(['d.zip', 'desk', 'words.csv']);
  });

  it('says that what was printed is not whole', async () => {
    const { code, said } = await interrupted(['export', 'variorum-json'], async prints => prints);
    expect([code, said]).to.eql([130, 'variorum: Stopped: what was printed is not whole.\n']);
  });
});
