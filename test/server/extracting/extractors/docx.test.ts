import { expect } from 'chai';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { docx } from '../../../../server/extracting/extractors/docx/docx.ts';
import { blocksOf, extracted, refusalOf } from './derived.ts';
import {
  cell,
  item,
  paragraph,
  row,
  run,
  STYLES,
  styled,
  table,
  type WordParts,
  wordFile,
} from './word-file.ts';

const read = (parts: WordParts | string, options = {}) => extracted(docx, wordFile(parts), options);
const field = (instruction: string, shown: string): string =>
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
  `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;
const deleted = (text: string): string =>
  `<w:del w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const inserted = (text: string): string =>
  `<w:ins w:id="2" w:author="A" w:date="2024-01-01T00:00:00Z">${run(text)}</w:ins>`;
const note = (kind: string, id: number): string =>
  `<w:r><w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
const noted = (kind: string, id: number, ...paragraphs: string[]): string =>
  `<w:${kind} w:id="${id}">${paragraphs.join('')}</w:${kind}>`;

describe('text of Word documents', () => {
  const texts: [what: string, parts: WordParts | string, text: string][] = [
    ['paragraphs', paragraph('One.') + paragraph('') + paragraph('  Two. '), 'One.\n\nTwo.'],
    ['runs of one word', paragraph(run('Lo') + run('is', '<w:b/>')), 'Lois'],
    ['entities and white space', paragraph('A &amp; B &lt;\u00a0C\n D'), 'A & B <\u00a0C  D'],
    ['characters beyond the first plane', paragraph('𝒜 👩‍🚀'), '𝒜 👩‍🚀'],
    [
      'tabs and line breaks',
      paragraph('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>'),
      'a\tb\nc\nd',
    ],
    [
      'a page break amid a paragraph',
      paragraph('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>'),
      'a\nb',
    ],
    [
      'a paragraph that only breaks the page',
      paragraph('a') + paragraph('<w:r><w:br w:type="page"/></w:r>') + paragraph('b'),
      'a\n\nb',
    ],
    [
      'soft and hard hyphens, symbols',
      paragraph(
        '<w:r><w:t>Donau</w:t><w:softHyphen/><w:t>dampf</w:t><w:noBreakHyphen/><w:t>er</w:t><w:sym w:font="Symbol" w:char="F061"/></w:r>',
      ),
      'Donau\u00addampf\u2011erα',
    ],
    [
      'fields',
      paragraph(
        field('REF x', run('Table 3')) +
          '<w:fldSimple w:instr=" PAGE "><w:r><w:t>, 7</w:t></w:r></w:fldSimple>',
      ),
      'Table 3, 7',
    ],
    [
      'content controls and checkboxes',
      `<w:sdt><w:sdtPr><w:alias w:val="Name"/></w:sdtPr><w:sdtContent>${paragraph('Anna')}</w:sdtContent></w:sdt>${paragraph('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> yes</w:t></w:r>')}`,
      'Anna\n\n☒ yes',
    ],
    [
      'words with a reading above them, and those that run the other way',
      paragraph(
        '<w:r><w:ruby><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r><w:bdo w:val="rtl"><w:r><w:t>京</w:t></w:r></w:bdo>',
      ),
      '東京',
    ],
    [
      'a text box once, though it is written twice',
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>${box(paragraph('Boxed'))}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box(paragraph('Boxed'))}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Beside')}`,
      ) + paragraph('After'),
      'Beside\n\nBoxed\n\nAfter',
    ],
    [
      'lists, by number, level and style',
      item(1, 0, 'apples') + item(1, 1, 'red') + item(1, 1, 'green') + styled('Forderung', 'pears'),
      '- apples\n  - red\n  - green\n- pears',
    ],
    [
      'lists that count on, begin elsewhere, and count anew below',
      item(2, 0, 'a') +
        item(2, 1, 'b') +
        item(2, 1, 'c') +
        paragraph('Between') +
        item(3, 0, 'd') +
        item(3, 1, 'e') +
        paragraph('Between') +
        item(4, 0, 'f') +
        item(4, 0, 'g'),
      '1. a\n  1. b\n  2. c\n\nBetween\n\n2. d\n  1. e\n\nBetween\n\n7. f\n8. g',
    ],
    ['a numbered list after one with bullets', item(1, 0, 'a') + item(2, 0, 'b'), '- a\n\n1. b'],
    ['an item with a line break', item(1, 0, '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>'), '- a\nb'],
    [
      'tables with merged cells, columns in line',
      table(
        row(cell('Name'), cell('Votes', '<w:gridSpan w:val="2"/>')),
        row(
          cell(paragraph('Lois') + paragraph('Pereiro'), '<w:vMerge w:val="restart"/>'),
          cell('12'),
          cell('13'),
        ),
        row(cell('', '<w:vMerge/>'), cell('14'), cell(table(row(cell('in'), cell('ner'))) + paragraph(''))),
      ),
      'Name\tVotes\t\nLois Pereiro\t12\t13\n\t14\tin ner',
    ],
    [
      'notes at the end in the order of their marks',
      {
        body: paragraph(
          run('First') +
            note('footnote', 3) +
            run(', second') +
            note('endnote', 1) +
            run(', again') +
            note('footnote', 2),
        ),
        footnotes:
          noted('footnote', 2, paragraph(run(' Two.'))) +
          noted('footnote', 3, paragraph(`<w:r><w:footnoteRef/></w:r>${run(' Three.')}`), paragraph('More.')),
        endnotes: noted('endnote', 1, paragraph(run('End.'))),
      },
      'First[1], second[i], again[2]\n\n[1] Three.\nMore.\n\n[i] End.\n\n[2] Two.',
    ],
    ['a mark of a note that is not there', paragraph(run('Word') + note('footnote', 9)), 'Word'],
    [
      'changes as accepted',
      paragraph(run('In ') + deleted('five') + inserted('six') + run(' days.')) +
        `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>${run('Joined')}</w:p>${paragraph(run(' lines'))}`,
      'In six days.\n\nJoined lines',
    ],
  ];
  for (const [what, parts, text] of texts)
    it(`holds ${what}`, async () => {
      expect((await read(parts)).text).to.equal(text);
    });

  it('is as it was before the changes, where that is chosen', async () => {
    const body =
      paragraph(run('In ') + deleted('five') + inserted('six') + run(' days.')) +
      `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>${run('Two')}</w:p>${paragraph('lines')}` +
      `<w:p><w:pPr><w:rPr><w:ins w:id="4" w:author="A"/></w:rPr></w:pPr>${run('One')}</w:p>${paragraph(run(' line'))}` +
      paragraph(
        `<w:moveFrom w:id="5" w:author="A">${run('Here')}</w:moveFrom><w:moveTo w:id="6" w:author="A">${run('There')}</w:moveTo>`,
      );
    const before = await read(body, { changes: 'before' });
    expect(before.text).to.equal('In five days.\n\nTwo\n\nlines\n\nOne line\n\nHere');
    const accepted = await read(body);
    expect(accepted.text).to.equal('In six days.\n\nTwolines\n\nOne\n\nline\n\nThere');
    expect(accepted.options).to.deep.equal({ changes: 'accepted' });
    expect(
      accepted.choices.map(({ name, values }) => [name, ...values.map(({ value }) => value)]),
    ).to.deep.equal([['changes', 'accepted', 'before']]);
    expect((await read(paragraph('Nothing changed'))).choices).to.deep.equal([]);
  });

  it('has headings by outline level in any language, quotes, lists within lists, tables and notes as blocks', async () => {
    const made = await read({
      body:
        styled('Titel', 'Bericht') +
        styled('berschrift1', 'Eins') +
        styled('Kapitel', 'Eins a') +
        paragraph('Gestuft', '<w:outlineLvl w:val="3"/>') +
        styled('Zitat', 'Gesagt.') +
        item(1, 0, 'a') +
        item(1, 1, 'b') +
        `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Kopf')}</w:tr>${row(cell(''))}</w:tbl>` +
        paragraph(run('Ende') + note('footnote', 2)),
      footnotes: noted('footnote', 2, paragraph('Fuß')),
      title: 'Bericht über alles',
    });
    expect(made.title).to.equal('Bericht über alles');
    expect(blocksOf(made)).to.deep.equal([
      'heading 1: Bericht',
      'heading 1: Eins',
      'heading 2: Eins a',
      'heading 4: Gestuft',
      'quote: Gesagt.',
      'list: - a\n  - b',
      'item 1: - a\n  - b',
      'list: - b',
      'item 2: - b',
      'table: Kopf\n',
      'row: Kopf',
      'cell: Kopf',
      'cell: ',
      'paragraph: Ende[1]',
      'note: [1] Fuß',
    ]);
  });

  it('has emphasis and links, those of fields too, and none that lead nowhere', async () => {
    const link = (id: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;
    const { text, derivation } = await read({
      body: paragraph(
        run('A', '<w:b/>') +
          run('B', '<w:b/><w:i/>') +
          run('C', '<w:i w:val="0"/>') +
          `<w:hyperlink r:id="rId90" w:anchor="top">${run('here')}</w:hyperlink>` +
          field('HYPERLINK "https://b.example/"', run('there')) +
          `<w:hyperlink r:id="rId91">${run('x')}</w:hyperlink><w:hyperlink r:id="rId92">${run('y')}</w:hyperlink>`,
      ),
      links: link('rId90', 'https://a.example/') + link('rId91', 'javascript:alert(1)'),
    });
    expect(text).to.equal('ABCheretherexy');
    expect(
      derivation.inlines.map(({ start, end, ...what }) => ({ ...what, words: text.slice(start, end) })),
    ).to.deep.equal([
      { kind: 'strong', words: 'AB' },
      { kind: 'emphasis', words: 'B' },
      { kind: 'link', href: 'https://a.example/#top', words: 'here' },
      { kind: 'link', href: 'https://b.example/', words: 'there' },
    ]);
  });

  it('tells the part and the paragraph of each stretch, which is what stands there', async () => {
    const { text, derivation } = await read({
      body:
        paragraph('One') +
        paragraph('') +
        `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>${run('Jo')}</w:p>${paragraph(run('ined') + note('footnote', 2))}` +
        table(row(cell('five'), cell('six'))),
      footnotes: noted('footnote', 2, paragraph('Note')),
    });
    expect(
      derivation.stretches.map(({ start, end, at }) => [text.slice(start, end), at.part, at.paragraph]),
    ).to.deep.equal([
      ['One', 'word/document.xml', 1],
      ['Jo', 'word/document.xml', 3],
      ['ined', 'word/document.xml', 4],
      ['five', 'word/document.xml', 5],
      ['six', 'word/document.xml', 6],
      ['Note', 'word/footnotes.xml', 3],
    ]);
  });

  it('says what is left out', async () => {
    const { text, remarks } = await read({
      body:
        paragraph(
          run('Seen', '<w:strike/>') +
            run(' hidden', '<w:vanish/>') +
            run('.', '<w:vanish w:val="0"/>') +
            '<w:r><w:commentReference w:id="0"/></w:r>',
        ) +
        paragraph(
          `${run('10')}${run('2', '<w:vertAlign w:val="superscript"/>')}<m:oMath><m:r><m:t>E</m:t></m:r></m:oMath>`,
        ) +
        paragraph(
          '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdNowhere"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
        ) +
        paragraph(
          `<w:r><w:drawing><wp:anchor>${box(paragraph('lost'))}</wp:anchor></w:drawing><w:sym w:font="Nobody" w:char="F0FF"/></w:r>`,
        ) +
        '<w:altChunk r:id="rId80"/>' +
        paragraph(deleted('x')),
      header: paragraph('Running head'),
    });
    expect(text).to.equal('Seen.\n\n102');
    for (const what of [
      /tracked changes/,
      /Comments/,
      /Hidden/,
      /Headers/,
      /Pictures/,
      /Formulas/,
      /Text boxes/,
      /Other files/,
      /Symbols/,
      /Raised/,
      /struck through/,
    ])
      expect(
        remarks.filter(({ says }) => what.test(says)),
        `${what}`,
      ).to.have.length(1);
    expect((await read(paragraph('Plain'))).remarks).to.deep.equal([]);
  });

  it('is read from other dialects, prefixes and encodings', async () => {
    const strict =
      '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:pPr><d:outlineLvl d:val="0"/></d:pPr><d:r><d:t>Né</d:t></d:r></d:p></d:body></d:document>';
    const bare =
      '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><pPr><outlineLvl q:val="0"/></pPr><r><t>Né</t></r></p></body></document>';
    const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${strict}`, 'utf16le');
    for (const document of [strict, bare, utf16]) {
      const made = await read({ body: '', files: { 'word/document.xml': document } });
      expect(blocksOf(made)).to.deep.equal(['heading 1: Né']);
      expect(made.derivation.stretches[0]?.at).to.deep.equal({ part: 'word/document.xml', paragraph: 1 });
    }
  });

  it('is the same whether the document is read at once or in pieces', async () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      i % 100 === 0
        ? styled('berschrift1', `Part ${i}`)
        : item(2, i % 3 === 0 ? 1 : 0, `${i} ${'word '.repeat(60)}`),
    );
    const { text, derivation } = await read({
      body: many.join('') + paragraph(run('Last') + note('footnote', 2)),
      footnotes: noted('footnote', 2, paragraph('Note')),
    });
    expect(derivation.stretches.map(({ at }) => at.paragraph)).to.deep.equal([
      ...Array.from({ length: 3001 }, (_, i) => i + 1),
      3,
    ]);
    expect(text).to.match(/\n\nLast\[1\]\n\n\[1\] Note$/);
    expect(derivation.blocks.filter(({ kind }) => kind === 'list').length).to.be.above(25);
  });

  it('holds every word in order whatever the document is made of', async () => {
    const word = fc.stringMatching(/^[a-zà-ž0-9]{1,8}$/);
    const block = fc.oneof(
      word.map(text => ({ xml: paragraph(text), words: [text] })),
      fc
        .tuple(word, word)
        .map(([a, b]) => ({ xml: paragraph(run(`${a} `, '<w:b/>') + run(b)), words: [a, b] })),
      fc.tuple(fc.nat(2), word).map(([level, text]) => ({ xml: item(2, level, text), words: [text] })),
      fc.tuple(fc.nat(1), word).map(([level, text]) => ({ xml: item(1, level, text), words: [text] })),
      fc
        .array(
          fc.tuple(word, fc.constantFrom('', '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>')),
          {
            minLength: 1,
            maxLength: 4,
          },
        )
        .map(cells => ({
          xml: table(row(...cells.map(([text, merge]) => cell(text, merge)))),
          words: cells.map(([text]) => text),
        })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async blocks => {
        const { text, derivation } = await read(blocks.map(({ xml }) => xml).join(''));
        const words = blocks.flatMap(one => one.words);
        const found = derivation.stretches.flatMap(({ start, end }) => text.slice(start, end).split(' '));
        expect(found).to.deep.equal(words);
      }),
      { numRuns: 40 },
    );
  });
});

describe('files that are no Word documents, or broken ones', () => {
  const ole = (stream: string): Uint8Array =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]);
  const packed = (files: Record<string, string>): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [name, [strToU8(content), { level: 0 }]]),
      ),
    );
  const document = (xml: string): Uint8Array => wordFile({ body: '', files: { 'word/document.xml': xml } });
  const deep = '<w:smartTag>'.repeat(5000) + '</w:smartTag>'.repeat(5000);
  const refused: [what: string, file: Uint8Array, says: RegExp][] = [
    [
      'an old Word document',
      ole('WordDocument'),
      /Word 97–2003 \(\.doc\).*save it as "Word Document \(\.docx\)"/,
    ],
    ['one with a password', ole('EncryptedPackage'), /password/],
    ['an old workbook', ole('Workbook'), /CSV/],
    ['an old presentation', ole('PowerPoint Document'), /PDF/],
    ['an RTF file', strToU8('{\\rtf1\\ansi Hello}'), /RTF.*docx/],
    [
      'an OpenDocument text',
      packed({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      /OpenDocument.*docx/,
    ],
    [
      'an OpenDocument spreadsheet',
      packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      /CSV/,
    ],
    ['a workbook', packed({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }), /Excel.*CSV/],
    ['a presentation', packed({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<x/>' }), /PDF/],
    [
      'a package without a document',
      packed({ '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<x/>' }),
      /no Word document.*missing/,
    ],
    ['an empty document', wordFile(paragraph('')), /holds no text/],
    [
      'one without a body',
      document('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
      /damaged.*body/,
    ],
    [
      'XML that breaks off',
      document('<w:document xmlns:w="u"><w:body>'),
      /word\/document\.xml.*not well-formed/,
    ],
    [
      'entities that grow',
      document('<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'),
      /document type/,
    ],
    [
      'an entity from outside',
      document('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
      /document type/,
    ],
    [
      'a document type in its styles',
      wordFile({ body: paragraph('x'), styles: '', files: { 'word/styles.xml': '<!DOCTYPE s><s/>' } }),
      /document type/,
    ],
    ['elements nested without end', wordFile(paragraph(`${deep}`)), /deep/],
    [
      'bytes that are not UTF-8',
      wordFile({ body: '', files: { 'word/document.xml': new Uint8Array([0x3c, 0xff, 0x3e]) } }),
      /does not decode/,
    ],
    [
      'a zip bomb',
      wordFile({ body: '', files: { 'word/document.xml': new Uint8Array(101 * 2 ** 20).fill(32) } }),
      /100 MB/,
    ],
    ['a file cut off', wordFile(paragraph('Hello')).subarray(0, 900), /damaged or cut off/],
  ];
  for (const [what, file, says] of refused)
    it(`says why it does not read ${what}`, async () => {
      expect(docx.recognises(file.subarray(0, 4096), undefined)).to.equal(true);
      expect(await refusalOf(docx, file)).to.match(says);
    });

  it('takes Word documents for its own, and no other archives', () => {
    const file = wordFile(paragraph('x'));
    expect(docx.recognises(file.subarray(0, 4096), undefined)).to.equal(true);
    expect(docx.recognises(file.subarray(0, 4096), 'report.DOCX')).to.equal(true);
    expect(docx.recognises(packed({ mimetype: 'application/epub+zip' }), 'book.epub')).to.equal(false);
    expect(docx.recognises(packed({ 'a.txt': 'x' }), 'texts.zip')).to.equal(false);
    expect(docx.recognises(strToU8('%PDF-1.7'), undefined)).to.equal(false);
  });

  it('reads or refuses whatever has been altered, cut or lost in a file', async () => {
    const whole = wordFile({
      body:
        styled('berschrift1', 'One') +
        item(2, 0, 'a') +
        table(row(cell('b'))) +
        paragraph(run('c') + note('footnote', 2)),
      footnotes: noted('footnote', 2, paragraph('d')),
    });
    const mutation = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { maxLength: 4 }), fc.nat(whole.length), async (mutations, cut) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, to } of mutations) bytes[at] = to;
        await refusalOf(docx, mutations.length > 0 ? bytes : bytes.subarray(0, cut));
      }),
      { numRuns: 150 },
    );
  });

  it('reads or refuses whatever its XML has lost or holds twice', async () => {
    const xml =
      styled('berschrift1', 'One') +
      item(2, 0, 'a') +
      table(row(cell('b', '<w:gridSpan w:val="999999999"/>'))) +
      paragraph(run('c') + deleted('e'));
    const tags = xml.split(/(?=<)/);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(tags.length - 1),
        fc.nat(tags.length - 1),
        fc.boolean(),
        async (from, to, twice) => {
          const rest = twice
            ? [...tags.slice(0, from), tags[to]!, ...tags.slice(from)]
            : tags.toSpliced(from, 1 + (to % 5));
          await refusalOf(docx, wordFile({ body: rest.join(''), styles: STYLES }));
        },
      ),
      { numRuns: 150 },
    );
  });
});
