import { spawnSync } from 'node:child_process';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { main } from '../../../server/cli/main.ts';

const packageRoot = fileURLToPath(new URL('../../../../', import.meta.url));

async function said(...argv: string[]): Promise<{ code: number; out: string; errors: string }> {
  const told = { out: '', errors: '' };
  const into = (name: 'out' | 'errors') =>
    new Writable({
      write(chunk, _encoding, done) {
        told[name] += String(chunk);
        done();
      },
    });
  const code = await main({
    argv,
    packageRoot,
    checkout: true,
    env: {},
    out: into('out'),
    errors: into('errors'),
  });
  return { code, ...told };
}

/** What could stand next, without the descriptions. */
const offered = async (...words: string[]) =>
  (await said('complete', '--', ...words)).out
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t')[0]);

describe('completing the command line', () => {
  const cases: [what: string, words: string[], offers: string[]][] = [
    ['a command', ['ex'], ['export']],
    ['a format to export in', ['export', 'web-'], ['web-annotation']],
    ['an option', ['import', '--un'], ['--unit']],
    ['an option of the program', ['--ver'], ['--version']],
    ['the value of an option', ['check', '--severity', 'w'], ['warning']],
    ['the value of an option behind "="', ['check', '--severity=w'], ['--severity=warning']],
    ['the value of an option as bash takes it apart', ['check', '--severity', '=', 'w'], ['warning']],
    ['all values where bash ends at "="', ['import', '--unit', '='], ['utf16', 'points', 'bytes']],
    ['a column of a table', ['export', 'csv', '--columns', 'word'], ['words']],
    ['what can read a file', ['add', '--extractor', 'ht'], ['html']],
    ['a type of claim', ['suggest', '--type', 'cou'], ['count']],
    ['a shell', ['completion', 'z'], ['zsh']],
    ['a file, by the shell', ['check', ''], [':files']],
    ['a file behind an option and its value', ['check', '--rule', 'acronym', ''], [':files']],
    ['a folder for the desk', ['export', 'csv', '--data', ''], [':files']],
    ['nothing where only a person knows', ['import', '--by', ''], []],
    ['nothing behind a command that is none', ['nonsense', ''], []],
  ];
  for (const [what, words, offers] of cases)
    it(`offers ${what}`, async () => {
      expect(await offered(...words)).to.deep.equal(offers);
    });

  it('says what each offer is', async () => {
    expect((await said('complete', '--', 'verif')).out).to.match(/^verify\t\S/);
  });

  it('prints a script that bash reads', async function () {
    const { out } = await said('completion', 'bash');
    const bash = spawnSync('bash', ['-n'], { input: out, encoding: 'utf8' });
    if (bash.error) this.skip();
    expect(bash.stderr).to.equal('');
    expect(bash.status).to.equal(0);
  });

  it('says which shells there are when asked for another', async () => {
    const { code, errors } = await said('completion', 'tcsh');
    expect(code).to.equal(2);
    expect(errors).to.contain('bash, zsh, fish');
  });
});
