import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { sweepUploads, UPLOAD_STAYS } from '../../../server/services/attachments.ts';
import { ATTACHMENT_BYTES, type Attachment } from '../../../shared/model/attachment.ts';
import { pdf, png, sha256 } from '../../support/files.ts';
import { AT, anchorOn, change, newClaim, serving } from './serving.ts';

const desk = serving();
const bytesType = 'application/octet-stream';
const shot = png(40, 30, [20, 90, 200]);

const put = (bytes: Uint8Array | string, name = sha256(bytes)) =>
  fetch(`${desk.url}/api/attachments/${name}`, {
    method: 'PUT',
    headers: { 'content-type': bytesType },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
const get = (name: string, query = '', headers: Record<string, string> = {}) =>
  fetch(`${desk.url}/api/attachments/${name}${query}`, { headers });

function attachment(bytes: Uint8Array, over: Partial<Attachment> = {}): Attachment {
  return {
    id: newId(),
    sha256: sha256(bytes),
    name: 'shot.png',
    mediaType: 'image/png',
    size: bytes.length,
    addedBy: 'Ines',
    addedAt: AT,
    ...over,
  };
}

/** A claim with a piece of evidence that has attachments. @returns what became of it, and the claim's id */
async function attach(...attachments: readonly Attachment[]) {
  const text = await desk.text();
  const passage = anchorOn(text, 'Moscow');
  const evidence = { id: newId(), passage, stance: 'supports' as const, attachments, by: 'Ines', at: AT };
  const made = newClaim(text, 'Moscow', { evidence: [evidence as never] });
  const { groups } = await desk.api.postChanges({ body: { changes: [made] } });
  return { claimId: made.objectId, evidenceId: evidence.id, outcome: groups[0]! };
}

describe('attachments', () => {
  it('are sent ahead, named by a change, and served under what their bytes are', async () => {
    const sent = await put(shot);
    expect(sent.status).to.equal(201);
    expect(await sent.json()).to.deep.equal({
      sha256: sha256(shot),
      mediaType: 'image/png',
      size: shot.length,
    });
    expect((await attach(attachment(shot))).outcome.status).to.equal('committed');
    const served = await get(sha256(shot), `?name=${encodeURIComponent('Снимок "1".png')}`);
    expect(Buffer.from(await served.arrayBuffer()).equals(shot)).to.equal(true);
    const { headers } = served;
    expect(headers.get('content-type')).to.equal('image/png');
    expect(headers.get('content-disposition')).to.match(/^inline; .*filename\*=UTF-8''%D0%A1.*\.png$/);
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('content-security-policy')).to.match(/default-src 'none'.*sandbox/);
    expect(headers.get('cache-control')).to.match(/immutable/);
    expect((await get(sha256(shot), '', { 'if-none-match': headers.get('etag')! })).status).to.equal(304);
  });

  it('give a part of a PDF where one is asked for, and let the viewer of the browser start', async () => {
    const file = pdf('Sovintern');
    await put(file);
    const part = await get(sha256(file), '?name=call', { range: 'bytes=0-7' });
    expect(part.status).to.equal(206);
    expect(await part.text()).to.equal('%PDF-1.4');
    expect(part.headers.get('content-range')).to.equal(`bytes 0-7/${file.length}`);
    expect(part.headers.get('content-disposition')).to.match(/^inline; filename="call.pdf"/);
    expect(part.headers.get('content-security-policy'))
      .to.match(/default-src 'none'/)
      .and.not.match(/sandbox/);
  });

  it('are saved, not shown, where they are text, and under an ending that is theirs', async () => {
    await put('just words');
    const { headers } = await get(sha256('just words'), '?name=run.html');
    expect(headers.get('content-type')).to.equal('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).to.match(/^attachment; filename="run.html.txt"/);
  });

  it('are looked at in due time where they begin with nothing but comments', async () => {
    expect((await put(`${'<!---->'.repeat(150)}and words`)).status).to.equal(201);
  });

  const refused: readonly [string, () => Promise<Response>, number, RegExp][] = [
    ['SVG', () => put('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415, /PNG, JPEG/],
    ['HTML, a comment before it', () => put('<!-- x --> <!DOCTYPE html><script>1</script>'), 415, /PDF/],
    ['a program', () => put(Buffer.from('7f454c4602010100', 'hex')), 415, /plain text can/],
    ['an archive', () => put(Buffer.from('504b0304140000000800', 'hex')), 415, /cannot be attached/],
    ['nothing', () => put(''), 400, /empty/],
    ['other bytes than its address says', () => put(shot, sha256('other')), 400, /Send them again/],
    ['more than the most', () => put(Buffer.alloc(ATTACHMENT_BYTES + 1, 0x20)), 413, /larger than/],
    ['an address that is no hash', () => put(shot, 'shot.png'), 400, /path\.sha256/],
    ['what nobody sent', () => get(sha256('nobody sent this')), 404, /no attachment/],
  ];
  for (const [what, call, status, says] of refused)
    it(`are refused where it is ${what}`, async () => {
      const response = await call();
      expect(response.status).to.equal(status);
      expect(((await response.json()) as { detail: string }).detail).to.match(says);
    });

  const unsound: readonly [string, () => Attachment, RegExp][] = [
    ['bytes that were never sent', () => attachment(png(9, 9, [1, 2, 3])), /not here\. Send them/],
    ['another size', () => attachment(shot, { size: 7 }), /bytes/],
    ['another type', () => attachment(shot, { mediaType: 'application/pdf' }), /is image\/png/],
  ];
  for (const [what, of, says] of unsound)
    it(`are refused in a change that names ${what}`, async () => {
      await put(shot);
      const { outcome } = await attach(of());
      expect(outcome.status).to.equal('refused');
      expect(outcome.problem!.detail).to.match(says);
      expect(outcome.problem!.errors![0]!.path).to.match(/^evidence\.0\.attachments\.0\./);
    });

  it('stay when they are taken off, so that taking off can be undone, and outlive the sweeping', async () => {
    const kept = png(12, 12, [9, 9, 9]);
    const orphan = png(13, 13, [9, 9, 9]);
    await put(kept);
    await put(orphan);
    const item = attachment(kept);
    const { claimId, evidenceId } = await attach(item);
    const set = (attachments: unknown) =>
      change('claim', claimId, {
        op: 'edit',
        list: 'evidence',
        item: evidenceId,
        values: { attachments } as never,
      });
    await desk.commit(set(null));
    const { storage } = desk.server.desk;
    expect(await sweepUploads(storage, Date.now())).to.equal(0);
    expect(await sweepUploads(storage, Date.now() + UPLOAD_STAYS + 60_000)).to.be.greaterThan(0);
    expect(await storage.readUpload(sha256(orphan))).to.equal(undefined);
    await desk.commit(set([item]));
    const claim = (await storage.readObject('claim', claimId))!.object;
    expect(claim.evidence[0]!.attachments).to.deep.equal([item]);
    expect((await get(sha256(kept))).status).to.equal(200);
  });
});
