import { editSimilarity } from './edit-similarity.ts';
import { type MatchedBy, matchWords, type WordMatch } from './match-words.ts';
import { letterBits, type NameToken } from './name-token.ts';

/** One word of each name, or two that follow one another, that were found to be the same. */
export interface AlignedTokens {
  readonly left: readonly NameToken[];
  readonly right: readonly NameToken[];
  readonly by: MatchedBy;
  readonly similarity: number;
}

/** Which words of two names go together, and which are left over. */
export interface Alignment {
  readonly matched: readonly AlignedTokens[];
  readonly left: readonly NameToken[];
  readonly right: readonly NameToken[];
}

/** Says how alike two words are; the same as `matchWords`, perhaps remembered. */
export type WordMatcher = (one: NameToken, other: NameToken) => WordMatch | undefined;

interface Candidate extends WordMatch {
  readonly i: number;
  readonly j: number;
  /** How many words it takes on either side. */
  readonly wide: readonly [number, number];
  readonly worth: number;
}

/** A match is worth more where the words stand in the same place from the start or the end. */
const IN_PLACE = 0.001;
const ONE_TO_ONE = [1, 1] as const;
/** Two words for one must be as good as this. */
const LEAST_MERGED = 0.84;

/**
 * Puts the words of two names side by side, one to one and in whatever order, the best match first; two words that
 * follow one another may stand for one.
 */
export function alignTokens(
  one: readonly NameToken[],
  other: readonly NameToken[],
  match: WordMatcher = matchWords,
): Alignment {
  const candidates: Candidate[] = [];
  for (let i = 0; i < one.length; i++)
    for (let j = 0; j < other.length; j++) {
      const found = match(one[i]!, other[j]!);
      if (!found) continue;
      const isInPlace = i === j || one.length - i === other.length - j;
      const weight = one[i]!.weight + other[j]!.weight;
      candidates.push({
        by: found.by,
        similarity: found.similarity,
        i,
        j,
        wide: ONE_TO_ONE,
        worth: weight * found.similarity ** 2 + (isInPlace ? IN_PLACE : 0) - (i + j) * 1e-7,
      });
    }
  let certain = 0;
  for (const { similarity } of candidates) if (similarity >= 0.98) certain++;
  if (certain < Math.min(one.length, other.length)) addMerged(one, other, candidates);
  return choose(one, other, candidates);
}

function choose(one: readonly NameToken[], other: readonly NameToken[], candidates: Candidate[]): Alignment {
  if (candidates.length > 1) candidates.sort((a, b) => b.worth - a.worth);
  let takenLeft = 0;
  let takenRight = 0;
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const left = ((1 << candidate.wide[0]) - 1) << candidate.i;
    const right = ((1 << candidate.wide[1]) - 1) << candidate.j;
    if (takenLeft & left || takenRight & right) continue;
    takenLeft |= left;
    takenRight |= right;
    chosen.push(candidate);
  }
  chosen.sort((a, b) => a.i - b.i);
  return {
    matched: chosen.map(({ i, j, wide, by, similarity }) => ({
      left: one.slice(i, i + wide[0]),
      right: other.slice(j, j + wide[1]),
      by,
      similarity,
    })),
    left: one.filter((_, i) => !(takenLeft & (1 << i))),
    right: other.filter((_, j) => !(takenRight & (1 << j))),
  };
}

function addMerged(one: readonly NameToken[], other: readonly NameToken[], candidates: Candidate[]): void {
  for (let i = 0; i < one.length; i++)
    for (let j = 0; j < other.length; j++) {
      if (i + 1 < one.length) addPair(one, i, other, j, [2, 1], candidates);
      if (j + 1 < other.length) addPair(other, j, one, i, [1, 2], candidates);
      if (i + 1 < one.length && j + 1 < other.length) addShifted(one, i, other, j, candidates);
    }
  for (let i = 0; i < one.length; i++) addAcronym(one, i, other, [1, 0], candidates);
  for (let j = 0; j < other.length; j++) addAcronym(other, j, one, [0, 1], candidates);
}

function addPair(
  two: readonly NameToken[],
  at: number,
  single: readonly NameToken[],
  where: number,
  wide: readonly [number, number],
  candidates: Candidate[],
): void {
  const first = two[at]!;
  const second = two[at + 1]!;
  const whole = single[where]!;
  if (first.role === 'initial' || second.role === 'initial' || second.role === 'legal-form') return;
  if (whole.role === 'number' || first.role === 'number' || second.role === 'number') return;
  const length = first.fold.length + second.fold.length;
  if (whole.fold.length < 4 || Math.abs(length - whole.fold.length) > 2) return;
  if (whole.fold[0] !== first.fold[0]) return;
  const joined = first.fold + second.fold;
  const similarity = editSimilarity(joined, whole.fold, letterBits(joined), whole.letters);
  if (similarity < LEAST_MERGED) return;
  candidates.push({
    by: 'merged',
    similarity: similarity * 0.98,
    i: wide[0] === 2 ? at : where,
    j: wide[0] === 2 ? where : at,
    wide,
    worth: (first.weight + second.weight + whole.weight) * similarity ** 2,
  });
}

/** The same letters of two words with the gap in another place: "Myong-chin", "Myongc-hin". */
function addShifted(
  one: readonly NameToken[],
  i: number,
  other: readonly NameToken[],
  j: number,
  candidates: Candidate[],
): void {
  const left = one[i]!.plain + one[i + 1]!.plain;
  if (left.length < 6 || left !== other[j]!.plain + other[j + 1]!.plain) return;
  if (one[i]!.plain === other[j]!.plain) return;
  candidates.push({
    by: 'merged',
    similarity: 0.95,
    i,
    j,
    wide: [2, 2],
    worth: one[i]!.weight + one[i + 1]!.weight + other[j]!.weight + other[j + 1]!.weight,
  });
}

/** "JC" for Jean-Claude, "SPD" for the words whose first letters it has, in their order. */
function addAcronym(
  ones: readonly NameToken[],
  at: number,
  others: readonly NameToken[],
  side: readonly [number, number],
  candidates: Candidate[],
): void {
  const acronym = ones[at]!;
  if (acronym.role !== 'acronym') return;
  for (let start = 0; start < others.length; start++) {
    const size = spelledOut(acronym.plain, others, start);
    if (size === 0) continue;
    const words = others.slice(start, start + size);
    candidates.push({
      by: 'acronym',
      similarity: 0.9,
      i: side[0] ? at : start,
      j: side[0] ? start : at,
      wide: side[0] ? [1, size] : [size, 1],
      worth: words.reduce((sum, word) => sum + word.weight, acronym.weight) * 0.7,
    });
  }
}

/** @returns how many words from a place on have an acronym's letters first, small ones passed over; 0 where they have not */
function spelledOut(letters: string, words: readonly NameToken[], start: number): number {
  let at = start;
  let letter = 0;
  for (; at < words.length && letter < letters.length; at++) {
    const word = words[at]!;
    if (word.role !== 'acronym' && word.plain[0] === letters[letter]) letter++;
    else if (word.role !== 'particle' || at === start) return 0;
  }
  return letter === letters.length && letter > 1 ? at - start : 0;
}
