import { expect } from 'chai';
import fc from 'fast-check';
import type { Markup } from '../../../shared/markup/markup.ts';
import { scannerFor } from '../../../shared/markup/registry.ts';
import { scanWikitext } from '../../../shared/markup/wikitext/scan.ts';
import { runs } from '../../support/runs.ts';

/** What is found, as words: kind, raw text, and what else there is to say. */
const found = (text: string, kind?: Markup['kind']): string[] =>
  scanWikitext(text)
    .filter(span => kind === undefined || span.kind === kind)
    .map(span => `${span.kind} ${text.slice(span.start, span.end)}`);

const first = <K extends Markup['kind']>(text: string, kind: K) =>
  scanWikitext(text).find(span => span.kind === kind) as Extract<Markup, { kind: K }>;

describe('markup of wikitext', () => {
  for (const [name, text, expected] of [
    ['plain words', 'A 3 * 4 = 12 | x', []],
    ['a template', 'a {{URL|x}} b', ['template {{URL|x}}']],
    ['templates in one another', '{{a|{{b}}}}', ['template {{a|{{b}}}}', 'template {{b}}']],
    ['a parameter to be filled in', '{{{name}}}', ['argument {{{name}}}']],
    ['a template that is not closed', '{{a|[[b]]', ['link [[b]]']],
    ['a link', '[[A|B]]s', ['link [[A|B]]']],
    ['a link that is not closed before its line ends', '[[A\n]]', []],
    ['a link to the web', 'see [https://a.example the page].', ['link [https://a.example the page]']],
    ['brackets that are no link', 'so [sic] it was', []],
    [
      'a reference',
      'x<ref name="a">y</ref><ref name=a />',
      ['reference <ref name="a">y</ref>', 'reference <ref name=a />'],
    ],
    ['a comment', 'a<!-- {{b}} -->c', ['comment <!-- {{b}} -->']],
    ['what is not to be read', '<nowiki>[[a]]</nowiki>', ['verbatim <nowiki>[[a]]</nowiki>']],
    ['tags', 'a<br />b<small>c</small>', ['tag <br />', 'tag <small>', 'tag </small>']],
    ['bold and italic', "'''a''' ''b''", ["bold '''a'''", "italic ''b''"]],
    ['both at once', "'''''a'''''", ["bold '''''a'''''", "italic ''a''"]],
    ['emphasis that is not closed', "'''a\nb", ["bold '''a"]],
    ['a heading', '== A ==\nb', ['heading == A ==']],
    ['a heading whose line goes on', '==A== The B', ['heading ==A==']],
    ['a heading inside a line', 'end. ===A=== B', ['heading ===A===']],
    ['a sum', 'a == b', []],
    ['entries of a list', '* a\n** b', ['bullet * ', 'bullet ** ']],
    ['entries inside a line', "Europe: * [[A]] * {{f}} B * '''C'''", ['bullet * ', 'bullet * ', 'bullet * ']],
    ['a product', '2 * 3 * 4', []],
  ] as const) {
    it(`finds ${name}`, () => {
      const kinds = new Set(expected.map(one => one.split(' ')[0]));
      const all = found(text);
      expect(expected.length === 0 ? all : all.filter(one => kinds.has(one.split(' ')[0]!))).to.deep.equal(
        expected,
      );
    });
  }

  it('reads the parameters of a template, by name or number, without white space', () => {
    const text = '{{Infobox party | name = The [[A|B]] | x | logo = }}';
    const { name, parameters } = first(text, 'template');
    expect(name).to.equal('Infobox party');
    expect(parameters.map(one => [one.name, text.slice(one.value.start, one.value.end)])).to.deep.equal([
      ['name', 'The [[A|B]]'],
      ['1', 'x'],
      ['logo', ''],
    ]);
  });

  it('tells the target of a link from its words', () => {
    const text = '[[The Left (party)|The Left]] [[Category:A]] [[File:a.jpg|thumb|A [[b]]]]';
    const links = scanWikitext(text).filter(span => span.kind === 'link');
    expect(
      links.map(({ to, target, label }) => [to, target, text.slice(label.start, label.end)]),
    ).to.deep.equal([
      ['page', 'The Left (party)', 'The Left'],
      ['category', 'Category:A', 'Category:A'],
      ['file', 'File:a.jpg', 'A [[b]]'],
      ['page', 'b', 'b'],
    ]);
  });

  for (const [name, text, problems] of [
    ['a sound one', '<ref>a</ref>', []],
    ['a repeated one', '<ref name="a">b</ref><ref name="a"/>', []],
    ['one that repeats nothing', '<ref name="a"/>', ['undefined']],
    ['one without a name or words', '<ref />', ['empty']],
    ['one that nothing closes', 'a<ref>b', ['endless']],
    ['one with curly quotation marks', '<ref name=“a”>b</ref>', ['curly']],
    ['one with a misspelt end', '<ref>a(/ref> b <ref name="c">d</ref>', ['misspelt']],
    ['one in which another begins', '<ref>{{cite}} b <ref>c</ref>', ['unclosed']],
  ] as const) {
    it(`says what is wrong with a reference: ${name}`, () => {
      const all = scanWikitext(text).filter(span => span.kind === 'reference');
      const wanted = name === 'a repeated one' ? all[1]! : all[0]!;
      expect(wanted.problems).to.deep.equal(problems);
    });
  }

  it('gives a reference with a misspelt end the end that was meant, and the one that it has', () => {
    const text = '<ref>a(/ref> * [[B]]<ref name="c">d</ref> e';
    const { meantEnd, end } = first(text, 'reference');
    expect(text.slice(meantEnd, end)).to.equal(' * [[B]]<ref name="c">d</ref>');
    expect(found(text, 'link')).to.deep.equal(['link [[B]]']);
    expect(found(text, 'bullet')).to.deep.equal(['bullet * ']);
  });

  const scraps = fc.constantFrom(
    ..."{{ }} {{{ }}} [[ ]] [ ] | = == === ' '' ''' ''''' * ** # \n \r\n <ref> </ref> (/ref> <!-- --> <nowiki> </nowiki> <br> <b https://a 😀 a Ä".split(
      ' ',
    ),
    ' ',
    '<ref name="a">',
    '<ref name=“b”/>',
    '<ref',
    '\ud800',
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
        for (const { start, end, ...span } of scanWikitext(text)) {
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
      { numRuns: runs(2_000) },
    );
  });

  for (const scrap of [
    '{{{{[[[[',
    '[[|',
    '{{a|b=',
    '<ref>',
    '<ref ',
    '<!--',
    "'''''''",
    '[http://a ',
    '== a ',
    '* ',
    '{{a}}',
    '</ref>(/ref>',
  ]) {
    it(`takes very much of ${JSON.stringify(scrap)} in its stride`, () => {
      expect(() => scanWikitext(scrap.repeat(runs(Math.ceil(1_000_000 / scrap.length))))).not.to.throw();
    });
  }

  it('is there for wikitext, and for nothing that reads well as it is', () => {
    expect(scannerFor('text/x-wiki')).to.equal(scanWikitext);
    expect(scannerFor('text/plain')).to.equal(undefined);
  });
});
