import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import { samples } from './conformance.ts';
import { hostileFiles } from './hostile-files.ts';
import { type SmallSample, smallSamples } from './small-samples.ts';
import { deskWithText, takeHostile } from './taking-hostile.ts';

const TEXT = `Ana met Luis Pérez in Vigo. ${'a '.repeat(50_000)}`;

/** Where the standards' own material has samples of a format, by the endings of their names. */
const FOLDERS: Readonly<Record<string, readonly [string, string]>> = {
  'web-annotation': ['w3c-incorrect-repaired', '.json'],
  hypothesis: ['hypothesis', '.json'],
  recogito: ['recogito', '.json'],
  brat: ['brat', '.ann'],
  doccano: ['doccano', '.jsonl'],
  'label-studio': ['label-studio', '.json'],
  'uima-cas-json': ['uima-cas-json', '.json'],
  'webanno-tsv': ['webanno-tsv3', '.tsv'],
  'claim-review': ['claimreview', '.json'],
};

/** Pieces that mean something where they should not stand. */
const PIECES = [
  ...[
    '',
    '"',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '\t',
    '\n',
    '\r',
    ' ',
    '-1',
    '0',
    '1e9',
    '1e999',
    'null',
    'true',
    '[]',
    '{}',
  ],
  ...[
    '\ufeff',
    '\0',
    '\\',
    '\ud800',
    '😀',
    '9'.repeat(20),
    '"__proto__":',
    'NaN',
    '#',
    '|',
    '_',
    '*',
    ';',
    '{"a":'.repeat(500),
  ],
];

type Damage =
  | { cut: number }
  | { at: number; put: string }
  | { from: number; to: number }
  | { again: number };

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ cut: fc.nat() }),
  fc.record({ at: fc.nat(), put: fc.constantFrom(...PIECES) }),
  fc.record({ from: fc.nat(), to: fc.nat() }),
  fc.record({ again: fc.nat() }),
);

function damaged(text: string, one: Damage): string {
  const place = (n: number) => n % (text.length + 1);
  if ('cut' in one) return text.slice(0, place(one.cut));
  if ('put' in one) return text.slice(0, place(one.at)) + one.put + text.slice(place(one.at) + 1);
  if ('again' in one) return text.slice(0, place(one.again)) + text.slice(place(one.again) >> 1);
  const [a, b] = [place(one.from), place(one.to)].sort((x, y) => x - y) as [number, number];
  return text.slice(0, a) + text.slice(b);
}

/** @returns another number for the same damage, so that a sample's own length does not favour its beginning */
const spread = (text: string, n: number): number =>
  createHash('sha256').update(`${n} ${text.length}`).digest().readUInt32LE();

/**
 * Tests of files that nobody's program would write.
 * @param scale of the largest
 * @param runs how many damaged files of each format are tried
 */
export function hostileSuite(scale: number, runs: number): void {
  for (const { has, format, name, content } of hostileFiles(scale))
    it(`are refused or reported on where they have ${has} (${format})`, async function () {
      // Read without thought, the largest would take hours, or all memory there is.
      this.timeout(scale < 1 ? 60_000 : 300_000);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      await takeHostile(await deskWithText(TEXT), bytes, { name, format });
    });

  for (const small of smallSamples)
    it(`are taken in whole or not at all, however damaged (${small.format})`, async function () {
      this.timeout(0);
      const [folder, ending] = FOLDERS[small.format] ?? ['', ''];
      const found = folder === '' ? [] : samples(folder, ending);
      const all: SmallSample[] = [
        small,
        ...found.filter(({ text }) => text.length < 200_000).map(one => ({ ...small, ...one })),
      ];
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...all),
          fc.array(damage, { minLength: 1, maxLength: 5 }),
          fc.boolean(),
          fc.boolean(),
          async ({ format, name, text }, damages, asBytes, isNamed) => {
            const broken = damages.reduce((so, one) => damaged(so, spreadOver(so, one)), text);
            const bytes = new TextEncoder().encode(broken);
            if (asBytes && bytes.length > 0)
              bytes[spread(broken, 1) % bytes.length] = spread(broken, 2) % 256;
            await takeHostile(await smallDesk(), bytes, { name, ...(isNamed ? { format } : {}) });
          },
        ),
        { numRuns: runs },
      );
    });
}

const smallDesk = (): Promise<MemoryStorage> => deskWithText('Ana met Luis Pérez in Vigo.');

function spreadOver(text: string, one: Damage): Damage {
  if ('cut' in one) return { cut: spread(text, one.cut) };
  if ('put' in one) return { ...one, at: spread(text, one.at) };
  if ('again' in one) return { again: spread(text, one.again) };
  return { from: spread(text, one.from), to: spread(text, one.to) };
}
