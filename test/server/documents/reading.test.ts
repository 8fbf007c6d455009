import { expect } from 'chai';
import iconv from 'iconv-lite';
import { decode, ENCODINGS, encodingNamed } from '../../../server/documents/decode.ts';
import { detectEncodings } from '../../../server/documents/detect-encoding.ts';
import { examine } from '../../../server/documents/examine.ts';
import { guessLanguage } from '../../../server/documents/language.ts';
import { readFileText, requireWhole } from '../../../server/documents/read-file.ts';
import { readManifest, readSeed } from '../../../server/services/seeds.ts';
import { openStorage } from '../../../server/storage/registry.ts';

const RU =
  'Российское социалистическое движение было создано в 2011 году. Съезд прошёл в Москве, и депутаты приняли резолюцию о мире, которая была опубликована на сайте движения.';
const ES =
  'El congreso español aprobó la resolución el año pasado. ¿Qué pasará mañana? Luis Pérez Leira habló también de los años que vendrán.';
const DE =
  'Die Größe der Übung überrascht: Schüler müssen für die Prüfung über zwanzig Sätze lösen, und das ist nicht immer schön.';
const PL =
  'Zażółć gęślą jaźń. Wczoraj w Łodzi odbyło się spotkanie członków związku, którzy podjęli ważną uchwałę, że się nie zgodzą.';
const EL = 'Η ελληνική γλώσσα είναι μία από τις ινδοευρωπαϊκές γλώσσες και έχει μεγάλη ιστορία.';
const EN =
  'On April 27 in Moscow, we are launching a project that goes beyond the scope of national politics.';
const JA =
  '日本語は、日本国内や、かつての日本領だった国、そして国外移民や移住者を含む日本人同士の間で使用されている言語。';
const SR = 'Конференција је одржана у Београду и на њој су били представници партија које се залажу за мир.';

const bytesOf = (text: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(text, encoding));
const swapped = (bytes: Uint8Array) => bytes.map((_, i) => bytes[i % 2 === 0 ? i + 1 : i - 1]!);
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
};

describe('the encoding of a file', () => {
  const cases: readonly [string, string][] = [
    [RU, 'windows-1251'],
    [RU, 'koi8-r'],
    [RU, 'iso-8859-5'],
    [SR, 'windows-1251'],
    [ES, 'iso-8859-1'],
    [`${ES} “Sí” — dijo.`, 'windows-1252'],
    [DE, 'iso-8859-1'],
    [PL, 'iso-8859-2'],
    [PL, 'windows-1250'],
    [EL, 'iso-8859-7'],
    [JA, 'shift_jis'],
    [JA, 'euc-jp'],
    [RU, 'utf-16le'],
    [EN, 'utf-16le'],
    [JA, 'utf-16le'],
    [`${EN} 🚢`, 'utf-8'],
    ['plain', 'utf-8'],
  ];
  for (const [text, encoding] of cases)
    it(`is recognised: ${encoding}, "${text.slice(0, 18)}…"`, () => {
      const [best] = detectEncodings(bytesOf(text, encoding));
      expect(best?.encoding).to.equal(encoding);
      expect(decode(bytesOf(text, encoding), encoding)).to.deep.include({ text, undecodable: 0 });
    });

  for (const text of [RU, EN, JA])
    it(`is recognised: utf-16be without a mark, "${text.slice(0, 10)}…"`, () => {
      const [best] = detectEncodings(swapped(bytesOf(text, 'utf-16le')));
      expect(best?.encoding).to.equal('utf-16be');
    });

  for (const [encoding, mark] of [
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const)
    it(`is told by the mark of ${encoding}, which is not part of the text`, () => {
      const body = encoding === 'utf-16be' ? swapped(bytesOf(EN, 'utf-16le')) : bytesOf(EN, encoding);
      const { text, reading } = readFileText(Uint8Array.of(...mark, ...body));
      expect(text).to.equal(EN);
      expect(reading).to.include({ encoding, bom: true });
    });

  it('is offered only where all of the file decodes in it', () => {
    for (const { encoding } of detectEncodings(bytesOf(RU, 'koi8-r')))
      expect(decode(bytesOf(RU, 'koi8-r'), encoding).undecodable).to.equal(0);
  });

  it('goes by any of its usual names', () => {
    expect(['UTF8', 'cp1251', 'latin1', 'Windows-1251', 'ISO_8859-5', 'ascii'].map(encodingNamed)).to.eql([
      'utf-8',
      'windows-1251',
      'windows-1252',
      'windows-1251',
      'iso-8859-5',
      'windows-1252',
    ]);
    expect(encodingNamed('klingon')).to.equal(undefined);
  });

  it('can be any of those that are named', () => {
    for (const encoding of ENCODINGS)
      expect(decode(Uint8Array.of(0x41, 0x00), encoding)).to.have.property('text');
  });
});

describe('a file that is not text', () => {
  const cases: readonly [string, Uint8Array, RegExp][] = [
    ['nothing', new Uint8Array(), /empty/],
    ['a mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), /byte order mark and nothing else/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), /PDF.*\.txt/],
    ['a Word file', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /Word.*plain text/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), /picture/],
    ['zeros', new Uint8Array(1000), /not a text file/],
    ['text with a zero in it', new TextEncoder().encode(`${EN}\0`), /byte 98 is zero/],
    [
      'random bytes',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255),
      /text/,
    ],
  ];
  for (const [what, bytes, says] of cases)
    it(`is refused in words that help: ${what}`, () => {
      expect(refusal(() => readFileText(bytes))).to.match(says);
    });

  it('is told by its first bad byte, and by how else it may be read', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('El a'),
      0xf1,
      ...new TextEncoder().encode('o pasado'),
    ]);
    const file = readFileText(bytes, 'utf-8');
    expect(file).to.include({ undecodable: 1, firstBad: 4 });
    expect(refusal(() => requireWhole(file, bytes))).to.match(/byte 4 \(0xF1\).*(windows-1252|iso-8859)/);
  });

  it('does not count replacement characters that stand in it', () => {
    expect(decode(new TextEncoder().encode('a\ufffdb'), 'utf-8').undecodable).to.equal(0);
    expect(decode(bytesOf('a\ufffdb', 'utf-16le'), 'utf-16le').undecodable).to.equal(0);
  });

  it('is told where half a character stands in UTF-16', () => {
    const bytes = Uint8Array.of(0x41, 0, 0x00, 0xd8, 0x42, 0);
    expect(decode(bytes, 'utf-16le')).to.include({ undecodable: 1 });
  });
});

describe('looking at a file', () => {
  it('finds for the five texts what their manifest says', async () => {
    const storage = await openStorage('memory:');
    for (const { id, file, title, mediaType, language } of await readManifest()) {
      const { bytes } = await readSeed(id);
      const found = await examine(storage, bytes, { name: file });
      expect(found, file).to.include({ mediaType, language, encoding: 'utf-8', undecodable: 0 });
      if (file.startsWith('000') || file.startsWith('002') || file.startsWith('004'))
        expect(found.title).to.equal(title);
    }
  });

  const titles: readonly [string, string | undefined, string, string][] = [
    ['the name in an infobox', 'a.txt', '{{Infobox party | name = The Network | x = 1}}', 'The Network'],
    ['a heading in Markdown', 'a.md', 'intro\n\n# The *Network* #\ntext', 'The *Network*'],
    ['a first line', undefined, '\n\nThe Network\n\nwas founded.', 'The Network'],
    ['the name of the file', 'Minutes_of_May.txt', `${'word '.repeat(60)}`, 'Minutes of May'],
    ['how it begins', '000_9b9a4f3f2ee867c2.txt', 'It was founded. '.repeat(20), 'It was founded.'],
    ['Untitled', undefined, '\u200b', 'Untitled'],
  ];
  for (const [what, name, text, title] of titles)
    it(`suggests as title ${what}`, async () => {
      const found = await examine(await openStorage('memory:'), new TextEncoder().encode(text), { name });
      expect(found.title.startsWith(title), found.title).to.equal(true);
    });

  const languages: readonly [string, string | undefined][] = [
    [EN, 'en'],
    [RU, 'ru'],
    [ES, 'es'],
    [DE, 'de'],
    [PL, 'pl'],
    [EL, 'el'],
    [JA, 'ja'],
    [SR, 'sr'],
    ['Luis Pérez Leira, Moscow', undefined],
    ['1234 5678 — 90', undefined],
  ];
  for (const [text, language] of languages)
    it(`takes "${text.slice(0, 24)}" for ${language ?? 'no language it is sure of'}`, () => {
      expect(guessLanguage(text)).to.equal(language);
    });
});
