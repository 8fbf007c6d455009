import { diffArrays } from 'diff';

/** Told of each run that two sequences have in common, in order: where it begins in either, and its length. */
export type OnRun = (a: number, b: number, length: number) => void;

/** Differences looked for between two landmarks before the rest counts as replaced; bounds time on hostile input. */
const MOST_EDITS = 64;
/** Lengths of the runs that are taken for landmarks, as tried: long ones where there is much, at last short ones. */
const RUNS = [8, 1, 4, 2];
/** How often what lies between landmarks is searched for landmarks of its own. */
const DEEPEST = 16;

/**
 * Finds what two sequences of numbers have in common, in order. What is the same at both ends goes first; then entries
 * that occur once on either side are landmarks (Cohen's patience diff), so that repeated entries, such as blank lines
 * or bullets, pair by their surroundings; between landmarks the same again, and at last Myers' algorithm as jsdiff has
 * it, bounded. Takes time nearly linear in the length of both, and memory linear in it.
 * @param vocabulary all numbers are at least 0 and less than this
 */
export function matchSequences(a: Int32Array, b: Int32Array, vocabulary: number, onRun: OnRun): void {
  new Matcher(a, b, vocabulary, onRun).within(0, a.length, 0, b.length, 0);
}

/** Does `matchSequences` for parts of two sequences; its tables serve all parts. */
export class Matcher {
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #onRun: OnRun;
  readonly #inA: Int32Array;
  readonly #inB: Int32Array;
  readonly #place: Int32Array;

  constructor(a: Int32Array, b: Int32Array, vocabulary: number, onRun: OnRun) {
    this.#a = a;
    this.#b = b;
    this.#onRun = onRun;
    this.#inA = new Int32Array(vocabulary);
    this.#inB = new Int32Array(vocabulary);
    this.#place = new Int32Array(vocabulary);
  }

  within(aStart: number, aEnd: number, bStart: number, bEnd: number, depth: number): void {
    const a = this.#a;
    const b = this.#b;
    let head = 0;
    const most = Math.min(aEnd - aStart, bEnd - bStart);
    while (head < most && a[aStart + head] === b[bStart + head]) head++;
    if (head > 0) this.#onRun(aStart, bStart, head);
    let tail = 0;
    while (tail < most - head && a[aEnd - 1 - tail] === b[bEnd - 1 - tail]) tail++;
    this.#between(aStart + head, aEnd - tail, bStart + head, bEnd - tail, depth);
    if (tail > 0) this.#onRun(aEnd - tail, bEnd - tail, tail);
  }

  #between(aStart: number, aEnd: number, bStart: number, bEnd: number, depth: number): void {
    if (aStart === aEnd || bStart === bEnd) return;
    const marks = depth < DEEPEST ? this.#marks(aStart, aEnd, bStart, bEnd) : [];
    if (marks.length === 0) {
      this.#plainly(aStart, aEnd, bStart, bEnd);
      return;
    }
    let fromA = aStart;
    let fromB = bStart;
    for (let i = 0; i < marks.length; i += 2) {
      const atA = marks[i]!;
      const atB = marks[i + 1]!;
      if (atA > fromA || atB > fromB) this.within(fromA, atA, fromB, atB, depth + 1);
      this.#onRun(atA, atB, 1);
      fromA = atA + 1;
      fromB = atB + 1;
    }
    this.within(fromA, aEnd, fromB, bEnd, depth + 1);
  }

  /** Landmarks: entries that occur once on either side, or runs of entries where there are many. */
  #marks(aStart: number, aEnd: number, bStart: number, bEnd: number): number[] {
    const size = Math.min(aEnd - aStart, bEnd - bStart);
    for (const length of RUNS) {
      if (size < length * length * length) continue;
      const marks =
        length === 1
          ? this.#landmarks(aStart, aEnd, bStart, bEnd)
          : this.#runs(aStart, aEnd, bStart, bEnd, length);
      if (marks.length > 0) return marks;
    }
    return [];
  }

  /** Pairs of places at which a run of `length` entries begins that occurs once on either side. */
  #runs(aStart: number, aEnd: number, bStart: number, bEnd: number, length: number): number[] {
    const a = this.#a;
    const b = this.#b;
    const inA = new Once(aEnd - aStart);
    for (let i = aStart; i <= aEnd - length; i++) inA.put(hashOf(a, i, length), i);
    const inB = new Once(aEnd - aStart);
    for (let j = bStart; j <= bEnd - length; j++) {
      const hash = hashOf(b, j, length);
      if (inA.placeOf(hash) >= 0) inB.put(hash, j);
    }
    const places: number[] = [];
    for (let i = aStart; i <= aEnd - length; i++) {
      const hash = hashOf(a, i, length);
      if (inA.placeOf(hash) !== i) continue;
      const j = inB.placeOf(hash);
      if (j >= 0 && this.#isSame(i, j, length)) places.push(i, j);
    }
    return longestAscending(places);
  }

  #isSame(i: number, j: number, length: number): boolean {
    for (let k = 0; k < length; k++) if (this.#a[i + k] !== this.#b[j + k]) return false;
    return true;
  }

  /** Pairs of places of entries that occur once on either side: the longest chain that ascends on both. */
  #landmarks(aStart: number, aEnd: number, bStart: number, bEnd: number): number[] {
    const a = this.#a;
    const b = this.#b;
    const inA = this.#inA;
    const inB = this.#inB;
    for (let i = aStart; i < aEnd; i++) inA[a[i]!]!++;
    for (let j = bStart; j < bEnd; j++) {
      inB[b[j]!]!++;
      this.#place[b[j]!] = j;
    }
    const places: number[] = [];
    for (let i = aStart; i < aEnd; i++)
      if (inA[a[i]!] === 1 && inB[a[i]!] === 1) places.push(i, this.#place[a[i]!]!);
    for (let i = aStart; i < aEnd; i++) inA[a[i]!] = 0;
    for (let j = bStart; j < bEnd; j++) inB[b[j]!] = 0;
    return longestAscending(places);
  }

  #plainly(aStart: number, aEnd: number, bStart: number, bEnd: number): void {
    const changes = diffArrays(
      Array.from(this.#a.subarray(aStart, aEnd)),
      Array.from(this.#b.subarray(bStart, bEnd)),
      { maxEditLength: MOST_EDITS },
    );
    let a = aStart;
    let b = bStart;
    for (const { added, removed, count } of changes ?? []) {
      if (!added && !removed) this.#onRun(a, b, count);
      if (!added) a += count;
      if (!removed) b += count;
    }
  }
}

const NOWHERE = -1;
const OFTEN = -2;

/** Where numbers were put that were put once; an open hash table of fixed size. */
class Once {
  readonly #mask: number;
  readonly #numbers: Int32Array;
  readonly #places: Int32Array;

  /** @param most how many different numbers can come */
  constructor(most: number) {
    let size = 16;
    while (size < 2 * most) size *= 2;
    this.#mask = size - 1;
    this.#numbers = new Int32Array(size);
    this.#places = new Int32Array(size).fill(NOWHERE);
  }

  put(number: number, place: number): void {
    const slot = this.#slotOf(number);
    this.#numbers[slot] = number;
    this.#places[slot] = this.#places[slot] === NOWHERE ? place : OFTEN;
  }

  /** Negative where a number was not put, or more than once. */
  placeOf(number: number): number {
    return this.#places[this.#slotOf(number)]!;
  }

  #slotOf(number: number): number {
    let slot = (number ^ (number >>> 16)) & this.#mask;
    while (this.#places[slot] !== NOWHERE && this.#numbers[slot] !== number) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

function hashOf(list: Int32Array, at: number, length: number): number {
  let hash = 0;
  for (let k = 0; k < length; k++) {
    hash = Math.imul(hash ^ list[at + k]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** Of pairs `x, y, x, y, …` with ascending `x`, the longest chain whose `y` ascends too. */
function longestAscending(pairs: readonly number[]): number[] {
  const count = pairs.length / 2;
  if (count === 0) return [];
  const before = new Int32Array(count);
  const ends = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const y = pairs[2 * i + 1]!;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[2 * ends[middle]! + 1]! < y) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
    if (low === length) length++;
  }
  const chain = new Array<number>(2 * length);
  for (let k = length - 1, i = ends[length - 1]!; k >= 0; k--, i = before[i]!) {
    chain[2 * k] = pairs[2 * i]!;
    chain[2 * k + 1] = pairs[2 * i + 1]!;
  }
  return chain;
}
