import type { WordMatcher } from './align.ts';
import type { NameToken } from './name-token.ts';
import { leftOver, pairWeight, scoreFrom } from './score.ts';

/**
 * A score that is hardly ever below the real one, worked out without aligning: the same words go
 * together, and every other takes its best match, whether another has taken it or not. 1 where words may have to be put together, which only aligning tells.
 */
export function quickScore(
  one: readonly NameToken[],
  other: readonly NameToken[],
  match: WordMatcher,
): number {
  let agreed = 0;
  let blurred = 0;
  let lefts = 0;
  let leftLetters = 0;
  let sameLeft = 0;
  let sameRight = 0;
  for (let i = 0; i < one.length; i++)
    for (let j = 0; j < other.length; j++)
      if (one[i] === other[j] && !(sameRight & (1 << j))) {
        sameLeft |= 1 << i;
        sameRight |= 1 << j;
        agreed += one[i]!.weight;
        break;
      }
  let matchedRight = sameRight;
  for (let i = 0; i < one.length; i++) {
    if (sameLeft & (1 << i)) continue;
    const token = one[i]!;
    let similarity = 0;
    let weight = 0;
    for (let j = 0; j < other.length; j++) {
      if (sameRight & (1 << j)) continue;
      const found = match(token, other[j]!);
      if (!found) continue;
      matchedRight |= 1 << j;
      if (found.similarity <= similarity) continue;
      similarity = found.similarity;
      weight = pairWeight(token.weight, other[j]!.weight);
    }
    agreed += weight * similarity;
    blurred += weight * (1 - similarity);
    if (similarity > 0) continue;
    if (token.role === 'acronym') return 1;
    lefts += leftOver(token);
    leftLetters |= token.letters;
  }
  let rights = 0;
  let rightLetters = 0;
  for (let j = 0; j < other.length; j++) {
    if (matchedRight & (1 << j)) continue;
    const token = other[j]!;
    if (token.role === 'acronym') return 1;
    rights += leftOver(token);
    rightLetters |= token.letters;
  }
  const isConflict = lefts > 0 && rights > 0;
  if (isConflict && one.length !== other.length && mayBeMerged(one, other, leftLetters, rightLetters))
    return 1;
  return scoreFrom(agreed, blurred, lefts, rights);
}

/** Whether words left over on the one side can be cut otherwise on the other: their letters would be there. */
function mayBeMerged(
  one: readonly NameToken[],
  other: readonly NameToken[],
  lefts: number,
  rights: number,
): boolean {
  return hasFew(lefts & ~lettersOf(other)) && hasFew(rights & ~lettersOf(one));
}

function lettersOf(tokens: readonly NameToken[]): number {
  let bits = 0;
  for (let i = 0; i < tokens.length; i++) bits |= tokens[i]!.letters;
  return bits;
}

/** Whether at most one bit is set. */
const hasFew = (bits: number): boolean => (bits & (bits - 1)) === 0;
