import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { startServer } from '../../../../server/http/start.ts';
import { BadRecommender, recommenderUrl } from '../../../../server/services/findings/recommender.ts';
import { createClient } from '../../../../shared/api/client.ts';
import { contract } from '../../../../shared/api/contract.ts';
import { RecommenderQuestion } from '../../../../shared/api/recommender.ts';
import { eventually } from '../../../browser/eventually.ts';
import type { Serving } from '../../http/serving.ts';
import { addText, found, PLAIN, suggested } from './finding.ts';

const TEXT = 'Luis Leira spoke on 7 May 2026 — 😀 over 15 came.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

describe('a service that proposes claims besides', () => {
  let service: Server;
  let desk: Serving;
  let asked: RecommenderQuestion[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  const json = (value: unknown) => (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  };

  before(async () => {
    service = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      request.on('end', () => {
        asked.push(RecommenderQuestion.parse(JSON.parse(body)));
        answer(request, response);
      });
    });
    await new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve));
    const recommender = `http://127.0.0.1:${(service.address() as AddressInfo).port}/propose`;
    const server = await startServer({ begin: 'nothing', finding: { engine: PLAIN, recommender } });
    desk = { server, api: createClient(contract, globalThis.fetch, server.url) } as unknown as Serving;
  });
  beforeEach(() => {
    asked = [];
    answer = json({ claims: [] });
  });
  after(async () => {
    await desk.server.close();
    service.closeAllConnections();
    service.close();
  });

  const status = async () => (await desk.api.getFindingsStatus()).recommender!;
  const answered = (times = 1) => eventually(() => expect(asked).to.have.length(times));

  it('is asked for each text, and what it proposes is offered as a suggestion, no more', async () => {
    answer = json({
      claims: [
        { type: 'count', ...at('over 15'), score: 0.9, says: 'A number of people' },
        { type: 'date', ...at('7 May 2026'), value: { kind: 'date', edtf: '2026-05-07' } },
        { type: 'person', ...at('Luis Leira'), note: 'has been found already' },
      ],
    });
    const id = await addText(desk, TEXT, 'Who came');
    await eventually(async () =>
      expect(await suggested(desk, id)).to.deep.equal(['Luis Leira', '7 May 2026', 'over 15']),
    );
    expect(asked).to.have.length(1);
    expect(asked[0]).to.deep.include({
      documentId: id,
      text: TEXT,
      title: 'Who came',
      mediaType: 'text/plain',
    });
    const { suggestions } = await desk.api.listSuggestions({ params: { id } });
    expect(suggestions.map(({ detector }) => detector)).to.deep.equal([
      'plain',
      'recommender',
      'recommender',
    ]);
    expect(suggestions[2]).to.deep.include({ worth: 0.9, quote: 'over 15', suffix: ' came.' });
    expect(suggestions[2]!.value).to.include({ kind: 'count', number: 15 });
    expect(suggestions[2]!.grounds[0]).to.include({ says: 'A number of people', score: 0.9 });
    expect(await found(desk)).to.deep.equal([]);
    expect((await desk.api.listClaims({ query: { document: id } })).claims).to.deep.equal([]);
  });

  for (const [what, claims, problem] of [
    ['a type that there is not', [{ type: 'wish', ...at('Luis') }], 'no type of claim'],
    ['words beyond the end', [{ type: 'person', start: 3, end: 999 }], 'UTF-16 code units'],
    ['no words', [{ type: 'person', start: 3, end: 3 }], 'UTF-16 code units'],
    ['half a character', [{ type: 'person', start: TEXT.indexOf('😀') + 1, end: TEXT.length }], 'in two'],
    ['something else', ['Luis'], 'left out'],
  ] as const)
    it(`may propose ${what}: that is left out, which is said, and the rest stays`, async () => {
      answer = json({ claims: [...claims, { type: 'count', ...at('over 15') }] });
      const id = await addText(desk, TEXT);
      await eventually(async () =>
        expect(await suggested(desk, id)).to.deep.equal(['Luis Leira', 'over 15']),
      );
      expect((await status()).problem)
        .to.match(/^claims\.0 was left out/)
        .and.to.include(problem);
    });

  for (const [what, reply, problem] of [
    ['an error', (_: unknown, response: ServerResponse) => void response.writeHead(503).end(), 'status 503'],
    ['no JSON', (_: unknown, response: ServerResponse) => void response.end('<html>'), 'not JSON'],
    [
      'another address',
      (_: unknown, response: ServerResponse) =>
        void response.writeHead(302, { location: 'http://localhost:1' }).end(),
      'could not be asked',
    ],
    ['nothing', (request: IncomingMessage) => void request.socket.destroy(), 'could not be asked'],
    [
      'too much',
      (_: unknown, response: ServerResponse) =>
        void response.end(`{"claims":[],"x":"${'x'.repeat(9_000_000)}"}`),
      'longer than',
    ],
  ] as const)
    it(`may answer with ${what}: that is said, and nothing else suffers`, async () => {
      answer = reply;
      const id = await addText(desk, TEXT);
      await answered();
      await eventually(async () => expect((await status()).problem).to.include(problem));
      expect(await suggested(desk, id)).to.deep.equal(['Luis Leira']);
    });

  it('is asked again when somebody asks for that', async () => {
    const id = await addText(desk, TEXT);
    await answered();
    await desk.api.recheck({ body: { document: id } });
    await answered(2);
  });

  for (const [address, isTaken] of [
    ['https://example.org/propose', true],
    ['http://localhost:9000/', true],
    ['http://[::1]:9000/', true],
    ['http://example.org/', false],
    ['https://me:secret@example.org/', false],
    ['file:///etc/passwd', false],
    ['example.org', false],
  ] as const)
    it(`${isTaken ? 'can' : 'cannot'} be at ${address}`, () => {
      if (isTaken) expect(recommenderUrl(address).href).to.equal(new URL(address).href);
      else expect(() => recommenderUrl(address)).to.throw(BadRecommender);
    });
});
