import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { writeDossier } from '../../../server/services/dossier/dossier.ts';
import { openStorage } from '../../../server/storage/registry.ts';

const exampleDesk = fileURLToPath(new URL('../../../../annotations/example/', import.meta.url));
const NOW = '2026-05-07T10:00:00.000Z';

describe('a dossier', () => {
  let folder: string;
  let whole: string;
  before('is written of the worked example', async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'variorum-dossier-'));
    const desk = path.join(folder, 'desk');
    cpSync(exampleDesk, desk, { recursive: true });
    const storage = await openStorage(desk, { readOnly: true });
    const pieces: Uint8Array[] = [];
    for await (const piece of writeDossier(storage, { now: NOW })) pieces.push(piece);
    await storage.close();
    whole = path.join(folder, 'whole');
    for (const [name, bytes] of Object.entries(unzipSync(Buffer.concat(pieces)))) {
      mkdirSync(path.dirname(path.join(whole, name)), { recursive: true });
      writeFileSync(path.join(whole, name), bytes);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the dossier's own script in a copy to which something was done. */
  function verified(change: (file: (name: string) => string) => void = () => undefined) {
    const copy = mkdtempSync(path.join(folder, 'copy-'));
    cpSync(whole, copy, { recursive: true });
    change(name => path.join(copy, name));
    const { status, stdout } = spawnSync(process.execPath, ['verify.mjs'], { cwd: copy, encoding: 'utf8' });
    return { status, says: stdout };
  }
  const document = 'documents/f47f0a52-3c1e-4a0d-9a57-0c6d1b1f5e01/1';
  const objects = 'exports/variorum-json/desk.variorum.json';
  function edit(file: string, from: RegExp, to: string) {
    const text = readFileSync(file, 'utf8');
    expect(text).to.match(from);
    writeFileSync(file, text.replace(from, to));
  }

  it('is found sound by its own script', () => {
    const { status, says } = verified();
    expect(says).to.match(/1278 entries of the log, 5 texts and \d+ quotes are sound/);
    expect(status).to.equal(0);
  });

  const harmed: [what: string, how: (file: (name: string) => string) => void, says: RegExp][] = [
    [
      'a text of which a letter was changed',
      at => appendFileSync(at(`${document}/text.txt`), '.'),
      /text\.txt is not the text/,
    ],
    [
      'bytes that are not those that came',
      at => appendFileSync(at(`${document}/bytes`), '.'),
      /bytes is not what “.*” came as/,
    ],
    [
      'a line of the log that was changed',
      at => edit(at('log.jsonl'), /"by":"[^"]+"/, '"by":"Nobody"'),
      /line 1 was altered/,
    ],
    [
      'a log without its last line',
      at =>
        writeFileSync(
          at('log.jsonl'),
          readFileSync(at('log.jsonl'), 'utf8').split('\n').slice(0, -2).join('\n'),
        ),
      /ends at entry 1277/,
    ],
    [
      'a log without a line in the middle',
      at => edit(at('log.jsonl'), /\n[^\n]+\n/, '\n'),
      /does not follow/,
    ],
    [
      'a claim that was moved',
      at => edit(at(objects), /"ranges":\[\{"end":67,"start":20\}\]/, '"ranges":[{"end":68,"start":20}]'),
      /does not stand on the words/,
    ],
    ['a file that is missing', at => rmSync(at('README.txt')), /README\.txt is missing/],
    ['a file that nobody listed', at => writeFileSync(at('more.txt'), 'more'), /more\.txt does not belong/],
  ];
  for (const [what, how, says] of harmed)
    it(`says that it holds ${what}`, () => {
      const verdict = verified(how);
      expect(verdict.says).to.match(says);
      expect(verdict.status).to.equal(1);
    });

  it('opens with a page that leads to all of it and fetches nothing', () => {
    const page = readFileSync(path.join(whole, 'index.html'), 'utf8');
    for (const [, address] of page.matchAll(/href="([^"#]+)[^"]*"/g))
      expect(() => readFileSync(path.join(whole, address!)), address).not.to.throw(/ENOENT/);
    expect(page).not.to.match(/<script|src=|https?:\/\//);
  });
});
