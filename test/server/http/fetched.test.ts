import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../../shared/api/client.ts';
import { PretendedWeb, PUBLIC } from '../fetching/pretended-web.ts';
import { AT, serving } from './serving.ts';

async function problemOf(work: Promise<unknown>): Promise<ApiProblem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
  throw new Error('There was no problem.');
}

describe('a server that fetches nothing', () => {
  const desk = serving({ begin: 'nothing' });

  it('says so, and how it would', async () => {
    expect((await desk.api.getStatus()).fetching).to.equal(false);
    const problem = await problemOf(desk.api.fetchFile({ body: { url: 'http://www.example.org/' } }));
    expect(problem.status).to.equal(403);
    expect(problem.message).to.contain('Start it with --fetch');
  });
});

describe('a server that fetches files of the web', () => {
  const web = new PretendedWeb();
  const desk = serving({ begin: 'nothing', fetching: { on: true, way: web.way } });
  before(async () => {
    web.name('www.example.org', [PUBLIC]);
    await web.serve((request, response) => {
      if (request.url === '/never') return;
      if (request.url === '/page') {
        response.writeHead(200, { 'content-type': 'text/html; charset=windows-1251' });
        response.end(
          Buffer.from([...Buffer.from('<!doctype html><p>'), 0xcf, 0xf0, 0xe8, ...Buffer.from('</p>')]),
        );
        return;
      }
      response.writeHead(200, { 'content-type': 'text/plain' }).end('Fifty delegates came.');
    });
  });
  after(() => web.close());
  const fetch = (url: string, signal?: AbortSignal) =>
    desk.api.fetchFile({ body: { url } }, signal ? { signal } : {});

  it('keeps what it fetched until it is added, and how it came', async () => {
    expect((await desk.api.getStatus()).fetching).to.equal(true);
    const { fetched, name, bytes, retrieval } = await fetch('http://www.example.org/news');
    expect(name).to.equal('news.txt');
    expect(bytes).to.equal(21);
    expect(await desk.server.desk.retrievals.of(fetched)).to.eql(retrieval);
    const kept = await desk.server.desk.storage.readUpload(retrieval.sha256);
    expect(Buffer.from(kept!).toString()).to.equal('Fifty delegates came.');
  });

  it('makes a document of it, which says how it came', async () => {
    const { fetched, name, encoding, retrieval } = await fetch('http://www.example.org/page');
    expect({ name, encoding }).to.eql({ name: 'page.html', encoding: 'windows-1251' });
    const nothing = new Uint8Array();
    const seen = await desk.api.examine({ query: { fetched, name, encoding }, body: nothing });
    expect(seen.sample).to.equal('При');
    const { extractor } = seen.extraction!;
    const { held } = await desk.api.addDocument({
      query: {
        ...{ id: newId(), change: newId(), group: newId(), revision: newId(), by: 'Ines', at: AT },
        ...{ title: 'Page', mediaType: seen.mediaType, encoding: seen.encoding, extractor, fetched },
      },
      body: nothing,
    });
    const [revision] = held.object.revisions;
    expect(revision!.retrieved).to.eql(retrieval);
    expect(revision!.sha256).to.equal(retrieval.sha256);
    expect(revision!.reading.encoding).to.equal('windows-1251');
  });

  it('is led nowhere inside', async () => {
    const { port } = new URL(desk.url);
    for (const url of [desk.url, `http://localhost:${port}/`, 'http://127.0.0.1/', 'http://[::1]:8080/'])
      expect((await problemOf(fetch(url))).status, url).to.be.oneOf([400, 403]);
  });

  it('gives up what nobody waits for any more', async () => {
    const unwanted = new AbortController();
    const before = web.connections.length;
    const fetched = fetch('http://www.example.org/never', unwanted.signal).catch(() => 'given up');
    while (web.connections.length === before) await new Promise(resolve => setTimeout(resolve, 5));
    unwanted.abort();
    expect(await fetched).to.equal('given up');
    while (web.open > 0) await new Promise(resolve => setTimeout(resolve, 5));
  });

  it('fetches no more than some at a time', async () => {
    const unwanted = new AbortController();
    const waiting = [1, 2, 3].map(() =>
      fetch('http://www.example.org/never', unwanted.signal).catch(() => 'given up'),
    );
    while (web.open < 3) await new Promise(resolve => setTimeout(resolve, 5));
    const problem = await problemOf(fetch('http://www.example.org/'));
    expect(problem.status).to.equal(429);
    expect(problem.message).to.contain('at the same time');
    unwanted.abort();
    await Promise.all(waiting);
    while (web.open > 0) await new Promise(resolve => setTimeout(resolve, 5));
    await fetch('http://www.example.org/');
  });
});
