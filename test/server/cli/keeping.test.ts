import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { main } from '../../../server/cli/main.ts';

const packageRoot = fileURLToPath(new URL('../../../../', import.meta.url));

async function run(folder: string, ...argv: string[]) {
  const said = { out: '', errors: '' };
  const stream = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const env = { VARIORUM_DATA: path.join(folder, 'desk') };
  const code = await main({
    ...{ argv, packageRoot, checkout: false, env, folder },
    ...{ out: stream('out'), errors: stream('errors') },
  });
  return { code, ...said };
}

describe('keeping a desk from the command line', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-keeping-'));
    await run(folder, 'reset');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('backs up, restores over the desk, and moves the old one aside', async () => {
    const made = await run(folder, 'backup', 'b.zip');
    expect([made.code, made.errors]).to.eql([0, '']);
    expect(made.out).to.contain('read again and sound').and.contain('b.zip');
    expect((await run(folder, 'backup', 'b.zip')).code).to.equal(2);
    expect((await run(folder, 'backup', 'b.zip', '--force')).code).to.equal(0);
    const restored = await run(folder, 'restore', 'b.zip');
    expect([restored.code, restored.errors]).to.eql([0, '']);
    const [aside] = (await readdir(folder)).filter(name => name.startsWith('desk-before-'));
    expect(restored.out).to.contain(aside);
    expect((await run(folder, 'verify')).code).to.equal(0);
  });

  it('gives a backup a name that says when, and tells of it as JSON', async () => {
    const { code, out } = await run(folder, 'backup', '--json');
    const told = JSON.parse(out);
    expect(code).to.equal(0);
    expect(path.basename(told.file)).to.match(/^variorum-\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d\.zip$/);
    expect(told).to.deep.include({ format: 'variorum-backup', findings: [] });
    expect(JSON.parse((await run(folder, 'verify', '--json')).out).findings).to.eql([]);
  });

  it('redacts only when it is told to, and what is restored afterwards is redacted too', async () => {
    await run(folder, 'backup', 'b.zip');
    const passage = ['redact', 'f47f0a52', '--passage', 'Sort Creus', '--every', '--why', 'Asked'];
    const told = await run(folder, ...passage);
    expect(told.out).to.contain('To be destroyed').and.contain('Nothing was changed');
    expect(JSON.parse((await run(folder, 'redact', '--list')).out).redactions).to.eql([]);
    const done = await run(folder, ...passage, '--destroy', '--by', 'Ines');
    expect([done.code, done.errors]).to.eql([0, '']);
    expect(done.out).to.contain('Destroyed').and.contain('Backups made before');
    const { redactions } = JSON.parse((await run(folder, 'redact', '--list')).out);
    expect(redactions).to.have.length(1);
    expect((await run(folder, 'restore', 'b.zip')).out).to.contain('Redacted again, as Ines did');
    expect((await run(folder, 'verify')).code).to.equal(0);
    const journal = await readFile(path.join(folder, 'desk', 'journal', '000001.jsonl'), 'utf8');
    expect(journal).to.contain('█').and.not.to.contain('Creus');
  });

  const wrong: readonly [string, string[], number, RegExp][] = [
    [
      'a document that is none',
      ['redact', 'nothing', '--whole', '--why', 'x'],
      2,
      /No document goes by "nothing"/,
    ],
    ['no passage', ['redact', 'f47f0a52', '--why', 'x'], 2, /--passage, --range and --whole/],
    ['no reason', ['redact', 'f47f0a52', '--whole'], 2, /--why/],
    [
      'words that are not there',
      ['redact', 'f47f0a52', '--passage', 'xyzzy', '--why', 'x'],
      2,
      /do not stand/,
    ],
    ['words that stand often', ['redact', 'f47f0a52', '--passage', 'the', '--why', 'x'], 2, /--every/],
    [
      'a range beyond the text',
      ['redact', 'f47f0a52', '--range', '5-99999999', '--why', 'x'],
      2,
      /the text has \d+/,
    ],
    ['a backup that is not there', ['restore', 'none.zip'], 1, /none\.zip/],
    ['a desk that is not there', ['backup', '--data', 'none'], 1, /no desk/],
    ['a desk in memory', ['backup', '--data', 'memory:'], 1, /not kept in files/],
    ['a list that is none', ['restore', 'b.zip', '--redactions', 'none.json'], 2, /no list of redactions/],
  ];
  for (const [what, argv, code, says] of wrong)
    it(`says what is wrong with ${what}`, async () => {
      const said = await run(folder, ...argv);
      expect(said.errors).to.match(says);
      expect(said.code).to.equal(code);
    });
});
