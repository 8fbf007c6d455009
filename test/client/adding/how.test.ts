import { expect } from 'chai';
import { askedHow, foundHow, partsOf, readOtherwise, unsaid } from '#client/panels/how.js';
import type { Examination } from '../../../shared/api/routes/documents.ts';

const found = (values: readonly (string | number)[], options = {}): Examination => ({
  bytes: 10,
  sha256: 'a'.repeat(64),
  encodings: [],
  encoding: 'utf-8',
  bom: false,
  mediaType: 'text/plain',
  title: 'A book',
  length: 5,
  sample: 'Words',
  undecodable: 0,
  extractors: [
    { extractor: 'epub', label: 'an EPUB book' },
    { extractor: 'plain', label: 'plain text' },
  ],
  extraction: {
    extractor: 'epub',
    label: 'an EPUB book',
    mediaType: 'application/epub+zip',
    options,
    choices: values.length > 0 ? [{ name: 'part', values: values.map(value => ({ value })) }] : [],
    remarks: [],
    blocks: {},
    drawn: { blocks: [], inlines: [] },
  },
});

describe('how a file is read', () => {
  it('says nothing where nothing was said', () => {
    expect(askedHow(unsaid)).to.eql({});
    expect(askedHow({ ...unsaid, encoding: 'none' })).to.eql({});
  });

  it('forgets the choices of one kind of file when another is chosen', () => {
    const html = readOtherwise(unsaid, { extractor: 'html', options: { content: 'whole' } });
    expect(readOtherwise(html, { encoding: 'koi8-r' }).options).to.eql({ content: 'whole' });
    expect(readOtherwise(html, { extractor: 'plain' }).options).to.eql({});
  });

  it('stores what was looked at: the same reading with all of its choices, or plainly plain text', () => {
    const { extraction: _, ...plain } = found([]);
    expect(foundHow(found([], { part: '' }))).to.eql({
      encoding: 'utf-8',
      extractor: 'epub',
      options: '{"part":""}',
    });
    expect(foundHow(plain)).to.eql({ encoding: 'utf-8', extractor: 'plain' });
    expect(foundHow({ ...plain, extractors: [{ extractor: 'plain', label: 'plain text' }] })).to.eql({
      encoding: 'utf-8',
    });
  });

  for (const [what, values, parts] of [
    ['a file without parts', [], []],
    ['a file with one part', [7], []],
    ['a file with parts', [7, 8], [7, 8]],
    ['a book whose whole can be one text', ['', 'one.xhtml', 'two.xhtml'], ['one.xhtml', 'two.xhtml']],
    ['a book of one chapter', ['', 'one.xhtml'], ['one.xhtml']],
  ] as const)
    it(`finds the parts of ${what}`, () => {
      expect(partsOf(found(values)).map(({ value }) => value)).to.eql(parts);
    });
});
