import type { Mention } from '../../../shared/conflict-rules/mention.ts';
import type { CheckedText } from '../../../shared/detectors/checked-text.ts';
import { findLists } from '../../../shared/detectors/structure/lists.ts';
import { monthsNamed } from '../../../shared/values/dates/months.ts';
import { tokensOf } from '../../../shared/values/tokens.ts';
import type { Random } from './random.ts';
import { respelt, transliterated } from './respell.ts';

export const plantedKinds = ['member', 'date', 'count', 'respelt', 'transliterated', 'reference'] as const;
export type PlantedKind = (typeof plantedKinds)[number];

/** One contradiction planted into a copy of a text. */
export interface Planted {
  readonly kind: PlantedKind;
  readonly text: string;
  /** Where the changed words stand in the copy. */
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly is: string;
}

/** A text to plant in, with what is mentioned in it. */
export interface Ground {
  readonly checked: CheckedText;
  readonly mentions: readonly Mention[];
}

type Planter = (ground: Ground, random: Random, others: readonly Ground[]) => Planted | undefined;

/** Plants one contradiction of a kind, or nothing where the text has no place for it. */
export const plant: Readonly<Record<PlantedKind, Planter>> = {
  member: swapMember,
  date: shiftDate,
  count: changeCount,
  respelt: (ground, random) => changeName('respelt', ground, random, name => respelt(name, random)),
  transliterated: (ground, random) => changeName('transliterated', ofPeople(ground), random, transliterated),
  reference: breakReference,
};

/** Only people are written in another script letter by letter; what has a meaning is translated. */
function ofPeople({ checked, mentions }: Ground): Ground {
  return {
    checked,
    mentions: mentions.filter(({ value }) => value.kind === 'name' && value.bearer === 'person'),
  };
}

function changed(
  kind: PlantedKind,
  text: string,
  start: number,
  end: number,
  is: string,
): Planted | undefined {
  const was = text.slice(start, end);
  if (was === is) return undefined;
  return { kind, text: text.slice(0, start) + is + text.slice(end), start, end: start + is.length, was, is };
}

/** An entry of a list is replaced by one of another text's, or by another entry of its own list. */
function swapMember({ checked }: Ground, random: Random, others: readonly Ground[]): Planted | undefined {
  const named = (ground: CheckedText) =>
    ground
      .once(findLists)
      .filter(({ of, role, items }) => of !== 'sentences' && role !== 'aside' && items.length >= 4);
  const list = random.pick(named(checked));
  const item = list && random.pick(list.items);
  if (!list || !item) return undefined;
  const foreign = others
    .flatMap(other => named(other.checked))
    .filter(({ of }) => of === list.of)
    .flatMap(({ items }) => items.map(({ name }) => name));
  const own = list.items.filter(({ name }) => name !== item.name).map(({ name }) => name);
  const name = random.next() < 0.7 ? (random.pick(foreign) ?? random.pick(own)) : random.pick(own);
  return name === undefined ? undefined : changed('member', checked.text, item.start, item.end, name);
}

/** A year, a day or a month of a whole date becomes another. */
function shiftDate({ checked, mentions }: Ground, random: Random): Planted | undefined {
  const dates = mentions.filter(
    ({ value, ranges }) =>
      value.kind === 'date' &&
      /^\d{4}/.test(value.edtf) &&
      ranges.length === 1 &&
      /\d{4}/.test(checked.text.slice(ranges[0]!.start, ranges[0]!.end)),
  );
  const mention = random.pick(dates);
  if (!mention) return undefined;
  const { start, end } = mention.ranges[0]!;
  const quote = checked.text.slice(start, end);
  const year = /\d{4}/.exec(quote)!;
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(quote);
  const month = tokensOf(quote).find(
    ({ kind, key }) => kind === 'word' && monthsNamed(key, undefined).length > 0,
  );
  if (day && month && random.next() < 0.5) {
    const shifted = String(((Number(day[0]) + 2 + random.below(20)) % 27) + 1);
    return shifted === day[0]
      ? undefined
      : changed(
          'date',
          checked.text,
          start,
          end,
          quote.slice(0, day.index) + shifted + quote.slice(day.index + day[0].length),
        );
  }
  const shift = (1 + random.below(6)) * (random.next() < 0.5 ? -1 : 1);
  const other = String(Number(year[0]) + shift);
  return changed(
    'date',
    checked.text,
    start,
    end,
    quote.slice(0, year.index) + other + quote.slice(year.index + 4),
  );
}

/** A number in figures becomes another, well apart from it. */
function changeCount({ checked, mentions }: Ground, random: Random): Planted | undefined {
  const counts = mentions.filter(({ value, ranges }) => value.kind === 'count' && ranges.length === 1);
  const mention = random.pick(counts);
  if (mention?.value.kind !== 'count') return undefined;
  const { start, end } = mention.ranges[0]!;
  const quote = checked.text.slice(start, end);
  const figures = /\d[\d., {2}]*\d|\d/.exec(quote);
  const number = mention.value.number;
  const other = Math.max(
    2,
    Math.round(random.next() < 0.5 ? number * (2 + random.below(3)) + 1 : number / 2),
  );
  if (other === number) return undefined;
  if (figures)
    return changed(
      'count',
      checked.text,
      start,
      end,
      quote.slice(0, figures.index) + String(other) + quote.slice(figures.index + figures[0].length),
    );
  const word = tokensOf(quote).find(({ kind }) => kind === 'word');
  return (
    word &&
    changed(
      'count',
      checked.text,
      start,
      end,
      quote.slice(0, word.start) + String(other + 12) + quote.slice(word.end),
    )
  );
}

/** One place where a name of two words or more stands gets another form. */
function changeName(
  kind: PlantedKind,
  { checked, mentions }: Ground,
  random: Random,
  change: (name: string) => string | undefined,
): Planted | undefined {
  const names = mentions.filter(
    ({ value, ranges, quote }) =>
      value.kind === 'name' &&
      ranges.length === 1 &&
      /^\p{L}[\p{L}’'.-]*(?: \p{L}[\p{L}’'.-]*)+$/u.test(quote) &&
      quote.length <= 60,
  );
  const mention = random.pick(names);
  if (!mention) return undefined;
  const is = change(mention.quote);
  const { start, end } = mention.ranges[0]!;
  return is === undefined ? undefined : changed(kind, checked.text, start, end, is);
}

/** A reference loses its end, the name that it repeats, or straight quotation marks. */
function breakReference({ checked: { text, markup } }: Ground, random: Random): Planted | undefined {
  const references = markup.filter(span => span.kind === 'reference');
  const reference = random.pick(references);
  if (!reference) return undefined;
  const { start, end } = reference;
  const words = text.slice(start, end);
  const name = /name\s*=\s*"([^"]+)"/.exec(words);
  switch (random.below(4)) {
    case 0:
      return words.endsWith('</ref>')
        ? changed('reference', text, start, end, words.slice(0, -6))
        : undefined;
    case 1:
      return words.endsWith('</ref>')
        ? changed('reference', text, start, end, `${words.slice(0, -6)}(/ref>`)
        : undefined;
    case 2:
      return name
        ? changed('reference', text, start, end, words.replace(name[0], `name="${name[1]}x"`))
        : undefined;
    default:
      return name
        ? changed('reference', text, start, end, words.replace(name[0], `name=“${name[1]}”`))
        : undefined;
  }
}
