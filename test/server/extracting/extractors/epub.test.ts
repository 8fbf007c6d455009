import { expect } from 'chai';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Unextractable } from '../../../../server/extracting/extractor.ts';
import { epub } from '../../../../server/extracting/extractors/epub/epub.ts';
import { resolvePath } from '../../../../server/extracting/extractors/epub/resolve-path.ts';
import { blocksOf, extracted, refusalOf } from './derived.ts';

const CONTAINER =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
const chapter = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>${body}</body></html>`;
const PACKAGE = `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">x</dc:identifier><dc:title>Salt &amp; Bread</dc:title><dc:language>en</dc:language><dc:creator>Petra Hale</dc:creator><meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="two" href="text/chapter%20two.xhtml" media-type="application/xhtml+xml"/><item id="cover" href="cover.jpg" media-type="image/jpeg"/></manifest>
<spine toc="ncx"><itemref idref="one"/><itemref idref="cover"/><itemref idref="two" linear="no"/></spine></package>`;
const NAV = chapter(
  '<nav epub:type="toc"><ol><li><a href="text/one.xhtml">The Tax</a></li><li><a href="text/one.xhtml#b">Later</a></li></ol></nav>',
);
const NCX =
  '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><navMap><navPoint id="a"><navLabel><text>The Salt</text></navLabel><content src="text/chapter%20two.xhtml#top"/></navPoint></navMap></ncx>';
const ONE = chapter(
  '<h1><a id="p1"/>The Tax</h1>\n<p>It began in <span epub:type="pagebreak" title="12"/>March, when the price doubled.<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>1. Hale &amp; Orre.</p></aside><img src="a.png" alt="x"/>',
);
const TWO = chapter('<p>Salt was dear.</p>');

const FILES = {
  'META-INF/container.xml': CONTAINER,
  'OEBPS/book.opf': PACKAGE,
  'OEBPS/nav.xhtml': NAV,
  'OEBPS/toc.ncx': NCX,
  'OEBPS/text/one.xhtml': ONE,
  'OEBPS/text/chapter two.xhtml': TWO,
};

/** A book of the files given, beside or instead of those of the book above; `undefined` leaves one out. */
function book(changed: Readonly<Record<string, string | undefined>> = {}): Uint8Array {
  const files = Object.entries({ ...FILES, ...changed }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const mimetype = [strToU8('application/epub+zip'), { level: 0 }] as [Uint8Array, { level: 0 }];
  return zipSync({ mimetype, ...Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])) });
}

describe('an EPUB book', () => {
  it('becomes one text in reading order, with its title, language and author', async () => {
    const made = await extracted(epub, book());
    expect(made.text).to.equal(
      'The Tax\n\nIt began in March, when the price doubled.1\n\n1. Hale & Orre.\n\nSalt was dear.',
    );
    expect(made).to.deep.include({ title: 'Salt & Bread', language: 'en', options: { part: '' } });
    expect(made.remarks.map(({ says }) => says)).to.eql([
      'It names as its author: Petra Hale.',
      'One picture was left behind; what is written in pictures is not read.',
    ]);
    expect(blocksOf(made).slice(0, 4)).to.eql([
      'heading 1: The Tax',
      'paragraph: It began in March, when the price doubled.1',
      'note: 1. Hale & Orre.',
      'paragraph: 1. Hale & Orre.',
    ]);
  });

  it('knows in which of its files each word stands, and on which printed page', async () => {
    const { text, derivation } = await extracted(epub, book());
    const told = derivation.stretches.map(({ start, end, at }) => [
      text.slice(start, end),
      at.part,
      at.pageLabel,
    ]);
    expect(told).to.deep.include.members([
      ['It began in ', 'OEBPS/text/one.xhtml', undefined],
      ['March, when the price doubled.', 'OEBPS/text/one.xhtml', '12'],
      ['Salt was dear.', 'OEBPS/text/chapter two.xhtml', '12'],
    ]);
    for (const { start, end, at } of derivation.stretches) {
      const source = at.part === 'OEBPS/text/one.xhtml' ? ONE : TWO;
      if (at.to! - at.from! === end - start)
        expect(source.slice(at.from, at.to)).to.equal(text.slice(start, end));
    }
  });

  it('names parts that its contents do not name by their first heading, or by what they call themselves', async () => {
    const bare = book({
      'OEBPS/nav.xhtml': '<html><body><nav epub:type="toc"></nav></body></html>',
      'OEBPS/toc.ncx': '<ncx/>',
      'OEBPS/text/chapter two.xhtml':
        '<html><head><title>Of salt</title></head><body><p>Salt.</p></body></html>',
    });
    const [part] = (await extracted(epub, bare)).choices;
    expect(part!.values.map(({ label }) => label)).to.eql(['The whole book', 'The Tax', 'Of salt']);
  });

  it('can be read part by part, which its table of contents names', async () => {
    const made = await extracted(epub, book(), { part: 'OEBPS/text/chapter two.xhtml' });
    expect(made).to.deep.include({ text: 'Salt was dear.', title: 'Salt & Bread: The Salt' });
    expect(made.choices).to.eql([
      {
        name: 'part',
        values: [
          { value: '', label: 'The whole book' },
          { value: 'OEBPS/text/one.xhtml', label: 'The Tax' },
          { value: 'OEBPS/text/chapter two.xhtml', label: 'The Salt' },
        ],
      },
    ]);
    expect(await refusalOf(epub, book(), { part: 'x' })).to.match(/no part x in this book/);
  });

  it('is read as far as it is there', async () => {
    const made = await extracted(
      epub,
      book({ 'OEBPS/text/one.xhtml': undefined, 'OEBPS/nav.xhtml': undefined }),
    );
    expect(made.text).to.equal('Salt was dear.');
    expect(made.remarks.map(({ says }) => says).join()).to.match(
      /one\.xhtml is named by the book but missing/,
    );
  });

  it('knows no entities but those of HTML, and fetches nothing', async () => {
    const bomb = TWO.replace(
      '<!DOCTYPE html>',
      '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>',
    ).replace('dear', '&b; &c; &mdash;');
    const { text } = await extracted(epub, book({ 'OEBPS/text/chapter two.xhtml': bomb }));
    expect(text).to.match(/Salt was &b; &c; —\.$/);
  });

  const encrypted = (algorithm: string) =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="OEBPS/text/one.xhtml"/></CipherData></enc:EncryptedData></encryption>`;
  it('is read where only its fonts are obfuscated', async () => {
    const made = await extracted(
      epub,
      book({ 'META-INF/encryption.xml': encrypted('http://www.idpf.org/2008/embedding') }),
    );
    expect(made.title).to.equal('Salt & Bread');
  });

  const pictures = chapter('<img src="page.jpg"/>');
  const refused: readonly [string, Uint8Array, RegExp][] = [
    [
      'is locked',
      book({ 'META-INF/encryption.xml': encrypted('http://www.w3.org/2001/04/xmlenc#aes128-cbc') }),
      /locked by copy protection \(DRM\)/,
    ],
    [
      'consists of pictures',
      book({ 'OEBPS/text/one.xhtml': pictures, 'OEBPS/text/chapter two.xhtml': pictures }),
      /may be pictures.*\(OCR\)/,
    ],
    [
      'does not say where it begins',
      book({ 'META-INF/container.xml': '<container/>' }),
      /does not say where its book begins/,
    ],
    ['has no container', book({ 'META-INF/container.xml': undefined }), /container\.xml is missing/],
    ['is cut off', book().subarray(0, 600), /damaged or cut off/],
  ];
  for (const [name, file, message] of refused)
    it(`is refused with a reason where it ${name}`, async () =>
      expect(await refusalOf(epub, file)).to.match(message));

  it('is recognised by its first file', () => {
    expect(epub.recognises(book().subarray(0, 4096), undefined)).to.equal(true);
    expect(epub.recognises(zipSync({ 'a.txt': strToU8('a') }), 'a.zip')).to.equal(false);
  });

  it('never fails otherwise, cut off or damaged', async () => {
    const whole = book();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        async (length, changes) => {
          const file = changes.length === 0 ? whole.slice(0, length) : whole.slice();
          for (const [at, byte] of changes) file[at] = byte;
          try {
            await extracted(epub, file);
          } catch (error) {
            if (!(error instanceof Unextractable)) throw error;
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the path of a file in a book', () => {
  const cases: readonly [string, string, string | undefined][] = [
    ['OEBPS/book.opf', 'text/a%20b.xhtml#x', 'OEBPS/text/a b.xhtml'],
    ['OEBPS/text/a.xhtml', '../nav.xhtml', 'OEBPS/nav.xhtml'],
    ['book.opf', './a.xhtml', 'a.xhtml'],
    ['book.opf', '/a.xhtml', 'a.xhtml'],
    ['book.opf', '100%.xhtml', '100%.xhtml'],
    ['book.opf', '../../etc/passwd', undefined],
    ['book.opf', 'https://example.org/a', undefined],
    ['book.opf', '#x', undefined],
  ];
  for (const [from, href, path] of cases)
    it(`is ${path} for ${href} in ${from}`, () => expect(resolvePath(from, href)).to.equal(path));
});
