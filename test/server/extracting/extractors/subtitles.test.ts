import { expect } from 'chai';
import fc from 'fast-check';
import { subtitles } from '../../../../server/extracting/extractors/subtitles/subtitles.ts';
import { blocksOf, extracted, refusalOf } from './derived.ts';
import { requireExact } from './exact.ts';

const decoded = (source: string): string =>
  source
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');

async function read(file: string, join?: 'paragraphs' | 'cues') {
  const made = await extracted(subtitles, file, join ? { join } : {});
  requireExact(made, file, decoded);
  return made;
}
const timesOf = async (file: string) => {
  const { text, derivation } = await read(file, 'cues');
  return derivation.stretches.map(({ start, end, at }) => [text.slice(start, end), ...at.time!]);
};
const srt = (...cues: [time: string, text: string][]): string =>
  cues.map(([time, text], i) => `${i + 1}\n${time}\n${text}\n`).join('\n');
const T = '00:00:01,000 --> 00:00:02,500';

describe('text of subtitles', () => {
  const lines: [what: string, file: string, text: string][] = [
    ['a cue of several lines', srt([T, 'One\nand two.']), 'One and two.'],
    ['several cues', srt([T, 'One.'], ['00:00:02,600 --> 00:00:03,000', 'Two.']), 'One.\nTwo.'],
    [
      'tags of SubRip',
      srt([T, '<i>Hello</i>, <b>you</b> <font color="#fff">there</font>']),
      'Hello, you there',
    ],
    ['what only looks like a tag in SubRip', srt([T, '5 < 6 <laughs> {sighs}']), '5 < 6 <laughs> {sighs}'],
    [
      'where a cue stands',
      srt(['00:00:01,000 --> 00:00:02,000 X1:100 X2:200 Y1:10 Y2:20', '{\\an8}Above']),
      'Above',
    ],
    ['entities that converters leave', srt([T, 'Q&amp;A &lt;live&gt;, R&D']), 'Q&A <live>, R&D'],
    ['cues without a blank line between', `1\n${T}\nOne\n2\n00:00:03,000 --> 00:00:04,000\nTwo`, 'One\nTwo'],
    ['cues without numbers', `${T}\nOne\n\n00:00:03,000 --> 00:00:04,000\nTwo`, 'One\nTwo'],
    [
      'a blank line within a cue',
      srt([T, 'One\n\nmore'], ['00:00:03,000 --> 00:00:04,000', 'Two']),
      'One more\nTwo',
    ],
    [
      'a number that is said',
      srt([T, 'In the year\n1984'], ['00:00:03,000 --> 00:00:04,000', '42']),
      'In the year 1984\n42',
    ],
    [
      'lines that CR LF ends',
      srt([T, 'One\nmore'], ['00:00:03,000 --> 00:00:04,000', 'Two']).replaceAll('\n', '\r\n'),
      'One more\nTwo',
    ],
    [
      'cues without words',
      srt([T, ''], ['00:00:03,000 --> 00:00:04,000', '<i></i>'], ['00:00:05,000 --> 00:00:06,000', 'Two']),
      'Two',
    ],
    [
      'WebVTT with a header, notes, styles, regions, names and settings of cues',
      'WEBVTT - Debate\nKind: captions\nLanguage: fr\n\nNOTE a --> remark\nof two lines\n\nSTYLE\n::cue { color: lime }\n\nREGION\nid:bill\n\nintro\n00:01.000 --> 00:02.000 align:start line:0%\nHello <c.loud>you</c>\n\n01:00:00.000 --> 01:00:01.000\nLater',
      'Hello you\nLater',
    ],
    [
      'WebVTT with entities and times within',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nA &amp; B&nbsp;&lt;C&gt; <00:00:01.500><c> d</c> &unknown;',
      'A & B\u00a0<C>  d &unknown;',
    ],
    [
      'cues of WebVTT that follow at once',
      'WEBVTT\n00:01.000 --> 00:02.000\nOne\n00:03.000 --> 00:04.000\nTwo',
      'One\nTwo',
    ],
    [
      'writing without spaces',
      srt([T, '東京\nです'], ['00:00:03,000 --> 00:00:04,000', 'はい']),
      '東京です\nはい',
    ],
  ];
  for (const [what, file, text] of lines)
    it(`holds ${what}`, async () => {
      expect((await read(file, 'cues')).text).to.equal(text);
    });

  const times: [what: string, line: string, time: [number, number]][] = [
    ['with a comma', '00:00:01,250 --> 00:00:02,500', [1250, 2500]],
    ['with a dot', '00:00:01.250 --> 00:00:02.500', [1250, 2500]],
    ['without hours', '01:01,250 --> 02:02,5', [61_250, 122_500]],
    ['of one digit', '0:0:1,2 --> 0:0:2,30', [1200, 2300]],
    ['without fractions', '00:00:01 --> 00:00:02', [1000, 2000]],
    ['of many hours', '123:00:00,000 --> 123:00:01,000', [442_800_000, 442_801_000]],
    ['with blanks around', '  00:00:01,000  -->  00:00:02,000  ', [1000, 2000]],
    ['with a short arrow', '00:00:01,000 -> 00:00:02,000', [1000, 2000]],
    ['that end before they begin', '00:00:05,000 --> 00:00:02,000', [5000, 5000]],
  ];
  for (const [what, line, time] of times)
    it(`tells times ${what}`, async () => {
      expect(await timesOf(`1\n${line}\nWords\n`)).to.deep.equal([['Words', ...time]]);
    });

  it('is joined into paragraphs by pause, speaker, dashes and length, each cue a stretch', async () => {
    const file = srt(
      ['00:00:01,000 --> 00:00:02,000', 'We were there'],
      ['00:00:02,100 --> 00:00:03,000', 'on the 3rd of May.'],
      ['00:00:05,000 --> 00:00:06,000', 'After a pause.'],
      ['00:00:06,000 --> 00:00:07,000', '- Who says so?'],
      ['00:00:07,000 --> 00:00:08,000', '– I do.'],
    );
    const made = await read(file);
    expect(made.text).to.equal(
      'We were there on the 3rd of May.\n\nAfter a pause.\n\n- Who says so?\n\n– I do.',
    );
    expect(made.options).to.deep.equal({ join: 'paragraphs' });
    expect(made.derivation.stretches.slice(0, 2).map(({ at }) => at.time)).to.deep.equal([
      [1000, 2000],
      [2100, 3000],
    ]);
    expect(made.derivation.blocks.map(({ kind }) => kind)).to.deep.equal(['cue', 'cue', 'cue', 'cue']);
  });

  it('ends a long paragraph with a sentence', async () => {
    const cues = Array.from({ length: 60 }, (_, i): [string, string] => [
      `00:00:${String(i).padStart(2, '0')},000 --> 00:00:${String(i).padStart(2, '0')},900`,
      `Sentence number ${i} goes on and on${i % 3 === 2 ? '.' : ''}`,
    ]);
    const paragraphs = (await read(srt(...cues))).text.split('\n\n');
    expect(paragraphs.length).to.be.within(3, 5);
    for (const paragraph of paragraphs) expect(paragraph).to.match(/\.$/);
  });

  it('names who speaks, several in one cue too', async () => {
    const made = await read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.first Esme &amp; Co>It’s a blue\n\n00:02.000 --> 00:03.000\n<v Esme &amp; Co>apple tree!</v>\n<v Mary>No <i>way</i>!',
    );
    expect(made.text).to.equal('It’s a blue apple tree!\n\nNo way!');
    expect(made.derivation.blocks).to.deep.equal([
      { kind: 'cue', start: 0, end: 23, speaker: 'Esme & Co' },
      { kind: 'cue', start: 25, end: 32, speaker: 'Mary' },
    ]);
    expect(made.derivation.inlines).to.deep.equal([{ kind: 'emphasis', start: 28, end: 31 }]);
  });

  it('has the title and the language of a WebVTT file', async () => {
    const { title, language } = await read(
      'WEBVTT - Debate of 3 May\nLanguage: gl\n\n00:01.000 --> 00:02.000\nx',
    );
    expect({ title, language }).to.deep.equal({ title: 'Debate of 3 May', language: 'gl' });
  });

  it('leaves out lines that captions only show again, and says so; each caption as shown has them', async () => {
    const stamp = (ms: number): string =>
      `00:00:${String(Math.floor(ms / 1000)).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}`;
    const words = [
      'so today we',
      'talk about the',
      'vote of May',
      'in which fifty',
      'people took part',
      'and more',
      'came later',
    ];
    const cues = words.flatMap((line, i) => {
      const before = i > 0 ? `${words[i - 1]}\n` : '';
      return [
        `${stamp(i * 2000)} --> ${stamp(i * 2000 + 1990)} align:start position:0%\n${before}${line.replace(/ /, '<00:00:01.200><c> ')}</c>`,
        `${stamp(i * 2000 + 1990)} --> ${stamp(i * 2000 + 2000)} align:start position:0%\n${line}\n `,
      ];
    });
    const file = `WEBVTT\nKind: captions\nLanguage: en\n\n${cues.join('\n\n')}\n`;
    const made = await read(file);
    expect(made.text).to.equal(words.join(' '));
    expect(made.remarks[0]!.says).to.match(/roll up/);
    expect((await read(file, 'cues')).text.match(/vote of May/g)).to.have.length(3);
    const chorus = srt(
      ...Array.from({ length: 4 }, (_, i): [string, string] => [
        `00:00:0${i},000 --> 00:00:0${i + 1},000`,
        'No.',
      ]),
    );
    expect((await read(chorus)).text).to.equal('No. No. No. No.');
  });

  it('says which lines belong to no subtitle', async () => {
    expect((await read(`Some words before\n\n${srt([T, 'x'])}`)).remarks).to.have.length(1);
    expect((await read('WEBVTT\n\nloose words\n\n00:01.000 --> 00:02.000\nx')).remarks).to.have.length(1);
  });

  it('is exact for any words at any times', async () => {
    const line = fc
      .stringMatching(/^[a-zà-ž&<>ñя😀 .!-]{1,24}$/u)
      .filter(text => /[a-z]/.test(text) && !/^\s|\s$|-{1,2}>|<\/?[a-z]/.test(text));
    const cue = fc.record({
      from: fc.nat(9_000_000),
      length: fc.nat(10_000),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    });
    const time = (ms: number, dot: string): string =>
      `${[Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60].map(n => String(n).padStart(2, '0')).join(':')}${dot}${String(ms % 1000).padStart(3, '0')}`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(cue, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (cues, end, isVtt) => {
          const escaped = (text: string): string =>
            isVtt ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
          const file =
            (isVtt ? `WEBVTT${end}${end}` : '') +
            cues
              .map(({ from, length, lines }, i) =>
                [
                  i + 1,
                  `${time(from, isVtt ? '.' : ',')} --> ${time(from + length, isVtt ? '.' : ',')}`,
                  ...lines.map(escaped),
                  '',
                ].join(end),
              )
              .join(end);
          const made = await read(file, 'cues');
          expect(made.text.split('\n')).to.deep.equal(cues.map(({ lines }) => lines.join(' ')));
          const times = blocksOf(made).map((_, i) => {
            const block = made.derivation.blocks[i]!;
            return made.derivation.stretches.find(({ start }) => start === block.start)?.at.time;
          });
          expect(times).to.deep.equal(cues.map(({ from, length }) => [from, from + length]));
          const joined = await read(file);
          expect(joined.text.replace(/\s+/g, '')).to.equal(made.text.replace(/\s+/g, ''));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is read or refused whatever is cut off or altered', async () => {
    const file = `WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000\n<v Ann>A &amp; <i>b</i>\n\n00:02.000 --> 00:03.000 line:1\nc\n`;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length),
        fc.nat(file.length),
        fc.string({ maxLength: 4 }),
        async (from, to, put) => {
          await refusalOf(subtitles, file.slice(0, from) + put + file.slice(Math.max(from, to)));
        },
      ),
      { numRuns: 300 },
    );
    for (const hostile of ['<', '&', '<v ', '{\\a', '<font ', '&amp', '-->', '. '])
      await refusalOf(subtitles, `WEBVTT\n\n00:01.000 --> 00:02.000\nx${hostile.repeat(100_000)}`);
    expect(await refusalOf(subtitles, 'WEBVTT\n\nNothing here')).to.match(/00:01:02,500 -->/);
    expect(await refusalOf(subtitles, srt([T, '<i></i>']))).to.match(/no words/);
  });

  it('is known by its name or its beginning', () => {
    const known: [text: string, name: string | undefined, is: boolean][] = [
      ['', 'a.srt', true],
      ['', 'a.VTT', true],
      ['\ufeffWEBVTT\n', undefined, true],
      [`1\r\n${T}`, 'captions.txt', true],
      [`${T}\nx`, undefined, true],
      ['WEBVTTX', undefined, false],
      ['1\nThe first chapter', 'book.txt', false],
    ];
    for (const [text, name, is] of known)
      expect(subtitles.recognises(Buffer.from(text), name), text).to.equal(is);
    expect(subtitles.recognises(Buffer.from(`\ufeff1\n${T}`, 'utf16le'), undefined)).to.equal(true);
  });
});
