import { expect } from 'chai';
import fc from 'fast-check';
import { readDocument } from '../../../../server/documents/read-document.ts';
import { Unextractable } from '../../../../server/extracting/extractor.ts';
import { mediawikiXml } from '../../../../server/extracting/extractors/mediawiki-xml/mediawiki-xml.ts';
import { xmlPieces } from '../../../../server/extracting/extractors/mediawiki-xml/xml-pieces.ts';
import { extracted, refusalOf } from './derived.ts';

const revision = (id: number, day: string, text: string, more = '<model>wikitext</model>') =>
  `<revision>\n<id>${id}</id><timestamp>${day}T00:00:00Z</timestamp><contributor><username>Ana &amp; Co</username><id>3</id></contributor>${more}<text bytes="9" xml:space="preserve">${text}</text></revision>`;
const page = (id: number, title: string, inner: string) =>
  `<page><title>${title}</title><ns>0</ns><id>${id}</id>${inner}</page>\n`;
const exported = (pages: string, before = '') =>
  `${before}<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="es">\n<siteinfo><sitename>Wikipedia</sitename></siteinfo>\n${pages}</mediawiki>\n`;
const EXPORT = exported(
  page(
    7,
    'Faro',
    '<redirect title="Unión &quot;Faro&quot;"/>'.concat(
      revision(70, '2019-01-01', '#REDIRECT [[Unión &quot;Faro&quot;]]'),
    ),
  ) +
    page(
      12,
      'Unión &quot;Faro&quot;',
      revision(
        101,
        '2021-05-01',
        "'''Unión''' &amp;nbsp; &lt;ref&gt;[http://a.example a]&lt;/ref&gt; &#x1F600;\n* Ana\n* Luis",
      ) + revision(100, '2020-01-01', 'Antes'),
    ) +
    page(14, 'Gone', '<revision><id>8</id><text deleted="deleted" /></revision>') +
    page(15, 'Module:X', revision(90, '2020-01-01', 'return {}', '<model>Scribunto</model>')),
);

describe('a MediaWiki export', () => {
  it('gives the newest wikitext of its first page that is no redirect', async () => {
    const made = await extracted(mediawikiXml, EXPORT);
    expect(made).to.deep.include({
      text: "'''Unión''' &nbsp; <ref>[http://a.example a]</ref> 😀\n* Ana\n* Luis",
      mediaType: 'text/x-wiki',
      title: 'Unión "Faro"',
      language: 'es',
      options: { part: 12, revision: 101 },
    });
    expect(made.remarks.map(({ says }) => says)).to.eql([
      'This is revision 101, 2021-05-01T00:00:00Z, Ana & Co, Wikipedia.',
    ]);
  });

  it('names its pages and the revisions of one', async () => {
    const { choices } = await extracted(mediawikiXml, EXPORT);
    expect(choices).to.eql([
      {
        name: 'part',
        values: [
          { value: 12, label: 'Unión "Faro"' },
          { value: 15, label: 'Module:X' },
          { value: 7, label: 'Faro → Unión "Faro"' },
        ],
      },
      {
        name: 'revision',
        values: [
          { value: 101, label: '2021-05-01T00:00:00Z, Ana & Co' },
          { value: 100, label: '2020-01-01T00:00:00Z, Ana & Co' },
        ],
      },
    ]);
  });

  it('gives the page and the revision that are asked for', async () => {
    expect((await extracted(mediawikiXml, EXPORT, { part: 12, revision: 100 })).text).to.equal('Antes');
    const redirect = await extracted(mediawikiXml, EXPORT, { part: 7 });
    expect(redirect.remarks.map(({ says }) => says).join()).to.match(/only redirects to Unión "Faro"/);
    const program = await extracted(mediawikiXml, EXPORT, { part: 15 });
    expect(program).to.include({ text: 'return {}', mediaType: 'text/plain' });
    expect(program.remarks.map(({ says }) => says).join()).to.match(/no wikitext but Scribunto/);
  });

  it('knows where in the file each stretch stands, divided at entities', async () => {
    const { text, derivation } = await extracted(mediawikiXml, EXPORT);
    const told = derivation.stretches.map(({ start, end, at }) => [
      text.slice(start, end),
      EXPORT.slice(at.from, at.to),
    ]);
    expect(told.slice(0, 4)).to.eql([
      ["'''Unión''' ", "'''Unión''' "],
      ['&', '&amp;'],
      ['nbsp; ', 'nbsp; '],
      ['<', '&lt;'],
    ]);
    expect(derivation.stretches.map(({ start }) => start).slice(1)).to.eql(
      derivation.stretches.map(({ end }) => end).slice(0, -1),
    );
  });

  it('takes a page that stands there twice for one', async () => {
    const twice = exported(
      page(1, 'A', revision(1, '2020-01-01', 'old')) + page(1, 'A', revision(2, '2021-01-01', 'new')),
    );
    const made = await extracted(mediawikiXml, twice);
    expect(made.text).to.equal('new');
    expect(made.choices.map(({ values }) => values.length)).to.eql([1, 2]);
  });

  const bomb = '<!DOCTYPE mediawiki [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const refused: readonly [string, string, RegExp][] = [
    ['declares a document type', exported('', bomb), /declares a document type/],
    [
      'has entities that it does not declare',
      exported(page(1, 'A', revision(1, '2020-01-01', '&b;'))),
      /not well-formed/,
    ],
    ['is cut off', EXPORT.slice(0, 900), /cut off before its end/],
    ['is not well-formed', EXPORT.replace('</title>', '</ title>'), /not well-formed/],
    [
      'has no text',
      exported(page(1, 'A', '<revision><id>1</id><text/></revision>')),
      /No page of this export has any text/,
    ],
    ['nests too deep', exported('<a>'.repeat(200)), /more than 100 deep/],
  ];
  for (const [name, file, message] of refused)
    it(`is refused with a reason where it ${name}`, async () =>
      expect(await refusalOf(mediawikiXml, file)).to.match(message));
  it('is refused with a reason where the page asked for is not there', async () => {
    expect(await refusalOf(mediawikiXml, EXPORT, { part: 14 })).to.match(/no page 14 with text/);
    expect(await refusalOf(mediawikiXml, EXPORT, { part: 12, revision: 5 })).to.match(
      /no revision 5 with text/,
    );
  });

  it('is recognised by its root, and read in a process of its own', async () => {
    expect(mediawikiXml.recognises(Buffer.from('<?xml version="1.0"?>\n<rss><mediawiki>'), 'a.xml')).to.equal(
      false,
    );
    const file = await readDocument(Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${EXPORT}`), {
      name: 'Wikipedia-20240101.xml',
    });
    expect(file).to.include({ title: 'Unión "Faro"', mediaType: 'text/x-wiki' });
    expect(file.extraction).to.include({ extractor: 'mediawiki-xml' });
  });

  it('never fails otherwise, damaged', async () => {
    const damage = fc.array(
      fc.tuple(fc.nat(EXPORT.length), fc.constantFrom('<', '>', '&', '"', '</text>', '\0', '-1', '<page>')),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(damage, async changes => {
        let file = EXPORT;
        for (const [at, sign] of changes) file = file.slice(0, at) + sign + file.slice(at + sign.length);
        try {
          await extracted(mediawikiXml, file);
        } catch (error) {
          if (!(error instanceof Unextractable)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('text within XML', () => {
  const part = fc.constantFrom(
    'one ',
    '&lt;',
    '&#65;',
    '&#x1F600;',
    '\r\n',
    '\r',
    '\n',
    '<![CDATA[a<b&amp;\r\n]]>',
    '<!-- c -->',
    'ü',
  );
  const means: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&#65;': 'A',
    '&#x1F600;': '😀',
    '\r\n': '\n',
    '\r': '\n',
    '<![CDATA[a<b&amp;\r\n]]>': 'a<b&amp;\n',
    '<!-- c -->': '',
  };

  it('is decoded in pieces that stand for their source, unit by unit or as a whole', () => {
    fc.assert(
      fc.property(fc.array(part), parts => {
        const raw = parts.join('');
        fc.pre(!/\r\n/.test(parts.map(one => (one.length > 1 ? 'x' : one)).join('')));
        const pieces = [...xmlPieces(raw, 5)];
        expect(pieces.map(({ text }) => text).join('')).to.equal(
          parts.map(one => means[one] ?? one).join(''),
        );
        let end = 5;
        for (const { text, from, to } of pieces) {
          expect(from).to.be.at.least(end);
          if (to - from === text.length)
            expect(raw.slice(from - 5, to - 5).replaceAll('\r', '\n')).to.equal(text);
          end = to;
        }
      }),
    );
  });
});
