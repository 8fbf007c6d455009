import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { main } from '../../../server/cli/main.ts';

const packageRoot = fileURLToPath(new URL('../../../../', import.meta.url));
const CLUBS = 'The league has five clubs:\n\n- Rovers\n- Wanderers\n- Albion\n- Athletic\n';
const IMPOSSIBLE = 'Preface.\nThe meeting was held on 31 April 2019 in Rome.\n';
const CLEAN = 'The meeting was held on 30 April 2019 in Rome.\n';

describe('variorum check', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-check-'));
    await writeFile(path.join(folder, 'clubs.txt'), CLUBS);
    await writeFile(path.join(folder, 'impossible date.txt'), IMPOSSIBLE);
    await writeFile(path.join(folder, 'clean.txt'), CLEAN);
    await writeFile(path.join(folder, 'empty.txt'), '');
    await writeFile(path.join(folder, 'blank.txt'), ' \n\n ');
    await mkdir(path.join(folder, 'folder'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function check(...argv: readonly string[]) {
    const said = { out: '', errors: '' };
    const stream = (name: keyof typeof said) =>
      new Writable({
        write(chunk, _encoding, done) {
          said[name] += String(chunk);
          done();
        },
      });
    const streams = { out: stream('out'), errors: stream('errors') };
    const code = await main({
      argv: ['check', ...argv],
      packageRoot,
      checkout: false,
      env: {},
      folder,
      ...streams,
    });
    return { code, ...said };
  }

  it('says findings with file, line, column, severity, rule and grounds', async () => {
    const { code, out } = await check('clubs.txt', 'impossible date.txt');
    expect(code).to.equal(1);
    expect(out).to.match(/^clubs\.txt:1:1: warning count-against-list “five clubs”/m);
    expect(out).to.match(/^ {4}\+ The list has 4 entries\.$/m);
    expect(out).to.match(/^impossible date\.txt:2:25: error impossible-date “31 April 2019”/m);
    expect(out.trimEnd().split('\n').at(-1)).to.equal('1 error, 1 warning.');
  });

  it('ends with 0 where there is no error, and says so where there is nothing', async () => {
    expect((await check('clubs.txt')).code).to.equal(0);
    expect(await check('clean.txt')).to.eql({ code: 0, out: 'Nothing found.\n', errors: '' });
  });

  it('prints findings as JSON, with the words of every span', async () => {
    const { out } = await check('clubs.txt', '--json');
    const [finding] = JSON.parse(out);
    expect(finding).to.include({ rule: 'count-against-list', kind: 'count-mismatch', severity: 'warning' });
    expect(finding.grounds[0]).to.include.keys('rule', 'says', 'for');
    for (const { document, start, end, quote } of finding.spans) {
      expect(document).to.equal('clubs.txt');
      expect(CLUBS.slice(start, end)).to.equal(quote);
    }
    expect(JSON.parse((await check('clean.txt', '--json')).out)).to.eql([]);
  });

  it('prints findings as SARIF', async () => {
    const { out, code } = await check('impossible date.txt', '--format', 'sarif');
    const log = JSON.parse(out);
    expect([code, log.version, log.runs.length]).to.eql([1, '2.1.0', 1]);
    const [{ tool, results, columnKind }] = log.runs;
    expect(columnKind).to.equal('utf16CodeUnits');
    const [result] = results;
    expect(tool.driver.rules[result.ruleIndex].id).to.equal(result.ruleId);
    expect(result).to.include({ ruleId: 'impossible-date', level: 'error' });
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    expect(artifactLocation.uri).to.equal('impossible%20date.txt');
    expect(region).to.include({ startLine: 2, startColumn: 25, endLine: 2, charOffset: 33, charLength: 13 });
  });

  it('looks by the rules and severities that are asked for', async () => {
    expect((await check('clubs.txt', 'impossible date.txt', '--rule', 'duplicate-entry')).out).to.equal(
      'Nothing found.\n',
    );
    const grave = await check('clubs.txt', 'impossible date.txt', '--severity', 'error');
    expect(grave.out).not.to.contain('count-against-list');
    expect(grave.code).to.equal(1);
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a file that is not there', ['nowhere.txt'], /nowhere\.txt: There is no such file\./],
    ['a folder', ['folder'], /folder: This is a folder/],
    ['an empty file', ['empty.txt'], /empty\.txt: The file is empty/],
    ['a file of white space', ['blank.txt'], /blank\.txt: .*nothing to check/],
    [
      'a rule that is not there',
      ['clean.txt', '--rule', 'none-such'],
      /There is no rule none-such; there are/,
    ],
    ['a severity that is not there', ['clean.txt', '--severity', 'dire'], /"dire" is no severity/],
    [
      'a format that is not there',
      ['clean.txt', '--format', 'xml'],
      /"xml" is no format; there are text, json, sarif/,
    ],
    ['two formats', ['clean.txt', '--json', '--format', 'sarif'], /Choose one/],
  ];
  for (const [what, argv, message] of wrong)
    it(`ends with 2 and says why for ${what}`, async () => {
      const { code, errors } = await check(...argv);
      expect(code).to.equal(2);
      expect(errors).to.match(message);
    });

  it('checks the other files where one cannot be read', async () => {
    const { code, out } = await check('nowhere.txt', 'clubs.txt');
    expect(code).to.equal(2);
    expect(out).to.contain('count-against-list');
  });
});
