import type { Token } from '../tokens.ts';
import { functionWords, nounJoins } from './function-words.ts';
import { nounClass } from './noun-classes.ts';
import { numberNamed } from './number-words.ts';

/** How words of a language stand and agree behind a number. */
interface Grammar {
  readonly isSlavic?: true;
  /** Whether a word can be the plural noun, or one of several, that is counted. */
  isNoun(token: Token): boolean;
  /** Whether a word before the noun can describe it. */
  describes(token: Token): boolean;
  /** Whether a word right behind the noun still belongs to it. */
  follows(token: Token): boolean;
}

/** Most words before the noun. */
const MOST_BEFORE = 6;
/** Most nouns in a row: "scientists, experts and politicians". */
const MOST_NOUNS = 8;

const ENGLISH_PLURALS = new Set(
  'people men women children police staff personnel troops media data cattle personnel servicemen aircraft percent per cent'.split(
    ' ',
  ),
);
const NO_PLURALS = /(?:ss|us|is|ous|’s|'s)$/;

const english: Grammar = {
  isNoun: ({ key, text }) =>
    ENGLISH_PLURALS.has(key) || (key.length > 2 && key.endsWith('s') && !NO_PLURALS.test(text.toLowerCase())),
  describes: () => true,
  follows: token =>
    english.isNoun(token) && token.text === token.text.toLowerCase() && nounClass(token.key) !== undefined,
};

const PARTICIPLE = /(?:ados|idos|adas|idas|ati|iti|uti|ate|ite|ute|ees)$/;
/** Behind a noun they begin a phrase of their own: "participants venus de 185 pays". */
const COMING = new Set(
  'venus venues repartis reparties issus issues reunis presents presentes provenienti presenti appartenenti procedentes provenientes pertenecientes oriundos oriundas vindos vindas pertencentes'.split(
    ' ',
  ),
);

const agreeing = (ending: RegExp): Grammar => ({
  isNoun: ({ key }) => key.length > 2 && ending.test(key),
  describes: ({ key }) => key.length > 2 && ending.test(key),
  follows: ({ key, text }) =>
    (ending.test(key) && !PARTICIPLE.test(key) && !COMING.has(key) && !/ée?s$/.test(text)) ||
    nounClass(key) === 'member',
});

const german: Grammar = {
  isNoun: ({ text }) => /^\p{Lu}/u.test(text),
  describes: ({ text }) => /e[nrms]?$/.test(text),
  follows: () => false,
};

const slavic = (adjective: RegExp, noun: RegExp, after?: RegExp): Grammar => ({
  isSlavic: true,
  isNoun: ({ key }) => nounClass(key) !== undefined || (!adjective.test(key) && noun.test(key)),
  describes: ({ key }) => adjective.test(key),
  follows: ({ key }) => after?.test(key) === true,
});

const RUSSIAN = slavic(/(?:ых|их|ые|ие|ая|яя|ое|ее|ого|его|ой)$/u, /[^\d]{2}$/u);
const romanceS = agreeing(/s$/);
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  en: english,
  es: romanceS,
  pt: romanceS,
  ca: romanceS,
  fr: agreeing(/[sx]$/),
  it: agreeing(/[ieàù]$/u),
  de: german,
  ru: RUSSIAN,
  be: RUSSIAN,
  bg: RUSSIAN,
  uk: slavic(/(?:их|іх|ні|ві|кі|ого|ої|ій)$/u, /[^\d]{2}$/u),
  pl: slavic(/(?:ych|ich|owe|ne|kie)$/u, /[^\d]{2}$/u, /(?:ych|ich)$/u),
  sr: slavic(/(?:ih|ne|ske|ska|nih|skih|них|ских|их|не|ске|ска)$/u, /[^\d]{2}$/u),
};
const grammarOf = (language: string): Grammar =>
  GRAMMARS[language === 'hr' || language === 'bs' ? 'sr' : language] ?? english;

/** Genitive plurals behind an "and", which no verb looks like. */
const JOINED: Readonly<Record<string, RegExp>> = {
  ru: /(?:ов|ев|ей|ий|ых|их|ств|ок|ек|ций|ия|ии)$/u,
  uk: /(?:ів|їв|ей|ій|их|ств|ок|ань|ень)$/u,
  pl: /(?:ów|ow|cji|ii|ek|ych|ich|stw|ien|zek)$/u,
  sr: /[aаeе]$/u,
};

/**
 * Finds where the nouns end that are counted by a number before them: "social democratic, socialist and labour parties
 * and organizations", "региональных отделений", "partidos y movimientos".
 * @param from index of the first token behind the number
 * @returns the index after the last noun, or undefined where no noun follows
 */
export function nounPhraseEnd(tokens: readonly Token[], from: number, language: string): number | undefined {
  const grammar = grammarOf(language);
  const stops = functionWords(language);
  const first = firstNoun(tokens, from, grammar, stops);
  if (first === undefined) return undefined;
  let end = first + 1;
  while (isContent(tokens[end], stops) && !isJoin(tokens[end]) && grammar.follows(tokens[end]!)) end++;
  for (let nouns = 1; nouns < MOST_NOUNS; nouns++) {
    const next = joinedNoun(tokens, end, grammar, stops, language);
    if (next === undefined) break;
    end = next;
    while (isContent(tokens[end], stops) && !isJoin(tokens[end]) && grammar.follows(tokens[end]!)) end++;
  }
  return end;
}

/**
 * Finds where a noun in the singular ends with the words that describe it: "one representative", "tripartite working group".
 * @returns the index after it, or undefined
 */
export function singularEnd(tokens: readonly Token[], from: number, language: string): number | undefined {
  const stops = functionWords(language);
  let end = from;
  while (end < from + 3 && isContent(tokens[end], stops) && !isJoin(tokens[end])) end++;
  const isWhole = end > from && !(isContent(tokens[end], stops) && !isJoin(tokens[end]));
  return isWhole ? end : undefined;
}

const isJoin = (token: Token | undefined) => token !== undefined && nounJoins.has(token.key);
const isHyphen = (token: Token | undefined) => token?.text === '-' || token?.text === '‑';

function isContent(token: Token | undefined, stops: ReadonlySet<string>): boolean {
  return token?.kind === 'word' && !stops.has(token.key);
}

/** "22 nove stranke": what stands right before a common noun describes it, whatever its ending. */
function isBeforeNoun(tokens: readonly Token[], at: number, stops: ReadonlySet<string>): boolean {
  const next = tokens[at + 1];
  const isPlain = nounClass(tokens[at]!.key) === undefined && isContent(next, stops) && !isJoin(next);
  return isPlain && nounClass(next!.key) !== undefined;
}

/** The first noun past the words that describe it, which commas and "and" may join. */
function firstNoun(
  tokens: readonly Token[],
  from: number,
  grammar: Grammar,
  stops: ReadonlySet<string>,
): number | undefined {
  let words = 0;
  let described: number | undefined;
  for (let i = from; words <= MOST_BEFORE; i++) {
    const token = tokens[i];
    if (isHyphen(token) && !token!.apart) continue;
    const isBetween = i > from && (token?.text === ',' || isJoin(token));
    if (isBetween && isContent(tokens[i + 1], stops)) continue;
    if (!isContent(token, stops) || isJoin(token)) return described;
    words++;
    const isCompound = isHyphen(tokens[i + 1]) && !tokens[i + 1]!.apart;
    if (isCompound || (grammar.isSlavic && isBeforeNoun(tokens, i, stops))) continue;
    if (grammar.isNoun(token!)) return i;
    if (!grammar.describes(token!)) return described;
    // "150 рабочих": what looks like an adjective is the noun where none follows.
    if (grammar !== english && grammar !== german) described = i;
  }
  return undefined;
}

/** Another noun behind ", " or "and", the index after it; a comma only where an "and" ends the row. */
function joinedNoun(
  tokens: readonly Token[],
  at: number,
  grammar: Grammar,
  stops: ReadonlySet<string>,
  language: string,
  depth = 0,
): number | undefined {
  if (depth > MOST_NOUNS) return undefined;
  let i = at;
  const isComma = tokens[i]?.text === ',';
  if (isComma) i++;
  const hasJoin = isJoin(tokens[i]) || tokens[i]?.text === '&';
  if (hasJoin) i++;
  if (!isComma && !hasJoin) return undefined;
  if (numberNamed(tokens[i]?.key ?? '', language) !== undefined) return undefined;
  for (let words = 0; words < 3; words++, i++) {
    const token = tokens[i];
    if (!isContent(token, stops) || isJoin(token)) return undefined;
    if (grammar.isNoun(token!) && looksJoined(token!, language)) {
      const isRow = hasJoin || joinedNoun(tokens, i + 1, grammar, stops, language, depth + 1) !== undefined;
      return isRow ? i + 1 : undefined;
    }
    if (!grammar.describes(token!)) return undefined;
  }
  return undefined;
}

function looksJoined(token: Token, language: string): boolean {
  const pattern = JOINED[language === 'hr' || language === 'bs' ? 'sr' : language];
  return pattern === undefined || nounClass(token.key) !== undefined || pattern.test(token.key);
}
