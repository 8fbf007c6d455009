import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { readManifest, SEEDS } from '../../../server/services/seeds.ts';
import { decodeClaimIndex } from '../../../shared/claim-index/codec.ts';
import { FLAG } from '../../../shared/claim-index/columns.ts';
import { pieceSpan } from '../../../shared/text/layout.ts';
import { change, newClaim, newConflict, serving } from './serving.ts';

const desk = serving();

/** A request as it is, without what fetch adds and undoes. */
function raw(address: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>(
    (resolve, reject) => {
      const request = http.request(desk.url + address, { headers, method }, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      request.on('error', reject).end();
    },
  );
}

describe('the five texts', () => {
  it('are the files that the manifest describes, byte for byte', async () => {
    const manifest = await readManifest();
    expect(manifest).to.have.length(5);
    for (const { file, sha256 } of manifest) {
      const bytes = await readFile(path.join(SEEDS, file));
      expect(createHash('sha256').update(bytes).digest('hex'), file).to.equal(sha256);
    }
  });

  it('are served byte for byte under their titles', async () => {
    const { documents } = await desk.api.listDocuments();
    for (const [i, { id, file, sha256, title }] of (await readManifest()).entries()) {
      const { body, headers } = await raw(`/api/documents/${id}/text`);
      expect(body.equals(await readFile(path.join(SEEDS, file))), file).to.equal(true);
      expect(headers.etag).to.equal(`"${sha256}"`);
      expect(documents[i]!.held.object.title).to.equal(title);
      const offered = await raw(`/api/seeds/${id}/bytes`);
      expect(offered.body.equals(body)).to.equal(true);
    }
  });
});

describe('bytes of a document', () => {
  const address = async () => `/api/documents/${(await desk.text()).id}/text`;

  it('say what they are and may not be taken for anything else', async () => {
    const { headers } = await raw(await address());
    expect(headers['content-type']).to.equal('text/x-wiki; charset=utf-8');
    expect(headers['x-content-type-options']).to.equal('nosniff');
    expect(headers['content-disposition']).to.match(/^inline; filename="International Socialist/);
  });

  it('travel compressed where the client takes it, each coding under an ETag of its own', async () => {
    const plain = await raw(await address());
    const br = await raw(await address(), { 'accept-encoding': 'gzip, br' });
    const gzip = await raw(await address(), { 'accept-encoding': 'gzip' });
    expect(br.headers['content-encoding']).to.equal('br');
    expect(brotliDecompressSync(br.body).equals(plain.body)).to.equal(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).to.equal(true);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).to.equal(3);
    expect(br.headers.vary).to.contain('accept-encoding');
  });

  it('are not sent again to whoever has them', async () => {
    for (const coding of ['identity', 'br']) {
      const { headers } = await raw(await address(), { 'accept-encoding': coding });
      const again = await raw(await address(), { 'accept-encoding': coding, 'if-none-match': headers.etag! });
      expect([again.status, again.body.length]).to.eql([304, 0]);
      const other = await raw(await address(), { 'accept-encoding': coding, 'if-none-match': '"other"' });
      expect(other.status).to.equal(200);
    }
  });

  const ranges: readonly [string, number, number?, number?][] = [
    ['bytes=0-9', 206, 0, 10],
    ['bytes=100-', 206, 100],
    ['bytes=-5', 206, -5],
    ['bytes=99999999-', 416],
    ['bytes=9-3', 416],
    ['lines=1-2', 200, 0],
    ['bytes=0-1,4-5', 200, 0],
  ];
  for (const [range, status, start, end] of ranges)
    it(`answer "${range}" with ${status}`, async () => {
      const whole = (await raw(await address())).body;
      const part = await raw(await address(), { range, 'accept-encoding': 'br' });
      expect(part.status).to.equal(status);
      if (status === 206) {
        expect(part.body.equals(whole.subarray(start, end))).to.equal(true);
        expect(part.headers['content-encoding']).to.equal(undefined);
      }
      if (status === 416) expect(part.headers['content-range']).to.equal(`bytes */${whole.length}`);
    });

  it('give a range only of the bytes that the client began with', async () => {
    const part = await raw(await address(), { range: 'bytes=0-9', 'if-range': '"other"' });
    expect(part.status).to.equal(200);
  });

  it('can be asked for without being sent', async () => {
    const { status, headers, body } = await raw(await address(), {}, 'HEAD');
    expect([status, body.length]).to.eql([200, 0]);
    expect(Number(headers['content-length'])).to.be.greaterThan(16_000);
  });
});

describe('decoded text', () => {
  it('comes in the pieces that the map names, to be kept for ever', async () => {
    const { id, revision, text } = await desk.text();
    const params = { id, revision };
    const map = await desk.api.getTextMap({ params });
    let joined = '';
    for (let piece = 0; piece < map.pieceChunks.length; piece++) {
      const bytes = await desk.api.getPiece({ params: { ...params, piece } });
      const decoded = new TextDecoder().decode(bytes);
      const { start, end } = pieceSpan(map, piece);
      expect(decoded.length).to.equal(end - start);
      joined += decoded;
    }
    expect(joined).to.equal(text);
    const { headers } = await raw(`/api/documents/${id}/revisions/${revision}/text/0`);
    expect(headers['cache-control']).to.equal('no-cache');
  });

  it('has no piece beyond its last', async () => {
    const { id, revision } = await desk.text();
    expect((await raw(`/api/documents/${id}/revisions/${revision}/text/1`)).status).to.equal(404);
  });
});

describe('the claim index', () => {
  const read = async (id: string) => decodeClaimIndex(await desk.api.getClaimIndex({ params: { id } }));

  it('keeps up with what is committed: claims, conflicts, removal and return', async () => {
    const text = await desk.text(1);
    const [one, two] = [newClaim(text, 'Moscow'), newClaim(text, 'SOVINTERN', { tags: ['name'] })];
    const conflict = newConflict(one.objectId, two.objectId);
    await desk.commit(one, two, conflict);
    const first = await read(text.id);
    expect(first.table.size).to.equal(2);
    const flag = ({ table }: typeof first, claim = one.objectId) =>
      (table.columns.flags[table.slotOf(claim)]! & FLAG.conflict) !== 0;
    expect(flag(first)).to.equal(true);
    expect(first.table.tagsAt(first.table.slotOf(two.objectId))).to.eql(['name']);

    await desk.commit(change('conflict', conflict.objectId, { op: 'set', values: { state: 'settled' } }));
    expect(flag(await read(text.id))).to.equal(false);
    await desk.commit(change('claim', one.objectId, { op: 'remove' }));
    expect((await read(text.id)).table.slotOf(one.objectId)).to.equal(-1);
    await desk.commit(change('claim', one.objectId, { op: 'restore' }));
    const last = await read(text.id);
    expect(last.table.slotOf(one.objectId)).to.be.at.least(0);
    expect(last.seq).to.equal(desk.server.desk.storage.head.seq);
  });

  it('is sent again only after one of its own claims has changed', async () => {
    const [text, other] = [await desk.text(1), await desk.text(2)];
    const address = `/api/documents/${text.id}/claim-index`;
    const etag = (await raw(address)).headers.etag!;
    await desk.commit(newClaim(other, 'Moscow'));
    expect((await raw(address, { 'if-none-match': etag })).status).to.equal(304);
    await desk.commit(newClaim(text, 'April 27'));
    expect((await raw(address, { 'if-none-match': etag })).status).to.equal(200);
  });

  it('counts for the Library what is found, ticked and in conflict', async () => {
    const text = await desk.text(4);
    const [one, two] = [newClaim(text, 'Putin'), newClaim(text, 'Ukraine')];
    await desk.commit(one, two, newConflict(one.objectId, two.objectId));
    await desk.commit(change('claim', one.objectId, { op: 'set', values: { workflow: 'signed-off' } }));
    const { documents } = await desk.api.listDocuments();
    expect(documents[4]).to.include({ claims: 2, ticked: 1, openConflicts: 1 });
  });

  it('is not there for a removed document, whose text still is', async () => {
    const { id } = await desk.text(3);
    await desk.commit(change('document', id, { op: 'remove' }));
    expect((await raw(`/api/documents/${id}/claim-index`)).status).to.equal(404);
    expect((await raw(`/api/documents/${id}/text`)).status).to.equal(200);
    const ids = async (removed?: 'true') =>
      (await desk.api.listDocuments({ query: { removed } })).documents.map(({ held }) => held.id);
    expect(await ids()).to.not.include(id);
    expect((await ids('true')).at(-1)).to.equal(id);
    await desk.commit(change('document', id, { op: 'restore' }));
    expect(await ids()).to.include(id);
  });
});
