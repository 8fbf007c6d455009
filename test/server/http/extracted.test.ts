import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { Extracting } from '../../../server/extracting/extract-file.ts';
import { verifyLowdb } from '../../../server/storage/lowdb/verify.ts';
import { ApiProblem } from '../../../shared/api/client.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { extractors, fileThat } from '../extracting/trying.ts';
import { AT, newClaim, serving } from './serving.ts';

const NOTHING = new Uint8Array();
const FORTY = 'Forty delegates came.';
const SECRET = 'Ignacio Zubizarreta';

describe('a file of another kind on a desk that is served', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-extracted-'));
  const limits = { time: 60_000, heap: 128, memory: 500 };
  const extracting = new Extracting(
    new URL('../extracting/trying.js', import.meta.url).href,
    extractors,
    limits,
  );
  const desk = serving({ data: folder, begin: 'nothing', extracting });
  after(() => rm(folder, { recursive: true, force: true }));

  const ids = () => ({ change: newId(), group: newId(), revision: newId(), by: 'Ines', at: AT });
  async function add(body: Uint8Array<ArrayBuffer>, more: object = {}) {
    const query = {
      ...ids(),
      id: newId(),
      title: 'What was said',
      mediaType: 'text/plain',
      encoding: 'none',
      ...more,
    };
    const { held } = await desk.api.addDocument({ query: query as never, body });
    const document = held.object;
    const revision = currentRevision(document);
    return { document, revision, id: document.id, text: await textOf(document.id, revision.id) };
  }
  async function textOf(id: string, revision: string) {
    return new TextDecoder().decode(await desk.api.getPiece({ params: { id, revision, piece: 0 } }));
  }
  const derivationOf = async (id: string, revision: string) =>
    JSON.parse(new TextDecoder().decode(await desk.api.getDerivation({ params: { id, revision } })));
  const problem = async (asked: Promise<unknown>) => {
    const error = await asked.then(
      () => undefined,
      (caught: unknown) => caught,
    );
    expect(error).to.be.instanceOf(ApiProblem);
    return (error as ApiProblem).problem;
  };
  const verified = async () => verifyLowdb(folder, { extracting });

  it('is looked at, told with what may be chosen, and stored with its bytes, its text and where that came from', async () => {
    const body = fileThat('read');
    const found = await desk.api.examine({ query: { name: 'said.trying' }, body });
    expect(found).to.deep.include({ encoding: 'none', sample: FORTY, title: 'What was said' });
    expect(found.extraction).to.deep.include({
      extractor: 'trying',
      options: { loud: false },
      blocks: { paragraph: 1 },
    });
    expect(found.extractors.map(({ extractor }) => extractor)).to.eql(['trying', 'plain']);
    const { extractor, options } = found.extraction!;
    const { id, revision, text } = await add(body, { extractor, options: JSON.stringify(options) });
    expect(text).to.equal(FORTY);
    expect(revision.reading.extraction).to.deep.include({ extractor: 'trying', version: '1', options });
    expect((await derivationOf(id, revision.id)).stretches).to.have.length(1);
    expect((await desk.api.examine({ body })).sameAs).to.include({ id });
    expect((await verified()).findings).to.eql([]);
  });

  it('is given back byte for byte, to be saved and never shown', async () => {
    const body = fileThat('read', 'Fifty delegates came.');
    const { id, revision } = await add(body, { extractor: 'trying', title: 'Fifty' });
    for (const address of [`${id}/text`, `${id}/revisions/${revision.id}/bytes`]) {
      const answer = await fetch(`${desk.url}/api/documents/${address}`);
      expect(new Uint8Array(await answer.arrayBuffer())).to.eql(body);
      expect(answer.headers.get('content-type')).to.equal('application/x-trying');
      expect(answer.headers.get('content-disposition')).to.match(/^attachment; filename="Fifty\.\w+"/);
      expect(answer.headers.get('content-security-policy')).to.contain('sandbox');
      expect(answer.headers.get('x-content-type-options')).to.equal('nosniff');
    }
  });

  it('is plain text where nobody says what it is and its bytes may be text', async () => {
    const { revision, text } = await add(fileThat('read'), { encoding: 'utf-8' });
    expect(text).to.equal(`TRYING read\n${FORTY}`);
    expect(revision.reading.extraction).to.equal(undefined);
  });

  it('is sent once where many documents are made of it', async () => {
    const body = fileThat('read', 'The first part.\n\nThe second part.');
    const { sha256, extraction } = await desk.api.examine({ query: { keep: 'true' }, body });
    const parts = extraction!.choices.find(({ name }) => name === 'part')!.values;
    expect(parts).to.eql([
      { value: 0, label: 'The first part.' },
      { value: 1, label: 'The second part.' },
    ]);
    const made = [];
    for (const { value, label } of parts) {
      const options = JSON.stringify({ part: value });
      made.push(await add(NOTHING, { title: label, extractor: 'trying', options, upload: sha256 }));
    }
    expect(made.map(({ text }) => text)).to.eql(['The first part.', 'The second part.']);
    expect(new Set(made.map(({ revision }) => revision.sha256))).to.eql(new Set([sha256]));
    const second = await desk.api.examine({
      query: { upload: sha256, extractor: 'trying', options: '{"part":1}' },
      body: NOTHING,
    });
    expect(second.sameAs).to.include({ id: made[1]!.id });
  });

  it('becomes many documents at once; a part that cannot be read holds up no other', async () => {
    const body = fileThat('read', 'One.\n\nTwo.\n\nThree.');
    const { sha256, encoding } = await desk.api.examine({ query: { keep: 'true' }, body });
    const send = (parts: readonly number[], more = {}) => {
      const { revision: _one, ...signed } = ids();
      return desk.api.addParts({
        body: {
          ...{ upload: sha256, encoding, extractor: 'trying', by: signed.by, at: signed.at },
          group: newId(),
          parts: parts.map(part => ({ id: newId(), revision: newId(), change: newId(), part })),
          ...more,
        },
      });
    };
    const dry = await send([0, 1], { dry: true });
    expect(dry.parts.map(({ found, held }) => [found?.length, held])).to.eql([
      [4, undefined],
      [4, undefined],
    ]);
    const { parts } = await send([0, 2, 9], { twice: true });
    const texts = await Promise.all(
      parts.flatMap(({ held }) => (held ? [textOf(held.id, currentRevision(held.object).id)] : [])),
    );
    expect(texts).to.eql(['One.', 'Three.']);
    expect(parts[2]).to.have.property('problem').that.includes({ status: 422 });
    expect((await send([0])).parts[0]!.sameAs).to.include({ id: parts[0]!.id });
    expect((await problem(send([0], { upload: undefined }))).errors![0]!.path).to.equal('body.upload');
    expect((await verified()).findings).to.eql([]);
  });

  it('comes as it was fetched, with the record of that', async () => {
    const body = fileThat('read', 'From far away.');
    const { sha256 } = await desk.api.examine({ query: { keep: 'true' }, body });
    const url = 'https://example.org/said';
    const retrieval = { requested: url, url, at: AT, status: 200, headers: { etag: '"1"' }, sha256 };
    const fetched = await desk.server.desk.retrievals.keep(retrieval);
    const { revision } = await add(NOTHING, { extractor: 'trying', fetched });
    expect(revision.retrieved).to.eql(retrieval);
  });

  const refused: readonly [string, object, Uint8Array<ArrayBuffer>, string, RegExp][] = [
    [
      'an extractor that is not known',
      { extractor: 'odd' },
      fileThat('read'),
      'query.extractor',
      /known are plain, trying/,
    ],
    ['options that are no JSON', { options: '{' }, fileThat('read'), 'query.options', /expected JSON/],
    [
      'options that hold more than words, numbers and yes or no',
      { options: '{"a":[]}' },
      fileThat('read'),
      'query.options.a',
      /./,
    ],
    ['bytes beside the name of others', { upload: '0'.repeat(64) }, fileThat('read'), 'body', /send no file/],
    ['bytes that are not here', { upload: '0'.repeat(64) }, NOTHING, '', /are not here/],
    ['what was never fetched', { fetched: newId() }, NOTHING, '', /Fetch it again/],
    ['a file in which nothing can be read', { extractor: 'trying' }, fileThat('refuse'), '', /encrypted/],
  ];
  for (const [what, query, body, at, says] of refused)
    it(`refuses ${what}`, async () => {
      for (const asked of [() => desk.api.examine({ query: query as never, body }), () => add(body, query)]) {
        const { errors = [], detail } = await problem(asked());
        expect(errors.map(({ path: where }) => where).join()).to.equal(at);
        expect(detail).to.match(says);
      }
    });

  it('is given up with the request that asked for it', async () => {
    const gone = new AbortController();
    const asked = desk.api
      .examine({ body: fileThat('loop') }, { signal: gone.signal })
      .catch((error: Error) => error.name);
    setTimeout(() => gone.abort(), 200);
    expect(await asked).to.equal('AbortError');
    const next = await Promise.all([1, 2, 3].map(() => desk.api.examine({ body: fileThat('read') })));
    expect(next.map(({ sample }) => sample)).to.eql([FORTY, FORTY, FORTY]);
  });

  it('gets a revision from another file, and from the same one read in another way', async () => {
    const { id, revision } = await add(fileThat('read', 'One.\n\nTwo.'), {
      extractor: 'trying',
      options: '{"part":0}',
    });
    const newer = await desk.api.previewRevision({ params: { id }, body: fileThat('read', 'Uno.\n\nDos.') });
    expect(newer.examination, 'read as the text is now').to.deep.include({ sample: 'Uno.' });
    const again = { again: revision.id, options: '{"part":1}' };
    const preview = await desk.api.previewRevision({ params: { id }, query: again, body: NOTHING });
    expect(preview.examination).to.deep.include({ sample: 'Two.', encoding: 'none' });
    expect(preview.examination.extraction!.options).to.eql({ loud: false, part: 1 });
    const query = { ...ids(), ...again, from: revision.id, encoding: 'none' };
    const { held } = await desk.api.addRevision({ params: { id }, query, body: NOTHING });
    const now = currentRevision(held.object);
    expect(now.sha256).to.equal(revision.sha256);
    expect(await textOf(id, now.id)).to.equal('Two.');
    const same = { ...ids(), again: now.id, from: now.id, encoding: 'none' };
    const { detail } = await problem(desk.api.addRevision({ params: { id }, query: same, body: NOTHING }));
    expect(detail).to.contain('there is nothing to change');
    const back = { ...ids(), again: revision.id, from: now.id, encoding: 'none' };
    const returned = await desk.api.addRevision({ params: { id }, query: back, body: NOTHING });
    expect(currentRevision(returned.held.object).reading).to.eql(revision.reading);
    expect((await verified()).findings).to.eql([]);
  });

  it('goes where words of it are destroyed, from all texts that were made of it', async () => {
    const body = fileThat('read', `It met in Moscow. ${SECRET} kept two ledgers.\n\nThe other part.`);
    const part = (n: number) =>
      add(body, { extractor: 'trying', options: `{"part":${n}}`, title: `Part ${n}` });
    const [first, other] = [await part(0), await part(1)];
    const claim = newClaim({ id: first.id, revision: first.revision.id, text: first.text }, 'two ledgers');
    await desk.commit(claim);
    const start = first.text.indexOf(SECRET);
    const passages = [{ revision: first.revision.id, ranges: [{ start, end: start + SECRET.length }] }];
    const params = { id: first.id };
    const told = await desk.api.previewRedaction({ params, body: { passages, whole: false } });
    expect(told.files.map(({ documentId, goes }) => [documentId, goes])).to.have.deep.members([
      [first.id, true],
      [other.id, true],
    ]);
    const order = { id: newId(), by: 'Ines', at: AT, why: 'Asked for', whole: false, attachments: false };
    await desk.api.redact({ params, body: { ...order, passages } });
    for (const { id, revision, text } of [first, other]) {
      const now = currentRevision((await desk.api.getDocument({ params: { id } })).object);
      expect(now.reading).to.eql({ decoder: 'whatwg', version: '1', encoding: 'utf-8', bom: false });
      expect(now.redacted).to.have.length(1);
      expect(await textOf(id, revision.id)).to.equal(text.replace(SECRET, '█'.repeat(SECRET.length)));
    }
    for (const name of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (name.isFile())
        expect(await readFile(path.join(name.parentPath, name.name), 'latin1'), name.name).not.to.contain(
          'Zubizarreta',
        );
    const { claims } = await desk.api.listClaims({ query: { ids: claim.objectId } });
    expect(claims[0]!.object.anchor.quote.exact).to.equal('two ledgers');
    expect((await verified()).findings).to.eql([]);
  });
});
