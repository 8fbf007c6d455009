import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { z } from 'zod';
import { addressOf } from '../../../server/http/description/address.ts';
import { type Example, examples } from '../../../server/http/description/examples.ts';
import { type RunningServer, startServer } from '../../../server/http/start.ts';
import { contract } from '../../../shared/api/contract.ts';
import { type Endpoint, isBytes } from '../../../shared/api/endpoint.ts';
import { described } from '../../../shared/model/described.ts';
import { PretendedWeb, PUBLIC } from '../fetching/pretended-web.ts';

interface Worded {
  name: string;
  description?: string;
}

const exampleDesk = fileURLToPath(new URL('../../../../annotations/example/', import.meta.url));

describe('the description of the API', () => {
  let folder: string;
  let server: RunningServer;
  const web = new PretendedWeb();
  before('serves the worked example', async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'variorum-examples-'));
    cpSync(exampleDesk, path.join(folder, 'desk'), { recursive: true });
    web.name('www.example.org', [PUBLIC]);
    await web.serve((_request, response) => response.end('Forty delegates came.'), 443);
    server = await startServer({
      data: path.join(folder, 'desk'),
      fetching: { on: true, way: web.way },
    });
  });
  after(async () => {
    await server.close();
    await web.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, example] of Object.entries(examples) as [keyof typeof contract, Example][])
    it(`has an example of ${name} that works on the worked example`, async () => {
      const endpoint: Endpoint = contract[name];
      const body = typeof example.body === 'string' ? example.body : JSON.stringify(example.body);
      const type = endpoint.body && isBytes(endpoint.body) ? endpoint.body.bytes : 'application/json';
      const cut = new AbortController();
      const answer = await fetch(server.url + addressOf(endpoint, example), {
        method: endpoint.method.toUpperCase(),
        signal: cut.signal,
        ...(example.body === undefined ? {} : { body, headers: { 'content-type': type } }),
      });
      if (name === 'followDesk') {
        expect(answer.status).to.equal(200);
        cut.abort();
        return;
      }
      const text = await answer.text();
      expect(answer.status, text.slice(0, 500)).to.equal(endpoint.status ?? 200);
      if (isBytes(endpoint.reply)) return;
      const read = (endpoint.reply as z.ZodType).safeParse(JSON.parse(text));
      expect(read.error?.issues).to.equal(undefined);
    });

  it('is a page to read with every route, and nothing that a browser would have to run or fetch', async () => {
    const answer = await fetch(`${server.url}/api`);
    expect(answer.headers.get('content-type')).to.contain('text/html');
    const page = await answer.text();
    for (const { id, path: address } of Object.values(contract)) {
      expect(page).to.contain(`id="${id}"`);
      expect(page).to.contain(`<code>${address}</code>`);
    }
    expect(page).not.to.match(/<script|<link|<img|src=|url\(/);
  });

  it('tells programs the same examples', async () => {
    const description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { parameters?: { name: string; example?: string }[] }>>;
    };
    const { parameters } = description.paths['/api/claims']!.get!;
    expect(parameters!.find(({ name }) => name === 'limit')!.example).to.equal('2');
  });

  it('says what every parameter is, and every field of the model; each shape has a name that somebody gave it', async () => {
    const { paths, components } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId: string; parameters?: Worded[] }>>;
      components: { schemas: Record<string, { properties?: Record<string, Worded> }> };
    };
    const wordless = Object.values(paths)
      .flatMap(operations => Object.values(operations))
      .flatMap(({ operationId, parameters = [] }) =>
        parameters.filter(({ description }) => !description).map(({ name }) => `${operationId} ${name}`),
      );
    expect(wordless).to.deep.equal([]);
    for (const { name, fields } of described)
      for (const field of Object.keys(fields))
        expect(components.schemas[name]!.properties![field]!.description, `${name}.${field}`).to.be.a(
          'string',
        );
    expect(Object.keys(components.schemas).filter(name => !/^[A-Z]/.test(name))).to.deep.equal([]);
  });
});
