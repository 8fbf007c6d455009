import { folded } from '../folded.ts';
import { type Token, tokensOf } from '../tokens.ts';
import { functionWords, nounJoins } from './function-words.ts';
import { nounClass } from './noun-classes.ts';

/** Longest unit looked at, in UTF-16 code units; more is prose. */
const LONGEST = 300;
const ROMANCE = new Set(['es', 'fr', 'it', 'pt', 'ca', 'gl', 'ro']);

/**
 * The nouns of a unit, each in one form for singular and plural and, where it is a common one, for all languages:
 * "social democratic and labour parties and organizations" → party, organization; "партий и движений" → party, movement.
 * @param language of the words; primary subtag or BCP 47 tag
 */
export function nounsOf(unit: string, language?: string): readonly string[] {
  const primary = language?.split('-', 1)[0]?.toLowerCase();
  const stops = functionWords(primary);
  const joins = nounJoins(primary);
  const tokens = tokensOf(folded(unit.slice(0, LONGEST)));
  const nouns: Noun[] = [];
  let group: Token[] = [];
  const close = () => {
    const head = headOf(group, primary);
    if (head && !nouns.some(({ noun }) => noun === head.noun)) nouns.push(head);
    group = [];
  };
  for (const token of tokens) {
    const isJoin = joins.has(token.key) || token.text === ',';
    if (isJoin) close();
    else if (token.kind !== 'word' && token.text !== '%') {
      if (token.text !== '-' && token.kind !== 'digits') break;
    } else if (stops.has(token.key)) {
      if (group.length > 0) break;
    } else group.push(token);
  }
  close();
  return withoutAdjectives(nouns);
}

/** Whether two units count the same things: "member organisations" and "organizations", "countries" and "стран". */
export function sameNoun(one: string, other: string, language?: string, otherLanguage = language): boolean {
  const [ours, theirs] = [nounsOf(one, language), nounsOf(other, otherLanguage)];
  return ours.length > 0 && ours.length === theirs.length && ours.every(noun => theirs.includes(noun));
}

interface Noun {
  readonly noun: string;
  /** Whether it is one of the common nouns, in English; else it is a stem of its own language. */
  readonly isClass: boolean;
}

/** Adjectives joined by commas ("social democratic, socialist and labour parties") stand in groups of their own. */
function withoutAdjectives(nouns: readonly Noun[]): readonly string[] {
  const known = nouns.filter(({ isClass }) => isClass);
  return (known.length > 0 ? known : nouns.slice(-1)).map(({ noun }) => noun);
}

function headOf(group: readonly Token[], language: string | undefined): Noun | undefined {
  if (group.length === 0) return undefined;
  const named = group.flatMap(({ key }) => nounClass(key) ?? []);
  const isFirst = language !== undefined && ROMANCE.has(language);
  const noun = isFirst || isCyrillic(group[0]!) ? named[0] : named.at(-1);
  if (noun !== undefined) return { noun, isClass: true };
  return { noun: singular((isFirst ? group[0] : group.at(-1))!.key), isClass: false };
}

const isCyrillic = ({ text }: Token) => /\p{Script=Cyrillic}/u.test(text);

/** Cuts endings of number and case, the longest first, where enough of the word is left. */
const ENDINGS = [
  'ies',
  'ами',
  'ями',
  'iones',
  'ов',
  'ев',
  'ей',
  'ий',
  'ам',
  'ям',
  'ах',
  'ях',
  'es',
  'en',
  'er',
  'ow',
  'ова',
  'ova',
  'eva',
  'ки',
  'а',
  'я',
  'ы',
  'и',
  'у',
  'ю',
  'е',
  'о',
  'ь',
  'й',
  's',
  'x',
  'n',
  'e',
  'a',
  'o',
  'i',
  'y',
  'u',
];

function singular(key: string): string {
  const ending = ENDINGS.find(one => key.endsWith(one) && key.length - one.length >= 3);
  return ending === undefined ? key : key.slice(0, -ending.length);
}
