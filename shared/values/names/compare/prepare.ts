import type { Bearer, NameValue } from '../name.ts';
import type { NameToken } from './name-token.ts';
import { normaliseName, type RepairedWord } from './normalise.ts';
import { piecesOf } from './pieces.ts';
import type { RarityTable } from './rarity.ts';
import { readTokens } from './read-tokens.ts';
import { shippedRarity } from './shipped-rarity.ts';
import type { TokenMemory } from './token-memory.ts';

/** What is known of a name beside its words. */
export interface PrepareOptions {
  /** Told from the value where it is one; a person where nothing tells. */
  readonly bearer?: Bearer | undefined;
  /** BCP 47 tag: how Cyrillic is read. */
  readonly language?: string | undefined;
  readonly rarity?: RarityTable | undefined;
  /** Keeps words for names to come; its own for one table of rarity. */
  readonly memory?: TokenMemory | undefined;
}

/** A name made ready for comparing; can be compared any number of times. */
export interface PreparedName {
  readonly text: string;
  readonly bearer: Bearer;
  readonly language: string | undefined;
  readonly tokens: readonly NameToken[];
  readonly repaired: readonly RepairedWord[];
  /** The folds of its words in alphabetic order: by this, names are looked up among what was learned. */
  readonly form: string;
}

/** Makes a name ready for comparing. Looks at its first 600 code units and 24 words; never throws. */
export function prepareName(name: NameValue | string, options: PrepareOptions = {}): PreparedName {
  const value = typeof name === 'string' ? undefined : name;
  const written = value ? [value.full, value.suffix].filter(Boolean).join(' ') : (name as string);
  const bearer = options.bearer ?? value?.bearer ?? 'person';
  const language = options.language ?? value?.language;
  const { text, repaired } = normaliseName(written);
  const rarity = options.rarity ?? shippedRarity;
  const tokens = readTokens(piecesOf(text), { bearer, language, rarity, memory: options.memory });
  return { text, bearer, language, tokens, repaired, form: formOf(tokens) };
}

function formOf(tokens: readonly NameToken[]): string {
  return tokens
    .map(token => token.fold)
    .sort()
    .join(' ');
}
