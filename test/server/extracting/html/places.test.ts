import { expect } from 'chai';
import { decodeHTML } from 'entities/decode';
import fc from 'fast-check';
import { parseTree } from '../../../../server/extracting/html/tree.ts';
import { walkTree } from '../../../../server/extracting/html/walk.ts';
import { runs } from '../../../support/runs.ts';

const TAGS =
  'p div span b a ul ol li table tr td th caption pre q h2 blockquote dl dt dd sup ruby rt br hr select template svg math style details'.split(
    ' ',
  );
const words = fc.constantFrom(
  'one',
  ' two ',
  'é\u0301',
  '😀',
  '\n  ',
  '\r\n',
  '\t',
  '5',
  '&amp;',
  '&nbsp;',
  '&lt',
  '&#x1F600;',
  '&NotEqualTilde;',
  '&bogus;',
  '&',
  '<',
  '\u00a0',
  '\u0000',
  '\r',
);
const tag = fc.constantFrom(...TAGS);
const markup = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 2, arbitrary: tag.map(name => `<${name}>`) },
  { weight: 2, arbitrary: tag.map(name => `</${name}>`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<td colspan=3>',
      '<td rowspan=2>',
      '<li value=4>',
      '<!-- c -->',
      '<p hidden>',
      '<img>',
      '</',
      '<!',
      '<p a="',
    ),
  },
);
const page = fc.array(markup, { maxLength: 60 }).map(parts => parts.join(''));

/** What source says, with white space and what no page may hold as text has it. */
const plain = (source: string) =>
  decodeHTML(source.replace(/\r\n?/g, '\n'))
    .replace(/[\t\n\f\r]/g, ' ')
    .replace(/\0+/g, '\ufffd');

describe('where the text of a page comes from', () => {
  it('is told for each stretch, which its source says, in order', () => {
    fc.assert(
      fc.property(page, html => {
        const { text, derivation } = walkTree(parseTree(html));
        let end = 0;
        for (const { start, end: stop, at } of derivation.stretches) {
          expect(start).to.be.at.least(end);
          const source = html.slice(at.from, at.to);
          const said = text.slice(start, stop);
          expect(plain(source)).to.equal(plain(said));
          if (source.length === said.length)
            for (let i = 0; i < said.length; i++) expect(plain(source[i]!)).to.equal(plain(said[i]!));
          end = stop;
        }
        expect(text).not.to.match(/\r|^[\n\t ]*\n|\n$/);
        const left = text.split('');
        for (const { start, end: stop } of derivation.stretches) left.fill('', start, stop);
        expect(left.join('')).to.match(/^(?:[\n\t ()“”^_]|- |√|\/|[0-9]+\. )*$/);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(page, html => {
        expect(walkTree(parseTree(html))).to.eql(walkTree(parseTree(html)));
      }),
    );
  });

  it('is one stretch where the source reads on, and divided at character references', () => {
    const html = '<p>one\ntwo&amp;three  <b>four</b></p>';
    const { text, derivation } = walkTree(parseTree(html));
    const told = derivation.stretches.map(({ start, end, at }) => [
      text.slice(start, end),
      html.slice(at.from, at.to),
    ]);
    expect(told).to.eql([
      ['one two', 'one\ntwo'],
      ['&', '&amp;'],
      ['three ', 'three '],
      ['four', 'four'],
    ]);
  });
});
