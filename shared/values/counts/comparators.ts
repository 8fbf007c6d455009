import { wordKey } from '../folded.ts';
import type { Token } from '../tokens.ts';
import type { Comparator } from './count.ts';

const BEFORE: Readonly<Record<Exclude<Comparator, 'between'>, string>> = {
  'more-than':
    '>|more than|over|above|upwards of|in excess of|well over|más de|plus de|au-delà de|более чем|более|больше чем|больше|свыше|über|mehr als|oltre|più di|più|mais de|acima de|preko|više od|преко|више од|понад|більше ніж|більш ніж|більше|ponad|więcej niż',
  'at-least':
    'at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum|al menos|por lo menos|como mínimo|no menos de|au moins|не менее чем|не менее|не меньше|по меньшей мере|как минимум|минимум|mindestens|wenigstens|almeno|pelo menos|no mínimo|најмање|najmanje|barem|бар|щонайменше|не менше|co najmniej|przynajmniej|≥|⩾',
  'at-most':
    'at most|up to|no more than|not more than|a maximum of|maximum|como máximo|a lo sumo|hasta|no más de|au plus|jusqu’à|не более чем|не более|не больше|максимум|до|höchstens|bis zu|al massimo|fino a|no máximo|até|најваше|највише|najviše|щонайбільше|не більше|co najwyżej|do|≤|⩽',
  'fewer-than':
    'fewer than|less than|under|below|menos de|moins de|менее чем|менее|меньше чем|меньше|weniger als|unter|meno di|мање од|manje od|менше ніж|менше|mniej niż|poniżej|<',
  about:
    'about|around|approximately|approx|roughly|some|nearly|almost|close to|circa|ca|c|unos|unas|alrededor de|cerca de|casi|aproximadamente|environ|près de|quelque|presque|около|примерно|порядка|почти|приблизительно|etwa|rund|ungefähr|fast|circa|quasi|cerca|quase|oko|око|otprilike|отприлике|близько|приблизно|майже|około|blisko|prawie|~|≈',
  exactly:
    'exactly|only|just|exactamente|sólo|solo|exactement|seulement|ровно|только|всего|genau|nur|esattamente|exatamente|apenas|tačno|тачно|рівно|лише|dokładnie|tylko',
};
const AFTER: readonly (readonly [Comparator, string])[] = [
  [
    'at-least',
    'or more|o más|ou plus|и более|или более|oder mehr|o più|ou mais|ili više|или више|або більше|lub więcej',
  ],
  ['at-most', 'or fewer|or less|o menos|ou moins|или менее|oder weniger|o meno|ou menos'],
  ['about', 'or so|o así|environ|или около того'],
];

type Phrase = { readonly comparator: Comparator; readonly keys: readonly string[] };

function phrases(groups: readonly (readonly [Comparator, string])[]): readonly Phrase[] {
  return groups
    .flatMap(([comparator, words]) =>
      words.split('|').map(phrase => ({ comparator, keys: phrase.split(' ').map(wordKey) })),
    )
    .sort((a, b) => b.keys.length - a.keys.length);
}

/** By their last word. */
const before = new Map<string, readonly Phrase[]>();
for (const phrase of phrases(Object.entries(BEFORE) as [Comparator, string][]))
  before.set(phrase.keys.at(-1)!, [...(before.get(phrase.keys.at(-1)!) ?? []), phrase]);
const after = phrases(AFTER);

/** Words that may stand between a comparator and its number. */
const ARTICLES = new Set(['the', 'a', 'an', 'los', 'las', 'les', 'des', 'die', 'der']);

/**
 * Finds the comparator that stands right before the number, the longest phrase first ("no more than" before "more
 * than").
 * @param at index of the number's first token
 * @returns it and the index of its first token
 */
export function comparatorBefore(
  tokens: readonly Token[],
  at: number,
): { comparator: Comparator; from: number } | undefined {
  const end = ARTICLES.has(tokens[at - 1]?.key ?? '') ? at - 1 : at;
  const phrase = before
    .get(tokens[end - 1]?.key ?? '')
    ?.find(({ keys }) => matches(tokens, end - keys.length, keys));
  return phrase && { comparator: phrase.comparator, from: end - phrase.keys.length };
}

/** @returns the comparator that stands right after the number ("or more", "+"), and the index after it. */
export function comparatorAfter(
  tokens: readonly Token[],
  at: number,
): { comparator: Comparator; next: number } | undefined {
  if (tokens[at]?.text === '+') return { comparator: 'at-least', next: at + 1 };
  const phrase = after.find(({ keys }) => matches(tokens, at, keys));
  return phrase && { comparator: phrase.comparator, next: at + phrase.keys.length };
}

function matches(tokens: readonly Token[], from: number, keys: readonly string[]): boolean {
  return from >= 0 && keys.every((key, i) => tokens[from + i]?.key === key);
}
