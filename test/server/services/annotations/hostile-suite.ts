import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { importDesk } from '../../../../server/services/import.ts';
import { Refusal } from '../../../../server/services/refusal.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import { isWritable } from '../../../../shared/formats/format.ts';
import { formats } from '../../../../shared/formats/registry.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../storage/temporary.ts';
import { taking } from '../exporting.ts';
import { walk } from '../walk.ts';
import { walks } from '../walk-steps.ts';
import { samples } from './conformance.ts';
import { hostileFiles, zipOf } from './hostile-files.ts';
import { exported } from './round-trip.ts';
import { type SmallSample, smallSamples } from './small-samples.ts';
import { swapped, swaps, writings, writtenAs } from './swapped-parts.ts';
import { deskWithText, refusedOr, takeHostile } from './taking-hostile.ts';

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

  for (const [format, all] of samplesOf()) {
    it(`are taken in whole or not at all, however their parts are swapped (${format})`, async function () {
      this.timeout(0);
      await fc.assert(
        fc.asyncProperty(swappedFile(all), fc.boolean(), async ({ name, bytes }, isNamed) => {
          await takeHostile(await swappedDesk(), bytes, { name, ...(isNamed ? { format } : {}) });
        }),
        { numRuns: runs },
      );
    });

    it(`are taken in whole or not at all, however damaged (${format})`, async function () {
      this.timeout(0);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...all),
          fc.array(damage, { minLength: 1, maxLength: 5 }),
          fc.boolean(),
          fc.boolean(),
          async ({ name, text }, damages, asBytes, isNamed) => {
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

  const everySample = [...samplesOf().values()].flat();

  it('are taken in whole or not at all, where they come together in a damaged archive', async function () {
    this.timeout(0);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(swappedFile(everySample), fc.constantFrom(...ODD_NAMES)), { maxLength: 4 }),
        fc.option(fc.constantFrom(...smallSamples.map(({ format }) => format)), { nil: undefined }),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 2 }),
        async (files, format, flips) => {
          const bytes = zipOf(files.map(([file, odd]) => ({ ...file, name: odd.replace('*', file.name) })));
          for (const [at, byte] of flips) bytes[Math.floor(at * (bytes.length - 1))] = byte;
          await takeHostile(await swappedDesk(), bytes, { name: 'a.zip', ...(format ? { format } : {}) });
        },
      ),
      { numRuns: runs },
    );
  });

  it('are taken in whole or not at all, however the parts of a whole desk are swapped', async function () {
    this.timeout(0);
    await fc.assert(
      fc.asyncProperty(walks, swaps, writings, async (steps, deeds, writing) => {
        const desk = new MemoryStorage();
        await walk(desk, steps);
        const { bytes } = await exported(desk, 'variorum-json');
        const file = writtenAs(swapped(Buffer.from(bytes).toString(), deeds), writing);
        for (const storage of [new MemoryStorage(), await swappedDesk()])
          await takeHostile(storage, file, { name: 'a.json', format: 'variorum-json' });
      }),
      { numRuns: runs },
    );
  });

  it('leave a desk on the disk that is sound and can be given out in every format', async function () {
    this.timeout(0);
    after(removeTemporaryFolders);
    await fc.assert(
      fc.asyncProperty(fc.array(swappedFile(everySample), { minLength: 1, maxLength: 6 }), async files => {
        const folder = path.join(await temporaryFolder(), 'desk');
        const storage = await deskWithText(SWAPPED_TEXT, await openLowdb(folder));
        for (const { name, format, bytes } of files) {
          const { head } = storage;
          const taken = await refusedOr(
            importDesk(storage, bytes, { ...taking(), name, ...(format ? { format } : {}) }),
          );
          if (taken instanceof Refusal) expect(storage.head).to.deep.equal(head);
        }
        for (const format of formats.filter(isWritable)) await exported(storage, format.id);
        await storage.close();
        expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
        await removeTemporaryFolders();
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });
}

/** What files in an archive are called; the star is the file's own name. */
const ODD_NAMES = [
  '*',
  '*',
  '*',
  'a/*',
  '../*',
  '/*',
  '*/',
  '',
  'a.txt',
  'ana.txt',
  'ana.ann',
  '__MACOSX/*',
  'é\u0000*',
  '*.zip',
];

const SWAPPED_TEXT = 'Ana met Luis Pérez in Vigo. 😀 Ana met nobody else.';
const swappedDesk = (): Promise<MemoryStorage> => deskWithText(SWAPPED_TEXT);

/** The samples of each format: the small one, and those of the standards' own material that are not long. */
function samplesOf(): Map<string, SmallSample[]> {
  return new Map(
    smallSamples.map(small => {
      const [folder, ending] = FOLDERS[small.format] ?? ['', ''];
      const found = folder === '' ? [] : samples(folder, ending);
      const short = found.filter(({ text }) => text.length < 200_000);
      return [small.format, [small, ...short.map(one => ({ ...small, ...one }))]];
    }),
  );
}

/** A file of some samples, in which parts are swapped; the small ones have the more of everything that means something. */
function swappedFile(
  all: readonly SmallSample[],
): fc.Arbitrary<{ name: string; format: string | undefined; bytes: Uint8Array }> {
  const small = smallSamples.filter(one => all.includes(one));
  const some = all.filter(({ text }) => text.length < 40_000);
  return fc
    .tuple(fc.oneof(fc.constantFrom(...small), fc.constantFrom(...some)), swaps, writings, fc.boolean())
    .map(([{ name, format, text }, deeds, writing, isNamed]) => ({
      name,
      format: isNamed ? format : undefined,
      bytes: writtenAs(swapped(text, deeds), writing),
    }));
}

const smallDesk = (): Promise<MemoryStorage> => deskWithText('Ana met Luis Pérez in Vigo.');

function spreadOver(text: string, one: Damage): Damage {
  if ('cut' in one) return { cut: spread(text, one.cut) };
  if ('put' in one) return { ...one, at: spread(text, one.at) };
  if ('again' in one) return { again: spread(text, one.again) };
  return { from: spread(text, one.from), to: spread(text, one.to) };
}
