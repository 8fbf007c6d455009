import { expect } from 'chai';
import fc from 'fast-check';
import { scanMarkdown } from '../../../shared/markup/markdown/scan.ts';
import { scannerFor } from '../../../shared/markup/registry.ts';
import { runs } from '../../support/runs.ts';

/** What is found, as words: kind, raw text, and the words inside. */
const found = (text: string): string[] =>
  scanMarkdown(text).map(span => {
    const inner = 'inner' in span ? span.inner : 'label' in span ? span.label : undefined;
    const words = inner ? ` → ${text.slice(inner.start, inner.end)}` : '';
    return `${span.kind} ${text.slice(span.start, span.end)}${words}`;
  });

describe('markup of Markdown', () => {
  for (const [name, text, expected] of [
    ['plain words', 'A 3 * 4 = 12 | x_y_z', []],
    ['a heading', '## A ##\n\nb', ['heading ## A ## → A']],
    ['a heading that is underlined', 'A\n===\nb', ['heading A\n=== → A']],
    ['emphasis', '**a *b***', ['bold **a *b*** → a *b*', 'italic *b* → b']],
    ['code in a line', 'a `*b*` c', ['verbatim `*b*` → *b*']],
    ['a block of code', '```js\n[a](b)\n```', ['verbatim ```js\n[a](b)\n``` → [a](b)']],
    ['a link', '[a b](https://x.example "T")', ['link [a b](https://x.example "T") → a b']],
    ['a link by its definition', '[a][r]\n\n[r]: https://x.example', ['link [a][r] → a']],
    ['an image', '![a](b.png)', ['link ![a](b.png) → a']],
    ['an address', '<https://x.example>', ['link <https://x.example> → https://x.example']],
    ['words in brackets', 'so [sic] it was', []],
    ['lists in lists', '- a\n  - b\n\n1. c', ['bullet - ', 'bullet - ']],
    ['a quotation', '> a', ['tag > ']],
    ['a sign that is none', '\\*a\\*', ['tag \\', 'tag \\']],
    ['a tag and a comment', 'a<b>c</b> <!-- d -->', ['tag <b>', 'tag </b>', 'comment <!-- d -->']],
    ['a footnote', 'a[^x]\n\n[^x]: *b*', ['reference [^x]', 'reference [^x]: ', 'italic *b* → b']],
  ] as const) {
    it(`finds ${name}`, () => expect(found(text)).to.deep.equal(expected));
  }

  it('tells where a link leads: to the web, to a page, to an image', () => {
    const links = scanMarkdown('[a](https://x.example) [b](../c.md) ![d](e.png)').filter(
      one => one.kind === 'link',
    );
    expect(links.map(({ to, target }) => [to, target])).to.deep.equal([
      ['web', 'https://x.example'],
      ['page', '../c.md'],
      ['file', 'e.png'],
    ]);
  });

  it('gives lists a depth', () => {
    const signs = scanMarkdown('- a\n  - b\n    - c').flatMap(one =>
      one.kind === 'bullet' ? [one.sign] : [],
    );
    expect(signs).to.deep.equal(['*', '**', '***']);
  });

  it('says of a mark that it points at no footnote', () => {
    const marks = scanMarkdown('a[^x] b[^y]\n\n[^x]: c').filter(one => one.kind === 'reference');
    expect(marks.map(one => one.problems)).to.deep.equal([[], ['undefined'], []]);
  });

  const scraps = fc.constantFrom(
    ...'# ## === --- * ** _ ` ``` ~~~ [ ] ( ) ![ ](a) [^a] [^a]: > - 1. | <b> <!-- --> \\ & &amp; \n \n\n 😀 a Ä'.split(
      ' ',
    ),
    ...[' ', '\n', '    ', '\t', '\r\n', '\ud800', '<https://a.b>'],
  );
  const anyText = fc.oneof(
    fc.array(scraps, { maxLength: 60 }).map(parts => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );

  it('gives spans within the text, ordered, each apart from or within another', () => {
    fc.assert(
      fc.property(anyText, text => {
        const open: number[] = [];
        let before = 0;
        for (const { start, end, ...span } of scanMarkdown(text)) {
          expect(start).to.be.at.least(before);
          expect(end).to.be.within(start + 1, text.length);
          while (open.length > 0 && open[open.length - 1]! <= start) open.pop();
          if (open.length > 0) expect(end).to.be.at.most(open[open.length - 1]!);
          open.push(end);
          before = start;
          const inner = 'inner' in span ? span.inner : 'label' in span ? span.label : undefined;
          if (inner)
            expect([inner.start >= start, inner.end <= end, inner.start <= inner.end]).not.to.include(false);
        }
      }),
      { numRuns: runs(1_000) },
    );
  });

  for (const scrap of ['[a](', '*a **b ', '> ', '<', '`a ', '- a\n', '[^a]']) {
    it(`takes a long run of ${JSON.stringify(scrap)} in its stride`, function () {
      this.timeout(60_000);
      expect(() => scanMarkdown(scrap.repeat(Math.ceil(100_000 / scrap.length)))).not.to.throw();
    });
  }

  it('is there for Markdown', () => expect(scannerFor('text/markdown')).to.equal(scanMarkdown));
});
