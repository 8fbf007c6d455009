import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { readEntry, tombstone } from '../../../../server/storage/entry.ts';
import { nodeFiles } from '../../../../server/storage/lowdb/files.ts';
import { writeFormat } from '../../../../server/storage/lowdb/format.ts';
import { Layout } from '../../../../server/storage/lowdb/layout.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { redactionsOf, redactLowdb } from '../../../../server/storage/lowdb/redacting/redact.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { BLOCK } from '../../../../shared/redaction/block.ts';
import { failure, uuid } from '../samples.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary.ts';
import { edit } from './desk.ts';
import { redactThroughCrashes } from './redaction-crashes.ts';
import {
  contentsOf,
  DOC,
  FIRST,
  ORDER,
  OTHER,
  PASSAGE,
  SECOND,
  TELLING,
  TEXT,
  tellingDesk,
} from './redaction-desk.ts';

describe('a redaction', () => {
  let pristine = '';
  before(async () => {
    pristine = path.join(await temporaryFolder(), 'desk');
    await tellingDesk(pristine);
  });
  after(removeTemporaryFolders);

  /** A copy of the desk, with what a crash and a migration leave behind. */
  async function desk(): Promise<string> {
    const folder = path.join(await temporaryFolder(), 'desk');
    await cp(pristine, folder, { recursive: true });
    await writeFile(path.join(folder, 'journal', '000001.cut-at-77'), 'Ignacio Zubizarreta');
    await mkdir(path.join(folder, 'backup-of-format-1', 'journal'), { recursive: true });
    await writeFile(path.join(folder, 'backup-of-format-1', 'journal', '000001.jsonl'), 'Zubizarreta');
    return folder;
  }

  it('begins with a desk that says the words in many places', async () => {
    const all = [...(await contentsOf(pristine))];
    const telling = all.filter(([, text]) => /zubizarreta/i.test(text)).map(([name]) => name.split('/')[0]);
    expect(new Set(telling)).to.deep.equal(new Set(['blobs', 'journal', 'snapshot', 'uploads']));
    expect((await verifyLowdb(pristine)).findings).to.deep.equal([]);
  });

  it('leaves none of the words in any file, and everything verifies', async () => {
    const folder = await desk();
    const report = (await redactLowdb(folder, ORDER))!;
    for (const reopened of [false, true]) {
      if (reopened) await (await openLowdb(folder)).close();
      for (const [name, text] of await contentsOf(folder))
        for (const words of TELLING) expect(text, `${words} in ${name}`).not.to.contain(words);
      expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
    }
    expect(report.revisions.map(({ revision }) => revision).sort()).to.deep.equal([FIRST, SECOND].sort());
    expect(report.elsewhere).to.deep.equal([]);
    expect(report.objects.map(({ kind }) => kind).sort()).to.deep.equal(
      ['claim', 'claim', 'claim', 'claim', 'claim', 'conflict', 'document', 'entity', 'refusal'].sort(),
    );
  });

  it('keeps every other word where it was, and every claim on its place', async () => {
    const folder = await desk();
    const before = await openLowdb(folder, { readOnly: true });
    const claims = await before.readObjects('claim');
    await before.close();
    await redactLowdb(folder, ORDER);
    const storage = await openLowdb(folder);
    const { object } = (await storage.readObject('document', DOC))!;
    const [first] = object.revisions;
    const text = Buffer.from((await storage.readBlob(first!.textSha256))!).toString('utf8');
    const blocks = BLOCK.repeat(PASSAGE.end - PASSAGE.start);
    expect(text).to.equal(TEXT.slice(0, PASSAGE.start) + blocks + TEXT.slice(PASSAGE.end));
    expect(first!.redacted).to.have.length(1);
    expect(first!.redacted![0]!.ranges).to.deep.equal([PASSAGE]);
    for (const { id, object: was } of claims) {
      const now = (await storage.readObject('claim', id))!.object;
      expect(now.anchor.ranges).to.deep.equal(was.anchor.ranges);
      expect(now.anchor.revision).to.equal(was.anchor.revision);
    }
    const note = (await storage.readObject('claim', uuid('claim', 5)))!.object.notes[0]!.text;
    expect(note, 'what other texts say stays').to.match(/^Mr █+ kept two ledgers in Moscow$/);
    await storage.close();
  });

  it('is told before it is done, and changes nothing then', async () => {
    const folder = await desk();
    const before = await contentsOf(folder);
    const told = (await redactLowdb(folder, ORDER, { dryRun: true }))!;
    expect(await contentsOf(folder)).to.deep.equal(before);
    const done = (await redactLowdb(folder, ORDER))!;
    expect(told).to.deep.equal(done);
  });

  it('is done once, and goes on the list that other copies are given', async () => {
    const folder = await desk();
    const copy = await desk();
    await redactLowdb(folder, ORDER);
    expect(await redactLowdb(folder, ORDER)).to.equal(undefined);
    const [order] = await redactionsOf(folder);
    expect(order).to.include({ id: ORDER.id, documentId: DOC, by: 'Ines', why: 'A court ordered it' });
    await redactLowdb(copy, order!);
    expect(await readFile(path.join(copy, 'journal', '000001.jsonl'))).to.deep.equal(
      await readFile(path.join(folder, 'journal', '000001.jsonl')),
    );
    const list = JSON.parse(await readFile(path.join(folder, 'redactions.json'), 'utf8'));
    expect(list.redactions).to.deep.equal(await redactionsOf(folder));
  });

  it('takes a whole document, with its title, out of sight; a second one meets the tombstones of the first', async () => {
    const folder = await desk();
    await redactLowdb(folder, ORDER);
    const whole = { ...ORDER, id: uuid('redaction', 2), whole: true };
    await redactLowdb(folder, whole);
    expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
    const storage = await openLowdb(folder);
    const held = (await storage.readObject('document', DOC))!;
    expect(held.removed).to.include({ by: 'Ines' });
    expect(held.object.title).to.match(/^█+$/);
    expect(held.object.revisions[0]!.redacted).to.have.length(2);
    for (const { object } of await storage.readObjects('claim', DOC)) {
      expect(object.anchor.quote.exact).to.match(/^█+$/);
      expect(object.value).to.equal(undefined);
    }
    const other = (await storage.readObject('document', OTHER))!.object;
    expect(other.title).to.match(/^Text/);
    await storage.close();
  });

  const tampering: readonly [string, (folder: string) => Promise<void>, RegExp][] = [
    [
      'a tombstone that was altered',
      folder =>
        edit(folder, 'journal/000001.jsonl', text => text.replace('"workflow":"open"', '"workflow":"done"')),
      /stands for a redacted one, but is not what entry \d+ put there/,
    ],
    [
      'a tombstone that nobody signed',
      folder =>
        edit(folder, 'journal/000001.jsonl', text => {
          const lines = text.split('\n');
          const at = lines.findIndex(line => line.startsWith('{"at"') && !line.includes('redactedBy'));
          const entry = readEntry(Buffer.from(lines[at]!, 'latin1'));
          lines[at] = tombstone({ ...entry, by: 'Somebody' }, ORDER.id).line;
          return lines.join('\n');
        }),
      /no later entry says that it was redacted/,
    ],
    [
      'a line that is there again as it was',
      async folder => {
        await rm(path.join(folder, 'snapshot'), { recursive: true, force: true });
        const [old, now] = await Promise.all(
          [pristine, folder].map(async place =>
            (await readFile(path.join(place, 'journal', '000001.jsonl'), 'utf8')).split('\n'),
          ),
        );
        const at = now!.findIndex(line => line.includes('redactedBy'));
        now![at] = old![at]!;
        await writeFile(path.join(folder, 'journal', '000001.jsonl'), now!.join('\n'));
      },
      /was redacted by entry \d+, yet its words are here again/,
    ],
  ];
  for (const [what, tamper, says] of tampering)
    it(`shows ${what}`, async () => {
      const folder = await desk();
      await redactLowdb(folder, ORDER);
      await tamper(folder);
      expect((await verifyLowdb(folder)).findings.join('\n')).to.match(says);
    });

  it('touches nothing of a desk that is damaged', async () => {
    const folder = await desk();
    await edit(folder, 'journal/000001.jsonl', text => text.replace('Moscow', 'Warsaw'));
    const before = await readFile(path.join(folder, 'journal', '000001.jsonl'));
    expect((await failure(redactLowdb(folder, ORDER))).message).to.contain('not as it was written');
    expect(await readFile(path.join(folder, 'journal', '000001.jsonl'))).to.deep.equal(before);
  });

  it('brings a desk of an older format to this one first, and destroys the copy made for that', async () => {
    const folder = await desk();
    await rm(path.join(folder, 'backup-of-format-1'), { recursive: true });
    await writeFormat(nodeFiles, new Layout(folder), 1);
    await redactLowdb(folder, ORDER);
    expect((await contentsOf(folder)).size).to.be.greaterThan(3);
    for (const [name] of await contentsOf(folder)) expect(name).not.to.contain('backup-of');
  });
});

describe('a redaction whose machine crashes', () => {
  it('leaves the desk as it was or as it is to be, whichever operation it comes before', async function () {
    this.timeout(120_000);
    await redactThroughCrashes('lost');
  });
});
