import type { Token } from '../tokens.ts';
import { nounClass } from './noun-classes.ts';

/** How words of a language stand and agree behind a number. */
export interface Grammar {
  /** Whether what looks like an adjective is a noun where none follows: "150 рабочих". */
  readonly adjectivesServe?: true;
  /** Whether any word right before a common noun describes it. */
  readonly isSlavic?: true;
  /** Whether a word can be the plural noun, or one of several, that is counted. */
  isNoun(token: Token): boolean;
  /** Whether a word before the noun can describe it. */
  describes(token: Token): boolean;
  /** Whether a word right behind the noun still belongs to it. */
  follows(token: Token): boolean;
}

const ENGLISH_PLURALS = new Set(
  'people men women children staff personnel troops media data cattle personnel servicemen aircraft percent per cent'.split(
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
  adjectivesServe: true,
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
  adjectivesServe: true,
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
/** @returns the grammar of a language, of English where there is none of it. */
export const grammarOf = (language: string): Grammar =>
  GRAMMARS[language === 'hr' || language === 'bs' ? 'sr' : language] ?? english;
