import { strToU8, zipSync } from 'fflate';

/** What a Word file is made of for a test; XML of bodies without the elements around them. */
export interface WordParts {
  readonly body: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly title?: string;
  readonly header?: string;
  /** Further relationships of the document. */
  readonly links?: string;
  /** Files that are put in, or in place of others. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
/** As Word declares them on its outermost elements. */
const NAMESPACES =
  'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Styles as Word in German writes them: the ids are translated, the names are not. */
export const STYLES =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:lang w:val="de-DE" w:eastAsia="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:latentStyles w:count="376"><w:lsdException w:name="heading 1" w:uiPriority="9"/></w:latentStyles>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift2"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:basedOn w:val="Standard"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Aufzhlungszeichen"><w:name w:val="List Bullet"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Forderung"><w:name w:val="Forderung"/><w:basedOn w:val="Aufzhlungszeichen"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Funotentext"><w:name w:val="footnote text"/><w:basedOn w:val="Standard"/></w:style>' +
  '<w:style w:type="character" w:styleId="Funotenzeichen"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';

const level = (at: number, format: string, text: string, extra = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;

/** List 1 has bullets, 2 and 3 count together, 4 counts from 7. */
export const NUMBERING =
  `<w:abstractNum w:abstractNumId="0" w15:restartNumberingAfterBreak="0" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w:multiLevelType w:val="hybridMultilevel"/>${level(0, 'bullet', '•', '<w:pStyle w:val="Aufzhlungszeichen"/>')}${level(1, 'bullet', 'o')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';

/** Notes that Word has in every file for the lines above them. */
const SEPARATORS = (note: string): string =>
  `<w:${note} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${note}>` +
  `<w:${note} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${note}>`;

const part = (root: string, inner: string): string =>
  `${DECLARATION}<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;

/** @returns a file laid out as Word lays out its own */
export function wordFile(parts: WordParts | string): Uint8Array {
  const { body, footnotes, endnotes, styles, numbering, title, header, links, files } =
    typeof parts === 'string' ? ({ body: parts } as WordParts) : parts;
  const inner: Record<string, string | undefined> = {
    styles: part('styles', styles ?? STYLES),
    numbering: part('numbering', numbering ?? NUMBERING),
    footnotes: footnotes === undefined ? undefined : part('footnotes', SEPARATORS('footnote') + footnotes),
    endnotes: endnotes === undefined ? undefined : part('endnotes', SEPARATORS('endnote') + endnotes),
    header: header === undefined ? undefined : part('hdr', header),
  };
  const related = Object.keys(inner).filter(name => inner[name] !== undefined);
  const relationships = related
    .map(
      (name, i) =>
        `<Relationship Id="rId${i + 1}" Type="${OFFICE}/relationships/${name}" Target="${name}.xml"/>`,
    )
    .join('');
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/></Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': part(
      'document',
      `<w:body>${body}<w:sectPr w:rsidR="00A77B3E"><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`,
    ),
    'word/_rels/document.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relationships}${links ?? ''}</Relationships>`,
    ...Object.fromEntries(related.map(name => [`word/${name}.xml`, inner[name]!])),
    ...(title === undefined
      ? {}
      : {
          'docProps/core.xml': `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:creator>Anna Berg</dc:creator></cp:coreProperties>`,
        }),
    ...files,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: '2024-05-01T00:00:00Z' },
  );
}

/** A run of text, with properties where it has some. */
export const run = (text: string, properties = ''): string =>
  `<w:r w:rsidRPr="00B12">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph; `inner` is text or runs. */
export const paragraph = (inner: string, properties = ''): string =>
  `<w:p w:rsidR="00A1" w14:paraId="1A2B3C4D">${properties && `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`;

export const styled = (style: string, inner: string): string =>
  paragraph(inner, `<w:pStyle w:val="${style}"/>`);

/** An item of a list. */
export const item = (list: number, level: number, inner: string): string =>
  paragraph(
    inner,
    `<w:pStyle w:val="Listenabsatz"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  );

export const cell = (inner: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="3020" w:type="dxa"/>${properties}</w:tcPr>${inner.startsWith('<w:p') || inner.startsWith('<w:tbl') ? inner : paragraph(inner)}</w:tc>`;

export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

export const table = (...rows: string[]): string =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="Tabellenraster"/></w:tblPr><w:tblGrid><w:gridCol w:w="3020"/></w:tblGrid>${rows.join('')}</w:tbl>`;
