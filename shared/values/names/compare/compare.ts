import type { NameValue } from '../name.ts';
import { type AlignedTokens, type Alignment, alignTokens, type WordMatcher } from './align.ts';
import type { MatchedBy } from './match-words.ts';
import type { NameToken } from './name-token.ts';
import { type PreparedName, type PrepareOptions, prepareName } from './prepare.ts';
import { scoreOf } from './score.ts';

/** From this score on two names are taken for forms of one. */
export const SAME_FROM = 0.83;

/**
 * What two names are to each other: `same` words, one with case endings, one with initials, one short of words that the
 * other has, another way of writing (`variant`), or `different` names.
 */
export type NameRelation = 'same' | 'variant' | 'short-form' | 'initials' | 'inflection' | 'different';

/** A rule that was looked at and did not decide anything. */
export type NotFired =
  | 'initials'
  | 'nickname'
  | 'case-endings'
  | 'transliteration'
  | 'short-form'
  | 'learned';

/** How two names compare. */
export interface NameComparison {
  /** 0 to 1. */
  readonly score: number;
  readonly relation: NameRelation;
  /** Which words go together and by what. */
  readonly tokens: readonly AlignedTokens[];
  /** Words of the one that the other has nothing for. */
  readonly left: readonly NameToken[];
  readonly right: readonly NameToken[];
  readonly considered: readonly NotFired[];
  /** What the project decided before, where it did. */
  readonly decided?: 'same' | 'different';
}

/** What a project has learned of names from decisions. */
export interface LearnedNames {
  /** The entity that a name is known for, by the name's `form`. */
  readonly entityOf: ReadonlyMap<string, string>;
  /** Pairs of entities, ids in alphabetic order and joined by a space, of which somebody said that they are two. */
  readonly apart: ReadonlySet<string>;
}

export interface CompareOptions extends PrepareOptions {
  readonly learned?: LearnedNames | undefined;
  /** Says how alike two words are, perhaps from memory. */
  readonly match?: WordMatcher;
}

/** A name as text, as a value that was read, or made ready by `prepareName`. */
export type AnyName = NameValue | PreparedName | string;

const isPrepared = (name: AnyName): name is PreparedName => typeof name !== 'string' && 'tokens' in name;

/** @returns the name made ready; one that is already stays as it is */
export function prepared(name: AnyName, options: PrepareOptions = {}): PreparedName {
  return isPrepared(name) ? name : prepareName(name, options);
}

/**
 * Compares two names word by word: symmetric, order-free, across scripts. Some 10 µs where both are prepared. Never
 * throws; looks at the first 24 words of each.
 */
export function compareNames(a: AnyName, b: AnyName, options: CompareOptions = {}): NameComparison {
  const one = prepared(a, options);
  const other = prepared(b, options);
  const swap = one.form > other.form || (one.form === other.form && one.text > other.text);
  const aligned = swap
    ? turned(alignTokens(other.tokens, one.tokens, options.match))
    : alignTokens(one.tokens, other.tokens, options.match);
  const measured = scoreOf(aligned);
  const decided = decisionOn(one, other, options.learned);
  const score = decided === 'same' ? 1 : measured;
  const relation = relationOf(aligned, score, decided);
  return {
    score,
    relation,
    tokens: aligned.matched,
    left: aligned.left,
    right: aligned.right,
    considered: notFired(aligned, one, other, decided),
    ...(decided === undefined ? {} : { decided }),
  };
}

const turned = ({ matched, left, right }: Alignment): Alignment => ({
  matched: matched.map(pair => ({ ...pair, left: pair.right, right: pair.left })),
  left: right,
  right: left,
});

function decisionOn(one: PreparedName, other: PreparedName, learned: LearnedNames | undefined) {
  const first = learned?.entityOf.get(one.form);
  const second = learned?.entityOf.get(other.form);
  if (first === undefined || second === undefined) return undefined;
  if (first === second) return 'same';
  return learned!.apart.has([first, second].sort().join(' ')) ? 'different' : undefined;
}

const UNCHANGED: ReadonlySet<string> = new Set(['equal']);
const INFLECTED: ReadonlySet<string> = new Set([
  'equal',
  'accents',
  'fold',
  'transliteration',
  'case-ending',
  'number',
]);
const isCertain = ({ by, similarity }: AlignedTokens): boolean =>
  by !== 'edit' && by !== 'meaning' && by !== 'vowels-left-out' && similarity >= 0.9;

function relationOf(
  aligned: Alignment,
  score: number,
  decided: 'same' | 'different' | undefined,
): NameRelation {
  const { matched, left, right } = aligned;
  if (decided === 'different' || score < SAME_FROM || matched.length === 0) return 'different';
  const isWhole = left.length === 0 && right.length === 0;
  if (isWhole && matched.every(({ by }) => UNCHANGED.has(by))) return 'same';
  const hasInitials = matched.some(({ by }) => by === 'initial');
  const others = matched.filter(({ by }) => by !== 'initial');
  if (hasInitials && others.every(isCertain) && (isWhole || isOneSided(aligned))) return 'initials';
  if (
    isWhole &&
    matched.some(({ by }) => by === 'case-ending') &&
    matched.every(({ by }) => INFLECTED.has(by))
  )
    return 'inflection';
  return !isWhole && isOneSided(aligned) && matched.every(isCertain) ? 'short-form' : 'variant';
}

const isOneSided = ({ left, right }: Alignment): boolean => left.every(isBeside) || right.every(isBeside);

/** Titles and legal forms make no difference to whether a name is short of words. */
const isBeside = ({ role }: NameToken): boolean =>
  role === 'title' || role === 'legal-form' || role === 'particle';

function notFired(
  aligned: Alignment,
  one: PreparedName,
  other: PreparedName,
  decided: 'same' | 'different' | undefined,
): readonly NotFired[] {
  const { matched, left, right } = aligned;
  const isUsed = (by: MatchedBy) => matched.some(pair => pair.by === by);
  const isAny = (test: (token: NameToken) => boolean) => one.tokens.some(test) || other.tokens.some(test);
  const isConflict = left.length > 0 && right.length > 0;
  const script = one.tokens[0]?.script;
  const rules: NotFired[] = [];
  if (isAny(({ role }) => role === 'initial') && !isUsed('initial')) rules.push('initials');
  if (isConflict && !isUsed('nickname')) rules.push('nickname');
  if (isAny(token => token.script === 'cyrillic') && !isUsed('case-ending')) rules.push('case-endings');
  if (isAny(token => token.script !== script) && !isUsed('transliteration')) rules.push('transliteration');
  if (isConflict) rules.push('short-form');
  if (decided === undefined) rules.push('learned');
  return rules;
}
