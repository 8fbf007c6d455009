import { expect } from 'chai';
import { CodePoints } from '../../../shared/text/code-points.ts';
import { change, newClaim, serving } from './serving.ts';

const JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const WORDS = 'annotation that stands here';

type Json = Record<string, unknown>;

describe('the container of annotations', () => {
  const desk = serving({ begin: 'seeds', allowOrigins: ['https://editor.example'] });

  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(new URL(path, `${desk.url}/annotations/`), {
      method,
      redirect: 'manual',
      headers: { accept: JSON_LD, ...(body === undefined ? {} : { 'content-type': JSON_LD }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const read = async (path: string) => (await (await send('GET', path)).json()) as Json;
  const claimsOf = async (document: string) => (await desk.api.listClaims({ query: { document } })).claims;
  const claimOn = async (words: string) =>
    (await claimsOf((await desk.text()).id)).findLast(({ object }) => object.anchor.quote.exact === words)!;

  /** An annotation on some words of the first text: the quote and the position of its second appearance, if it has two. */
  async function onWords(words: string, more: Json = {}) {
    const { id, text } = await desk.text();
    const start = text.indexOf(words);
    const from = new CodePoints(text).fromUtf16(start);
    const selector = [
      { type: 'TextQuoteSelector', exact: words, prefix: text.slice(start - 10, start) },
      { type: 'TextPositionSelector', start: from, end: from + [...words].length },
    ];
    return {
      '@context': CONTEXT,
      type: 'Annotation',
      creator: { type: 'Person', name: 'Ada' },
      body: [
        { type: 'TextualBody', purpose: 'classifying', value: 'person' },
        { type: 'TextualBody', purpose: 'tagging', value: 'to check' },
        { type: 'TextualBody', purpose: 'commenting', value: 'Is this the right spelling?' },
      ],
      target: { source: `urn:uuid:${id}`, selector },
      ...more,
    };
  }
  /** Some words of a name that stand in the first text. */
  async function someName(place = 0): Promise<string> {
    const { text } = await desk.text();
    return [...text.matchAll(/\p{Lu}\p{Ll}{4,} \p{Lu}\p{Ll}{4,}/gu)][place]![0];
  }

  it('makes a claim of an annotation whose words are here, signed by its creator', async () => {
    const words = await someName();
    const made = await send('POST', '', await onWords(words, { id: 'https://elsewhere.example/7' }), {
      slug: 'a-name',
    });
    expect(made.status).to.equal(201);
    expect(made.headers.get('location')).to.equal(`${desk.url}/annotations/a-name`);
    expect(await made.json()).to.include({
      id: `${desk.url}/annotations/a-name`,
      via: 'https://elsewhere.example/7',
    });
    const claim = await claimOn(words);
    expect(claim!.object).to.include({ type: 'person', createdBy: 'Ada' });
    expect(claim!.object.anchor.quote.exact).to.equal(words);
    expect(claim!.object.tags).to.deep.equal(['to check']);
    expect(claim!.object.notes.map(({ text }) => text)).to.deep.equal(['Is this the right spelling?']);
  });

  it('cites one source for all annotations that link the same page', async () => {
    const body = { type: 'SpecificResource', purpose: 'linking', source: 'https://source.example/page' };
    for (const place of [6, 7])
      expect((await send('POST', '', await onWords(await someName(place), { body }))).status).to.equal(201);
    const { sources } = await desk.api.listSources();
    expect(sources.filter(({ object }) => object.csl.URL === body.source)).to.have.length(1);
  });

  it('says what its claim says once that has changed, and keeps the rest as it came', async () => {
    const words = await someName(1);
    await send('POST', '', await onWords(words, { rights: 'https://rights.example/' }), { slug: 'kept' });
    expect((await read('kept')).body).to.have.length(3);
    const { id } = await claimOn(words);
    await desk.commit(change('claim', id, { op: 'set', values: { verdict: 'disputed' } }));
    const after = await read('kept');
    expect(after.rights).to.equal('https://rights.example/');
    expect(JSON.stringify(after.body)).to.contain('"disputed"');
    expect(after.target).to.have.length(1);
  });

  it('changes the claim when the annotation is replaced, and only from the state that was read', async () => {
    const words = await someName(2);
    await send('POST', '', await onWords(words), { slug: 'replaced' });
    const got = await send('GET', 'replaced');
    const node = (await got.json()) as Json;
    const body = [
      { type: 'TextualBody', purpose: 'classifying', value: 'speaker' },
      { type: 'TextualBody', purpose: 'assessing', value: 'accurate' },
    ];
    const put = await send('PUT', 'replaced', { ...node, body }, { 'if-match': got.headers.get('etag')! });
    expect(put.status).to.equal(200);
    const claim = (await claimOn(words)).object;
    expect([claim.type, claim.verdict, claim.tags, claim.notes]).to.deep.equal([
      'speaker',
      'accurate',
      [],
      [],
    ]);
    const stale = await send('PUT', 'replaced', node, { 'if-match': got.headers.get('etag')! });
    expect(stale.status).to.equal(412);
    const moved = { ...node, target: 'https://elsewhere.example/page' };
    expect((await send('PUT', 'replaced', moved)).status).to.equal(400);
    expect(await read('replaced')).to.deep.include({ body });
  });

  it('cites a page that the annotation links when it is replaced, once, and keeps what was cited', async () => {
    const words = await someName(8);
    const link = (source: string) => ({ type: 'SpecificResource', purpose: 'linking', source });
    const { body: _, ...bare } = await onWords(words);
    await send('POST', '', { ...bare, body: [link('https://source.example/first')] }, { slug: 'linking' });
    for (const _time of ['once', 'and again']) {
      const node = await read('linking');
      const body = [link('https://source.example/second'), link('https://source.example/page')];
      expect((await send('PUT', 'linking', { ...node, body })).status).to.equal(200);
    }
    const { evidence } = (await claimOn(words)).object;
    const { sources } = await desk.api.listSources();
    const urlOf = (id: string | undefined) => sources.find(source => source.id === id)?.object.csl.URL;
    expect(evidence.map(({ sourceId }) => urlOf(sourceId))).to.deep.equal(
      ['first', 'second', 'page'].map(name => `https://source.example/${name}`),
    );
  });

  it('removes the claim with the annotation, and gives its name to no other', async () => {
    const { id } = await desk.text();
    const count = (await claimsOf(id)).length;
    await send('POST', '', await onWords(await someName(3)), { slug: 'gone' });
    expect(await claimsOf(id)).to.have.length(count + 1);
    expect((await send('DELETE', 'gone')).status).to.equal(204);
    expect(await claimsOf(id)).to.have.length(count);
    expect((await send('GET', 'gone')).status).to.equal(410);
    const again = await send('POST', '', await onWords(await someName(3)), { slug: 'gone' });
    expect(again.headers.get('location')).not.to.equal(`${desk.url}/annotations/gone`);
  });

  it('serves every claim that was made here as an annotation', async () => {
    const words = await someName(5);
    const made = newClaim(await desk.text(), words);
    await desk.commit(made);
    const node = await read(made.objectId);
    expect(node.id).to.equal(`${desk.url}/annotations/${made.objectId}`);
    expect(JSON.stringify(node.target)).to.contain(JSON.stringify(words));
    const page = await read('?iris=1&page=0');
    expect(page.items).to.include(node.id);
  });

  const elsewhere: Record<string, Json> = {
    'about a page elsewhere': {
      target: { source: 'https://elsewhere.example/', selector: { type: 'TextQuoteSelector', exact: 'the' } },
    },
    'about a picture': {
      target: {
        source: 'https://elsewhere.example/a.png',
        selector: { type: 'SvgSelector', value: '<svg/>' },
      },
    },
    'with members of another vocabulary': {
      target: 'https://elsewhere.example/',
      'https://terms.example/mood': 'glad',
    },
  };
  for (const [what, more] of Object.entries(elsewhere))
    it(`keeps an annotation ${what} as it came, and makes no claim of it`, async () => {
      const { id } = await desk.text();
      const count = (await claimsOf(id)).length;
      const node = { '@context': CONTEXT, type: 'Annotation', bodyValue: WORDS, ...more };
      const made = await send('POST', '', node);
      expect(made.status).to.equal(201);
      const { id: address, ...kept } = (await (
        await send('GET', made.headers.get('location')!)
      ).json()) as Json;
      expect(address).to.equal(made.headers.get('location'));
      expect(kept).to.deep.equal(node);
      expect(await claimsOf(id)).to.have.length(count);
    });

  it('keeps an annotation whose words are not in the text that it names, rather than seek others', async () => {
    const { id } = await desk.text();
    const count = (await claimsOf(id)).length;
    const target = {
      source: `urn:uuid:${id}`,
      selector: { type: 'TextQuoteSelector', exact: 'words that nobody wrote' },
    };
    expect((await send('POST', '', { type: 'Annotation', target })).status).to.equal(201);
    expect(await claimsOf(id)).to.have.length(count);
  });

  const wrong: [what: string, body: unknown, headers: Record<string, string>, status: number][] = [
    ['JSON that breaks off', '{"type": ', {}, 400],
    ['something else than an annotation', { type: 'Letter', target: 'urn:x' }, {}, 400],
    ['an annotation without target', { type: 'Annotation' }, {}, 400],
    ['plain text', 'hello', { 'content-type': 'text/plain' }, 415],
    [
      'what a page elsewhere sends',
      { type: 'Annotation', target: 'urn:x' },
      { origin: 'https://evil.example' },
      403,
    ],
  ];
  for (const [what, body, headers, status] of wrong)
    it(`takes in nothing of ${what}`, async () => {
      const { total } = (await read('')) as { total: number };
      const answer = await send('POST', '', body, headers);
      expect(answer.status).to.equal(status);
      expect((await answer.json()) as Json).to.include.keys('title', 'detail');
      expect(await read('')).to.include({ total });
    });

  it('answers pages of an origin that was named', async () => {
    const origin = 'https://editor.example';
    const asked = await send('OPTIONS', '', undefined, { origin, 'access-control-request-method': 'POST' });
    expect(asked.headers.get('access-control-allow-origin')).to.equal(origin);
    const made = await send('POST', '', { type: 'Annotation', target: 'urn:x' }, { origin });
    expect(made.status).to.equal(201);
    const other = await send('GET', '', undefined, { origin: 'https://other.example' });
    expect(other.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('writes annotations and the container in Turtle', async () => {
    await send('POST', '', await onWords(await someName(4)), { slug: 'turtle' });
    const node = await (await send('GET', 'turtle', undefined, { accept: 'text/turtle' })).text();
    expect(node).to.contain('oa:hasTarget').and.to.contain('oa:TextQuoteSelector');
    const all = await (await send('GET', '', undefined, { accept: 'text/turtle' })).text();
    expect(all).to.contain('ldp:BasicContainer');
    const foreign = {
      '@context': ['https://terms.example/context', CONTEXT],
      type: 'Annotation',
      target: 'urn:x',
    };
    const made = await send('POST', '', foreign);
    const turtle = await send('GET', made.headers.get('location')!, undefined, { accept: 'text/turtle' });
    expect(turtle.status).to.equal(406);
  });

  it('names those by their addresses in Turtle that cannot be written so, and refuses what would take for ever', async () => {
    const foreign = { '@context': 'https://terms.example/context', type: 'Annotation', target: 'urn:x' };
    await send('POST', '', foreign, { slug: 'foreign' });
    const body = Array.from({ length: 30_000 }, () => ({ value: 'a' }));
    await send('POST', '', { type: 'Annotation', target: 'urn:x', body }, { slug: 'long' });
    const all = await send('GET', '', undefined, { accept: 'text/turtle' });
    expect(all.status).to.equal(200);
    expect(await all.text())
      .to.contain('/annotations/foreign>')
      .and.to.contain('/annotations/long>');
    expect((await send('GET', 'long', undefined, { accept: 'text/turtle' })).status).to.equal(406);
    expect((await send('GET', 'long')).status).to.equal(200);
  }).timeout(60_000);

  it('writes nothing anew under a condition that does not hold, whatever the annotation is written in', async () => {
    const foreign = { '@context': 'https://terms.example/context', type: 'Annotation', target: 'urn:y' };
    await send('POST', '', foreign, { slug: 'conditional' });
    const conditions: Record<string, string>[] = [
      { 'if-match': '"other"' },
      { 'if-match': 'W/"other"' },
      { 'if-none-match': '*' },
    ];
    for (const condition of conditions) {
      expect((await send('PUT', 'conditional', foreign, condition)).status).to.equal(412);
      expect((await send('DELETE', 'conditional', undefined, condition)).status).to.equal(412);
    }
  });

  it('sends nothing again that is known, however its tag is given', async () => {
    await send('POST', '', { type: 'Annotation', target: 'urn:z' }, { slug: 'known' });
    for (const accept of [JSON_LD, 'text/turtle']) {
      const get = (headers: Record<string, string> = {}) =>
        send('GET', 'known', undefined, { ...headers, accept });
      const tag = (await get()).headers.get('etag')!;
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const again = await get({ 'if-none-match': known });
        expect(again.status, known).to.equal(304);
        expect(again.headers.get('etag')).to.equal(tag);
      }
      expect((await get({ 'if-none-match': '"other"' })).status).to.equal(200);
    }
  });

  it('keeps what is asked for where the slash is left out', async () => {
    const answer = await send('GET', `${desk.url}/annotations?iris=1&page=0`);
    expect(answer.status).to.equal(308);
    expect(answer.headers.get('location')).to.equal('/annotations/?iris=1&page=0');
  });
});
