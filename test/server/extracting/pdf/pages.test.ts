import { expect } from 'chai';
import fc from 'fast-check';
import { compose } from '../../../../server/extracting/extractors/pdf/compose.ts';
import type { RawPiece } from '../../../../server/extracting/extractors/pdf/piece.ts';

const SIZE = 10;

/** A run of text as a page places it: letters half as wide as high, `top` counted downwards. */
const run = (text: string, left: number, top: number, more: Partial<RawPiece> = {}): RawPiece => ({
  text,
  x: left,
  y: 800 - top,
  angle: 0,
  length: text.length * 0.5 * (more.size ?? SIZE),
  size: SIZE,
  ascent: 0.8,
  descent: 0.2,
  isRightToLeft: false,
  isAfterSpace: false,
  ...more,
});

const column = (lines: readonly string[], left = 50, top = 100, more: Partial<RawPiece> = {}): RawPiece[] =>
  lines.map((line, at) => run(line, left, top + at * 12, more));

const read = (...pages: (readonly RawPiece[])[]) => readAs('joined', ...pages);
const readAs = (lines: 'joined' | 'as-printed', ...pages: (readonly RawPiece[])[]) =>
  compose(
    pages.map((pieces, at) => ({ page: at + 1, pieces, hasFilledFields: false })),
    { lines, running: 'left-out' },
  );

const LEFT = [
  'The first column is read to its end',
  'before the second one begins, so a',
  'sentence that runs over the gutter',
  'stays whole for whoever reads these',
];
const RIGHT = [
  'words. Nothing of it depends on the',
  'order in which a program happened to',
  'draw the lines of the page, as long',
  'as there is a gutter between both.',
];

describe('Text of pages', () => {
  describe('lines', () => {
    const cases: [string, RawPiece[], string][] = [
      [
        'puts words of a line together by where they stand',
        [run('world', 90, 100), run('Hello', 50, 100)],
        'Hello world',
      ],
      ['adds no space within a word', [run('Hel', 50, 100), run('lo', 65, 100)], 'Hello'],
      [
        'keeps a space that the file has though it is thin',
        [run('a', 50, 100), run('b', 55.5, 100, { isAfterSpace: true })],
        'a b',
      ],
      ['divides cells by tabs', [run('Members', 50, 100), run('52', 200, 100)], 'Members\t52'],
      [
        'divides all cells of a line alike',
        [run('Harbour Union', 50, 100), run('12', 125, 100), run('Ana', 180, 100)],
        'Harbour Union\t12\tAna',
      ],
      [
        'keeps the mark of a note at its word',
        [run('Word', 50, 100), run('7', 70, 96, { size: 6 })],
        'Word7',
      ],
      ['leaves out what is drawn twice to look bold', [run('Bold', 50, 100), run('Bold', 50.4, 100)], 'Bold'],
      [
        'reads right to left where most is written so, with numbers as they are',
        [
          run('2024', 60, 100),
          run('בשנת', 85, 100, { isRightToLeft: true }),
          run('נוסד', 120, 100, { isRightToLeft: true }),
        ],
        'נוסד בשנת 2024',
      ],
      [
        'joins Chinese lines without a space',
        column(['我们在纸上写下这些文字并且继续', '直到行尾']),
        '我们在纸上写下这些文字并且继续直到行尾',
      ],
    ];
    for (const [does, pieces, text] of cases) it(does, () => expect(read(pieces).text).to.equal(text));

    it('puts a large initial before the first of the lines beside it', () => {
      const pieces = [
        run('O', 50, 112, { size: 24 }),
        run('nce there was a text that began', 63, 100),
        run('with a letter two lines high.', 63, 112),
      ];
      expect(read(pieces).text).to.equal('Once there was a text that began with a letter two lines high.');
    });
  });

  describe('hyphens at ends of lines', () => {
    const cases: [string, string, string][] = [
      ['a word that goes on in lower case', 'the inter-|national', 'the international'],
      ['a name that goes on in upper case', 'Mr. Smith-|Jones', 'Mr. Smith-Jones'],
      ['a hyphen after capitals', 'the EU-|wide', 'the EU-wide'],
      ['a hyphen after figures', 'in 1990-|er', 'in 1990-er'],
      ['a dash between years', 'from 1990–|1994', 'from 1990–1994'],
      ['a dash between spaces', 'he said –|and', 'he said – and'],
      ['a word that ends in another alphabet', 'между-|народный', 'международный'],
    ];
    for (const [what, lines, text] of cases)
      it(`reads ${what}`, () => expect(read(column(lines.split('|'))).text).to.equal(text));

    it('keeps a hyphen that the word has elsewhere in the text', () => {
      const told = (...lines: string[]) => read(column(lines)).text.split(' ').at(-1);
      expect(
        told('There is the TraceMonkey engine for this', 'and it is what is always called Trace-', 'Monkey'),
      ).to.equal('TraceMonkey');
      expect(
        told('It is a well-known fact in a long text,', 'and is never to be said not to be well-', 'known'),
      ).to.equal('well-known');
      expect(
        told('The co-op is in a re-creation park and', 'there is no reason to have much re-', 'creation'),
      ).to.equal('re-creation');
      expect(
        told('No recreation and no re-creation at all', 'is what they seem to have here for re-', 'creation'),
      ).to.equal('recreation');
    });

    it('keeps the hyphen in the box from which the word came', () => {
      const { derivation } = read(column(['the inter-', 'national']));
      expect(derivation.stretches).to.deep.equal([
        { start: 0, end: 9, at: { page: 1, box: [50, 698, 100, 708] } },
        { start: 9, end: 17, at: { page: 1, box: [50, 686, 90, 696] } },
      ]);
    });

    it('leaves every line as it is printed where that is asked for', () => {
      expect(readAs('as-printed', column(['the inter-', 'national'])).text).to.equal('the inter-\nnational');
    });
  });

  describe('paragraphs', () => {
    const full = 'a line that is as long as lines are here';
    const cases: [string, RawPiece[], string[]][] = [
      [
        'at a wider gap',
        [...column([full, full]), ...column([full, full], 50, 140)],
        [`${full} ${full}`, `${full} ${full}`],
      ],
      [
        'at an indented first line',
        [run(full, 50, 100), run(full, 50, 112), run(full.slice(0, -5), 70, 124), run(full, 50, 136)],
        [`${full} ${full}`, `${full.slice(0, -5)} ${full}`],
      ],
      [
        'where a line ends early though the next word would fit',
        column([full, 'ends early', full]),
        [`${full} ends early`, full],
      ],
      [
        'at entries of a list without bullets',
        [
          ...column(LEFT, 50, 52),
          ...column(['Harbour Union youth', 'Fishers Guild of Vigo', 'Miners'], 50, 112),
        ],
        [LEFT.join(' '), 'Harbour Union youth', 'Fishers Guild of Vigo', 'Miners'],
      ],
      [
        'at bullets',
        [run(`• ${full}`, 50, 100), run('goes on', 60, 112), run(`• ${full}`, 50, 124)],
        [`• ${full} goes on`, `• ${full}`],
      ],
      [
        'where letters are larger',
        [run('Heading', 50, 84, { size: 14 }), ...column([full, full])],
        ['Heading', `${full} ${full}`],
      ],
      [
        'at lines of cells, which stay lines',
        [
          run(full, 50, 88),
          ...[0, 1].flatMap(row => [run('name', 50, 100 + row * 12), run('12', 200, 100 + row * 12)]),
        ],
        [full, 'name\t12\nname\t12'],
      ],
    ];
    for (const [where, pieces, paragraphs] of cases)
      it(`begin ${where}`, () => expect(read(pieces).text.split('\n\n')).to.deep.equal(paragraphs));
  });

  describe('columns', () => {
    const whole = `${LEFT.join(' ')} ${RIGHT.join(' ')}`;
    it('are read one after the other, a sentence over the gutter in one piece', () => {
      expect(read([...column(LEFT), ...column(RIGHT, 260)]).text).to.equal(whole);
    });
    it('are found though the file draws line by line across them', () => {
      const pieces = LEFT.flatMap((line, at) => [
        run(line, 50, 100 + at * 12),
        run(RIGHT[at]!, 260, 100 + at * 12),
      ]);
      expect(read(pieces).text).to.equal(whole);
    });
    it('begin anew below what lies across them', () => {
      const title = run('A title that lies across both columns of this page', 60, 80, { size: 16 });
      expect(read([title, ...column(LEFT), ...column(RIGHT, 260)]).text).to.equal(
        `${title.text}\n\n${whole}`,
      );
    });
    it('are found below what lies across most of the page: a figure, a listing', () => {
      const listing = Array.from({ length: 20 }, (_, at) =>
        run('store primes to the stack of the interpreter, which is long', 60, 80 + at * 12),
      );
      const { text } = read([...listing, ...column(LEFT, 50, 360), ...column(RIGHT, 260, 360)]);
      expect(text.endsWith(`\n\n${whole}`)).to.equal(true);
    });
    it('are not made of a table, which stays rows', () => {
      const rows = ['Madrid', 'Lisbon', 'Vigo', 'Lugo', 'Porto'];
      const pieces = rows.flatMap((city, at) => [
        run(city, 50, 100 + at * 12),
        run(`${at}0`, 260, 100 + at * 12),
      ]);
      const { text, derivation } = read(pieces);
      expect(text).to.equal(rows.map((city, at) => `${city}\t${at}0`).join('\n'));
      expect(
        derivation.blocks.slice(0, 5).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
      ).to.deep.equal([`page ${text}`, `table ${text}`, 'row Madrid\t00', 'cell Madrid', 'cell 00']);
    });
  });

  describe('angles', () => {
    it('do not matter: a page on its side reads like one upright', () => {
      const upright = column(LEFT);
      const turned = upright.map(piece => ({ ...piece, x: piece.y, y: -piece.x, angle: -90 }));
      expect(read(turned).text).to.equal(read(upright).text);
    });
    it('have what stands across the text come after it', () => {
      const stamp = run('stamped along the margin', 20, 300, { angle: 90 });
      expect(read([stamp, ...column(LEFT)]).text.endsWith('\n\nstamped along the margin')).to.equal(true);
    });
  });

  describe('pages', () => {
    const page = (number: number, more: RawPiece[] = []) => [
      run('Yearly report of the society', 50, 40),
      ...column([
        `Text of page ${'abcdefgh'[number]} begins here and goes`,
        'on for another line of it.',
        ...LEFT,
      ]),
      ...more,
      run(`${number}`, 300, 780),
    ];
    it('lose heads and page numbers that return, which is said', () => {
      const { text, remarks } = read(page(1), page(2), page(3), page(4));
      expect(text).to.not.include('Yearly report');
      expect(text).to.not.match(/\d/);
      expect(remarks.map(({ says }) => says).join())
        .to.include('“Yearly report of the society” (1–4)')
        .and.include('Page numbers are left out (pages 1–4)');
    });
    it('keep them where they are only twice, or where that is asked for', () => {
      expect(read(page(1), page(2)).text).to.include('Yearly report');
      const pages = [1, 2, 3].map(number => ({ page: number, pieces: page(number), hasFilledFields: false }));
      expect(compose(pages, { lines: 'joined', running: 'kept' }).text).to.include('Yearly report');
    });
    it('keep figures at their foot that count no pages', () => {
      const totals = [812, 74, 3055].map(total => [...column(LEFT), run(`${total}`, 300, 780)]);
      expect(read(...totals).text)
        .to.include('812')
        .and.include('74')
        .and.include('3055');
    });
    it('are blocks within which paragraphs lie, also where a sentence goes on over the page', () => {
      const { text, derivation } = read(column(LEFT), column(RIGHT));
      expect(text).to.equal(`${LEFT.join(' ')} ${RIGHT.join(' ')}`);
      const second = LEFT.join(' ').length + 1;
      expect(derivation.blocks).to.deep.equal([
        { kind: 'page', start: 0, end: second - 1, page: 1 },
        { kind: 'paragraph', start: 0, end: second - 1 },
        { kind: 'page', start: second, end: text.length, page: 2 },
        { kind: 'paragraph', start: second, end: text.length },
      ]);
    });
    it('have headings by the size of their letters', () => {
      const { derivation } = read([
        run('Title', 50, 50, { size: 20 }),
        run('Section', 50, 80, { size: 14 }),
        ...column([...LEFT, ...RIGHT]),
      ]);
      expect(
        derivation.blocks.map(block => (block.kind === 'heading' ? block.level : block.kind)),
      ).to.deep.equal(['page', 1, 2, 'paragraph']);
    });
  });

  it('is in order, within the text and made of every word, however pieces lie', () => {
    const piece = fc
      .record({
        text: fc.constantFrom('alpha', 'beta-', 'Gamma', '•', '12', 'δ', 'é.', 'שלום'),
        left: fc.integer({ min: 0, max: 500 }),
        top: fc.integer({ min: 0, max: 700 }),
        size: fc.constantFrom(6, 10, 10, 10, 18),
        angle: fc.constantFrom(0, 0, 0, 90, 37),
      })
      .map(({ text, left, top, ...more }) =>
        run(text, left, top, { ...more, isRightToLeft: text === 'שלום' }),
      );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 60 }), { maxLength: 4 }), pages => {
        const composed = compose(
          pages.map((pieces, at) => ({ page: at + 1, pieces, hasFilledFields: false })),
          { lines: 'as-printed', running: 'kept' },
        );
        const { text, derivation } = composed;
        let end = 0;
        for (const stretch of derivation.stretches) {
          expect(stretch.start).to.be.at.least(end);
          expect(stretch.end).to.be.greaterThan(stretch.start).and.at.most(text.length);
          end = stretch.end;
        }
        for (const [at, block] of derivation.blocks.entries()) {
          const before = derivation.blocks[at - 1];
          if (before) expect(block.start).to.be.at.least(before.start);
        }
        const letters = (words: string) => [...words.replace(/\s/g, '')].sort().join('');
        const placed = pages.flatMap(pieces => pieces.map(({ text }) => text)).join('');
        // What lies over itself is told once.
        expect(letters(placed).length).to.be.at.least(letters(text).length);
        for (const word of new Set(pages.flat().map(({ text }) => text))) expect(text).to.include(word);
        expect(
          compose(
            pages.map((pieces, at) => ({ page: at + 1, pieces, hasFilledFields: false })),
            { lines: 'as-printed', running: 'kept' },
          ),
        ).to.deep.equal(composed);
      }),
      { numRuns: 60 },
    );
  });
});
