/** What it costs to take out a letter or put another in its place, in hundredths. */
const WHOLE = 100;
const SIZE = 128;

/** Letters that are confused in writing names down, and what one for another costs. */
const CONFUSABLE: readonly (readonly [string, number])[] = [
  ...(['sS', 'cC', 'zZ', 'JZ', 'dJ', 'cs', 'cS', 'CS', 'ck', 'kC', 'JC', 'iJ', 'gJ', 'hg'] as const).map(
    pair => [pair, 30] as const,
  ),
  ...(
    ['sz', 'bp', 'dt', 'gk', 'vf', 'kh', 'bv', 'mn', 'pf', 'vu', 'cz', 'zS', 'iv', 'tC', 'gZ', 'hf'] as const
  ).map(pair => [pair, 50] as const),
];
const VOWELS = 'aeiou';
const VOWEL_FOR_VOWEL = 35;
const FOR_VOWEL = new Map([
  ['ae', 30],
  ['ei', 25],
  ['ou', 25],
  ['ai', 45],
  ['ao', 30],
]);

/** What leaving a letter out costs: h and i come and go with the romanisation, vowels with the script. */
const OMITTED: Readonly<Record<string, number>> = { h: 35, i: 50, a: 65, e: 60, o: 70, u: 70 };
const SWAPPED = 70;
/** A first letter is hardly ever wrong by chance. */
const FIRST = 1.3;

const replaced = new Uint8Array(SIZE * SIZE).fill(WHOLE);
const omitted = new Uint8Array(SIZE).fill(WHOLE);

function setReplaced(one: number, other: number, cost: number): void {
  replaced[one * SIZE + other] = cost;
  replaced[other * SIZE + one] = cost;
}

for (let code = 0; code < SIZE; code++) replaced[code * SIZE + code] = 0;
for (const [index, one] of [...VOWELS].entries())
  for (const other of VOWELS.slice(index + 1))
    setReplaced(one.charCodeAt(0), other.charCodeAt(0), FOR_VOWEL.get(one + other) ?? VOWEL_FOR_VOWEL);
for (const [pair, cost] of CONFUSABLE) setReplaced(pair.charCodeAt(0), pair.charCodeAt(1), cost);
for (const [letter, cost] of Object.entries(OMITTED)) omitted[letter.charCodeAt(0)] = cost;

const LONGEST = 64;
let before = new Int32Array(LONGEST + 1);
let row = new Int32Array(LONGEST + 1);
let next = new Int32Array(LONGEST + 1);

/**
 * Weighted Damerau–Levenshtein distance (optimal string alignment, in three rows) of two folds.
 * @param bound in hundredths of a letter; what is farther apart is only known to be beyond it
 * @returns hundredths of a letter, or Infinity beyond the bound
 */
export function editDistance(one: string, other: string, bound: number): number {
  const rows = Math.min(one.length, LONGEST);
  const columns = Math.min(other.length, LONGEST);
  row[0] = 0;
  for (let j = 1; j <= columns; j++) row[j] = row[j - 1]! + omitted[other.charCodeAt(j - 1) & 127]!;
  for (let i = 1; i <= rows; i++) {
    const a = one.charCodeAt(i - 1) & 127;
    const previous = i > 1 ? one.charCodeAt(i - 2) & 127 : -1;
    const gone = omitted[a]!;
    let least = row[0]! + gone;
    next[0] = least;
    for (let j = 1; j <= columns; j++) {
      const b = other.charCodeAt(j - 1) & 127;
      let change = replaced[a * SIZE + b]!;
      if (i === 1 && j === 1) change *= FIRST;
      let cost = row[j - 1]! + change;
      const without = row[j]! + gone;
      if (without < cost) cost = without;
      const added = next[j - 1]! + omitted[b]!;
      if (added < cost) cost = added;
      if (previous === b && j > 1 && a === (other.charCodeAt(j - 2) & 127) && a !== b) {
        const swapped = before[j - 2]! + SWAPPED;
        if (swapped < cost) cost = swapped;
      }
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > bound) return Number.POSITIVE_INFINITY;
    [before, row, next] = [row, next, before];
  }
  return row[columns]! <= bound ? row[columns]! : Number.POSITIVE_INFINITY;
}
