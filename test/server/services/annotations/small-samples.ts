/** A small file of each format in which annotations are taken in, with something of everything that it can hold. */
export interface SmallSample {
  readonly format: string;
  readonly name: string;
  readonly text: string;
}

const anno = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' };
const quote = { type: 'TextQuoteSelector', exact: 'Luis Pérez', prefix: 'met ', suffix: ' in' };
const json = (value: unknown): string => JSON.stringify(value);

export const smallSamples: readonly SmallSample[] = [
  {
    format: 'web-annotation',
    name: 'a.jsonld',
    text: json([
      {
        ...anno,
        id: 'urn:uuid:0198a1b2-0000-7000-8000-000000000001',
        motivation: 'classifying',
        creator: { name: 'Eva' },
        created: '2026-05-01T10:00:00Z',
        body: [
          { type: 'TextualBody', purpose: 'classifying', value: 'person' },
          {
            type: 'TextualBody',
            purpose: 'describing',
            format: 'application/json',
            value: '{"fields":{"role":"x"}}',
          },
          'https://example.org/source',
        ],
        target: [
          { source: 'ana.txt', selector: [quote, { type: 'TextPositionSelector', start: 8, end: 18 }] },
          {
            source: 'ana.txt',
            selector: {
              type: 'RangeSelector',
              startSelector: { type: 'TextQuoteSelector', exact: 'Ana' },
              endSelector: { type: 'TextQuoteSelector', exact: 'met' },
              refinedBy: { type: 'TextPositionSelector', start: 0, end: 2 },
            },
          },
        ],
      },
      { ...anno, id: 'urn:b', target: 'ana.txt#char=0,3', bodyValue: 'so' },
      { ...anno, id: 'urn:c', target: 'urn:b', body: { type: 'TextualBody', value: 'why?' } },
    ]),
  },
  {
    format: 'hypothesis',
    name: 'h.json',
    text: json({
      total: 2,
      rows: [
        {
          id: 'h1',
          uri: 'ana.txt',
          user: 'acct:eva@example.org',
          text: 'so',
          tags: ['a'],
          created: '2026-05-01T10:00:00+00:00',
          permissions: { read: ['group:__world__'] },
          target: [
            { source: 'ana.txt', selector: [quote, { type: 'TextPositionSelector', start: 8, end: 18 }] },
          ],
          document: { title: ['ana'] },
        },
        { id: 'h2', uri: 'ana.txt', user: 'acct:ivo@example.org', text: 'why?', references: ['h1'] },
      ],
    }),
  },
  {
    format: 'recogito',
    name: 'r.json',
    text: json([
      {
        id: '0198a1b2-0000-4000-8000-000000000002',
        bodies: [{ purpose: 'tagging', value: 'Person' }],
        target: { annotation: 'x', selector: [{ quote: 'Luis Pérez', start: 8, end: 18 }] },
      },
      { id: '#a', body: [{ type: 'TextualBody', value: 'so' }], target: { selector: [quote] } },
    ]),
  },
  {
    format: 'brat',
    name: 'ana.ann',
    text: [
      'T1\tPerson 0 3\tAna',
      'T2\tPerson 8 12;13 18\tLuis Pérez',
      'E1\tMeet:T1 Who:T2',
      'R1\tKnows Arg1:T1 Arg2:T2',
      'A1\tSure T1 yes',
      '*\tEquiv T1 T2',
      'N1\tReference T2 Wiki:7\tLuis',
      '#1\tAnnotatorNotes T1\tso',
      '',
    ].join('\n'),
  },
  {
    format: 'doccano',
    name: 'd.jsonl',
    text: [
      json({
        id: 1,
        text: 'Ana met Luis Pérez.',
        label: [
          [0, 3, 'PER'],
          [8, 18, 'PER'],
        ],
      }),
      json({
        text: 'Ana 😀 met Luis.',
        entities: [
          { id: 1, start_offset: 0, end_offset: 3, label: 'PER' },
          { id: 2, start_offset: 11, end_offset: 15, label: 'PER' },
        ],
        relations: [{ from_id: 1, to_id: 2, type: 'knows' }],
      }),
      '',
    ].join('\n'),
  },
  {
    format: 'label-studio',
    name: 'l.json',
    text: json([
      {
        id: 7,
        data: { text: 'Ana 😀 met Luis  Pérez.', title: 'Meeting' },
        annotations: [
          {
            completed_by: { email: 'eva@example.org' },
            created_at: '2026-05-01T10:00:00Z',
            result: [
              {
                id: 'a',
                from_name: 'n',
                to_name: 'text',
                type: 'labels',
                value: { start: 0, end: 3, text: 'Ana', labels: ['P'] },
              },
              { id: 'b', type: 'labels', value: { start: 10, end: 21, text: 'Luis Pérez', labels: ['P'] } },
              { id: 'a', type: 'textarea', value: { start: 0, end: 3, text: ['Sure?'] } },
              { type: 'relation', from_id: 'a', to_id: 'b', labels: ['knows'] },
            ],
          },
        ],
      },
    ]),
  },
  {
    format: 'uima-cas-json',
    name: 'c.json',
    text: json({
      '%TYPES': {},
      '%HEADER': { '%OFFSET_ENCODING': 'UTF-16' },
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: 'Ana 😀 met Luis.' },
        { '%ID': 3, '%TYPE': 'my.type.NamedEntity', '@sofa': 1, begin: 0, end: 3, value: 'PER', '@knows': 4 },
        { '%ID': 4, '%TYPE': 'my.type.NamedEntity', '@sofa': 1, begin: 11, end: 15, value: 'PER' },
      ],
    }),
  },
  {
    format: 'webanno-tsv',
    name: 'w.tsv',
    text: [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=my.NamedEntity|identifier|value',
      '#T_SP=my.Frame|name|ROLE_my.Frame:Roles_my.Link|my.NamedEntity',
      '#T_RL=my.Relation|kind|BT_my.NamedEntity',
      '',
      '',
      '#Text=Ana met Luis Pérez .',
      '1-1\t0-3\tAna\t*\tPER\t_\t_\t_\t_\t_\t',
      '1-2\t4-7\tmet\t_\t_\tmeet\twho;whom\t1-1;1-3[1]\t_\t_\t',
      '1-3\t8-12\tLuis\tQ1[1]|*[2]\tPER[1]|GIVEN\\_NAME[2]\t_\t_\t_\tknows\t1-1[0_1]\t',
      '1-4\t13-18\tPérez\tQ1[1]\tPER[1]\t_\t_\t_\t_\t_\t',
      '1-4.1\t13-15\tPé\t*\tLOC\t_\t_\t_\t_\t_\t',
      '',
    ].join('\n'),
  },
  {
    format: 'claim-review',
    name: 'r.json',
    text: json({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'ClaimReview',
          url: 'https://example.org/review',
          datePublished: '2026-05-01',
          author: { '@type': 'Organization', name: 'Checkers' },
          claimReviewed: 'Ana met Luis Pérez',
          itemReviewed: { '@type': 'Claim', author: { name: 'Eva' }, appearance: { url: 'ana.txt' } },
          reviewRating: { '@type': 'Rating', alternateName: 'False', ratingValue: 1 },
        },
      ],
    }),
  },
  {
    format: 'csv',
    name: 'a.csv',
    text: 'document,words,prefix,suffix,start,end,type,tags,notes\nana,Ana,,,0,3,person,"a\nb",so\nana,"Luis Pérez",met ,,8,18,,,\n',
  },
];
