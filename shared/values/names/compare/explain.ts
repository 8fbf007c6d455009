import type { FoundGround } from '../../../conflicts/found-ground.ts';
import type { AlignedTokens } from './align.ts';
import {
  type AnyName,
  type CompareOptions,
  compareNames,
  type NameComparison,
  type NotFired,
  prepared,
} from './compare.ts';
import type { MatchedBy } from './match-words.ts';
import type { NameToken } from './name-token.ts';

/** The rule of a ground, and its sentence from the words that it names. */
const SAYS: Readonly<Record<MatchedBy, (left: string, right: string) => string>> = {
  equal: left => `“${left}” stands in both.`,
  accents: (left, right) => `“${left}” and “${right}” differ in accents or capitals only.`,
  fold: (left, right) => `“${left}” and “${right}” are two spellings of the same sounds.`,
  transliteration: (left, right) => `“${left}” and “${right}” are one word in two scripts or romanisations.`,
  edit: (left, right) => `“${left}” and “${right}” differ in a few letters.`,
  initial: (left, right) => `“${left}” and “${right}” begin alike, and one is an initial.`,
  nickname: (left, right) => `“${left}” and “${right}” are a name and what its bearers are called.`,
  'case-ending': (left, right) => `“${left}” and “${right}” are one word in two cases.`,
  'feminine-ending': (left, right) => `“${left}” and “${right}” are one family name with and without “-ová”.`,
  meaning: (left, right) => `“${left}” and “${right}” mean the same.`,
  number: (left, right) => `“${left}” and “${right}” are the same number.`,
  'legal-form': (left, right) => `“${left}” and “${right}” are the same legal form.`,
  'vowels-left-out': (left, right) =>
    `“${left}” and “${right}” agree but for vowels that one script leaves out.`,
  acronym: (left, right) => `“${left}” and “${right}”: one has the first letters of the other.`,
  merged: (left, right) => `“${left}” and “${right}” are the same letters cut otherwise.`,
};

const CONSIDERED: Readonly<Record<NotFired, string>> = {
  initials: 'An initial stands for none of the other’s words.',
  nickname: 'No name is known as what bearers of the other are called.',
  'case-endings': 'No word is the other in another case.',
  transliteration: 'No word is the other in another script.',
  'short-form': 'Neither is a shorter form of the other: both have words of their own.',
  learned: 'Nobody has decided about these two before.',
};

const textOf = (tokens: readonly NameToken[]): string => tokens.map(({ text }) => text).join(' ');

/**
 * Says word by word what makes two names the same and what makes them two, the strongest first among equals of a kind.
 * @param comparison where it was worked out before
 */
export function explainNames(
  a: AnyName,
  b: AnyName,
  options: CompareOptions = {},
  comparison: NameComparison = compareNames(a, b, options),
): readonly FoundGround[] {
  const one = prepared(a, options);
  const other = prepared(b, options);
  return [
    ...decidedGrounds(comparison),
    ...comparison.tokens.map(matchGround),
    ...orderGrounds(one.tokens, other.tokens, comparison),
    ...leftOverGrounds(comparison),
    ...[...one.repaired, ...other.repaired].map(({ written, taken }) =>
      ground(
        'name-mixed-scripts',
        true,
        { written, taken },
        `“${written}” mixes Latin and Cyrillic letters; it was read as “${taken}”.`,
      ),
    ),
    ...comparison.considered
      .filter(rule => rule !== 'learned')
      .map(rule => ground(`name-not-${rule}`, false, {}, CONSIDERED[rule])),
  ];
}

function ground(
  rule: string,
  isFor: boolean,
  given: Readonly<Record<string, string>>,
  says: string,
  score?: number,
): FoundGround {
  return {
    rule,
    says,
    given,
    for: isFor,
    ...(score === undefined ? {} : { score: Math.round(score * 100) / 100 }),
  };
}

function decidedGrounds({ decided }: NameComparison): readonly FoundGround[] {
  if (decided === 'same')
    return [ground('name-decided-same', true, {}, 'Both are accepted names of one entity.')];
  if (decided === 'different')
    return [ground('name-decided-different', false, {}, 'Somebody said that these are two.')];
  return [];
}

function matchGround({ left, right, by, similarity }: AlignedTokens): FoundGround {
  const given = { left: textOf(left), right: textOf(right) };
  return ground(`name-${by}`, true, given, SAYS[by](given.left, given.right), similarity);
}

function orderGrounds(
  ones: readonly NameToken[],
  others: readonly NameToken[],
  { tokens }: NameComparison,
): readonly FoundGround[] {
  const places = tokens.map(
    ({ left, right }) => [ones.indexOf(left[0]!), others.indexOf(right[0]!)] as const,
  );
  const inOrder = places
    .toSorted((a, b) => a[0] - b[0])
    .every(([, j], index, all) => index === 0 || j > all[index - 1]![1]);
  return inOrder
    ? []
    : [ground('name-order', true, {}, 'The words stand in another order, which names may.')];
}

function leftOverGrounds({ left, right }: NameComparison): readonly FoundGround[] {
  if (left.length === 0 && right.length === 0) return [];
  if (left.length > 0 && right.length > 0) {
    const given = { left: textOf(left), right: textOf(right) };
    return [
      ground(
        'name-left-over-both',
        false,
        given,
        `“${given.left}” in the one and “${given.right}” in the other have nothing to match them.`,
      ),
    ];
  }
  const words = textOf(left.length > 0 ? left : right);
  return [
    ground(
      'name-left-over-one',
      false,
      { words },
      `“${words}” stands in one only, as in a fuller form of the name.`,
    ),
  ];
}
