import { type Token, tokensOf } from '../tokens.ts';
import { accordingWords, speechVerbs } from './speech-words.ts';

/** How far from a quotation its speaker is looked for, in UTF-16 code units. */
const REACH = 140;
/** Most words of a speaker's name. */
const LONGEST_NAME = 5;

/** Who is said to have said something. */
export interface Attribution {
  /** Where a name stands beside the verb. */
  readonly speaker?: string;
}

const ENDS = new Set(['.', '!', '?', ';', '\n', '…']);

/**
 * Looks beside a quotation for a verb of saying and the name with it: `Mironov said: “…”`, `“…”, сказал Миронов`.
 * @param start of the quotation, its marks and all; UTF-16 code units, as `end`
 * @returns undefined where no such verb stands in the sentence before or behind it
 */
export function attributionOf(text: string, start: number, end: number): Attribution | undefined {
  const behind = sentenceBehind(text.slice(end, end + REACH));
  return (
    speakerIn(behind, 'behind') ??
    speakerIn(sentenceBefore(text.slice(Math.max(0, start - REACH), start)), 'before')
  );
}

function sentenceBehind(text: string): readonly Token[] {
  const line = text.split('\n', 1)[0]!;
  const tokens = tokensOf(line);
  const end = tokens.findIndex(
    (token, i) =>
      i > 0 && ENDS.has(token.text) && !isInitial(tokens[i - 1]) && !TITLES.has(tokens[i - 1]!.key),
  );
  return end < 0 ? tokens : tokens.slice(0, end);
}

function sentenceBefore(text: string): readonly Token[] {
  const tokens = tokensOf(text.slice(text.lastIndexOf('\n') + 1));
  let from = tokens.length;
  while (from > 0 && !(ENDS.has(tokens[from - 1]!.text) && !isInitial(tokens[from - 2]))) from--;
  return tokens.slice(from);
}

const isInitial = (token: Token | undefined) => token?.kind === 'word' && token.text.length <= 2;

function speakerIn(tokens: readonly Token[], side: 'before' | 'behind'): Attribution | undefined {
  const order = tokens.map((_, i) => (side === 'behind' ? i : tokens.length - 1 - i));
  const verb = order.find(i => isSpeech(tokens, i));
  if (verb === undefined) return undefined;
  const speaker = nameFrom(tokens, verb + 1) ?? nameBefore(tokens, verb);
  return speaker === undefined ? {} : { speaker };
}

/** "To" and its like give words to somebody only before a name. */
function isSpeech(tokens: readonly Token[], i: number): boolean {
  const { key } = tokens[i]!;
  if (speechVerbs.has(key)) return true;
  if (!accordingWords.has(key)) return false;
  return (key !== 'to' || tokens[i - 1]?.key === 'according') && nameFrom(tokens, i + 1) !== undefined;
}

const TITLES = new Set(['rev', 'mr', 'mrs', 'ms', 'dr', 'prof', 'sr', 'sra', 'gen', 'sen', 'gov']);
const PARTICLES = new Set([
  'de',
  'del',
  'la',
  'da',
  'dos',
  'do',
  'von',
  'van',
  'der',
  'di',
  'bin',
  'al',
  'el',
]);
const isName = (token: Token | undefined) => token?.kind === 'word' && /^\p{Lu}/u.test(token.text);

/** Between a verb and its subject: "rekao je Tofari". */
const BETWEEN = new Set(['je', 'su', 'је', 'су', 'jest', 'the', 'der', 'die', 'el', 'la', 'il', 'le']);

function nameFrom(tokens: readonly Token[], behind: number): string | undefined {
  const from = BETWEEN.has(tokens[behind]?.key ?? '') ? behind + 1 : behind;
  let end = from;
  while (end < from + LONGEST_NAME && (isName(tokens[end]) || continues(tokens, end, from))) end++;
  return words(tokens.slice(from, end));
}

const continues = (tokens: readonly Token[], i: number, from: number) => {
  if (i === from) return false;
  if (tokens[i]?.text === '.') return isInitial(tokens[i - 1]) || TITLES.has(tokens[i - 1]?.key ?? '');
  const next = PARTICLES.has(tokens[i + 1]?.key ?? '') ? i + 2 : i + 1;
  return PARTICLES.has(tokens[i]?.key ?? '') && isName(tokens[next]);
};

function nameBefore(tokens: readonly Token[], before: number): string | undefined {
  let start = before;
  const isIn = (i: number) => isName(tokens[i]) || (tokens[i]?.text === '.' && isInitial(tokens[i - 1]));
  while (start > 0 && before - start < LONGEST_NAME && isIn(start - 1)) start--;
  return words(tokens.slice(start, before));
}

function words(tokens: readonly Token[]): string | undefined {
  if (tokens.length === 0) return undefined;
  return tokens.map((token, i) => (i > 0 && token.apart ? ' ' : '') + token.text).join('');
}
