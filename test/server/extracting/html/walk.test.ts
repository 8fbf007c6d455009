import { expect } from 'chai';
import { parseTree } from '../../../../server/extracting/html/tree.ts';
import { walkTree } from '../../../../server/extracting/html/walk.ts';
import { blocksOf } from '../extractors/derived.ts';

const walk = (html: string, closing = false) => walkTree(parseTree(html, closing));
const textOf = (html: string) => walk(html).text;
const blocks = (html: string) => blocksOf({ ...walk(html), options: {}, choices: [], remarks: [] });

describe('the text of a web page', () => {
  const rules: readonly [string, string, string][] = [
    ['collapses white space', '<p>\n  one\t two\r\n three  </p>', 'one two three'],
    ['keeps no-break spaces and soft hyphens', '<p>5&nbsp;km, long&shy;er</p>', '5\u00a0km, long\u00ader'],
    ['decodes character references as browsers do', '<p>a&ampb &notit; &#x80; &lt;p&gt;', 'a&b ¬it; € <p>'],
    ['puts an empty line between blocks', '<div>a<p>b</p>c</div><section>d</section>', 'a\n\nb\n\nc\n\nd'],
    [
      'breaks lines where the page does',
      '<p>Elm Street 4<br>Hartwell<br></p><p>x',
      'Elm Street 4\nHartwell\n\nx',
    ],
    ['takes two breaks for the end of a paragraph', 'one<br><br><br>two', 'one\n\ntwo'],
    ['joins what only inline elements divide', '<p>H<sub>2</sub>O and <b>b</b><i>i</i>', 'H2O and bi'],
    ['keeps spaces outside of emphasis', '<p>a <b> b </b> c', 'a b c'],
    [
      'marks items and indents lists in lists',
      '<ul><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ul>',
      '- a\n  - b\n    1. c\n- d',
    ],
    [
      'counts from where a list starts',
      '<ol start=5 reversed><li>e<li value=9>i<li>h</ol>',
      '5. e\n9. i\n8. h',
    ],
    [
      'counts with letters and Roman numerals',
      '<ol type=a start=27><li>x</ol><ol type=I start=4><li>y</ol>',
      'aa. x\n\nIV. y',
    ],
    ['keeps paragraphs of an item together', '<ul><li><p>a</p><p>b</p><li>c</ul>', '- a\n\n  b\n- c'],
    [
      'indents what a term means',
      '<dl><dt>Term<dd>One<dd>Two<dt>Next<dd>Three</dl>',
      'Term\n  One\n  Two\nNext\n  Three',
    ],
    ['gives a list without items of its own its inner marks', '<ul><li><ul><li>a</ul></ul>', '  - a'],
    ['puts cells side by side', '<table><tr><th>A<th>B<tr><td>1<td>2<br>3</table>', 'A\tB\n1\t2 3'],
    [
      'keeps columns beneath one another',
      '<table><tr><th rowspan=2>A<th colspan=2>B<tr><td>1<td>2<tr><td>x<td><td>y</table>',
      'A\tB\n\t1\t2\nx\t\ty',
    ],
    [
      'writes a list in a cell on one line',
      '<table><tr><th>Divisions<td><ul><li>One<li>Two</ul></table>',
      'Divisions\t- One - Two',
    ],
    [
      'writes a table in a cell on one line',
      '<table><tr><th>A<td><table><tr><th>x<td>y<tr><td>z</table></table>',
      'A\tx y z',
    ],
    [
      'puts the caption over its table',
      '<table><caption>Cap <b>tion</b></caption><tr><th>A</table>',
      'Cap tion\nA',
    ],
    [
      'reads a table that arranges the page as blocks',
      '<table><tr><td><h1>T</h1><td>a<tr><td><p>b<td>c</table>',
      'T\n\na\n\nb\n\nc',
    ],
    [
      'reads a table that holds tables as blocks',
      '<table><tr><td>a<td><table><tr><td>1<td>2<tr><td>3<td>4</table><tr><td>b<td>c</table>',
      'a\n\n1\t2\n3\t4\n\nb\n\nc',
    ],
    ['keeps lines where they are given', 'x<pre>\n  a\n\n\tb\n</pre>y', 'x\n\n  a\n\n\tb\n\ny'],
    ['keeps headings on a line', '<h2>A <br> long\n<div>title</div></h2>text', 'A long title\n\ntext'],
    ['reads details that are closed', '<details><summary>More</summary>hidden</details>', 'More\n\nhidden'],
    ['puts quotation marks where the page shows them', '<p>He said <q>yes</q>.', 'He said “yes”.'],
    [
      'puts readings of characters in brackets',
      '<ruby>漢<rt>kan</rt></ruby> <ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>',
      '漢(kan) 字(ji)',
    ],
    [
      'never joins raised digits to a number',
      '<p>10<sup>3</sup> m<sup>2</sup>, 2021<sup><a href="#n">4</a></sup>, 10<sup>\u22126</sup>',
      '10^3 m2, 2021^4, 10^\u22126',
    ],
    [
      'writes formulas on a line',
      '<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>',
      'a/(b+1)',
    ],
    ['keeps marks of direction', '<p dir=rtl>\u200fשלום <bdi>abc</bdi>\u202c', '\u200fשלום abc\u202c'],
    [
      'reads what stands beside a table that it does not belong to',
      '<table>stray<tr><th>A</table>',
      'stray\n\nA',
    ],
    [
      'draws inline elements as blocks where the page does',
      '<span style="display: block">a</span><span style="display:block">b</span>',
      'a\n\nb',
    ],
  ];
  for (const [name, html, text] of rules) it(name, () => expect(textOf(html)).to.equal(text));

  const unseen: readonly [string, string][] = [
    [
      'scripts, styles and templates',
      '<script>x</script><style>x</style><template><p>x</template><noscript>x</noscript>',
    ],
    ['the head and comments', '<title>x</title><!-- x --><![CDATA[x]]>'],
    [
      'what is hidden',
      '<p hidden>x</p><p style="color:red; display : none">x</p><i style="visibility:hidden">x</i><dialog>x</dialog>',
    ],
    [
      'what stands for what cannot be shown',
      '<video>x</video><iframe>x</iframe><object>x</object><canvas>x</canvas>',
    ],
    ['descriptions of pictures', '<img alt="x"><svg><title>x</title><text>x</text></svg>'],
    [
      'icons',
      '<i aria-hidden=true>\ue001</i><span aria-hidden=true>→</span><i class=material-icons>menu</i>',
    ],
    ['what is filled in', '<select><option>x</select><textarea>x</textarea><input value=x>'],
  ];
  for (const [name, html] of unseen)
    it(`is not ${name}`, () => expect(textOf(`<p>a ${html} b</p>`)).to.match(/^a\s+b$/));

  it('is what is hidden from screen readers only, and a formula drawn as a picture', () => {
    expect(textOf('<p><span aria-hidden=true>Page 4</span>')).to.equal('Page 4');
    expect(textOf('<span style="display:none"><math><mi>E</mi></math></span>')).to.equal('E');
  });

  it('counts what has no text', () => {
    const { left } = walk('<img src=a><img width=1 src=b><video></video><iframe></iframe>');
    expect([...left]).to.eql([
      ['pictures', 1],
      ['recordings', 1],
      ['frames', 1],
    ]);
  });

  it('ends elements as XML does where the page is XML', () => {
    expect(
      walk('<html><head><title/></head><body><a id="p"/>one<div/>two<script/></body></html>', true).text,
    ).to.equal('one\n\ntwo');
  });

  it('is read however deep it nests, and refused beyond reason', () => {
    expect(textOf(`${'<div>'.repeat(4000)}x`)).to.equal('x');
    expect(textOf(`${'<table><tr><td>'.repeat(1000)}x`)).to.equal('x');
    expect(() => textOf('<div>'.repeat(100_000))).to.throw(/more than 5000 deep/);
  });
});

describe('blocks of a web page', () => {
  const forms: readonly [string, string, string[]][] = [
    [
      'paragraphs and headings',
      '<h3>T</h3><p>a<br>b<div>c</div>',
      ['heading 3: T', 'paragraph: a\nb', 'paragraph: c'],
    ],
    [
      'lists with what their items hold',
      '<ol><li>a<p>b</p><ul><li>c</ul></ol>',
      ['list: 1. a\n\n  b\n  - c', 'item 1: 1. a\n\n  b\n  - c', 'paragraph: b', 'list: - c', 'item 2: - c'],
    ],
    ['quotations', '<blockquote><p>a<p>b</blockquote>', ['quote: a\n\nb', 'paragraph: a', 'paragraph: b']],
    [
      'tables with rows and cells, empty ones too',
      '<table><caption>C</caption><tr><th colspan=2>A<th>B<tr><td><td>1</table>',
      [
        'table: C\nA\t\tB\n\t1',
        'caption: C',
        'row: A\t\tB',
        'cell: A',
        'cell: ',
        'cell: B',
        'row: \t1',
        'cell: ',
        'cell: 1',
      ],
    ],
    [
      'notes and text with its own lines',
      '<aside role=doc-footnote>n</aside><pre>a\nb</pre>',
      ['note: n', 'paragraph: n', 'preformatted: a\nb'],
    ],
    [
      'no items within a cell',
      '<table><tr><th>A<td><ul><li>b</ul></table>',
      ['table: A\t- b', 'row: A\t- b', 'cell: A', 'cell: - b'],
    ],
    ['captions of figures', '<figure><img><figcaption>c</figcaption></figure>', ['caption: c']],
    [
      'headings within items behind the mark',
      '<ul><li><h4>T</h4>x</ul>',
      ['list: - T\n\n  x', 'item 1: - T\n\n  x', 'heading 4: T', 'paragraph: x'],
    ],
  ];
  for (const [name, html, expected] of forms) it(`are ${name}`, () => expect(blocks(html)).to.eql(expected));

  it('have links as they are given, and emphasis, without the spaces around', () => {
    const { text, derivation } = walk(
      '<p>a <a href=" /x ">b\n<em> c </em></a> d <a href="javascript:x">e</a>',
    );
    const told = derivation.inlines.map(inline => [
      inline.kind,
      'href' in inline ? inline.href : '',
      text.slice(inline.start, inline.end),
    ]);
    expect(told).to.eql([
      ['link', '/x', 'b c'],
      ['emphasis', '', 'c'],
    ]);
  });
});
