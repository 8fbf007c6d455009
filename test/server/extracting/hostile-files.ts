import { gzipSync } from 'node:zlib';
import { column, makePdf } from '../../support/pdf.ts';
import { zipOf } from '../services/annotations/hostile-files.ts';
import {
  cell,
  item,
  NUMBERING,
  paragraph,
  row,
  run,
  STYLES,
  styled,
  table,
  wordFile,
} from './extractors/word-file.ts';

/** A file, and by which name it comes. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const container =
  '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
const packageOf = (parts: readonly string[]): string =>
  `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>Minutes</dc:title><dc:language>en</dc:language></metadata><manifest>${parts.map(part => `<item id="${part}" href="${part}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${parts.map(part => `<itemref idref="${part}"/>`).join('')}</spine></package>`;
const PAGE =
  '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Minutes</title></head><body><h1>Minutes</h1><p>Fifty <b>delegates</b> came.</p><ul><li>Ana</li><li>Luis</li></ul><table><tr><th>Name</th><td>Ana</td></tr></table></body></html>';

/** An EPUB of some parts; what is given stands in the place of what it would hold. */
function bookOf(parts: Readonly<Record<string, string | Uint8Array>>, given: Record<string, string> = {}) {
  const files: Record<string, string | Uint8Array> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OEBPS/content.opf': packageOf(Object.keys(parts)),
    ...Object.fromEntries(Object.entries(parts).map(([name, page]) => [`OEBPS/${name}.xhtml`, page])),
    ...given,
  };
  return zipOf(
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? bytesOf(content) : content,
    })),
  );
}

const exportOf = (text: string): string =>
  `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="en"><siteinfo><sitename>Wiki</sitename></siteinfo><page><title>Minutes</title><ns>0</ns><id>7</id><revision><id>8</id><timestamp>2026-05-01T10:00:00Z</timestamp><model>wikitext</model><text xml:space="preserve">${text}</text></revision></page></mediawiki>`;

const SRT =
  '1\n00:00:01,000 --> 00:00:02,500\nFifty <i>delegates</i> came.\n\n2\n00:00:03,000 --> 00:00:04,000\nLuis spoke.\n';
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Fifty &amp; more <b>delegates</b>.\n\nNOTE so\n';

/** A small sound file of each kind. */
export const soundFiles: readonly NamedFile[] = [
  { name: 'a.html', bytes: bytesOf(`<!doctype html>${PAGE}`) },
  { name: 'a.xml', bytes: bytesOf(exportOf('== Minutes ==\nFifty &amp;quot;delegates&amp;quot; came.')) },
  { name: 'a.epub', bytes: bookOf({ one: PAGE, two: PAGE }) },
  {
    name: 'a.docx',
    bytes: wordFile({
      body: [
        styled('Heading1', run('Minutes')),
        paragraph(run('Fifty delegates came.')),
        item(1, 0, run('Ana')),
        table(row(cell(paragraph(run('Name'))), cell(paragraph(run('Ana'))))),
      ].join(''),
      styles: STYLES,
      numbering: NUMBERING,
    }),
  },
  { name: 'a.pdf', bytes: makePdf({ pages: [column(['Fifty delegates came', 'and elected a chair.'])] }) },
  { name: 'a.srt', bytes: bytesOf(SRT) },
  { name: 'a.vtt', bytes: bytesOf(VTT) },
  {
    name: 'a.csv',
    bytes: bytesOf('name,said\nAna,"Fifty delegates came, she said."\nLuis,"We were ""many""."\n'),
  },
  {
    name: 'a.json',
    bytes: bytesOf('{"talks":[{"by":"Ana","text":"Fifty \\u0064elegates came."},{"text":"So."}]}'),
  },
  { name: 'a.jsonl', bytes: bytesOf('{"text":"Fifty delegates came."}\n{"text":"So."}\n') },
];

const times = (count: number, what: string): string => what.repeat(count);

/** Entities that would become ten thousand million words. */
const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a0 "ha">${Array.from({ length: 10 }, (_, i) => `<!ENTITY a${i + 1} "${times(10, `&a${i};`)}">`).join('')}]>`;
const OUTSIDE =
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY h SYSTEM "http://127.0.0.1:9/">]>';

/** A PDF that says of itself what is not so. */
const pdfOf = (objects: string): Uint8Array =>
  Buffer.from(
    `%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R /Size 999999999 >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );

/**
 * Files that mean no good, by what there is about them.
 * @param scale 1 for the largest, less for smaller ones
 */
export function hostileFiles(scale: number): Readonly<Record<string, NamedFile>> {
  const deep = Math.ceil(100_000 * scale);
  const blank = Buffer.alloc(Math.ceil(150 * 2 ** 20 * scale), 0x20);
  const html = (body: string): NamedFile => ({ name: 'a.html', bytes: bytesOf(`<!doctype html>${body}`) });
  const inWord = (inner: string): NamedFile => ({ name: 'a.docx', bytes: wordFile(inner) });
  const inBook = (page: string, given = {}): NamedFile => ({
    name: 'a.epub',
    bytes: bookOf({ one: page }, given),
  });
  const wiki = (text: string): NamedFile => ({ name: 'a.xml', bytes: bytesOf(text) });
  const text = (name: string, content: string): NamedFile => ({ name, bytes: bytesOf(content) });
  return {
    'a page of elements within elements': html(`${times(deep, '<div>')}words`),
    'a page of lists within lists': html(`${times(deep, '<ul><li>')}words`),
    'a page of tables within tables': html(`${times(deep, '<table><tr><td>')}words`),
    'a page of links within emphasis within links': html(`${times(deep, '<b><i><a href=x>')}words`),
    'a page of elements that are never closed rightly': html(times(deep, '<b><p></b>x</i>')),
    'a page of forms within tables': html(`${times(Math.ceil(deep / 5), '<table><form><b><tr><a>')}words`),
    'a page with very many attributes': html(
      `<p ${Array.from({ length: deep }, (_, i) => `a${i}=1`).join(' ')}>words</p>`,
    ),
    'a page with a cell over everything': html(
      `<table>${times(200, '<tr><td colspan=99999 rowspan=99999>x</td></tr>')}</table>`,
    ),
    'a page that begins with nothing but comments': html(`${times(2000, '<!---->')}x`),
    'comments without a page': text('a.txt', `${times(2000, '<!---->')}x`),
    'comments without end, that are no page': text(
      'a.txt',
      `${times(2000, '<!--')} ${times(2000, '<?xml ')}`,
    ),
    'a page of laughs': html(`${LAUGHS}<p>&a10;</p>`),
    'a page of ampersands': html(`<p>${times(deep, '&')}${times(deep, '&#')}${times(deep, '&lt')}</p>`),
    'a page without words': html('<body><img src=x></body>'),
    'a page of one very long word': html(`<p>${times(deep * 20, 'a')}</p>`),
    'an export of laughs': wiki(LAUGHS + exportOf('&a10;')),
    'an export that reaches outside': wiki(OUTSIDE + exportOf('&e;&h;')),
    'an export of elements within elements': wiki(`<mediawiki>${times(deep, '<page>')}`),
    'an export that begins with nothing but comments': wiki(`${times(2000, '<!---->')}<mediawik`),
    'an export of comments without end': wiki(exportOf(times(deep, '<!-- '))),
    'an export of very many pages': wiki(
      `<mediawiki>${Array.from({ length: deep }, (_, i) => `<page><title>${i}</title><id>${i}</id><revision><id>${i}</id><text>x</text></revision></page>`).join('')}</mediawiki>`,
    ),
    'a book of laughs': inBook(LAUGHS + PAGE.replace('Fifty', '&a10;')),
    'a book whose package laughs': inBook(PAGE, { 'OEBPS/content.opf': `${LAUGHS}${packageOf(['one'])}` }),
    'a book whose package lies outside': inBook(PAGE, {
      'META-INF/container.xml': container.replace('OEBPS/content.opf', '../../../../etc/passwd'),
    }),
    'a book of itself without end': inBook(PAGE, {
      'OEBPS/content.opf': packageOf(['one']).replace(
        /<spine>.*<\/spine>/,
        `<spine>${times(deep, '<itemref idref="one"/>')}</spine>`,
      ),
    }),
    'a book that swells': { name: 'a.epub', bytes: bookOf({ one: blank, two: PAGE }) },
    'a book without anything': { name: 'a.epub', bytes: zipOf([]) },
    'a book with a password': {
      name: 'a.epub',
      bytes: zipOf([{ name: 'META-INF/container.xml', bytes: bytesOf(container), isEncrypted: true }]),
    },
    'a Word document that swells': {
      name: 'a.docx',
      bytes: zipOf([
        { name: '[Content_Types].xml', bytes: bytesOf('<Types/>') },
        { name: 'word/document.xml', bytes: blank },
      ]),
    },
    'a Word document that says it is small': {
      name: 'a.docx',
      bytes: zipOf([{ name: 'word/document.xml', bytes: blank, says: 10 }]),
    },
    'a Word document in very many names': {
      name: 'a.docx',
      bytes: zipOf(
        Array.from({ length: 30_000 }, (_, i) => ({ name: `word/${i}.xml`, bytes: bytesOf('x'), at: 0 })),
      ),
    },
    'a Word document of laughs': {
      name: 'a.docx',
      bytes: zipOf([
        { name: 'word/document.xml', bytes: bytesOf(`${LAUGHS}<w:document>&a10;</w:document>`) },
      ]),
    },
    'a Word document of tables within tables': inWord(
      times(deep, '<w:tbl><w:tr><w:tc>') + times(deep, '</w:tc></w:tr></w:tbl>'),
    ),
    'a Word document of very many runs': inWord(paragraph(times(deep, run('a ')))),
    'a Word document of a table with very many cells': inWord(
      table(row(times(deep, cell(paragraph(run('x')))))),
    ),
    'a Word document in a Word document': {
      name: 'a.docx',
      bytes: zipOf([{ name: 'word/document.xml', bytes: wordFile(paragraph(run('x'))) }]),
    },
    'a PDF with a thousand million objects': {
      name: 'a.pdf',
      bytes: pdfOf(
        '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Count 999999999 /Kids [3 0 R] >> endobj',
      ),
    },
    'a PDF whose pages are their own parents': {
      name: 'a.pdf',
      bytes: pdfOf(
        '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >> endobj',
      ),
    },
    'a PDF of very many objects': {
      name: 'a.pdf',
      bytes: pdfOf(
        `1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n${Array.from({ length: deep }, (_, i) => `${i + 2} 0 obj << /Type /Pages /Count 1 /Kids [${i + 3} 0 R] >> endobj`).join('\n')}`,
      ),
    },
    'a PDF of arrays within arrays': {
      name: 'a.pdf',
      bytes: pdfOf(`1 0 obj << /Type /Catalog /Pages ${times(deep, '[')}${times(deep, ']')} >> endobj`),
    },
    'a PDF that is only its first line': { name: 'a.pdf', bytes: bytesOf('%PDF-1.7\n') },
    'a PDF that asks for a password': {
      name: 'a.pdf',
      bytes: makePdf({ pages: [column(['Secret'])], passwords: { owner: 'secret', user: 'mine' } }),
    },
    'subtitles of very many tags': text(
      'a.srt',
      `1\n00:00:01,000 --> 00:00:02,000\n${times(deep, '<i>')}x${times(deep, '<')}${times(deep, '{\\')}`,
    ),
    'subtitles without end of times': text(
      'a.vtt',
      `WEBVTT\n\n${times(deep, '00:01.000 --> 00:02.000\n')}x\n`,
    ),
    'subtitles of numbers alone': text('a.srt', `${times(deep, '1\n')}00:00:01,000 --> 00:00:02,000\nx\n`),
    'subtitles of spaces': text('a.srt', `${times(deep, ' ')}\n${times(deep, '\t')}x`),
    'subtitles of ampersands': text(
      'a.vtt',
      `WEBVTT\n\n00:01.000 --> 00:02.000\n${times(deep, '&')}${times(deep, '&#x')}\n`,
    ),
    'a table of quotation marks': text('a.csv', `name,said\n${times(deep, '"')}\n${times(deep, 'a,"b\n')}`),
    'a table of very many columns': text(
      'a.csv',
      `${times(deep, 'a,')}\n${times(50, `${times(deep, 'words,')}\n`)}`,
    ),
    'JSON of arrays within arrays': text('a.json', times(deep, '[') + times(deep, ']')),
    'JSON of objects within objects': text('a.json', `${times(deep, '{"a":')}"words"${times(deep, '}')}`),
    'JSON with very many names': text(
      'a.json',
      `{${Array.from({ length: deep }, (_, i) => `"a${i}":"words ${i}"`).join(',')}}`,
    ),
    'JSON lines that are none': text('a.jsonl', times(deep, '{"text":\n')),
    'JSON of names that are every object’s': text(
      'a.json',
      '[{"__proto__":{"text":"words"},"constructor":"words","text":"words"}]',
    ),
    'a compressed page': { name: 'a.html', bytes: gzipSync('<p>words</p>') },
    ...Object.fromEntries(
      ['html', 'xml', 'epub', 'docx', 'pdf', 'srt', 'vtt', 'csv', 'json', 'jsonl'].flatMap(ending => [
        [`an empty .${ending}`, { name: `a.${ending}`, bytes: new Uint8Array() }],
        [`zeros in a .${ending}`, { name: `a.${ending}`, bytes: new Uint8Array(5000) }],
        [`a .${ending} of one letter`, text(`a.${ending}`, '<')],
      ]),
    ),
  };
}
