import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import type { Template } from '../../markup/markup.ts';
import type { Span } from '../../text/text-like.ts';
import { monthsNamed } from '../../values/dates/months.ts';
import { type Token, tokensOf } from '../../values/tokens.ts';
import { findSentences, sentenceOf, wordsOf } from './sentences.ts';
import { functionWords, placeWords } from './small-words.ts';
import { bareWord } from './stems.ts';

/** The words that a mention stands among: its sentence, or the parameter of the template that it is in. */
export interface Statement {
  /** Where these words stand in the raw text. */
  readonly raw: Span;
  /** Words before the mention and behind it, in text order. */
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  /** What the parameter of an infobox is called that holds the mention: "founded". */
  readonly parameter?: string;
  /** Whether it stands in a reference, where it tells of the source rather than of the matter. */
  readonly inReference: boolean;
}

/** Longest stretch of what is not seen that is looked at on either side, in UTF-16 code units. */
const REACH = 500;

/** @returns the words around a stretch of the raw text */
export function statementAt(text: CheckedText, { start, end }: Span): Statement {
  const view = text.once(findSeen);
  const at = view.at(start);
  const isSeen = at < view.text.length && view.raw({ start: at, end: at + 1 }).start <= start;
  if (!isSeen) return hiddenStatement(text, { start, end });
  const sentence = sentenceOf(text.once(findSentences), at);
  const last = Math.max(at + 1, view.at(end));
  const words = wordsOf(text, sentence);
  const raw = view.raw({
    start: Math.min(words[0]?.start ?? at, at),
    end: Math.max(words.at(-1)?.end ?? 0, at + 1),
  });
  return {
    raw,
    before: words.slice(0, firstFrom(words, at)).slice(-MOST_WORDS),
    after: words.slice(firstFrom(words, last)).slice(0, MOST_WORDS),
    inReference: false,
  };
}

/** So many words are looked at on either side. */
const MOST_WORDS = 80;

/** @returns the index of the first word that begins at an offset or behind it */
function firstFrom(words: readonly Token[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hiddenStatement(text: CheckedText, { start, end }: Span): Statement {
  const template = lastAround(text.once(findTemplates), start, end);
  const parameter = template?.parameters.find(({ value }) => value.start <= start && value.end >= end);
  const inReference = lastAround(text.once(findReferences), start, end) !== undefined;
  const raw = parameter?.value ?? {
    start: Math.max(0, start - 100),
    end: Math.min(text.text.length, end + 100),
  };
  const from = Math.max(raw.start, start - REACH);
  const to = Math.min(raw.end, end + REACH);
  return {
    raw,
    before: tokensOf(text.text.slice(from, start)),
    after: tokensOf(text.text.slice(end, Math.max(end, to))),
    ...(parameter && !inReference ? { parameter: parameter.name } : {}),
    inReference,
  };
}

/** Templates with words of their own: infoboxes and citations. */
const findTemplates = (text: CheckedText): readonly Template[] =>
  text.markup.filter(
    span => span.kind === 'template' && span.parameters.some(({ name }) => !/^\d+$/.test(name)),
  ) as Template[];

const findReferences = (text: CheckedText): readonly Span[] =>
  text.markup.filter(span => span.kind === 'reference');

/** So many spans that begin before a place are looked at for one that reaches over it. */
const MOST_NESTED = 12;

/** @returns the last of ascending spans that reaches over a stretch */
function lastAround<S extends Span>(spans: readonly S[], start: number, end: number): S | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= Math.max(0, low - MOST_NESTED); i--) if (spans[i]!.end >= end) return spans[i];
  return undefined;
}

/** Words in capitals in a row that name something, as keys, without months and little words. */
interface Naming {
  readonly keys: readonly string[];
  /** Whether a word such as "in" before it makes it a place. */
  readonly isPlace: boolean;
}

/** @returns what is named among words */
export function namingsIn(tokens: readonly Token[]): Naming[] {
  const found: Naming[] = [];
  let keys: string[] = [];
  let isPlace = false;
  const close = () => {
    if (keys.length > 0) found.push({ keys, isPlace });
    keys = [];
  };
  tokens.forEach((token, i) => {
    const isName = token.kind === 'word' && /^\p{Lu}/u.test(token.text) && token.text.length > 1;
    if (isName && !functionWords.has(token.key) && monthsNamed(token.key, undefined).length === 0) {
      if (keys.length === 0) isPlace = i > 0 && placeWords.has(tokens[i - 1]!.key);
      keys.push(nameKey(token));
    } else if (
      keys.length > 0 &&
      !(token.kind === 'word' && functionWords.has(token.key) && token.text.length <= 4)
    )
      close();
  });
  close();
  return found;
}

/** A word as it is compared: without the endings by which case and number are told. */
export const nameKey = ({ text }: Token): string => bareWord(text);

/** @returns the words that say something, as keys */
export function contentOf(tokens: readonly Token[]): string[] {
  return tokens
    .filter(({ kind, key }) => kind === 'word' && key.length > 2 && !functionWords.has(key))
    .map(nameKey);
}

/** Words by which two places in a sentence may be apart and still be one. */
const FEW = 3;

/** Whether two mentions stand at the same place of statements that are alike: behind about as many words. */
export function isSamePlace(one: Statement, other: Statement): boolean {
  return Math.abs(one.before.length - other.before.length) <= FEW;
}
