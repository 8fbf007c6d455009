import { expect } from 'chai';
import fc from 'fast-check';
import { CslItem } from '../../../shared/citations/csl.ts';
import { cslDate, edtfOfCsl } from '../../../shared/citations/csl-date.ts';
import { cslFromForm } from '../../../shared/citations/csl-from-form.ts';
import { readCitation } from '../../../shared/citations/read-citation.ts';
import { safeUrl } from '../../../shared/citations/safe-url.ts';
import { shortCitation } from '../../../shared/citations/short-citation.ts';

describe('a citation read out of a text', () => {
  it('takes a template apart into bibliographic data', () => {
    const text =
      '<ref name="Pérez Loira">{{cite web |url=https://kaosenlared.net/x/ |title=El retorno: ¿Es el "Sovintern"? |author=Lois Pérez Leira |date=15 March 2026 |website=Kaosenlared |language=es |access-date=28 April 2026 |archive-url=https://web.archive.org/y}}</ref>';
    expect(readCitation(text, {})).to.deep.equal({
      kind: 'citation',
      ref: 'Pérez Loira',
      csl: {
        type: 'webpage',
        title: 'El retorno: ¿Es el "Sovintern"?',
        'container-title': 'Kaosenlared',
        language: 'es',
        URL: 'https://kaosenlared.net/x/',
        author: [{ family: 'Pérez Leira', given: 'Lois' }],
        issued: { 'date-parts': [[2026, 3, 15]] },
        accessed: { 'date-parts': [[2026, 4, 28]] },
        custom: { archive: 'https://web.archive.org/y' },
      },
    });
  });

  it('keeps authors in order, nested mark-up out of titles, and the quoted words', () => {
    const text =
      '{{cite news |last1=Sort Creus |first1=Albert |author2=M. Shevchuk |title=A [[b|c]] {{x|y}} d |quote=so |work=elDiario.es}}';
    expect(readCitation(text, {})).to.deep.equal({
      kind: 'citation',
      csl: {
        type: 'article-newspaper',
        title: 'A c d',
        'container-title': 'elDiario.es',
        author: [
          { family: 'Sort Creus', given: 'Albert' },
          { family: 'Shevchuk', given: 'M.' },
        ],
      },
      quote: 'so',
    });
  });

  const uses: readonly (readonly [text: string, ref: string])[] = [
    ['<ref name="Forum"/>', 'Forum'],
    ['<ref name=“Sovintern”/>', 'Sovintern'],
    ["<ref name='a b' />", 'a b'],
    ['<ref name=plain />', 'plain'],
    ['<ref name=":0"/>', ':0'],
    ['<ref name="В Москве прошел «СОВИНТЕРН»"/>', 'В Москве прошел «СОВИНТЕРН»'],
    ['[12]', '12'],
  ];
  for (const [text, ref] of uses) {
    it(`knows ${text} for a repeated use`, () => {
      expect(readCitation(text, {})).to.deep.equal({ kind: 'citation', ref });
    });
  }

  it('reads numbered footnotes', () => {
    const text = '11. ^ (in Russian) L. Pravin. The split of the Khimki Defenders (, 27 July 2011)';
    expect(readCitation(text, {})).to.deep.equal({
      kind: 'citation',
      ref: '11',
      csl: {
        type: 'document',
        title: 'The split of the Khimki Defenders',
        language: 'ru',
        author: [{ family: 'Pravin', given: 'L.' }],
        issued: { 'date-parts': [[2011, 7, 27]] },
      },
    });
  });

  it('never decides a date that can be two', () => {
    const value = readCitation('{{cite web|title=T|date=06-01-2026}}', {});
    expect(value?.csl?.issued).to.deep.equal({ raw: '06-01-2026' });
  });

  it('reads addresses alone, with or without a title', () => {
    expect(readCitation('[https://a.b/c The page]', {})?.csl).to.deep.equal({
      type: 'webpage',
      title: 'The page',
      URL: 'https://a.b/c',
    });
    expect(readCitation('https://a.b/c', {})?.csl).to.deep.equal({ type: 'webpage', URL: 'https://a.b/c' });
    expect(readCitation('no citation', {})).to.equal(undefined);
  });
});

describe('bibliographic data', () => {
  it('keeps variables that are not known here', () => {
    const item = {
      type: 'book',
      title: 'T',
      'original-date': { 'date-parts': [[1900]] },
      custom: { archive: 'x' },
      odd: [1],
    };
    expect(CslItem.parse(item)).to.deep.equal(item);
    expect(CslItem.safeParse({ type: 'book', author: 'Marx' }).success).to.equal(false);
    expect(CslItem.safeParse({ title: 'no type' }).success).to.equal(false);
  });

  for (const edtf of [
    '2026-03-15',
    '2011-04',
    '2011',
    '2011-21',
    '2011/2012',
    '1984~',
    '[2011,2012]',
    'XXXX-08-30',
  ]) {
    it(`keeps the date ${edtf}`, () => expect(edtfOfCsl(cslDate(edtf))).to.equal(edtf));
  }

  it('is made of what a person typed', () => {
    const read = cslFromForm(
      {
        title: ' El retorno ',
        author: 'Lois Pérez Leira; RIA',
        date: '15 March 2026',
        url: 'https://a.b/c',
        website: 'W',
      },
      {},
    );
    expect(read).to.deep.equal({
      csl: {
        type: 'webpage',
        title: 'El retorno',
        'container-title': 'W',
        URL: 'https://a.b/c',
        author: [{ family: 'Pérez Leira', given: 'Lois' }, { literal: 'RIA' }],
        issued: { 'date-parts': [[2026, 3, 15]] },
      },
    });
  });

  it('is refused with every reason at once', () => {
    const read = cslFromForm({ url: 'javascript:x', date: 'soon', accessed: '06-01-2026' }, {});
    expect(
      'problems' in read && read.problems.map(problem => `${problem.path}: ${problem.says}`),
    ).to.deep.equal([
      'url: Addresses of the kind “javascript:” are not opened.',
      'date: “soon” is not a date.',
      'accessed: “06-01-2026” can be two dates.',
    ]);
    const empty = cslFromForm({ title: ' ' }, {});
    expect('problems' in empty && empty.problems.map(problem => problem.path)).to.deep.equal(['title']);
  });

  const short: readonly (readonly [item: CslItem, said: string])[] = [
    [
      { type: 'webpage', 'container-title': 'Kaosenlared', issued: { 'date-parts': [[2026, 3, 15]] } },
      'Kaosenlared, 15 March 2026',
    ],
    [
      {
        type: 'book',
        title: 'T',
        author: [{ family: 'Marx', given: 'Karl' }],
        issued: { 'date-parts': [[1867]] },
      },
      'Karl Marx, 1867',
    ],
    [{ type: 'webpage', URL: 'https://www.example.org/x' }, 'example.org'],
    [{ type: 'webpage', title: 'T', issued: { raw: '06-01-2026' } }, 'T, 6 January 2026 or 1 June 2026'],
    [{ type: 'document' }, 'document'],
  ];
  for (const [item, said] of short) {
    it(`is named in short “${said}”`, () => expect(shortCitation(item, 'en-GB')).to.equal(said));
  }

  it('is written out in full in several styles and languages', async function () {
    this.timeout(20_000);
    const { renderCitation } = await import('../../../shared/citations/render-citation.ts');
    const item: CslItem = {
      type: 'webpage',
      title: 'El <b>retorno</b>',
      'container-title': 'Kaosenlared',
      URL: 'https://kaosenlared.net/x',
      author: [{ family: 'Pérez Leira', given: 'Lois' }],
      issued: { 'date-parts': [[2026, 3, 15]] },
    };
    expect(await renderCitation(item, { style: 'apa', locale: 'en-GB' })).to.include(
      'Pérez Leira, L. (2026, March 15).',
    );
    expect(await renderCitation(item, { style: 'harvard1', locale: 'es' })).to.include('Disponible en');
    expect(await renderCitation(item, { style: 'vancouver', locale: 'tlh' })).to.include('Available from');
  });
});

describe('a web address', () => {
  for (const url of [
    'https://a.b/c?d#e',
    'http://localhost:8080/',
    'http://[::1]/x',
    'HTTPS://EXAMPLE.org',
    'https://é.example/ü',
  ]) {
    it(`${url} may be linked as it is written`, () => expect(safeUrl(url)).to.deep.equal({ url }));
  }
  const refused = [
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'java\nscript:x',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
    ],
    ...[
      '//a.b',
      'a.b/c',
      '',
      'https://',
      'https:///x',
      'https://u:p@a.b',
      'https:\\\\a',
      'https://a b',
      'https://a\u202e.b',
    ],
    `https://a.b/${'x'.repeat(5000)}`,
  ];
  for (const text of refused) {
    it(`${JSON.stringify(text.slice(0, 40))} is refused with a reason`, () => {
      expect(safeUrl(text)).to.have.property('refused').that.is.a('string').and.not.empty;
    });
  }

  it('that is let through is http or https to any parser', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map(text => `https://${text}`),
        ),
        text => {
          const safe = safeUrl(text);
          if ('url' in safe && URL.canParse(safe.url)) {
            expect(new URL(safe.url).protocol).to.match(/^https?:$/);
            expect(new URL(safe.url).username).to.equal('');
          }
        },
      ),
    );
  });
});
