import { expect } from 'chai';
import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import { currentRevision } from '../../../../shared/model/document.ts';
import { change, commit, create, set, uuid } from '../../storage/samples.ts';
import { walk } from '../walk.ts';
import { claimsOnText, exported, fileWalks, takeIn } from './round-trip.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

async function forAnyDesk(check: (storage: Storage) => Promise<void>, numRuns = 25): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fileWalks, async steps => {
      const storage = new MemoryStorage();
      await walk(storage, steps);
      await check(storage);
    }),
    { numRuns },
  );
}

/** Puts a text on a desk with names in it, and a conflict about them that is settled. @returns the conflict's id */
async function settle(
  storage: Storage,
  text: string,
  names: readonly string[],
  preferred: string,
): Promise<string> {
  const label = names.map(name => [text.indexOf(name), text.indexOf(name) + name.length, 'PER']);
  await takeIn(storage, JSON.stringify({ text, label, title: 'Talk' }), { format: 'doccano' });
  const claims = await storage.readObjects('claim');
  const claimIds = claims.map(({ id }) => id);
  const [at, by] = ['2026-05-07T10:42:00.000Z', 'Ana'];
  const decision = { id: uuid('f', 1), outcome: 'same-entity', preferred, reason: 'x', by, at };
  const conflict = {
    id: uuid('e', 2),
    ...{ kind: 'name', key: 'k', title: 'Luis', severity: 'low', state: 'settled' },
    ...{ grounds: [], decisions: [decision], dissent: [], raisedBy: by, raisedAt: at },
    sides: [{ id: uuid('d', 3), value: 'x', claimIds }],
  };
  const item = { id: decision.id, conflictId: conflict.id, preferred };
  await commit(storage, [
    create('conflict', conflict),
    ...claimIds.map(id => change('claim', id, { op: 'add', list: 'settled', item })),
  ]);
  return conflict.id;
}

const plain = (text: string): string =>
  text
    .replaceAll('&#13;', '\r')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

/** Whether every element that is opened is closed, in order. */
function isWellFormed(xml: string, empty: RegExp): boolean {
  const open: string[] = [];
  for (const [, close, name, more] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:]*)((?:\s+[\w:-]+="[^"<]*")*\s*\/?)>/g,
  )) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!more!.endsWith('/') && !empty.test(name!)) open.push(name!);
  }
  return open.length === 0;
}

describe('exports that are not read again', function () {
  this.timeout(60_000);

  it('as TEI are well-formed, keep the text, and point to the words of each claim', async () => {
    await forAnyDesk(async storage => {
      const [document] = (await storage.readObjects('document')).filter(({ removed }) => !removed);
      if (!document) return;
      const { bytes } = await exported(storage, 'tei', { documents: [document.id] });
      const xml = decode(bytes);
      expect(isWellFormed(xml, /^$/), xml).to.equal(true);
      const own = (await claimsOnText(storage)).filter(
        ({ claim }) => claim.anchor.documentId === document.id,
      );
      const text = decode((await storage.readBlob(currentRevision(document.object).textSha256))!);
      expect(plain(/<ab [^>]*>([\s\S]*)<\/ab>/.exec(xml)![1]!)).to.equal(
        text.replace(/[\u0000-\u0008\ufffe\uffff]/g, '\ufffd'),
      );
      const points = [...text];
      const marked = [...xml.matchAll(/<annotation xml:id="claim-([^"]*)"[^>]* target="([^"]*)"/g)].map(
        ([, id, target]) => [
          id,
          [...target!.matchAll(/string-range\(text,(\d+),(\d+)\)/g)].map(([, from, length]) =>
            points.slice(Number(from), Number(from) + Number(length)).join(''),
          ),
        ],
      );
      for (const { claim } of own) {
        const words = [...marked.find(([id]) => id === claim.id)![1]!];
        for (const { start, end } of claim.anchor.ranges) {
          const whole = text.slice(start, end).replace(/\p{Surrogate}/gu, '');
          // A part that is but half of a character may have come into the part before it.
          if (whole === '') continue;
          const at = words.findIndex(said => said.includes(whole));
          expect(at, `“${whole}” in ${JSON.stringify(words)}`).to.be.at.least(0);
          words.splice(0, at + 1);
        }
      }
    });
  });

  it('as PROV-JSON tell every change, who made it and from what', async () => {
    await forAnyDesk(async storage => {
      const { bytes } = await exported(storage, 'prov-json');
      const prov = JSON.parse(decode(bytes)) as Record<string, Record<string, Record<string, string>>>;
      let changes = 0;
      for await (const entry of storage.readLog(0)) changes += entry.changes.length;
      expect(Object.keys(prov.activity!)).to.have.length(storage.head.seq);
      expect(Object.keys(prov.wasGeneratedBy!).length + Object.keys(prov.wasInvalidatedBy!).length).to.equal(
        changes,
      );
      for (const { 'prov:entity': entity, 'prov:activity': activity } of Object.values(
        prov.wasGeneratedBy!,
      )) {
        expect(prov.entity).to.have.property(entity!);
        expect(prov.activity).to.have.property(activity!);
      }
      for (const { 'prov:agent': agent } of Object.values(prov.wasAssociatedWith!))
        expect(prov.agent).to.have.property(agent!);
    });
  });

  it('as a patch turn the words of settled claims into the preferred form, and nothing else', async () => {
    const storage = new MemoryStorage();
    const text = 'One\r\nLuis Pérez Leira spoke.\nTwo\nThree\nFour\nFive\nLuis Perez Leira too.\n';
    const conflict = await settle(
      storage,
      text,
      ['Luis Pérez Leira', 'Luis Perez Leira'],
      'Lois Pérez Leira',
    );
    const { bytes } = await exported(storage, 'patch');
    const [file] = parsePatch(decode(bytes));
    expect(file!.oldFileName).to.equal('a/talk.txt');
    expect(applyPatch(text, file!)).to.equal(
      text.replace('Luis Pérez Leira', 'Lois Pérez Leira').replace('Luis Perez Leira', 'Lois Pérez Leira'),
    );
    await commit(storage, [set('conflict', conflict, { state: 'open' })]);
    const { bytes: none, losses } = await exported(storage, 'patch');
    expect(none.length).to.equal(0);
    expect(losses.map(({ code }) => code)).to.include('no-form');
  });

  it('as a patch that is applied give the corrected text of any text', async () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'b ', '–', '𝔘', 'é', '\t', '+', '-', '@@ '),
      maxLength: 12,
    });
    const lines = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n')), { maxLength: 12 });
    const corrected = fc.constantFrom('Lois', 'Lois Pérez', '\\ No newline', '--- a', '李', 'Luis');
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(12), corrected, fc.boolean(), async (all, at, preferred, ends) => {
        const joined = (some: typeof all) => some.map(pair => pair.join('')).join('');
        const [before, after] = [joined(all.slice(0, at)), joined(all.slice(at))];
        const text = `${before}Luis${ends ? '' : ' '}${after}`;
        const storage = new MemoryStorage();
        await settle(storage, text, ['Luis'], preferred);
        const { bytes } = await exported(storage, 'patch');
        const [file] = parsePatch(decode(bytes));
        expect(file ? applyPatch(text, file, { autoConvertLineEndings: false }) : text).to.equal(
          text.replace('Luis', () => preferred),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('as a report are well-formed, run nothing, and hold every claim and conflict', async () => {
    await forAnyDesk(async storage => {
      const { bytes } = await exported(storage, 'html-report');
      const html = decode(bytes);
      expect(isWellFormed(html.replace(/<style>[\s\S]*?<\/style>/, ''), /^(meta|br)$/)).to.equal(true);
      expect(html).not.to.match(/<script|javascript:|\son\w+=/i);
      for (const { claim } of await claimsOnText(storage)) expect(html).to.include(`id="claim-${claim.id}"`);
      for (const { id, removed } of await storage.readObjects('conflict'))
        if (!removed) expect(html).to.include(`id="conflict-${id}"`);
    });
  });
});
