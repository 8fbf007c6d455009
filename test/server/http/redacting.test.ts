import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { verifyStorage } from '../../../server/storage/registry.ts';
import { AT, change, newClaim, serving } from './serving.ts';

describe('a redaction of a desk that is served', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-redacting-'));
  const desk = serving({ data: folder });
  after(() => rm(folder, { recursive: true, force: true }));
  const WORDS = 'Luis Pérez Leira';

  it('takes the words from all that it answers, and whoever comes meanwhile is answered after it', async () => {
    const { id, revision, text } = await desk.text();
    const claim = newClaim(await desk.text(), WORDS);
    await desk.commit(claim);
    const start = text.indexOf(WORDS);
    const passages = [{ revision, ranges: [{ start, end: start + WORDS.length }] }];
    const params = { id };
    const told = await desk.api.previewRedaction({ params, body: { passages, whole: false } });
    expect(told.objects.map(({ kind }) => kind)).to.include.members(['document', 'claim']);
    const first = await desk.api.getPiece({ params: { id, revision, piece: 0 } });
    expect(new TextDecoder().decode(first)).to.contain(WORDS);
    const order = { id: newId(), by: 'Ines', at: AT, why: 'Asked for', whole: false, attachments: false };
    const redacting = desk.api.redact({ params, body: { ...order, passages } });
    const meanwhile = Array.from({ length: 20 }, () => desk.api.listDocuments({ query: {} }));
    expect(await redacting).to.deep.equal(told);
    for (const { documents } of await Promise.all(meanwhile)) expect(documents).to.have.length(5);
    const piece = new TextDecoder().decode(await desk.api.getPiece({ params: { id, revision, piece: 0 } }));
    expect(piece.slice(start, start + WORDS.length)).to.match(/^█+$/);
    expect(piece.length).to.equal(new TextDecoder().decode(first).length);
    const { claims } = await desk.api.listClaims({ query: { ids: claim.objectId } });
    expect(claims[0]!.object.anchor.quote.exact).to.match(/^█+$/);
    for (const name of await readdir(path.join(folder, 'journal')))
      expect(await readFile(path.join(folder, 'journal', name), 'utf8')).not.to.contain(`"exact":"${WORDS}"`);
    expect((await verifyStorage(folder)).findings).to.deep.equal([]);
  });

  it('goes on taking changes afterwards, but no redaction among them', async () => {
    const moscow = newClaim(await desk.text(), 'Moscow');
    await desk.commit(moscow);
    const { id, revision } = await desk.text();
    const operation = {
      op: 'redact',
      passages: [{ revision, ranges: [{ start: 0, end: 1 }] }],
      lines: [],
    } as const;
    const forged = change('document', id, operation as never);
    const { groups } = await desk.api.postChanges({ body: { changes: [forged] } });
    expect(groups[0]).to.deep.include({ status: 'refused' });
  });

  it('tells who follows how many there were, so that nobody keeps the words', async () => {
    const stop = new AbortController();
    const { body } = await fetch(`${desk.url}/api/live?after=0`, { signal: stop.signal });
    let said = '';
    const decoder = new TextDecoder();
    for await (const chunk of body!) {
      said += decoder.decode(chunk as Uint8Array, { stream: true });
      if (said.includes('event: reload')) break;
    }
    stop.abort();
    expect(said).to.contain('"redactions":1').and.not.to.contain(WORDS);
  });
});
