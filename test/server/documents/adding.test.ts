import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../../shared/api/client.ts';
import { AT, change, serving } from '../http/serving.ts';

const desk = serving({ begin: 'nothing' });
const bytes = (text: string) => new TextEncoder().encode(text);
const about = (rest: object = {}) => ({
  id: newId(),
  change: newId(),
  group: newId(),
  revision: newId(),
  by: 'Ines',
  at: AT,
  title: 'A text',
  mediaType: 'text/plain' as const,
  encoding: 'utf-8',
  ...rest,
});

describe('adding a document', () => {
  it('keeps the bytes as they came and the text without its mark, CRLF and odd spaces included', async () => {
    const query = about();
    const text = 'One\r\ntwo\u0085three\u00a0four\rfive\u2028six\ufeff';
    const { held } = await desk.api.addDocument({ query, body: bytes(`\ufeff${text}`) });
    const [revision] = held.object.revisions;
    expect(revision).to.include({ length: text.length, bytes: bytes(`\ufeff${text}`).length });
    expect(revision!.reading).to.include({ encoding: 'utf-8', bom: true });
    expect((await desk.server.desk.texts.laid(revision!)).text).to.equal(text);
    const back = await desk.api.getBytes({ params: { id: query.id } });
    expect(new Uint8Array(back)).to.eql(bytes(`\ufeff${text}`));
  });

  it('reads the bytes in the encoding that was chosen and names it when it gives them back', async () => {
    const query = about({ encoding: 'windows-1251' });
    await desk.api.addDocument({ query, body: Uint8Array.of(0xcb, 0xee, 0xe8, 0xf1) });
    const response = await fetch(`${desk.url}/api/documents/${query.id}/text`);
    expect(response.headers.get('content-type')).to.equal('text/plain; charset=windows-1251');
    expect(
      (await desk.server.desk.storage.readObject('document', query.id))?.object.revisions[0]?.length,
    ).to.equal(4);
  });

  it('can be repeated without adding anything', async () => {
    const query = about();
    const body = bytes('Repeated.');
    const first = await desk.api.addDocument({ query, body });
    expect(await desk.api.addDocument({ query, body })).to.eql(first);
  });

  it('tells when the same bytes are here already, and when they were removed', async () => {
    const query = about({ title: 'Twice' });
    const body = bytes('The same bytes twice.');
    expect((await desk.api.examine({ body })).sameAs).to.equal(undefined);
    await desk.api.addDocument({ query, body });
    expect((await desk.api.examine({ body })).sameAs).to.eql({
      id: query.id,
      title: 'Twice',
      removed: false,
    });
    await desk.commit(change('document', query.id, { op: 'remove' }));
    expect((await desk.api.examine({ body })).sameAs).to.include({ removed: true });
  });

  const refused: readonly [string, () => [object, Uint8Array<ArrayBuffer>], number, RegExp][] = [
    ['that is empty', () => [{}, bytes('')], 422, /empty/],
    ['that is binary', () => [{}, new Uint8Array(50)], 422, /not a text file/],
    ['that does not decode', () => [{}, Uint8Array.of(0x41, 0xff, 0x41)], 422, /byte 1 \(0xFF\)/],
    ['in an encoding that is none', () => [{ encoding: 'klingon' }, bytes('A')], 400, /known are utf-8/],
    ['without a title', () => [{ title: ' ' }, bytes('A')], 400, /title/],
    ['under a media type that is not read', () => [{ mediaType: 'text/html' }, bytes('A')], 400, /mediaType/],
  ];
  for (const [what, make, status, says] of refused)
    it(`refuses a file ${what} and leaves nothing behind`, async () => {
      const [rest, body] = make();
      const query = about(rest);
      const { head } = desk.server.desk.storage;
      const error = await desk.api.addDocument({ query, body }).catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(ApiProblem);
      expect((error as ApiProblem).status).to.equal(status);
      expect(JSON.stringify((error as ApiProblem).problem)).to.match(says);
      expect(desk.server.desk.storage.head).to.eql(head);
      expect(await desk.server.desk.storage.readObject('document', query.id)).to.equal(undefined);
    });
});
