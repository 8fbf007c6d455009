import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import type { ApiProblem } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import { Problem, problemKinds, problemType } from '../../../shared/api/problem.ts';
import { AT, change, newClaim, serving } from './serving.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'variorum-api-'));
const desk = serving({ data: folder });
after(() => rm(folder, { recursive: true, force: true }));
const absent = '0198a1b2-0000-7000-8000-00000000dead';

async function call(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>, type?: string) {
  const response = await fetch(desk.url + path, {
    method,
    ...(body === undefined ? {} : { body, headers: { 'content-type': type ?? 'application/json' } }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('the API', () => {
  const refused: readonly [string, () => Parameters<typeof call>, keyof typeof problemKinds, RegExp][] = [
    ['an address that is none', () => ['GET', '/api/nothing'], 'not-found', /\/api\/nothing/],
    ['a method it does not take', () => ['PUT', '/api/documents', '{}'], 'not-found', /PUT/],
    ['an id that is none', () => ['GET', '/api/documents/..%2f..%2fpasswd'], 'bad-input', /path\.id/],
    [
      'an id in capitals',
      () => ['GET', `/api/documents/${absent.toUpperCase()}`],
      'bad-input',
      /lower ?case/,
    ],
    ['a document that is not there', () => ['GET', `/api/documents/${absent}`], 'not-found', /no document/],
    ['a query it does not know', () => ['GET', '/api/documents?hidden=1'], 'bad-input', /query/],
    ['a query where none is taken', () => ['GET', '/api/entities?a=1'], 'bad-input', /takes no query/],
    [
      'a query given twice',
      () => ['GET', '/api/documents?removed=true&removed=false'],
      'bad-input',
      /removed/,
    ],
    ['a number that is none', () => ['GET', '/api/log?limit=many'], 'bad-input', /query\.limit/],
    ['a number out of range', () => ['GET', '/api/log?limit=0'], 'bad-input', /query\.limit/],
    ['claims without saying which', () => ['GET', '/api/claims'], 'bad-input', /ids/],
    ['a filter that is not JSON', () => ['GET', '/api/export/variorum-json?filter={'], 'bad-input', /JSON/],
    ['a format that is none', () => ['GET', '/api/export/odt'], 'not-found', /variorum-json/],
    ['a body that is not JSON', () => ['POST', '/api/changes', '{"changes":'], 'bad-input', /valid JSON/],
    ['a body without content', () => ['POST', '/api/changes', '{}'], 'bad-input', /body\.changes/],
    [
      'a body that is not UTF-8',
      () => ['POST', '/api/changes', new Uint8Array([0x22, 0xff, 0x22])],
      'bad-input',
      /UTF-8/,
    ],
    [
      'a body under another media type',
      () => ['POST', '/api/changes', '{}', 'text/plain'],
      'unsupported-type',
      /application\/json/,
    ],
    [
      'JSON in another character set',
      () => ['POST', '/api/changes', '{}', 'application/json; charset=latin1'],
      'unsupported-type',
      /UTF-8/,
    ],
    [
      'a body nested too deep',
      () => ['POST', '/api/changes', `{"changes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
      'bad-input',
      /nested/,
    ],
    [
      'a member named __proto__',
      () => ['POST', '/api/changes', '{"changes":[{"__proto__":{"by":"Eve"}}]}'],
      'bad-input',
      /__proto__/,
    ],
    [
      'an empty file',
      () => ['POST', '/api/documents/examine', '', 'application/octet-stream'],
      'unreadable',
      /empty/,
    ],
    [
      'an import that is no export',
      () => ['POST', `/api/import?by=Ines&at=${AT}`, '[]', 'application/octet-stream'],
      'bad-input',
      /./,
    ],
  ];
  for (const [what, request, kind, says] of refused)
    it(`refuses ${what} and says so`, async () => {
      const { head } = desk.server.desk.storage;
      const { status, headers, text } = await call(...request());
      const problem = Problem.parse(JSON.parse(text));
      expect(status, text).to.equal(problemKinds[kind].status);
      expect(problem).to.include({ type: problemType(kind), status });
      expect(headers.get('content-type')).to.contain('application/problem+json');
      expect(JSON.stringify(problem))
        .to.match(says)
        .and.not.match(/node_modules|\.js:\d|\/dist\//);
      expect(desk.server.desk.storage.head).to.eql(head);
    });

  it('pages through the claims of a document in order of creation', async () => {
    const text = await desk.text(1);
    const claims = ['Moscow', 'SOVINTERN', 'Mironov'].map(words => newClaim(text, words));
    for (const claim of claims) await desk.commit(claim);
    const first = await desk.api.listClaims({ query: { document: text.id, limit: 2 } });
    const second = await desk.api.listClaims({ query: { document: text.id, limit: 2, after: first.next } });
    expect([...first.claims, ...second.claims].map(({ id }) => id)).to.eql(claims.map(c => c.objectId));
    expect(second.next).to.equal(undefined);
  });

  it('gives the claims asked for by id, removed ones too, and leaves out what is not there', async () => {
    const text = await desk.text(2);
    const kept = newClaim(text, 'Fourth International');
    const gone = newClaim(text, 'Moscow');
    await desk.commit(kept, gone);
    await desk.commit(change('claim', gone.objectId, { op: 'remove' }));
    const ids = [gone.objectId, absent, kept.objectId].join(',');
    const { claims } = await desk.api.listClaims({ query: { ids } });
    expect(claims.map(({ id }) => id)).to.eql([gone.objectId, kept.objectId]);
    expect(claims[0]!.removed?.by).to.equal('Ines');
    const live = await desk.api.listClaims({ query: { document: text.id } });
    expect(live.claims.map(({ id }) => id)).to.eql([kept.objectId]);
    const removed = await desk.api.listClaims({ query: { document: text.id, removed: 'true' } });
    expect(removed.claims.map(({ id }) => id)).to.eql([gone.objectId]);
  });

  it('finds claims by their words without case and accents, those that begin with them first', async () => {
    const text = await desk.text(3);
    await desk.commit(
      newClaim(text, 'the Socialist International'),
      newClaim(text, 'Socialist International'),
    );
    const { hits, total } = await desk.api.findClaims({ query: { q: 'SOCIÁLIST', document: text.id } });
    expect(hits.map(({ exact }) => exact)).to.eql(['Socialist International', 'the Socialist International']);
    expect(total).to.equal(2);
    expect((await desk.api.findClaims({ query: { q: 'zebra' } })).hits).to.eql([]);
  });

  it('exports claims that are too many for an address, and tells where they are kept no more', async () => {
    const claims = await desk.server.desk.storage.readObjects('claim');
    const ids = claims
      .filter(({ removed }) => !removed)
      .slice(0, 250)
      .map(({ id }) => id);
    const { part } = await desk.api.keepPart({ body: { scope: { of: 'claims', claims: ids } } });
    const { losses } = await desk.api.reportExport({ params: { format: 'csv' }, query: { part } });
    expect(losses.map(({ code }) => code)).to.include('texts');
    const lines = (await call('GET', `/api/export/jsonl?columns=claim&part=${part}`)).text.trim().split('\n');
    expect(lines.map(line => JSON.parse(line).claim)).to.have.members(ids);
    const gone = await call('GET', `/api/export/jsonl?part=${newId()}`);
    expect([gone.status, gone.text.includes('Choose it once more')]).to.eql([404, true]);
    const long = await call(
      'GET',
      `/api/export/jsonl?claims=${Array.from({ length: 201 }, () => newId()).join(',')}`,
    );
    expect(long.status).to.equal(400);
    const both = await call('GET', `/api/export/jsonl?claims=${ids[0]}&document=${ids[1]}`);
    expect([both.status, both.text.includes('does not go together')]).to.eql([400, true]);
  });

  it('takes no link in that could run a script, not even from an export', async () => {
    const { id } = await desk.text(4);
    const file = JSON.parse((await call('GET', `/api/export/variorum-json?document=${id}`)).text);
    const csl = { type: 'book', URL: 'javascript:alert(1)' };
    const body = JSON.stringify({ ...file, sources: [{ id: newId(), csl }] });
    const reply = await call('POST', `/api/import?by=Ines&at=${AT}`, body, 'application/octet-stream');
    expect(reply.status).to.equal(400);
    expect(reply.text).to.contain('sources.0.csl.URL');
  });

  it("tells an object's history, also of what was written after it was first asked for", async () => {
    const claim = newClaim(await desk.text(), 'Russia');
    await desk.commit(claim);
    const read = async () => (await desk.api.readLog({ query: { object: claim.objectId } })).entries;
    expect((await read()).map(entry => entry.changes[0]!.operation.op)).to.eql(['create']);
    await desk.commit(change('claim', claim.objectId, { op: 'set', values: { workflow: 'checked' } }));
    const [, second] = await read();
    expect(second!.changes[0]!.operation.op).to.equal('set');
    expect(second!.before[0]!.values).to.eql({ workflow: 'open' });
    expect(second!.at).to.not.equal(AT);
  });

  it('describes itself in OpenAPI 3.1, each route once', async () => {
    const { text } = await call('GET', '/api/openapi.json');
    const { openapi, paths, components } = JSON.parse(text) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
      components?: { schemas?: Record<string, unknown> };
    };
    expect(openapi).to.equal('3.1.0');
    const ids = Object.values(paths).flatMap(path =>
      Object.values(path).map(operation => operation.operationId),
    );
    expect(ids.sort()).to.eql(Object.keys(contract).sort());
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(components?.schemas, name).to.have.property(name!);
    for (const [path, methods] of Object.entries(paths))
      for (const operation of Object.values(methods))
        expect(Object.keys(operation.responses), path).to.include.oneOf(['200', '201']);
  });

  it('says whether it lives and is ready', async () => {
    expect((await call('GET', '/healthz')).text).to.equal('{"status":"alive"}');
    expect(JSON.parse((await call('GET', '/readyz')).text)).to.eql({ ready: true, writable: true });
  });
});

describe('a desk that can no longer be written', () => {
  const stopped = serving();
  before(() => stopped.server.desk.storage.close());

  it('can still be read, says so, and answers whoever writes with why', async () => {
    const { id } = await stopped.text();
    expect((await stopped.api.getStatus()).readOnly).to.be.a('string');
    const rename = change('document', id, { op: 'set', values: { title: 'X' } });
    const error = await stopped.api
      .postChanges({ body: { changes: [rename] } })
      .catch((caught: unknown) => caught);
    expect((error as ApiProblem).problem).to.include({ status: 503, type: problemType('read-only') });
    const ready = await (await fetch(`${stopped.url}/readyz`)).json();
    expect(ready).to.eql({ ready: true, writable: false });
  });
});
