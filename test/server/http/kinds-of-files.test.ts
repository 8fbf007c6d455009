import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { v7 as newId } from 'uuid';
import { extractors } from '../../../server/extracting/registry.ts';
import { verifyLowdb } from '../../../server/storage/lowdb/verify.ts';
import { Derivation } from '../../../shared/model/derivation.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { pdf } from '../../support/files.ts';
import { paragraph, wordFile } from '../extracting/extractors/word-file.ts';
import { AT, serving } from './serving.ts';

const WORDS = 'Forty came.';
const XHTML = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${WORDS}</p></body></html>`;

/** A small file of each kind in which the words stand. */
const files: Readonly<Record<string, readonly [name: string, bytes: Uint8Array | string, ending: string]>> = {
  html: ['page.html', `<!doctype html><title>A page</title><p>${WORDS}</p><script>alert(1)</script>`, 'html'],
  docx: ['minutes.docx', wordFile({ body: paragraph(WORDS) }), 'docx'],
  pdf: ['minutes.pdf', pdf(WORDS), 'pdf'],
  epub: [
    'book.epub',
    zipSync({
      mimetype: [strToU8('application/epub+zip'), { level: 0 }],
      'META-INF/container.xml': strToU8(
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      ),
      'book.opf': strToU8(
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
      ),
      'a.xhtml': strToU8(XHTML),
    }),
    'epub',
  ],
  'mediawiki-xml': [
    'wiki.xml',
    `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11"><page><title>Vigo</title><ns>0</ns><id>1</id><revision><id>7</id><model>wikitext</model><text>${WORDS}</text></revision></page></mediawiki>`,
    'xml',
  ],
  subtitles: ['talk.srt', `1\n00:00:01,000 --> 00:00:02,500\n${WORDS}\n`, 'srt'],
  table: ['quotes.csv', `speaker,quote\nAnn Lee,${WORDS}\nClara Wu,Nobody else spoke that day.\n`, 'csv'],
  json: [
    'quotes.json',
    JSON.stringify([
      { id: 1, text: WORDS },
      { id: 2, text: 'Nobody else spoke.' },
    ]),
    'json',
  ],
};

describe('a file of each kind on a desk that is served', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-kinds-'));
  const desk = serving({ data: folder, begin: 'nothing' });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const { id: extractor } of extractors)
    it(`is recognised, read, kept and given back (${extractor})`, async () => {
      const [name, content, ending] = files[extractor]!;
      const body = new Uint8Array(typeof content === 'string' ? strToU8(content) : content);
      const found = await desk.api.examine({ query: { name }, body });
      expect(found.extraction).to.include({ extractor });
      expect(found.sample).to.contain(WORDS);
      const id = newId();
      const { title, mediaType, encoding } = found;
      const query = {
        ...{ id, change: newId(), group: newId(), revision: newId(), by: 'Ines', at: AT },
        ...{ title, mediaType, encoding, extractor, options: JSON.stringify(found.extraction!.options) },
      };
      const { held } = await desk.api.addDocument({ query, body });
      const revision = currentRevision(held.object);
      const params = { id, revision: revision.id };
      const text = new TextDecoder().decode(await desk.api.getPiece({ params: { ...params, piece: 0 } }));
      expect(text.length, 'what was looked at is what is kept').to.equal(found.length);
      const kept = new TextDecoder().decode(await desk.api.getDerivation({ params }));
      const { stretches } = Derivation.parse(JSON.parse(kept));
      const at = text.indexOf(WORDS);
      expect(stretches.some(({ start, end }) => start <= at && at < end)).to.equal(true);
      const answer = await fetch(`${desk.url}/api/documents/${id}/text`);
      expect(new Uint8Array(await answer.arrayBuffer())).to.eql(body);
      expect(answer.headers.get('content-type')).not.to.match(/^text.html|xhtml|javascript|[/+]xml/);
      expect(answer.headers.get('content-disposition')).to.match(
        new RegExp(`^attachment; filename="[^"]*\\.${ending}"`),
      );
    });

  it('is verified by reading each once more', async () => {
    const { findings, objects } = await verifyLowdb(folder);
    expect([findings, objects]).to.eql([[], extractors.length]);
  });
});
