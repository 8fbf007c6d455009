import { expect } from 'chai';
import { openDocument, readDocument } from '../../../server/documents/read-document.ts';
import { Extracting } from '../../../server/extracting/extract-file.ts';
import { Refusal } from '../../../server/services/refusal.ts';
import { sha256 } from '../../../server/storage/entry.ts';
import { canonicalJson } from '../../../shared/json/canonical.ts';
import { type Deed, extractors, fileThat } from './trying.ts';

const registry = new URL('./trying.js', import.meta.url).href;

const limited = (time: number, heap = 64, memory = 400) =>
  new Extracting(registry, extractors, { time, heap, memory });

describe('a file that is no plain text', () => {
  const usual = limited(60_000);
  const hasty = limited(2000);
  const read = (bytes: Uint8Array, extracting = usual, signal?: AbortSignal) =>
    readDocument(bytes, {}, { signal, extracting });

  it('becomes text, with where it came from, how it was read and what may be chosen', async () => {
    const { derivation, reading, extraction, ...file } = await read(fileThat('read'));
    expect(file).to.deep.include({
      text: 'Forty delegates came.',
      title: 'What was said',
      mediaType: 'text/plain',
    });
    const kept = Buffer.from(derivation!).toString('utf8');
    expect(kept).to.equal(canonicalJson(JSON.parse(kept)));
    expect(JSON.parse(kept).stretches).to.eql([{ start: 0, end: 21, at: { part: 'words', from: 12 } }]);
    expect(reading).to.eql({
      ...{ decoder: 'none', version: '1', encoding: 'none', bom: false },
      extraction: {
        ...{ extractor: 'trying', version: '1', mediaType: 'application/x-trying', options: { loud: false } },
        derivationSha256: sha256(derivation!),
      },
    });
    expect(extraction).to.deep.include({
      ...{ extractor: 'trying', label: 'a file to try with', mediaType: 'application/x-trying' },
      options: { loud: false },
      choices: [{ name: 'loud', values: [{ value: false }, { value: true }] }],
      remarks: [{ code: 'comments', values: { count: 2 }, says: 'Comments are left out (2).' }],
      blocks: { paragraph: 1 },
    });
  });

  const faults: readonly [string, Deed, RegExp, Extracting?][] = [
    ['says why where nothing can be read in it', 'refuse', /^This file is encrypted\.$/],
    ['is said to hold no text where it holds only white space', 'blank', /no text in this file/],
    ['is said to be damaged where its reader fails', 'break', /could not be read as a file to try with/],
    ['is refused where its reader says what cannot be', 'blunder', /could not be read as a file to try with/],
    ['is given up where its reader ends by itself', 'exit', /given up: its reader came to an end/],
    [
      'is given up after a time, whatever its reader does',
      'loop',
      /given up: it took more than 2 seconds/,
      hasty,
    ],
    [
      'is given up after a time where its reader waits',
      'wait',
      /given up: it took more than 2 seconds/,
      hasty,
    ],
    [
      'is given up where it takes too many objects, in steps however large',
      'hoard',
      /more than 400 MB of memory/,
    ],
    ['is given up where it takes too many bytes', 'swell', /more than 400 MB of memory/],
  ];
  for (const [what, deed, says, extracting] of faults)
    it(what, async () => {
      const error = await read(fileThat(deed), extracting).catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(Refusal);
      expect((error as Refusal).message).to.match(says);
      expect((error as Refusal).kind).to.equal('unreadable');
      const after = await read(fileThat('read', 'The next one.'));
      expect(after.text).to.equal('The next one.');
    });

  it('is given up when nobody waits for it any more, and others get their turn', async () => {
    const gone = new AbortController();
    const looping = ['loop', 'loop', 'loop'].map(deed =>
      read(fileThat(deed as Deed), usual, gone.signal).catch((error: Error) => error.name),
    );
    const next = read(fileThat('read'));
    setTimeout(() => gone.abort(), 300);
    expect(await Promise.all(looping)).to.eql(['AbortError', 'AbortError', 'AbortError']);
    expect((await next).text).to.equal('Forty delegates came.');
  });

  it('is read one after the other where many come', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `File ${i}`);
    const files = await Promise.all(texts.map(words => read(fileThat('read', words))));
    expect(files.map(({ text }) => text)).to.eql(texts);
  });

  it('is opened once for the parts that are made of it one after another', async () => {
    const parts = (file: string) => openDocument(fileThat('tell', `${file}\n\none\n\ntwo`), {}, own);
    const own = limited(60_000);
    const [a, b] = await Promise.all([parts('a'), parts('b')]);
    const texts: string[] = [];
    for (const [opened, part] of [
      [a, 1],
      [a, 2],
      [b, 1],
      [a, 1],
    ] as const)
      texts.push((await opened.read({ part })).text);
    expect(texts.slice(0, 2)).to.eql(['1 one', '1 two']);
    expect(texts[2]).to.equal('2 one');
    expect(texts[3]).to.equal('3 one');
    const { extraction } = await a.read({ part: 2 }, { isBrief: true });
    expect(extraction?.choices).to.eql([]);
  });

  it('is plain text where that is asked for', async () => {
    const bytes = fileThat('read');
    const { text, reading } = await readDocument(bytes, { extractor: 'plain' }, { extracting: usual });
    expect(text).to.equal(Buffer.from(bytes).toString('utf8'));
    expect(reading.extraction).to.equal(undefined);
  });

  it('is read by nothing that is not known', async () => {
    const error = await readDocument(fileThat('read'), { extractor: 'odd' }, { extracting: usual }).catch(
      (caught: unknown) => caught as Refusal,
    );
    expect(error).to.have.property(
      'message',
      '"odd" is no kind of file known here; known are plain, trying.',
    );
  });
});
