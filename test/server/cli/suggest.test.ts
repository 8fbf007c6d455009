import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { main } from '../../../server/cli/main.ts';

const packageRoot = fileURLToPath(new URL('../../../../', import.meta.url));

describe('variorum suggest', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-suggest-'));
    const text =
      'A talk\n\nSpeakers were Ann Lee, Boris Ivanov and Clara Wu.\nIts host, Peter Stein, slept.\n';
    await writeFile(path.join(folder, 'talk.txt'), text);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function run(...argv: readonly string[]) {
    const said = { out: '', errors: '' };
    const stream = (name: keyof typeof said) =>
      new Writable({
        write(chunk, _encoding, done) {
          said[name] += String(chunk);
          done();
        },
      });
    const code = await main({
      ...{ argv: ['suggest', ...argv], packageRoot, checkout: false, env: {}, folder },
      ...{ out: stream('out'), errors: stream('errors') },
    });
    return { code, ...said };
  }

  it('prints a line for each claim', async () => {
    const { code, out, errors } = await run('talk.txt');
    expect([code, errors]).to.deep.equal([0, '']);
    expect(out.trimEnd().split('\n')).to.deep.equal([
      'talk.txt:3:15 speaker “Ann Lee”',
      'talk.txt:3:24 speaker “Boris Ivanov”',
      'talk.txt:3:41 speaker “Clara Wu”',
      'talk.txt:4:11 person “Peter Stein”',
    ]);
  });

  it('prints claims of the types asked for as JSON, with where they stand and why', async () => {
    const { code, out } = await run('talk.txt', '--json', '--type', 'speaker');
    const claims = JSON.parse(out) as Record<string, unknown>[];
    expect(code).to.equal(0);
    expect(
      claims.map(({ document, type, start, end, quote }) => [document, type, start, end, quote]),
    ).to.deep.equal([
      ['talk.txt', 'speaker', 22, 29, 'Ann Lee'],
      ['talk.txt', 'speaker', 31, 43, 'Boris Ivanov'],
      ['talk.txt', 'speaker', 48, 56, 'Clara Wu'],
    ]);
    expect(claims[0]).to.include.keys('value', 'fields', 'detector', 'worth', 'grounds');
  });

  it('counts what is a kind of a type with it', async () => {
    const { out } = await run('talk.txt', '--type', 'person');
    expect(out.trimEnd().split('\n')).to.have.length(4);
  });

  it('says which files cannot be read, and which types there are', async () => {
    const missing = await run('talk.txt', 'none.txt');
    expect(missing.code).to.equal(2);
    expect(missing.errors).to.contain('none.txt');
    expect(missing.out).to.contain('Ann Lee');
    const unknown = await run('talk.txt', '--type', 'ship');
    expect([unknown.code, unknown.errors]).to.deep.equal([
      2,
      'variorum: There is no claim type ship; there are member, list, speaker, signatory, person, organization, date, count, quotation, place, citation, statement.\n',
    ]);
  });
});
