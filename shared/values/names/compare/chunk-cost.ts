import { learnedChunks } from './learned-chunks.ts';

/** Longest stretches in the table, in letters. */
const LATIN = 4;
const CYRILLIC = 2;
/** What letters cost that stand for nothing known or for none, in tenths of a nat. */
const REPLACED = 60;
const OMITTED = 45;
const FAR = 1_000_000;
/** Longest words that are compared, in letters. */
const LONGEST = 40;

interface ChunkTable {
  readonly latin: ReadonlyMap<string, number>;
  readonly cyrillic: ReadonlyMap<string, number>;
  /** Latin stretch × Cyrillic stretch. */
  readonly costs: Int32Array;
}

const chunks = readTable(learnedChunks);
const noLatin = chunks.latin.get('') ?? 0;
const noCyrillic = chunks.cyrillic.get('') ?? 0;

function readTable(table: string): ChunkTable {
  const latin = new Map<string, number>();
  const cyrillic = new Map<string, number>();
  const units: (readonly [number, number, number])[] = [];
  for (const line of table.trim().split(/\s+/)) {
    const [left = '', right = ''] = line.split(':');
    if (!latin.has(left)) latin.set(left, latin.size);
    for (const [, letters = '', cost] of right.matchAll(/(\D+)(\d+)/g)) {
      const stretch = letters === '_' ? '' : letters;
      if (!cyrillic.has(stretch)) cyrillic.set(stretch, cyrillic.size);
      units.push([latin.get(left)!, cyrillic.get(stretch)!, Number(cost)]);
    }
  }
  const costs = new Int32Array(latin.size * cyrillic.size).fill(FAR);
  for (const [left, right, cost] of units) costs[left * cyrillic.size + right] = cost;
  return { latin, cyrillic, costs };
}

/** A word cut into the stretches that begin at each of its letters; made once for many comparisons. */
export interface Chunks {
  readonly length: number;
  /** So many for each letter, longest stretches last; -1 where the table has none. */
  readonly ids: Int16Array;
}

/** @returns the stretches of a word in lower-case Latin letters, with the accents that the table knows */
export const latinChunks = (word: string): Chunks => cut(known(word), chunks.latin, LATIN);

/** @returns the stretches of a word in lower-case Cyrillic letters */
export const cyrillicChunks = (word: string): Chunks => cut(word, chunks.cyrillic, CYRILLIC);

const MARKS = /\p{M}+/gu;

function known(word: string): string {
  let all = '';
  for (const letter of word.normalize('NFC'))
    all += chunks.latin.has(letter) ? letter : letter.normalize('NFD').replace(MARKS, '');
  return all;
}

function cut(word: string, table: ReadonlyMap<string, number>, longest: number): Chunks {
  const length = Math.min(word.length, LONGEST);
  const ids = new Int16Array(length * longest).fill(-1);
  for (let at = 0; at < length; at++)
    for (let size = 1; size <= longest && at + size <= length; size++)
      ids[at * longest + size - 1] = table.get(word.slice(at, at + size)) ?? -1;
  return { length, ids };
}

let cells = new Int32Array(0);

/**
 * What it costs to read a Latin and a Cyrillic word as one, in tenths of a nat: the cheapest way of cutting both into
 * stretches that stand for each other. Source: the alignment of Jiampojamarn et al. 2007 with learned costs.
 */
export function chunkCost(latin: Chunks, cyrillic: Chunks): number {
  const width = cyrillic.length + 1;
  const size = (latin.length + 1) * width;
  if (cells.length < size) cells = new Int32Array(size * 2);
  cells.fill(FAR, 0, size);
  cells[0] = 0;
  for (let i = 0; i <= latin.length; i++)
    for (let j = 0; j <= cyrillic.length; j++) {
      const at = i * width + j;
      const cost = cells[at]!;
      if (cost < FAR) goOn(at, cost, i, j, latin, cyrillic);
    }
  return cells[size - 1]!;
}

function goOn(at: number, cost: number, i: number, j: number, latin: Chunks, cyrillic: Chunks): void {
  const width = cyrillic.length + 1;
  const { costs } = chunks;
  const columns = chunks.cyrillic.size;
  const isLeft = i < latin.length;
  const isRight = j < cyrillic.length;
  if (isLeft) {
    lower(at + width, cost + OMITTED);
    for (let a = 0; a < 2; a++) {
      const left = latin.ids[i * LATIN + a]!;
      if (left >= 0) lower(at + (a + 1) * width, cost + costs[left * columns + noCyrillic]!);
    }
  }
  if (isRight) {
    lower(at + 1, cost + OMITTED);
    const right = cyrillic.ids[j * CYRILLIC]!;
    if (right >= 0) lower(at + 1, cost + costs[noLatin * columns + right]!);
  }
  if (!isLeft || !isRight) return;
  lower(at + width + 1, cost + REPLACED);
  for (let a = 0; a < LATIN; a++) {
    const left = latin.ids[i * LATIN + a]!;
    if (left < 0) continue;
    for (let b = 0; b < CYRILLIC; b++) {
      const right = cyrillic.ids[j * CYRILLIC + b]!;
      if (right >= 0) lower(at + (a + 1) * width + b + 1, cost + costs[left * columns + right]!);
    }
  }
}

function lower(at: number, cost: number): void {
  if (cost < cells[at]!) cells[at] = cost;
}

/** What letters that are rightly read cost on average, and what a wrong one adds, in tenths of a nat. */
const USUAL = 6;
const WRONG = 65;

/** How alike a Latin and a Cyrillic word are by the learned costs, 0 to 1, on the scale of `editSimilarity`. */
export function chunkSimilarity(latin: Chunks, cyrillic: Chunks): number {
  const length = (latin.length + cyrillic.length) / 2;
  if (Math.abs(latin.length - cyrillic.length) > length) return 0;
  const beyond = Math.max(0, chunkCost(latin, cyrillic) - USUAL * length);
  return Math.max(0, 1 - beyond / (WRONG * (length + 0.5)));
}
