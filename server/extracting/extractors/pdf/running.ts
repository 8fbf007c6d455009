import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import { rowsOf } from './lines.ts';
import type { Piece } from './piece.ts';

/** So many lines at the top and at the foot of a page may be its head and its foot. */
const OUTER = 3;
/** Fewer pages that follow one another are no sign that a line returns. */
const FEWEST = 3;
/** Pages with heads on the left and the right return on every other page. */
const STRIDE = 2;
/** Lines whose heights differ by less stand at the same place, in the page's units. */
const SAME_HEIGHT = 4;
const NAMED = 6;
const LONGEST_NAMED = 60;

interface Occurrence {
  readonly page: number;
  readonly base: number;
  readonly text: string;
  readonly numbers: readonly number[];
  readonly pieces: readonly Piece[];
  /** The one before it in its chain, and how long the chain is as far as here. */
  before?: Occurrence;
  length: number;
}

/** What returns on pages. */
export interface Running {
  /** Pieces that belong to heads, feet and page numbers. */
  readonly pieces: ReadonlySet<Piece>;
  /** What they say. */
  readonly remarks: readonly Remark[];
}

/**
 * Finds heads, feet and page numbers: lines at the top or foot of pages that say the same at the same height on at
 * least three pages in a row, or on every other one; numbers in them stay as they are or count the pages.
 */
export function findRunning(
  pages: readonly { readonly page: number; readonly pieces: readonly Piece[] }[],
): Running {
  const chains = new Map<string, Occurrence[]>();
  for (const { page, pieces } of pages) {
    const rows = rowsOf(pieces);
    const outer = rows.length > 2 * OUTER ? [...rows.slice(0, OUTER), ...rows.slice(-OUTER)] : rows;
    for (const { base, pieces } of outer) {
      const text = pieces
        .map(({ text }) => text.trim())
        .join(' ')
        .replace(/\s+/g, ' ');
      const { key, numbers } = pattern(text);
      const known = chains.get(key);
      const occurrence: Occurrence = { page, base, text, numbers, pieces, length: 1 };
      const before = known?.findLast(other => goesOn(other, occurrence));
      if (before) {
        occurrence.before = before;
        occurrence.length = before.length + 1;
      }
      if (known) known.push(occurrence);
      else chains.set(key, [occurrence]);
    }
  }
  const found = [...chains.values()].map(returning).filter(chain => chain.length > 0);
  return {
    pieces: new Set(found.flatMap(chain => chain.flatMap(({ pieces }) => pieces))),
    remarks: say(found),
  };
}

/** What a line says with its numbers left open, and the numbers. */
function pattern(text: string): { key: string; numbers: number[] } {
  const roman = /^[ivxlc]+$/i.test(text) ? romanValue(text.toLowerCase()) : undefined;
  if (roman !== undefined) return { key: '#', numbers: [roman] };
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return { key: text.replace(/\d+/g, '#'), numbers };
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(letters: string): number {
  const values = [...letters].map(letter => ROMAN[letter]!);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

function goesOn(before: Occurrence, { page, base, numbers }: Occurrence): boolean {
  const steps = page - before.page;
  const isNear = steps >= 1 && steps <= STRIDE && Math.abs(base - before.base) <= SAME_HEIGHT;
  return (
    isNear &&
    numbers.every((number, at) => [0, steps].includes(number - before.numbers[at]!)) &&
    // A number alone that stays the same is no page's.
    (/\p{L}/u.test(before.text) || numbers.some((number, at) => number - before.numbers[at]! === steps))
  );
}

/** @returns those that lie in a chain that is long enough */
function returning(occurrences: readonly Occurrence[]): Occurrence[] {
  const kept = new Set<Occurrence>();
  for (const last of occurrences)
    if (last.length >= FEWEST)
      for (let one: Occurrence | undefined = last; one && !kept.has(one); one = one.before) kept.add(one);
  return occurrences.filter(occurrence => kept.has(occurrence));
}

function say(found: readonly (readonly Occurrence[])[]): Remark[] {
  const sorted = [...found].sort((a, b) => b.length - a.length || (a[0]!.text < b[0]!.text ? -1 : 1));
  const isNumber = ([first]: readonly Occurrence[]): boolean =>
    first !== undefined && (/^\P{L}+$/u.test(first.text) || /^[ivxlc]+$/i.test(first.text));
  const numbers = sorted.filter(chain => isNumber(chain));
  const lines = sorted.filter(chain => !isNumber(chain));
  const named = lines.slice(0, NAMED).map(chain => {
    const [{ text }] = chain as [Occurrence];
    const words = text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}…` : text;
    return `“${words}” (${pagesOf(chain)})`;
  });
  return [
    ...(lines.length > 0
      ? [remark('running-lines', { lines: [...named, ...(lines.length > NAMED ? ['…'] : [])].join(', ') })]
      : []),
    ...(numbers.length > 0 ? [remark('page-numbers', { pages: numbers.map(pagesOf).join(', ') })] : []),
  ];
}

const pagesOf = (chain: readonly Occurrence[]): string => `${chain[0]!.page}–${chain.at(-1)!.page}`;
