import { expect } from 'chai';
import { groupDefects, originsOfDefect, selfPublishedOrigins } from '../../../shared/lineage/defects.ts';
import { lineageOf } from '../../../shared/lineage/lineage.ts';
import { originOf } from '../../../shared/lineage/origin.ts';

const source = (id: string, URL?: string, more = {}) => ({
  id,
  csl: { type: 'webpage', ...(URL && { URL }), ...more } as never,
});

describe('lineage', () => {
  for (const [says, csl, expected] of [
    ['the host of an address', { URL: 'https://www.Example.org/a' }, 'example.org'],
    [
      'the host behind an archived copy',
      { URL: 'https://web.archive.org/web/20200101000000/http://example.org/a' },
      'example.org',
    ],
    ['the publisher where there is no address', { publisher: 'A Press' }, 'A Press'],
    ['where it appeared as the last resort', { 'container-title': 'The Daily' }, 'The Daily'],
    ['nothing where it says none', { title: 'Untraced' }, undefined],
  ] as const)
    it(`takes as the origin of a source ${says}`, () => {
      expect(originOf({ type: 'webpage', ...csl } as never)).to.equal(expected);
    });

  it('counts claims once for each origin, and those that rest on nothing else', () => {
    const types = new Map([
      ['a', 'member'],
      ['b', 'member'],
      ['c', 'speaker'],
    ]);
    const { origins, claims } = lineageOf(
      [source('1', 'https://own.org/x'), source('2', 'https://own.org/y'), source('3', 'https://other.net')],
      new Map([
        ['1', ['a', 'b']],
        ['2', ['b']],
        ['3', ['a', 'c']],
      ]),
      id => types.get(id),
      new Set(['own.org']),
    );
    expect(claims).to.equal(3);
    expect(origins.map(({ name, claims, alone, character }) => [name, claims, alone, character])).to.eql([
      ['other.net', 2, 1, undefined],
      ['own.org', 2, 1, 'self-published'],
    ]);
    expect(origins[1]!.byType).to.eql([{ type: 'member', claims: 2, alone: 1, of: 2 }]);
    expect(origins[1]!.sourceIds).to.eql(['1', '2']);
  });

  it('knows sites where anybody can publish', () => {
    const { origins } = lineageOf([source('1', 'https://some.blogspot.com/p')], new Map(), () => undefined);
    expect(origins[0]!.character).to.equal('user-generated');
  });
});

describe('defects of citations', () => {
  const found = (rule: string, severity: string, documentId: string, quote: string, given = {}, start = 0) =>
    ({
      rule,
      kind: 'citation-defect',
      severity,
      given,
      sides: [{ value: quote, spans: [{ documentId, start, end: start + quote.length, quote }] }],
    }) as never;
  const all = [
    found('a', 'info', 'd1', 'no address'),
    found('b', 'error', 'd2', '{{cite |url=https://www.x.org/p|title=t}}'),
    found('c', 'warning', 'd1', '<ref>[https://y.org z]</ref>', {}, 9),
    found('cite-self-published', 'info', 'd1', 'q', { host: 'x.org' }),
  ];

  it('are grouped by document, the gravest first', () => {
    const groups = groupDefects(all, 'document');
    expect(
      groups.map(({ key, findings }) => [key, findings.map(({ rule }: { rule: string }) => rule)]),
    ).to.eql([
      ['d2', ['b']],
      ['d1', ['c', 'a', 'cite-self-published']],
    ]);
  });

  it('are grouped by the host that they are about, those of none last', () => {
    expect(groupDefects(all, 'origin').map(({ key }) => key)).to.eql(['x.org', 'y.org', '']);
    expect(originsOfDefect(all[1]!)).to.eql(['x.org']);
    expect([...selfPublishedOrigins(all)]).to.eql(['x.org']);
  });
});
