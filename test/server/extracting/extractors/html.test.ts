import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import fc from 'fast-check';
import { readDocument } from '../../../../server/documents/read-document.ts';
import { Unextractable } from '../../../../server/extracting/extractor.ts';
import { html } from '../../../../server/extracting/extractors/html/html.ts';
import { blocksOf, extracted, refusalOf } from './derived.ts';

const folder = fileURLToPath(new URL('../../../../../test/fixtures/pages/', import.meta.url));
const fixture = (name: string) => readFileSync(folder + name, 'utf8');
const PAGES = ['news', 'encyclopedia', 'members'] as const;
const long = (words: string) => `<p>${`${words}, and so on, as was said before. `.repeat(12)}</p>`;

describe('a web page', () => {
  for (const page of PAGES)
    for (const content of ['main', 'whole'] as const)
      it(`becomes the text that people read (${page}, ${content})`, async () => {
        const source = fixture(`${page}.html`);
        const made = await extracted(html, source, { content });
        expect(made.text).to.equal(fixture(`${page}.${content}.txt`));
        expect(made.options).to.eql({ content });
        for (const { start, end, at } of made.derivation.stretches)
          if (at.to! - at.from! === end - start)
            expect(source.slice(at.from, at.to).replace(/\s/g, ' ')).to.equal(
              made.text.slice(start, end).replace(/\s/g, ' '),
            );
      });

  it('says its title and language, and who wrote it when in remarks', async () => {
    const made = await extracted(html, fixture('news.html'));
    expect(made).to.include({ title: 'Council backs plan for new library in Hartwell', language: 'en-GB' });
    const remarks = made.remarks.map(({ says }) => says).join(' ');
    expect(remarks).to.match(/Ruth Ainsley.*2024-03-14T09:30:00Z.*The Hartwell Courier.*One picture/);
    expect(remarks).to.match(/main content is about \d+\u00a0% of the page's text/);
  });

  const rules: readonly [what: string, css: string, shown: boolean][] = [
    ['a class', '.ad { color: red; display: none }', false],
    [
      'a class, whatever comes later and weighs less',
      '#x .y{} p.ad.ad{display:none} .ad{display:block}',
      false,
    ],
    ['an id', '/* } */ #one{display:none!important}', false],
    ['a kind of element and a class, on screens', '@media screen { p.ad, .other { display:none; } }', false],
    ['nothing where a later rule shows it', '.ad{display:none} .ad{display:block}', true],
    ['nothing where a stronger rule shows it', '#one{display:block} .ad{display:none}', true],
    [
      'nothing where it is shown in another state',
      '.ad{display:none} .menu:hover > .ad{display:block}',
      true,
    ],
    [
      'nothing where it is shown on other screens',
      '.ad{display:none} @media (min-width:1px){.ad{display:block}}',
      true,
    ],
    ['nothing on narrow screens alone', '@media (max-width: 500px) {.ad{display:none}}', true],
    ['nothing on paper alone', '@media print {.ad{display:none}}', true],
    ['nothing within other elements alone', '.js .ad{display:none}', true],
    ['nothing by broken rules', '.ad{display:none', true],
    ['nothing by what is no rule', 'p::after{content:".ad{display:none}"}', true],
  ];
  for (const [what, css, shown] of rules)
    it(`is read as its style sheets show it; these hide ${what}`, async () => {
      const page = `<title>T</title><style>${css}</style><p>Seen.</p><p class="ad big" id=one>Unseen words.</p>`;
      const { text, remarks } = await extracted(html, page, { content: 'whole' });
      expect(text).to.equal(shown ? 'Seen.\n\nUnseen words.' : 'Seen.');
      expect(remarks.map(({ code, values }) => [code, values])).to.eql(
        shown ? [] : [['hidden-text', { count: 1 }]],
      );
    });

  it('has its title from its heading where the title names the site too', async () => {
    expect((await extracted(html, fixture('encyclopedia.html'))).title).to.equal('Veldmar Rebellion');
  });

  it('keeps the headline, what stands beneath it, who wrote it and when', async () => {
    const head =
      '<h1>Minister resigns</h1><p>More of it.</p><div class=byline>By Ana Pérez</div><time>12 May 2024</time>';
    const page = (inner: string) =>
      `<title>News of today</title><h1>The Site</h1><main><article>${inner}</article></main>`;
    const share = '<ul><li><a href=/s>Share</a></ul>';
    const made = await extracted(
      html,
      page(`<header>${head}${share}</header>${long('The report was read').repeat(3)}`),
    );
    expect(made.text.split('\n\n').slice(0, 4)).to.eql([
      'Minister resigns',
      'More of it.',
      'By Ana Pérez',
      '12 May 2024',
    ]);
    expect(made.text).not.to.contain('The Site');
  });

  it('keeps who said what is quoted, and whole rows, in its main content', async () => {
    const made = await extracted(html, fixture('news.html'));
    expect(blocksOf(made)).to.include('paragraph: — Letter to the council, signed by 1,204 residents');
  });

  it('is read whole where no main content can be looked for, and says so', async () => {
    const made = await extracted(html, `${'<div>'.repeat(300)}deep down`, { content: 'main' });
    expect(made).to.deep.include({ text: 'deep down', options: { content: 'whole' } });
    expect(made.remarks[0]!.says).to.match(/too deep within one another.*the whole page was read/);
  });

  it('finds the same texts again when settings of the search for its main content are tried in turn', async () => {
    const menu = '<div class="sidebar menu">'.concat('<a href=/x>Link</a> '.repeat(30), '</div>');
    const page = `<body>${menu}<div class="comment sidebar">${long('Forty delegates &amp; guests came')}</div></body>`;
    const made = await extracted(html, page);
    expect(made.text).to.contain('Forty delegates & guests came');
    expect(made.derivation.stretches.length).to.be.above(12);
  });

  const refused: readonly [string, string, RegExp][] = [
    ['has no text', '<html><body><img src=a></body></html>', /no text in this page\.$/],
    [
      'is filled in by scripts',
      '<div id=root></div><script src=app.js></script>',
      /filled in by scripts\. Save the page from a browser/,
    ],
    ['consists of frames', '<frameset><frame src=a></frameset>', /only frames with other pages/],
    ['nests too deep', '<b><div>'.repeat(6000), /more than 5000 deep/],
  ];
  for (const [name, page, message] of refused)
    it(`is refused with a reason where it ${name}`, async () =>
      expect(await refusalOf(html, page)).to.match(message));
  it('is refused with a reason where the content asked for is none', async () => {
    expect(await refusalOf(html, '<p>a', { content: 'some' })).to.match(/“main” or “whole”/);
  });

  const recognised: readonly [string, boolean, string | Buffer, string?][] = [
    ['a document type', true, '\n<!-- saved --><!DOCTYPE html><p>x'],
    ['XML and its root', true, '<?xml version="1.0"?>\n<html xmlns="x">'],
    ['its name', true, '<p>x', 'Page.HTM'],
    ['what stands behind comments', true, `${'<!---->'.repeat(900)}<!-- > --> <html>`],
    ['no comment that never ends', false, `${'<!--'.repeat(900)}<html>`],
    ['UTF-16', true, Buffer.from('\ufeff<html><body>', 'utf16le')],
    ['no name alone', false, 'no markup', 'a.html'],
    ['no markup within text', false, 'See <html> for more'],
    ['no document type of a source that is kept as text', false, '<!DOCTYPE html>', 'page.txt'],
    ['no other XML', false, '<?xml version="1.0"?><mediawiki>'],
  ];
  for (const [name, is, file, called] of recognised)
    it(`is recognised by ${name}`, () => {
      expect(html.recognises(Buffer.from(file as string), called)).to.equal(is);
    });

  it('is decoded as it says itself, and read in a process of its own', async () => {
    const page = Buffer.from(
      '<!DOCTYPE html><meta charset="windows-1251"><title>\u041c\u0438\u0440</title><p>\u041c\u0438\u0440 \u0438 \u0442\u0440\u0443\u0434',
      'utf8',
    );
    const bytes = Buffer.from(
      [...page.toString('utf8')].map(sign =>
        sign.charCodeAt(0) < 128 ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x350,
      ),
    );
    const file = await readDocument(bytes, { name: 'mir.html' });
    expect(file).to.include({
      text: '\u041c\u0438\u0440 \u0438 \u0442\u0440\u0443\u0434',
      title: '\u041c\u0438\u0440',
    });
    expect(file.reading.encoding).to.equal('windows-1251');
  });

  it('never fails otherwise, cut off or damaged', async function () {
    this.timeout(60_000);
    const sources = PAGES.map(page => fixture(`${page}.html`));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.nat(20_000),
        fc.array(
          fc.tuple(
            fc.nat(20_000),
            fc.constantFrom('<', '>', '&', '"', '</p>', '<table>', '<!--', '<td>', '\0'),
          ),
          { maxLength: 8 },
        ),
        fc.constantFrom('main', 'whole'),
        async (source, length, changes, content) => {
          let page = source.slice(0, length);
          for (const [at, sign] of changes) page = page.slice(0, at) + sign + page.slice(at + 1);
          try {
            const made = await extracted(html, page, { content });
            expect(await extracted(html, page, made.options)).to.deep.include({
              text: made.text,
              derivation: made.derivation,
            });
          } catch (error) {
            if (!(error instanceof Unextractable)) throw error;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
