import { wordKey } from '../folded.ts';
import type { Token } from '../tokens.ts';
import { beforeArticle } from './counted.ts';
import type { TokenSpan } from './is-count.ts';
import { nounClass } from './noun-classes.ts';
import { NounPhrases } from './noun-phrase.ts';

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));
const MANYFOLD = keys(
  'tripartite trilateral quadripartite tripartito tripartita trilaterale dreiseitige трёхсторонняя трёхсторонней трёхсторонний тристороння тристоронній trójstronna trójstronny trostrana тространа',
);
const TWICE = keys(
  'twice thrice дважды трижды двічі тричі dwukrotnie trzykrotnie zweimal dreimal dvaput triput двапут трипут',
);
const AS_MUCH = keys('as the more a daily weekly yearly больше меньше so mehr');

/** "Tripartite working group", "twice", "the G-20 countries": numbers within other words. */
export function manyfold(tokens: readonly Token[], at: number, language: string): TokenSpan | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'word') return undefined;
  if (MANYFOLD.has(token.key)) {
    const end = new NounPhrases(tokens, language).singularEnd(at + 1);
    return end === undefined ? undefined : { from: at, next: end };
  }
  if (TWICE.has(token.key))
    return AS_MUCH.has(tokens[at + 1]?.key ?? '') ? undefined : { from: at, next: at + 1 };
  if (token.text !== 'G') return undefined;
  const digits = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  if (tokens[digits]?.kind !== 'digits' || tokens[digits]!.apart || tokens[digits]!.text.length > 2)
    return undefined;
  const noun = nounClass(tokens[digits + 1]?.key ?? '');
  return noun === 'country' || noun === 'state' || noun === 'member'
    ? { from: beforeArticle(tokens, at, language), next: digits + 2 }
    : undefined;
}
