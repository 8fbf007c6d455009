import { expect } from 'chai';
import { applyRepair } from '../../../../shared/citations/repair.ts';
import { citationRules } from '../../../../shared/conflict-rules/citations.ts';
import type { TextFacts } from '../../../../shared/detectors/checked-text.ts';
import { examined, said } from './examine.ts';

const web = (more: string) => `<ref>{{cite web |title=A long day |website=Example ${more} }}</ref>`;

type Row = readonly [
  name: string,
  text: string,
  finding: string,
  repaired?: string,
  facts?: Partial<TextFacts>,
];

const found: readonly Row[] = [
  [
    'a closing tag that is misspelt',
    'a<ref name="b">c(/ref> d<ref>e</ref>',
    'error ref-malformed-close: (/ref> <> <ref name="b">c(/ref>',
    'a<ref name="b">c</ref> d<ref>e</ref>',
  ],
  [
    'a closing tag with a space too many',
    'a<ref>c</ ref> d<ref>e</ref>',
    'error ref-malformed-close: </ ref> <> <ref>c</ ref>',
    'a<ref>c</ref> d<ref>e</ref>',
  ],
  [
    'a closing tag that is misspelt, with none behind it',
    'a<ref>{{cite web|title=T}}(/ref> b',
    'error ref-malformed-close: (/ref> <> <ref>{{cite web|title=T}}(/ref>',
    'a<ref>{{cite web|title=T}}</ref> b',
  ],
  [
    'a reference that is not closed',
    'a<ref>{{cite web|title=T}} b<ref>c</ref>',
    'error ref-unclosed: <ref>{{cite web|title=T}}',
    'a<ref>{{cite web|title=T}}</ref> b<ref>c</ref>',
  ],
  [
    'an opening tag in place of a closing one',
    'a<ref>{{cite web|title=T}}<ref/> b<ref>c</ref>',
    'error ref-unclosed: <ref>{{cite web|title=T}}',
    'a<ref>{{cite web|title=T}}</ref> b<ref>c</ref>',
  ],
  [
    'a repeated reference without the stroke at its end',
    '<ref name="a">b</ref> c<ref name="a"> d <ref>e</ref>',
    'error ref-unclosed: <ref name="a">',
    '<ref name="a">b</ref> c<ref name="a"/> d <ref>e</ref>',
  ],
  ['a reference that nothing closes', 'a<ref>b\nc', 'error ref-unclosed: <ref>b', 'a<ref>b</ref>\nc'],
  ['a reference within another one', 'a<ref>b <ref>c</ref> d</ref>', 'warning ref-nested: <ref>'],
  ['a closing tag alone', 'a</ref> b', 'warning ref-stray-close: </ref>', 'a b'],
  ['a name that is defined nowhere', '<ref name="a"/> b', 'error ref-undefined: <ref name="a"/>'],
  [
    'a name that differs by a letter from the one that is defined',
    '<ref name="Harbour">a</ref><ref name="Harbout" />',
    'error ref-undefined: <ref name="Harbout" />',
    '<ref name="Harbour">a</ref><ref name="Harbour" />',
  ],
  [
    'a name that is defined where another reference swallows it',
    '<ref name="a"/><ref>b(/ref> c<ref name="a">d</ref>',
    'error ref-undefined: <ref name="a"/> <> <ref name="a">d</ref>',
  ],
  [
    'a reference that is never used',
    'a<references><ref name="b">c</ref></references>',
    'error ref-unused: <ref name="b">',
    'a<references></references>',
  ],
  [
    'one name for two references',
    '<ref name="a">b</ref><ref name="a">c</ref>',
    'error ref-redefined: <ref name="a"> <> <ref name="a">',
  ],
  [
    'a name that is a number',
    '<ref name="1">a</ref><ref name=1 />',
    'error ref-numeric-name: <ref name="1"> & <ref name=1 />',
    '<ref name="ref-1">a</ref><ref name="ref-1" />',
  ],
  ['a reference with neither words nor name', 'a<ref /> b', 'error ref-nameless: <ref />', 'a b'],
  ['a reference without words', 'a<ref> </ref> b', 'error ref-empty: <ref> </ref>', 'a b'],
  [
    'an attribute that does not exist',
    '<ref nam="a">b</ref>',
    'error ref-stray-attribute: <ref nam="a">',
    '<ref>b</ref>',
  ],
  [
    'curly quotation marks',
    '<ref name=“a”>b</ref><ref name=“a”/>',
    'warning ref-curly-name: <ref name=“a”> & <ref name=“a”/>',
    '<ref name="a">b</ref><ref name="a"/>',
  ],
  [
    'curly quotation marks around several words',
    '<ref name=“a b”>c</ref>',
    'error ref-curly-name: <ref name=“a b”>',
    '<ref name="a b">c</ref>',
  ],
  [
    'curly quotation marks mixed with straight ones',
    '<ref name=“a”>b</ref><ref name="a"/>',
    'error ref-curly-name: <ref name=“a”> <> <ref name="a"/>',
    '<ref name="a">b</ref><ref name="a"/>',
  ],
  [
    'a group without a list',
    '<ref group="n">a</ref>',
    'error ref-group-without-list: <ref group="n">',
    '<ref group="n">a</ref>\n<references group="n" />',
  ],
  [
    'a group in the list of another one',
    '<ref name="a" group="n"/><references group="n"><ref name="a" group="m">b</ref></references>',
    'error ref-listed-in-other-group: <ref name="a" group="m">',
  ],
  ['a direction that does not exist', '<ref dir="up">a</ref>', 'error ref-direction: <ref dir="up">'],
  ['a day that no calendar has', web('|date=31 April 2020'), 'warning cite-date-invalid: date=31 April 2020'],
  ['a month that does not exist', web('|date=3 Aprli 2020'), 'warning cite-date-invalid: date=3 Aprli 2020'],
  ['a date that can be two', web('|date=06-01-2020'), 'warning cite-date-ambiguous: date=06-01-2020'],
  [
    'dates in two styles',
    web('|date=6 May 2020 |access-date=2020-05-07 |archive-date=8 May 2020'),
    'info cite-dates-mixed: date=6 May 2020 <> access-date=2020-05-07',
    web('|date=6 May 2020 |access-date=7 May 2020 |archive-date=8 May 2020'),
  ],
  [
    'a date that has not come yet',
    web('|date=6 May 2020'),
    'warning cite-date-future: date=6 May 2020',
    undefined,
    { today: '2020-05-05' },
  ],
  [
    'a source read before it appeared',
    web('|date=6 May 2020 |access-date=5 May 2020'),
    'warning cite-access-before-publication: access-date=5 May 2020 <> date=6 May 2020',
  ],
  [
    'another date in the address',
    web('|date=6 May 2020 |url=https://example.org/2020/05/02/a'),
    'info cite-url-date: date=6 May 2020 <> https://example.org/2020/05/02/a',
  ],
  [
    'another date in the address of the archive',
    web(
      '|archive-date=6 May 2020 |archive-url=https://web.archive.org/web/20200706000000/https://example.org',
    ),
    'warning cite-archive-date: archive-date=6 May 2020 <> https://web.archive.org/web/20200706000000/https://example.org',
  ],
  [
    'a language that does not exist',
    web('|language=sp'),
    'warning cite-language-unknown: language=sp',
    web('|language=es'),
  ],
  [
    'a region that does not exist',
    web('|language=en-UK'),
    'warning cite-language-unknown: language=en-UK',
    web('|language=en-GB'),
  ],
  [
    'a title in another script without a language',
    '<ref>{{cite web|title=Длинный день|website=Пример}}</ref>',
    'info cite-language-missing: title=Длинный день',
  ],
  [
    'a citation without a title',
    '<ref>{{cite web|url=https://example.org/a}}</ref>',
    'warning cite-title-missing: {{cite web|url=https://example.org/a}}',
  ],
  ['an address alone', '<ref>https://example.org/a</ref>', 'info cite-url-bare: https://example.org/a'],
  [
    'one address in two references',
    '<ref>[https://example.org/a A]</ref><ref>[http://www.example.org/a/?utm_source=x B]</ref>',
    'warning cite-url-duplicate: <ref>[https://example.org/a A]</ref> <> <ref>[http://www.example.org/a/?utm_source=x B]</ref>',
  ],
  [
    'an address without encryption',
    '<ref>[http://example.org/a A]</ref>',
    'style cite-url-http: http://example.org/a',
    '<ref>[https://example.org/a A]</ref>',
  ],
  [
    'a source that anybody can publish',
    '<ref>[https://someone.blogspot.com/a A]</ref>',
    'info cite-user-generated: <ref>[https://someone.blogspot.com/a A]</ref>',
  ],
  [
    'the site of the subject itself',
    '{{Infobox party|website={{URL|https://party.example}}}}a<ref name="b">[https://party.example/c C]</ref><ref name="b"/>',
    'info cite-self-published: <ref name="b">[https://party.example/c C]</ref> & <ref name="b"/>',
  ],
  ['a user name', web('|author=marcorossi'), 'info cite-author-user-name: author=marcorossi'],
  [
    'a name that is spelt otherwise than the author',
    '<ref name="Fernadez">{{cite web|title=T|last=Fernandez|first=A}}</ref>',
    'info ref-name-spelling: <ref name="Fernadez"> <> last=Fernandez',
  ],
  [
    'a template that is not closed',
    '<ref>{{cite web|title=T}</ref>',
    'warning cite-template-open: {{cite web|title=T}',
    '<ref>{{cite web|title=T}}</ref>',
  ],
  [
    'a quotation mark that is not closed',
    '<ref name="a />b<ref name="a">c</ref>',
    'warning ref-name-open-quote: <ref name="a />',
    '<ref name="a" />b<ref name="a">c</ref>',
  ],
  [
    'a name with another year',
    '<ref name="Smith2019">{{cite web|title=T|date=2020}}</ref>',
    'info ref-name-year: <ref name="Smith2019"> <> date=2020',
  ],
  [
    'a title in capital letters',
    '<ref>{{cite web|title=A LONG DAY IN MAY}}</ref>',
    'style cite-title-capitals: title=A LONG DAY IN MAY',
  ],
  [
    'a title with its site',
    '<ref>{{cite web|title=A day - The Example|website=The Example}}</ref>',
    'style cite-title-site: title=A day - The Example',
    '<ref>{{cite web|title=A day|website=The Example}}</ref>',
  ],
  [
    'a word spelt otherwise in the address',
    '<ref>{{cite web|title=The goverment falls again|url=https://a.example/the-government-falls-again}}</ref>',
    'info cite-title-slug: the-government-falls-again <> The goverment falls again',
  ],
  [
    'a site that is not that of the address',
    '<ref>{{cite web|title=T|website=Daily Planet|url=https://gotham.example/a}}</ref>',
    'info cite-site-host: website=Daily Planet <> https://gotham.example/a',
  ],
  [
    'a quotation that is cut',
    web('|quote=n May it rained.'),
    'warning cite-quote-cut: quote=n May it rained.',
  ],
  [
    'a parameter given twice',
    '<ref>{{cite web|title=A|title=B}}</ref>',
    'warning cite-parameter-repeated: title=A <> title=B',
  ],
];

const plain: readonly Row[] = [
  [
    'an empty place',
    'a[1]\n\n1. ^ A title (, 3 May 2011)',
    'warning footnote-publisher-empty: (, 3 May 2011)',
  ],
  [
    'an open bracket',
    'a[1]\n\n1. ^ [ A title (Post, 3 May 2011)',
    'warning footnote-bracket-broken: [',
    'a[1]\n\n1. ^ A title (Post, 3 May 2011)',
  ],
  [
    'a language twice',
    'a[1]\n\n1. ^ (in Polish) Tytuł (Polish)',
    'info footnote-language-twice: (in Polish) <> (Polish)',
    'a[1]\n\n1. ^ (in Polish) Tytuł',
  ],
  [
    'a title alone',
    'a[1]\n\n1. ^ The parties meet again',
    'info footnote-title-only: 1. ^ The parties meet again',
  ],
  ['a mark without a footnote', 'a[1] b.[2]\n\n1. ^ T (Post, 2011)', 'warning footnote-missing: [2]'],
  [
    'a footnote without a mark',
    'a[1]\n\n1. ^ T (Post, 2011)\n2. ^ U (Post, 2012)',
    'info footnote-unused: 2. ^ U (Post, 2012)',
  ],
  ['an address alone', 'See t.me/channel/12', 'info cite-url-bare: t.me/channel/12'],
];

describe('checks of citations', () => {
  for (const [name, text, finding, repaired, facts] of [
    ...found,
    ...plain.map(
      ([one, ...row]): Row => [`${one} in plain words`, row[0], row[1], row[2], { mediaType: 'text/plain' }],
    ),
  ]) {
    it(`find ${name}`, () => {
      const findings = examined(text, facts);
      expect(findings.map(said)).to.include(finding);
      if (repaired === undefined) return;
      const { repair, key } = findings.find(one => said(one) === finding)!;
      expect(applyRepair(text, repair!.edits)).to.equal(repaired);
      const after = examined(repaired, facts);
      expect(after.map(one => one.key)).not.to.include(key);
      const errors = (all: typeof after) => all.filter(one => one.severity === 'error').length;
      expect(errors(after)).to.be.at.most(errors(findings));
    });
  }

  for (const [name, text, rule, facts] of [
    ['a name used before it is defined', '<ref name="a"/><ref name="a">b</ref>', 'ref-undefined'],
    ['a name used once', '<ref name="a">b</ref>', 'ref-unused'],
    ['other quotation marks within straight ones', '<ref name="Д «Б»">b</ref>', 'ref-curly-name'],
    ['one name twice with the same words', '<ref name="a">b</ref><ref name="a">b</ref>', 'ref-redefined'],
    [
      'one name in two groups',
      '<ref name="a">b</ref><ref name="a" group="n">c</ref>{{notelist}}',
      'ref-redefined',
    ],
    ['tags that are not read', '<nowiki><ref></nowiki> <!-- <ref name="a"/> -->', 'ref-unclosed'],
    ['languages with a region', web('|language=es-AR'), 'cite-language-unknown'],
    ['a name of three letters', web('|language=spa'), 'cite-language-unknown'],
    ['a language in words', web('|language=Spanish'), 'cite-language-unknown'],
    ['the day around midnight', web('|date=6 May 2020|url=https://a.example/2020/05/07/b'), 'cite-url-date'],
    ['a month alone', web('|date=May 2020'), 'cite-date-invalid'],
    ['years alone', web('|date=2020|access-date=2021'), 'cite-dates-mixed'],
    ['the future where today is unknown', web('|date=6 May 2999'), 'cite-date-future'],
    [
      'other pages of one host',
      '<ref>[https://a.example/b B]</ref><ref>[https://a.example/c C]</ref>',
      'cite-url-duplicate',
    ],
    [
      'an acronym as host',
      '<ref>{{cite web|website=World News Report|url=https://wnr.example/a|title=T}}</ref>',
      'cite-site-host',
    ],
    ['a one-letter word', web('|quote=a day it rained'), 'cite-quote-cut'],
    ['a template that asks for a citation', 'a{{citation needed|date=May 2020}}', 'cite-title-missing'],
    [
      'footnotes as they should be',
      'a[1]\n\n1. ^ a b A. Smith. T (Post, 3 May 2011)',
      'footnote-publisher-empty',
      { mediaType: 'text/plain' },
    ],
    [
      'lists with brackets',
      'a[1]\n\n1. ^ T: a) one, b) two (Post, 2011)',
      'footnote-bracket-broken',
      { mediaType: 'text/plain' },
    ],
  ] as readonly (readonly [string, string, string, Partial<TextFacts>?])[]) {
    it(`leave ${name} alone`, () => {
      expect(
        examined(text, facts)
          .filter(one => one.rule === rule)
          .map(said),
      ).to.deep.equal([]);
    });
  }

  it('say what readers of the page do not see', () => {
    const [finding] = examined('<ref>a(/ref> * [[B]]<ref name="c">d</ref> e');
    expect(finding!.lost!.map(span => span.quote)).to.deep.equal([' * [[B]]<ref name="c">d</ref>']);
  });

  it('say nothing of style that is not asked for', () => {
    const text = '<ref>{{cite web|title=T|accessdate=2020-01-02|colour=red|format=}}</ref>';
    const rules = (asked: boolean) => examined(text, { asked }).map(said);
    expect(rules(false).filter(one => one.includes('parameter'))).to.deep.equal([]);
    expect(rules(true)).to.include.members([
      'style cite-parameter-unknown: colour',
      'style cite-parameter-alias: accessdate',
      'style cite-parameter-redundant: format=',
    ]);
  });

  it('keep the key of a finding when other words change', () => {
    const keys = (text: string) => examined(text).map(one => one.key);
    const text = '<ref name="1">a</ref><ref>b(/ref> c<ref>d</ref>';
    expect(keys(`Other words. ${text} And more.`)).to.deep.equal(keys(text));
  });

  it('have ids of their own', () => {
    const ids = citationRules.map(rule => rule.id);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
