import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Range } from '../../../shared/model/anchor.ts';
import { align } from '../../../shared/revising/align.ts';
import type { Fate } from '../../../shared/revising/fate.ts';
import { type Anchored, fatesIn } from '../../../shared/revising/fate-of.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { applyEdits, type Edit, type Edited, editKinds } from './edits.ts';
import { judge, placeOf } from './judge.ts';

const folder = new URL('../../../../seeds/', import.meta.url);

/** The seed texts, and one of nothing but lines that are like each other. */
export const texts: readonly string[] = [
  ...readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => readFileSync(new URL(file, folder), 'utf8')),
  [
    'Luis Pérez Leira',
    'Lois Pérez Leira',
    'Luis Pérez',
    'Sergey Mironov',
    'Sergei Mironov',
    'Ana Gil',
    'Ana Gill',
  ]
    .flatMap((name, i, all) => [
      `* ${name} (${all[(i + 2) % 7]!.split(' ')[0]}), 2${i % 3} April 2026`,
      `* ${name}`,
    ])
    .join('\n'),
];

/** A text, what is done to it, and the words in it that are watched; places are shares from 0 to 1. */
export interface Revision {
  readonly text: number;
  readonly edits: readonly Edit[];
  readonly claims: readonly { readonly at: number; readonly words: number; readonly parts: number }[];
}

/** Even over the whole text: the ends are no likelier. */
const share = fc.noBias(fc.nat(9999).map(place => place / 10_000));

export const revisions: fc.Arbitrary<Revision> = fc.record({
  text: fc.noBias(fc.nat(texts.length - 1)),
  edits: fc.array(
    fc.record({
      kind: fc.noBias(fc.constantFrom(...editKinds)),
      at: share,
      other: share,
      pick: fc.noBias(fc.nat(1000)),
    }),
    {
      minLength: 1,
      maxLength: 25,
    },
  ),
  claims: fc.array(
    fc.record({
      at: share,
      words: fc.noBias(fc.integer({ min: 1, max: 9 })),
      parts: fc.noBias(fc.integer({ min: 1, max: 8 })),
    }),
    {
      minLength: 20,
      maxLength: 60,
    },
  ),
});

/** A claim of a revision and what became of it. */
export interface Case {
  readonly before: string;
  readonly edited: Edited;
  readonly ranges: readonly Range[];
  readonly anchor: Anchored;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The claims of a revision: some words on one line each; one in eight has two parts. */
export function casesOf({ text, edits, claims }: Revision): Case[] {
  const before = texts[text]!;
  const edited = applyEdits(before, edits);
  const words = [...before.matchAll(WORD)];
  return claims.map(({ at, words: count, parts }) => {
    const first = Math.floor(at * words.length);
    let last = first;
    const end = (i: number) => words[i]!.index + words[i]![0].length;
    while (
      last + 1 < words.length &&
      last - first + 1 < count &&
      !/[\r\n]/.test(before.slice(words[first]!.index, end(last + 1)))
    )
      last++;
    const whole = { start: words[first]!.index, end: end(last) };
    const ranges =
      parts === 1 && last > first + 1
        ? [
            { start: whole.start, end: end(first) },
            { start: words[last]!.index, end: whole.end },
          ]
        : [whole];
    return { before, edited, ranges, anchor: { ranges, quote: quoteOf(before, ranges) } };
  });
}

/** What became of the claims of a revision. */
export function fatesOfRevision(revision: Revision): (Case & { readonly fate: Fate })[] {
  const cases = casesOf(revision);
  if (cases.length === 0) return [];
  const fateOf = fatesIn(align(cases[0]!.before, cases[0]!.edited.text));
  return cases.map(one => ({ ...one, fate: fateOf(one.anchor) }));
}

export const isSilent = ({ state }: Fate): boolean => state === 'intact' || state === 'shifted';

/** Why a silent placement is wrong by the two texts; undefined where it is not. */
export function silentError({
  before,
  edited,
  ranges,
  fate,
}: Case & { readonly fate: Fate }): string | undefined {
  if (!isSilent(fate)) return undefined;
  const places = fate.candidates[0]!.ranges;
  if (places.length !== ranges.length) return 'parts are missing';
  for (const [i, range] of ranges.entries()) {
    const { sameWords, sameNeighbours } = judge(before, edited, range, places[i]!);
    if (!sameWords) return `${before.slice(range.start, range.end)} now stands on other words`;
    if (!sameNeighbours) return `${before.slice(range.start, range.end)} has other neighbours`;
  }
  return undefined;
}

/** Whether a claim stands where it stood, with the same neighbours, so that nobody had to be asked. */
export function isUntouched({ before, edited, ranges }: Case): boolean {
  return ranges.every(range => {
    const place = placeOf(edited, range);
    return place !== undefined && judge(before, edited, range, place).sameNeighbours;
  });
}
