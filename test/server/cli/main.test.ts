import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { main } from '../../../server/cli/main.ts';
import type { Document } from '../../../shared/model/document.ts';
import { startTestServer } from '../../support/server.ts';

const packageRoot = fileURLToPath(new URL('../../../../', import.meta.url));

/** The file of a text that comes with the program. */
async function seedFile(title: string): Promise<string> {
  const manifest = await readFile(path.join(packageRoot, 'seeds', 'manifest.json'), 'utf8');
  return (JSON.parse(manifest) as { title: string; file: string }[]).find(one => one.title === title)!.file;
}

/** Runs the command line in a folder of the test's own. */
async function run(folder: string, argv: readonly string[], env: Record<string, string> = {}) {
  const said = { out: '', errors: '' };
  const stream = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk);
        done();
      },
    });
  const code = await main({
    ...{ argv, packageRoot, checkout: false, env, folder },
    ...{ out: stream('out'), errors: stream('errors') },
  });
  return { code, ...said };
}

describe('the command line', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const desk = () => path.join(folder, 'annotations', 'desk');

  it('begins a desk anew with the texts, or with nothing, and moves the old one aside', async () => {
    expect((await run(folder, ['reset', '--clean'])).out).to.contain('nothing in it');
    await writeFile(path.join(desk(), 'mine'), 'kept');
    const again = await run(folder, ['reset']);
    expect([again.code, again.errors]).to.eql([0, '']);
    const [aside] = (await readdir(path.dirname(desk()))).filter(name => name.startsWith('desk-before-'));
    expect(again.out).to.contain(aside);
    expect(await readFile(path.join(desk(), '..', aside!, 'mine'), 'utf8')).to.equal('kept');
    const { out } = await run(folder, ['export', 'variorum-json']);
    expect(out).to.contain('SOVINTERN');
  });

  it('carries a desk into another one and gives the same bytes again', async () => {
    await run(folder, ['reset', '--data', 'one']);
    expect(await run(folder, ['export', 'variorum-json', '--data', 'one', '--out', 'one.json'])).to.include({
      code: 0,
      out: '',
    });
    const taken = await run(folder, ['import', 'one.json', '--data', 'two', '--by', 'Ines']);
    expect([taken.code, taken.errors]).to.eql([0, '']);
    expect(taken.out).to.match(/Taken in: \d+ documents/);
    const { out } = await run(folder, ['export', 'variorum-json'], {
      VARIORUM_DATA: path.join(folder, 'two'),
    });
    expect(out).to.equal(await readFile(path.join(folder, 'one.json'), 'utf8'));
  });

  it('exports a part', async () => {
    await run(folder, ['reset']);
    const args = ['--filter', '{"types":["person"]}'];
    const { code, out } = await run(folder, ['export', 'web-annotation', ...args]);
    expect(code).to.equal(0);
    expect(JSON.parse(out)).to.have.property('@context');
  });

  it('exports exactly the documents and claims that are named, and a report in a language', async () => {
    await run(folder, ['reset']);
    const whole = JSON.parse((await run(folder, ['export', 'variorum-json'])).out) as {
      documents: { id: string }[];
      claims: { id: string; anchor: { documentId: string } }[];
    };
    const documents = whole.documents.slice(0, 2).map(({ id }) => id);
    const two = await run(folder, ['export', 'variorum-json', '--document', documents.join(',')]);
    expect(JSON.parse(two.out).scope).to.eql({ of: 'documents', documents });
    const claims = whole.claims.slice(3, 9).map(({ id }) => id);
    const ids = async (given: string) => {
      const { out } = await run(folder, ['export', 'jsonl', '--claims', given, '--columns', 'claim']);
      return out
        .trim()
        .split('\n')
        .map(line => (JSON.parse(line) as { claim: string }).claim);
    };
    expect(await ids(claims.join(','))).to.have.members(claims);
    await writeFile(path.join(folder, 'chosen.txt'), `${claims.join('\n')}\n`);
    expect(await ids('@chosen.txt')).to.have.members(claims);
    const report = await run(folder, ['export', 'html-report', '--claims', claims.join(','), '--lang', 'fr']);
    expect(report.out).to.contain('<html lang="fr">').and.contain('Non réglé');
    const gone = await run(folder, ['export', 'csv', '--claims', `${claims[0]},${documents[0]}`]);
    expect([gone.code, gone.errors]).to.eql([
      1,
      `variorum: 1 of the 2 claims that were named are not here, or were removed: ${documents[0]}.\n`,
    ]);
  });

  it('tells a sound desk from one that was tampered with', async () => {
    await run(folder, ['reset', '--clean']);
    await run(folder, ['reset']);
    const sound = await run(folder, ['verify']);
    expect([sound.code, sound.out.includes('sound')]).to.eql([0, true]);
    const blobs = path.join(desk(), 'blobs');
    const [blob] = await readdir(blobs);
    await writeFile(path.join(blobs, blob!), 'altered');
    const found = await run(folder, ['verify']);
    expect(found.code).to.equal(1);
    expect(found.out).to.contain(blob!);
  });

  const wrong: readonly [string, readonly string[], number, RegExp, Record<string, string>?][] = [
    ['a command that is none', ['frobnicate'], 2, /too many arguments|unknown/],
    ['a flag that is none', ['verify', '--loud'], 2, /--loud/],
    ['a port that is none', ['serve', '--port', '70000'], 2, /70000.*65535/],
    ['a port from the surroundings that is none', ['serve'], 2, /"web" is not a port/, { PORT: 'web' }],
    ['a limit that is none', ['serve'], 2, /VARIORUM_MAX_MB/, { VARIORUM_MAX_MB: 'much' }],
    ['a level that is none', ['serve'], 2, /VARIORUM_LOG/, { VARIORUM_LOG: 'loud' }],
    ['two beginnings', ['reset', '--clean', '--example'], 2, /Choose one/],
    ['a filter that is none', ['export', 'variorum-json', '--filter', 'persons'], 2, /--filter/],
    ['a document that is none', ['export', 'variorum-json', '--document', '../x'], 2, /not the id/],
    ['a claim that is none', ['export', 'csv', '--claims', 'x,y'], 2, /"x" is not the id of a claim/],
    ['no claim at all', ['export', 'csv', '--claims', ','], 2, /No id of a claim/],
    ['a file of claims that is not there', ['export', 'csv', '--claims', '@absent'], 2, /absent.*ENOENT/],
    ['a language that is none', ['export', 'html-report', '--lang', 'de'], 2, /en, es, ru, fr, not "de"/],
    ['a language of a dossier that is none', ['dossier', '--lang', 'FR'], 2, /not "FR"/],
    ['a desk that is not there', ['export', 'variorum-json'], 1, /no desk/],
    ['a file that is not there', ['import', 'absent.json'], 2, /absent\.json/],
    ['a store that is none', ['verify', '--data', 'postgres://x/y'], 1, /Known are/],
    ['another machine’s name', ['serve', '--host', '192.168.1.5', '--data', 'memory:'], 1, /accounts/],
  ];
  for (const [what, argv, code, says, env] of wrong)
    it(`explains ${what} and ends with ${code}`, async () => {
      const result = await run(folder, argv, env);
      expect(result.code).to.equal(code);
      expect(result.errors).to.match(says).and.not.contain('    at ');
    });

  it('does not take a folder with other things in it for a desk', async () => {
    await mkdir(path.join(folder, 'photos'));
    await writeFile(path.join(folder, 'photos', 'a.jpg'), 'x');
    const { code, errors } = await run(folder, ['serve', '--port', '0', '--data', 'photos']);
    expect([code, errors.includes('a.jpg')]).to.eql([1, true]);
    expect(await readdir(path.join(folder, 'photos'))).to.eql(['a.jpg']);
  });

  const mistaken: [string, string[], RegExp][] = [
    ['a word that is no command', ['exprot', 'csv'], /unknown command 'exprot'[\s\S]*export/],
    ['a word that is almost one', ['serv'], /unknown command 'serv'[\s\S]*serve/],
    ['an option that is none', ['--hlep'], /unknown option '--hlep'/],
    ['a format that is none', ['export', 'cvs'], /no format "cvs"; there are .*csv/],
    ['a filter that is none', ['export', 'csv', '--filter', '{"a":1}'], /--filter: \S/],
    ['a folder that has no name', ['reset', '--data', ''], /--data is empty/],
  ];
  for (const [what, argv, says] of mistaken)
    it(`says what is wrong with ${what}, and does nothing`, async () => {
      const { code, out, errors } = await run(folder, argv, { VARIORUM_DATA: 'other' });
      expect([code, out]).to.deep.equal([2, '']);
      expect(errors).to.match(says);
      expect(await readdir(folder)).to.deep.equal([]);
    });

  const printing: [string, string, number, RegExp][] = [
    ['ends quietly where whoever reads it has had enough', 'EPIPE', 0, /^$/],
    ['says so where what is printed cannot be written', 'ENOSPC', 1, /^variorum: .*disk is full/],
  ];
  for (const [what, code, ends, says] of printing)
    it(what, async () => {
      await run(folder, ['reset']);
      for (const argv of [['export', 'variorum-json'], ['verify']]) {
        let told = '';
        const out = new Writable({
          write: (_chunk, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })),
        });
        const errors = new Writable({
          write(chunk, _encoding, done) {
            told += String(chunk);
            done();
          },
        });
        const ended = await main({ argv, packageRoot, checkout: false, env: {}, folder, out, errors });
        expect(ended, argv[0]).to.equal(ends);
        expect(told).to.match(says);
      }
    });

  it('says in words what the system refuses', async () => {
    await writeFile(path.join(folder, 'file'), 'x');
    await run(folder, ['reset', '--clean']);
    const below = await run(folder, ['verify', '--data', 'file/desk']);
    expect([below.code, below.errors]).to.deep.equal([
      1,
      `variorum: ${path.join(folder, 'file/desk/format.json')} cannot be: a part of its path is a file and not a folder.\n`,
    ]);
    const onto = await run(folder, ['export', 'csv', '--out', 'annotations']);
    expect(onto.code).to.equal(1);
    expect(onto.errors).to.match(/annotations is a folder; name a file/);
    const nowhere = await run(folder, ['export', 'csv', '--data', 'none']);
    expect([nowhere.code, nowhere.errors]).to.deep.equal([
      1,
      `variorum: There is no desk in ${path.join(folder, 'none')}. Name its folder with --data or VARIORUM_DATA; "variorum serve" begins one. The desk was opened for reading only.\n`,
    ]);
  });

  it('shows its commands and its version', async () => {
    const help = await run(folder, ['--help']);
    expect([help.code, help.errors]).to.eql([0, '']);
    for (const command of ['serve', 'export', 'import', 'revise', 'verify', 'reset'])
      expect(help.out).to.contain(command);
    expect((await run(folder, ['--version'])).out).to.match(/^\d+\.\d+\.\d+/);
  });

  it('exports beside a running server, and changes nothing of what that one holds', async function () {
    this.timeout(30_000);
    const server = await startTestServer();
    try {
      const taken = await run(folder, ['export', 'variorum-json', '--data', server.data]);
      expect([taken.code, taken.errors]).to.eql([0, '']);
      const served = await (await fetch(`${server.url}/api/export/variorum-json`)).text();
      expect(taken.out).to.equal(served);
      for (const argv of [
        ['reset', '--clean'],
        ['import', path.join(packageRoot, 'package.json')],
      ]) {
        const { code, errors } = await run(folder, [...argv, '--data', server.data]);
        expect([code, /is open in process \d+/.test(errors)]).to.eql([1, true]);
      }
      expect((await fetch(`${server.url}/readyz`)).status).to.equal(200);
    } finally {
      await server.close();
    }
  });

  it('gives a document another revision, after a look at what that does to its claims', async () => {
    await run(folder, ['reset']);
    const before = await run(folder, ['export', 'variorum-json']);
    const { documents } = JSON.parse(before.out) as { documents: Document[] };
    const { id, title } = documents.find(one => one.title.includes('Sovintern'))!;
    const bytes = await readFile(path.join(packageRoot, 'seeds', await seedFile(title)), 'utf8');
    const file = path.join(folder, 'next.txt');
    await writeFile(file, `First of all.\n${bytes.replace('Moscow', 'Saint Petersburg')}`);
    const look = await run(folder, ['revise', title, file, '--dry-run']);
    expect([look.code, look.errors]).to.eql([0, '']);
    expect(look.out)
      .to.match(/in 1 place/)
      .and.match(/\*Saint Petersburg\*/)
      .and.match(/wait to be placed: .*edited/);
    expect((await run(folder, ['export', 'variorum-json'])).out, 'a look changes nothing').to.equal(
      before.out,
    );
    const done = await run(folder, [
      'revise',
      id.slice(0, 8),
      file,
      '--by',
      'Ines',
      '--why',
      'A town',
      '--json',
    ]);
    expect([done.code, done.errors]).to.eql([0, '']);
    const told = JSON.parse(done.out) as { document: string; claims: Record<string, number> };
    expect(told.document).to.equal(id);
    expect(told.claims.shifted).to.be.greaterThan(50);
    const again = await run(folder, ['revise', id, file]);
    expect([again.code, /nothing to change/.test(again.errors)]).to.eql([1, true]);
    expect((await run(folder, ['verify'])).code).to.equal(0);
    const unknown = await run(folder, ['revise', 'Nobody knows this', file]);
    expect([unknown.code, unknown.errors.includes(title)]).to.eql([2, true]);
  });

  it('gives a document of a running server another revision through that server', async function () {
    this.timeout(30_000);
    const server = await startTestServer();
    try {
      const file = path.join(folder, 'next.txt');
      await writeFile(file, 'Other words.');
      const { documents } = (await (await fetch(`${server.url}/api/documents`)).json()) as {
        documents: { held: { id: string } }[];
      };
      const { id } = documents[0]!.held;
      const refused = await run(folder, ['revise', id, file, '--data', server.data]);
      expect([refused.code, /--server/.test(refused.errors)]).to.eql([1, true]);
      expect((await run(folder, ['revise', id, file, '--data', server.data, '--dry-run'])).code).to.equal(0);
      const done = await run(folder, ['revise', id, file, '--server', server.url]);
      expect([done.code, done.errors]).to.eql([0, '']);
      expect(await (await fetch(`${server.url}/api/documents/${id}/text`)).text()).to.equal('Other words.');
    } finally {
      await server.close();
    }
  });

  it('stops on a signal and lets the desk go', async function () {
    this.timeout(30_000);
    const server = await startTestServer({ begin: 'nothing' });
    await server.close();
    expect(existsSync(path.join(server.data, 'lock'))).to.equal(false);
    expect((await run(folder, ['verify', '--data', server.data])).code).to.equal(0);
  });
});
