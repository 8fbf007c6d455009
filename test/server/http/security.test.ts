import http from 'node:http';
import { expect } from 'chai';
import { decodingPolicy } from '../../../server/http/security.ts';
import { startServer } from '../../../server/http/start.ts';
import { serving } from './serving.ts';

const desk = serving();

function send(method: string, address: string, headers: Record<string, string>, body = '') {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>(
    (resolve, reject) => {
      const request = http.request(desk.url + address, { method, headers }, response => {
        let text = '';
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
      });
      request.on('error', reject).end(body);
    },
  );
}

describe('the server', () => {
  it('lets a page load nothing but what it serves itself', async () => {
    const { headers } = await send('GET', '/api/status', {});
    const policy = headers['content-security-policy'];
    for (const rule of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"])
      expect(policy).to.contain(rule);
    expect(policy).to.contain("frame-ancestors 'none'").and.not.contain('upgrade-insecure-requests');
    // Only the thread that decodes the pictures of originals compiles anything.
    expect(policy).to.not.contain('unsafe-eval');
    expect(decodingPolicy.replace(" 'wasm-unsafe-eval'", '')).to.equal(policy);
    expect(headers).to.not.have.property('x-powered-by');
    expect(headers['cross-origin-resource-policy']).to.equal('same-origin');
  });

  const hosts: readonly [string, number][] = [
    ['localhost:4400', 200],
    ['LOCALHOST', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:4400', 200],
    ['evil.example', 403],
    ['localhost.evil.example:4400', 403],
    ['10.0.0.1', 403],
  ];
  for (const [host, status] of hosts)
    it(`answers a request to "${host}" with ${status}`, async () => {
      expect((await send('GET', '/api/status', { host })).status).to.equal(status);
    });

  const senders: readonly [string, Record<string, string>, boolean][] = [
    ['no page', {}, true],
    ['its own page', { 'sec-fetch-site': 'same-origin', origin: 'OWN' }, true],
    ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['a page on another port', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:1' }, false],
    ['a page of another site in an old browser', { origin: 'https://evil.example' }, false],
    ['a page without an origin', { origin: 'null' }, false],
    ['an address that was typed', { 'sec-fetch-site': 'none' }, false],
  ];
  for (const [who, headers, allowed] of senders)
    it(`${allowed ? 'takes' : 'refuses'} changes from ${who}`, async () => {
      const sent: Record<string, string> = { ...headers, 'content-type': 'application/json' };
      if (sent.origin === 'OWN') sent.origin = desk.url;
      const { status } = await send('POST', '/api/changes', sent, '{"changes":[]}');
      expect(status).to.equal(allowed ? 400 : 403);
    });

  it('gives its page for the address of a screen, and problems for what is not there', async () => {
    const screen = await send('GET', '/read/some-document', { accept: 'text/html' });
    expect(screen.status).to.equal(200);
    expect((await send('GET', '/assets/absent-12345678.js', { accept: '*/*' })).status).to.equal(404);
    expect((await send('GET', '/api/absent', { accept: 'text/html' })).status).to.equal(404);
    expect((await send('GET', '/..%2f..%2fpackage.json', { accept: '*/*' })).status).to.equal(404);
    expect((await send('GET', '/api/documents/%E0%A4%A', {})).status).to.equal(400);
  });

  it('keeps within the limit of a file, and says where the limit lies', async () => {
    const small = await startServer({ begin: 'nothing', limits: { documentBytes: 100 } });
    try {
      const response = await fetch(`${small.url}/api/documents/examine`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: 'a'.repeat(101),
      });
      expect(response.status).to.equal(413);
      expect(await response.text()).to.contain('100 bytes');
      expect(small.desk.storage.head.seq).to.equal(0);
    } finally {
      await small.close();
    }
  });

  it('stops a program that has run wild', async () => {
    const strict = await startServer({ begin: 'nothing', mostRequests: 3 });
    try {
      const statuses: number[] = [];
      for (let i = 0; i < 5; i++) statuses.push((await fetch(`${strict.url}/api/status`)).status);
      expect(statuses).to.eql([200, 200, 200, 429, 429]);
    } finally {
      await strict.close();
    }
  });

  const barred: readonly [string, Parameters<typeof startServer>[0], RegExp][] = [
    ['an address that others can reach', { host: '0.0.0.0' }, /accounts/],
    ['a name that is not this machine', { host: 'desk.example.org' }, /localhost/],
  ];
  for (const [what, options, says] of barred)
    it(`does not listen on ${what}`, async () => {
      const error = await startServer(options).then(
        server => server.close(),
        (caught: Error) => caught,
      );
      expect((error as Error).message).to.match(says);
    });

  it('says that a port is taken, and by which flag to choose another', async () => {
    const error = await startServer({ port: Number(new URL(desk.url).port) }).catch(
      (caught: Error) => caught,
    );
    expect((error as Error).message).to.match(/taken.*--port/);
  });
});
