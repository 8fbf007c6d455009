import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { writeDossier } from '../../../server/services/dossier/dossier.ts';
import { indexPage } from '../../../server/services/dossier/index-page.ts';
import { exportDesk } from '../../../server/services/export.ts';
import { viewDesk } from '../../../server/services/export-view.ts';
import { openStorage } from '../../../server/storage/registry.ts';
import { textOf } from './exporting.ts';

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
    const { status, stdout, stderr } = spawnSync(process.execPath, ['verify.mjs'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(stderr).to.equal('');
    return { status, says: stdout };
  }

  /** Writes the list of files anew, as somebody would who wants to hide what they did. */
  function seal(at: (name: string) => string): void {
    const { seal: _, ...manifest } = JSON.parse(readFileSync(at('manifest.json'), 'utf8'));
    const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
    for (const file of manifest.files) {
      const bytes = readFileSync(at(file.name));
      file.size = bytes.length;
      file.sha256 = hash(bytes);
    }
    const sealed = { ...manifest, seal: hash(JSON.stringify(manifest)) };
    writeFileSync(at('manifest.json'), `${JSON.stringify(sealed, null, 1)}\n`);
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
    expect(says).to.match(/changes, done again, give exactly the \d+ objects/);
    expect(says).to.contain('Not proved: that nobody wrote the whole dossier anew');
    expect(status).to.equal(0);
  });

  it('is found altered by its own script wherever a byte of a file is another', () => {
    const { files } = JSON.parse(readFileSync(path.join(whole, 'manifest.json'), 'utf8'));
    const names = (files as { name: string }[]).map(({ name }) => name);
    // One of each kind, and all of them at once.
    const kinds = new Map(
      names.map(name => [
        name.replace(/^documents\/[^/]+\/\d+/, 'documents').replace(/^attachments\/.*/, 'attachments'),
        name,
      ]),
    );
    expect(kinds.size).to.be.greaterThan(18);
    const { status, says } = verified(at => {
      for (const [i, name] of [...kinds.values(), 'manifest.json'].entries()) {
        if (/^verify|^manifest/.test(name)) continue;
        const bytes = readFileSync(at(name));
        const place = (i * 7919) % bytes.length;
        bytes[place] = bytes[place]! ^ 1;
        writeFileSync(at(name), bytes);
      }
    });
    expect(status).to.equal(1);
    for (const name of kinds.values())
      if (!name.startsWith('verify')) expect(says).to.contain(`${name} was altered`);
  });

  it('is found altered where the list of files is, or a part of the script', () => {
    for (const [file, from, to] of [
      ['manifest.json', /"made": "2026/, '"made": "2025'],
      ['manifest.json', /"size": \d/, '"size": 0'],
      ['manifest.json', /\n /, '\n\t'],
      ['manifest.json', /"seal": "./, '"seal": "x'],
      ['verify-replay.mjs', /What stands/, 'What stood'],
      ['verify.mjs', /nothing but/, 'nothing bu7'],
    ] as const) {
      const { status, says } = verified(at => edit(at(file), from, to));
      expect(says, `${file} ${from}`).to.match(/was altered|cannot be read/);
      expect(status).to.equal(1);
    }
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
    [
      'a claim that the log leaves otherwise, with the list of files written anew',
      at => {
        edit(at(objects), /"workflow":"checked"/, '"workflow":"signed-off"');
        seal(at);
      },
      /✗ The claim \S+ is not as the log leaves it\.\n\n1 fault:/,
    ],
    [
      'a decision that nobody made, with the list of files written anew',
      at => {
        edit(at(objects), /"reason":"[^"]/, '"reason":"Z');
        seal(at);
      },
      /✗ The conflict \S+ is not as the log leaves it\.\n\n1 fault:/,
    ],
    [
      'a source less, with the list of files written anew',
      at => {
        edit(at(objects), /"sources":\[\n[^\n]+,\n/, '"sources":[\n');
        seal(at);
      },
      /✗ The source \S+, which the log makes, is not in exports/,
    ],
    [
      'a text that its bytes do not say, with all hashes written anew but that of the log',
      at => {
        edit(at(`${document}/text.txt`), /^./, 'Z');
        seal(at);
      },
      /text\.txt is not the text/,
    ],
    ['no log', at => rmSync(at('log.jsonl')), /log\.jsonl is missing/],
    [
      'no list of files',
      at => rmSync(at('manifest.json')),
      /manifest\.json is missing; no more was looked at/,
    ],
    ['no objects', at => rmSync(at(objects)), /desk\.variorum\.json is missing/],
    [
      'a list of files that is cut off',
      at => writeFileSync(at('manifest.json'), '{"format":'),
      /cannot be read/,
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

  it('speaks the language that is asked for, on its page and in its report', async () => {
    const storage = await openStorage(path.join(folder, 'desk'), { readOnly: true });
    const view = await viewDesk(storage, { of: 'whole' });
    for (const [language, read, unresolved] of [
      ['en', 'To read', 'Unresolved'],
      ['es', 'Para leer', 'Sin resolver'],
      ['ru', 'Для чтения', 'Не решено'],
      ['fr', 'À lire', 'Non réglé'],
    ] as const) {
      const page = indexPage(view, NOW, language);
      const report = await textOf(exportDesk(storage, { format: 'html-report', language }, view));
      expect(page).to.contain(read).and.contain(`<html lang="${language}">`);
      expect(report).to.contain(unresolved).and.contain(`<html lang="${language}">`);
      // Each message has found all that its braces name.
      expect(`${page}${report}`.replace(/<style>[\s\S]*?<\/style>/g, '')).not.to.match(/\{\w+\}|¦|undefined/);
    }
    await storage.close();
  });

  it('opens with a page that leads to all of it and fetches nothing', () => {
    const page = readFileSync(path.join(whole, 'index.html'), 'utf8');
    for (const [, address] of page.matchAll(/href="([^"#]+)[^"]*"/g))
      expect(() => readFileSync(path.join(whole, address!)), address).not.to.throw(/ENOENT/);
    expect(page).not.to.match(/<script|src=|https?:\/\//);
  });
});
