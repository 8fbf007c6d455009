import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { main } from '../../../server/cli/main.ts';
import { startServer } from '../../../server/http/start.ts';
import { openStorage } from '../../../server/storage/registry.ts';

const packageRoot = fileURLToPath(new URL('../../../../', import.meta.url));
const SPEAKERS = 'Speakers were Ann Lee, Boris Ivanov and Clara Wu.';
const PAGE = `<!doctype html><title>A talk</title><p>A menu</p><article><h1>A talk</h1><p>${SPEAKERS}</p></article>`;
const WIKI = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">${[
  'Vigo',
  'Moscow',
]
  .map(
    (title, i) =>
      `<page><title>${title}</title><ns>0</ns><id>${i + 1}</id><revision><id>${i + 7}</id><timestamp>2026-05-07T10:00:00Z</timestamp><model>wikitext</model><format>text/x-wiki</format><text xml:space="preserve">'''${title}''' is a city.</text></revision></page>`,
  )
  .join('')}</mediawiki>`;

describe('variorum add', () => {
  let folder = '';
  let desk = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'variorum-add-'));
    await mkdir(path.join(folder, 'talks', 'old'), { recursive: true });
    await writeFile(path.join(folder, 'talks', 'page.html'), PAGE);
    await writeFile(path.join(folder, 'talks', 'old', 'note.txt'), 'Nobody spoke.\n');
    await writeFile(path.join(folder, 'talks', '.hidden.txt'), 'hidden');
    await writeFile(path.join(folder, 'wiki.xml'), WIKI);
    await writeFile(path.join(folder, 'empty.txt'), '');
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => {
    desk = path.join(folder, `desk-${Math.random().toString(36).slice(2)}`);
  });

  async function run(...argv: readonly string[]) {
    const said = { out: '', errors: '' };
    const stream = (name: keyof typeof said) =>
      new Writable({
        write(chunk, _encoding, done) {
          said[name] += String(chunk);
          done();
        },
      });
    const code = await main({
      ...{ argv, packageRoot, checkout: false, env: { VARIORUM_DATA: desk }, folder },
      ...{ out: stream('out'), errors: stream('errors') },
    });
    return { code, ...said };
  }
  async function documents() {
    const storage = await openStorage(desk, { readOnly: true });
    const held = await storage.readObjects('document');
    await storage.close();
    return held.map(({ object }) => object);
  }

  it('adds all files in a folder, whatever they are, and what is known already not again', async () => {
    const first = await run('add', 'talks', '--by', 'Ines');
    expect([first.code, first.errors]).to.eql([0, '']);
    expect(first.out).to.match(
      /^added {3}talks.old.note\.txt: “note” .*, 14 characters, plain text in utf-8$/m,
    );
    expect(first.out).to.match(/^added {3}talks.page\.html: “A talk” .* characters, a web page$/m);
    const added = await documents();
    expect(added.map(({ origin }) => origin)).to.eql(['old/note.txt', 'page.html']);
    expect(added[1]!.revisions[0]).to.deep.include({ addedBy: 'Ines' });
    expect(added[1]!.revisions[0]!.reading.extraction).to.deep.include({ extractor: 'html' });
    expect((await run('add', 'talks')).out).to.match(/^known {3}talks.page\.html: it is “A talk”/m);
    expect(await documents()).to.have.length(2);
    expect((await run('verify')).code).to.equal(0);
  });

  it('says what would be added and what may be chosen, and makes no desk for that', async () => {
    const { code, out } = await run('add', 'talks/page.html', '--dry-run');
    expect(code).to.equal(0);
    expect(out).to.contain('would be added').and.to.contain('--option content=main|whole');
    expect(await openStorage(desk, { readOnly: true }).catch((error: Error) => error.message)).to.match(
      /no desk/,
    );
  });

  it('reads a file as it is told, as plain text too', async () => {
    const text = async (...more: string[]) => {
      const { code, out } = await run('add', 'talks/page.html', '--json', '--twice', ...more);
      expect(code).to.equal(0);
      return JSON.parse(out)[0];
    };
    expect((await text('--option', 'content=whole')).extraction.options).to.eql({ content: 'whole' });
    expect(await text('--extractor', 'plain')).to.include({ length: PAGE.length });
    const { code, errors } = await run('add', 'talks/page.html', '--option', 'colour=red');
    expect([code, errors]).to.eql([
      1,
      'variorum: talks/page.html: "colour" cannot be chosen in this file; what can is content.\n',
    ]);
  });

  it('makes a document of each part of a file', async () => {
    const { code, out, errors } = await run('add', 'wiki.xml', '--parts', '--json');
    expect([code, errors]).to.eql([0, '']);
    expect((JSON.parse(out) as { title: string }[]).map(({ title }) => title)).to.eql(['Vigo', 'Moscow']);
    const made = await documents();
    expect(made.map(({ mediaType }) => mediaType)).to.eql(['text/x-wiki', 'text/x-wiki']);
    expect(new Set(made.map(({ revisions }) => revisions[0]!.sha256)).size).to.equal(1);
  });

  it('goes on behind a file that cannot be read, and says so', async () => {
    const { code, out, errors } = await run('add', 'empty.txt', 'talks/old/note.txt');
    expect(code).to.equal(1);
    expect(errors).to.equal('variorum: empty.txt: The file is empty; there is nothing to read.\n');
    expect(out).to.match(/^added/);
  });

  it('adds to a desk that is served', async () => {
    const server = await startServer({ begin: 'nothing' });
    try {
      const { code, errors } = await run(
        'add',
        'talks/page.html',
        '--server',
        server.url,
        '--option',
        'content=whole',
      );
      expect([code, errors]).to.eql([0, '']);
      const held = await server.desk.storage.readObjects('document');
      expect(held.map(({ object }) => object.title)).to.eql(['A talk']);
    } finally {
      await server.close();
    }
  });

  const wrong: readonly [string, string[], RegExp][] = [
    ['a file that is not there', ['nothing.txt'], /no file nothing\.txt/],
    ['an option that has no value', ['wiki.xml', '--option', 'part'], /a name and a value/],
    ['a title for several', ['talks', '--title', 'All'], /one document/],
    ['a language that is none', ['wiki.xml', '--language', 'a language'], /no language tag/],
  ];
  for (const [what, argv, says] of wrong)
    it(`is wrongly called with ${what}`, async () => {
      const { code, errors } = await run('add', ...argv);
      expect(code).to.equal(2);
      expect(errors).to.match(says);
    });

  it('fetches nothing unless it is told to', async () => {
    const { code, errors } = await run('add', 'https://example.org/minutes.pdf');
    expect(code).to.equal(1);
    expect(errors).to.contain('fetches nothing from the web');
  });

  it('has the text of a document read once more in another way', async () => {
    await run('add', 'talks/page.html');
    const [before] = await documents();
    const { code, out, errors } = await run('revise', before!.id, '--again', '--option', 'content=whole');
    expect([code, errors]).to.eql([0, '']);
    expect(out).to.contain('has a new revision');
    const [{ revisions }] = (await documents()) as [typeof before & object];
    expect(revisions.map(({ sha256 }) => sha256)).to.eql([revisions[0]!.sha256, revisions[0]!.sha256]);
    expect(revisions[1]!.reading.extraction!.options).to.eql({ content: 'whole' });
    expect((await run('revise', before!.id)).code).to.equal(2);
  });

  it('finds claims and contradictions in such files without a desk', async () => {
    const { code, out } = await run('suggest', 'talks/page.html', '--type', 'speaker');
    expect(code).to.equal(0);
    expect(out.match(/speaker “[^”]+”/g)).to.eql([
      'speaker “Ann Lee”',
      'speaker “Boris Ivanov”',
      'speaker “Clara Wu”',
    ]);
    expect((await run('check', 'talks/page.html')).code).to.equal(0);
  });
});
