import { expect } from 'chai';
import { ApiProblem, createClient, type FetchLike, urlOf } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { Versioned } from '../../../shared/model/change.ts';

type Sent = Parameters<FetchLike<AbortSignal>>;
const id = '0198a1b2-0000-7000-8000-000000000001';

/** A client whose server always answers the same; `sent` collects what was asked. */
function clientOf(status: number, reply: string | Uint8Array<ArrayBuffer>) {
  const sent: Sent[] = [];
  const fetchLike: FetchLike<AbortSignal> = async (...request) => {
    sent.push(request);
    const response = new Response(reply, { status });
    return response;
  };
  return { sent, client: createClient(contract, fetchLike, 'http://desk') };
}

describe('API client', () => {
  it('writes parameters and query into the address, and leaves out what is undefined', async () => {
    const { sent, client } = clientOf(200, '{"hits":[],"total":0}');
    await client.findClaims({ query: { q: 'Лоис & Luís?', limit: 5, document: undefined } });
    expect(sent[0]![0]).to.equal(
      'http://desk/api/claims/find?q=%D0%9B%D0%BE%D0%B8%D1%81%20%26%20Lu%C3%ADs%3F&limit=5',
    );
    await client.getDocument({ params: { id } });
    expect(sent[1]![0]).to.equal(`http://desk/api/documents/${id}`);
  });

  it('sends a lone surrogate as U+FFFD instead of failing', async () => {
    const { sent, client } = clientOf(200, '{"hits":[],"total":0}');
    await client.findClaims({ query: { q: 'a\ud800b' } });
    expect(sent[0]![0]).to.contain('q=a%EF%BF%BDb');
  });

  it('gives JSON with the types of the contract', async () => {
    const { client } = clientOf(200, JSON.stringify({ seq: 3, claims: [] }));
    const { seq, claims } = await client.listClaims();
    const held: readonly Versioned<'claim'>[] = claims;
    expect([seq, held.length]).to.eql([3, 0]);
  });

  it('sends JSON and bytes under their media types', async () => {
    const { sent, client } = clientOf(200, '{"seq":1,"groups":[]}');
    await client.postChanges({ body: { changes: [] } });
    expect(sent[0]![1]).to.deep.include({ method: 'POST', body: '{"changes":[]}' });
    expect(sent[0]![1].headers['content-type']).to.equal('application/json');
    await client.examine({ query: { name: 'a.txt' }, body: new Uint8Array([65]) });
    expect(sent[1]![1].headers['content-type']).to.equal('application/octet-stream');
    expect(sent[1]![1].body).to.eql(new Uint8Array([65]));
  });

  it('gives bytes where the reply is bytes, and passes the signal on', async () => {
    const { sent, client } = clientOf(200, new Uint8Array([1, 2, 3]));
    const { signal } = new AbortController();
    const bytes = await client.getPiece({ params: { id, revision: id, piece: 0 } }, { signal });
    expect(new Uint8Array(bytes)).to.eql(new Uint8Array([1, 2, 3]));
    expect(sent[0]![1].signal).to.equal(signal);
  });

  it('rejects with the problem the server describes', async () => {
    const problem = { type: 'urn:variorum:not-found', title: 'Not found', status: 404, detail: 'No such.' };
    const { client } = clientOf(404, JSON.stringify(problem));
    const error = await client.getDocument({ params: { id } }).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(ApiProblem);
    expect(error).to.deep.include({ problem, status: 404, message: 'No such.' });
  });

  it('makes a problem of an answer that describes none', async () => {
    const { client } = clientOf(502, '<html>Bad gateway</html>');
    const error = await client.listSources().catch((caught: unknown) => caught);
    expect((error as ApiProblem).problem.status).to.equal(502);
  });

  it('takes the fetch of the platform as it is', () => {
    const client = createClient(contract, globalThis.fetch, '');
    expect(Object.keys(client)).to.eql(Object.keys(contract));
  });

  it('names the address of an endpoint for a link', () => {
    const url = urlOf(contract.exportDesk, { params: { format: 'variorum-json' }, query: { document: id } });
    expect(url).to.equal(`/api/export/variorum-json?document=${id}`);
  });
});
