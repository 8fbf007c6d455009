import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import { nameKeys } from '../../values/names/compare/keys.ts';
import { readPerson } from '../../values/names/read-person.ts';
import type { Finding } from '../finding.ts';
import type { Mention } from '../mention.ts';
import { byCode, hullOf } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';
import { nameOf, preparedName } from '../text/names.ts';
import { nameVariant } from './name-variant.ts';

interface Named extends Passage {
  readonly mention: Mention;
  /** Whether it is only a row of words in capitals, which nothing says is a name. */
  readonly isGuess: boolean;
}

const ROW = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’'-]{1,30}(?:[ \u00a0]\p{Lu}[\p{L}\p{M}’'-]{1,30}){1,4}/gu;
/** Of the words before a name in a row, so many may be no part of it. */
const MOST_DROPPED = 3;
const MOST = 60;
/** Rows of one wording that are looked at; the others say no more. */
const MOST_SAME = 5;

/** Words in capitals that nobody marked as a name differ little from a person’s name that is marked. */
export const unmarkedName = passageRule<Named>({
  ...{ id: 'unmarked-name', version: 1, kind: 'name-variant', severity: 'warning' },
  label: 'Words in capitals that seem to be another form of a person’s name',
  compares: 'passages',
  reads: 'mentions',
  most: MOST,
  *find(text, mentions): Iterable<Named> {
    const people = mentions.filter(mention => nameOf(mention)?.bearer === 'person');
    for (const mention of people) yield named(text, mention, false);
    const covers = coverOf(mentions);
    for (const guess of text.once(findRows)) if (!covers(hullOf(guess))) yield named(text, guess, true);
  },
  *examine(_key, passages, known): Iterable<Finding> {
    const guesses = passages.filter(({ isGuess }) => isGuess);
    const marked = passages.filter(({ isGuess }) => !isGuess);
    if (guesses.length === 0 || marked.length === 0) return;
    for (const guess of guesses) {
      for (const { mention } of marked) {
        const words = nameOf(mention)!.full.split(' ').length;
        // A row may begin with words that are no part of the name; only as many as the name has are compared.
        if (nameOf(guess.mention)!.full.split(' ').length !== words) continue;
        const forms = [guess.mention, mention].map(each => ({
          key: nameVariant.form(each)!,
          mentions: [each],
        }));
        const [one, other] = forms.sort((a, b) => byCode(a.key, b.key));
        if (one!.key !== other!.key) yield* nameVariant.compare(one!, other!, known);
      }
    }
  },
});

function named(text: CheckedText, mention: Mention, isGuess: boolean): Named {
  const keys = nameKeys(preparedName(nameOf(mention)!));
  return { documentId: text.documentId, start: hullOf(mention).start, mention, isGuess, keys, from: mention };
}

/** Rows of two words in capitals or more, with and without their first words, as if they were people. */
function findRows(text: CheckedText): readonly Mention[] {
  const view = text.once(findSeen);
  const times = new Map<string, number>();
  const rows: Mention[] = [];
  for (const row of view.text.matchAll(ROW)) {
    const words = row[0].split(/[ \u00a0]/);
    let at = row.index;
    for (let dropped = 0; dropped <= MOST_DROPPED && words.length - dropped >= 2; dropped++) {
      const full = words.slice(dropped).join(' ');
      const count = (times.get(full) ?? 0) + 1;
      times.set(full, count);
      const value = count > MOST_SAME ? undefined : readPerson(full, text.context);
      const { start, end } = view.raw({ start: at, end: row.index + row[0].length });
      if (value)
        rows.push({
          id: `${text.documentId} row ${start}`,
          documentId: text.documentId,
          type: 'person',
          ranges: [{ start, end }],
          quote: text.text.slice(start, end),
          value,
          fields: {},
        });
      at += words[dropped]!.length + 1;
    }
  }
  return rows;
}

/** @returns whether a mention that bears a name overlaps a stretch */
function coverOf(mentions: readonly Mention[]): (span: { start: number; end: number }) => boolean {
  const sorted = mentions
    .filter(nameOf)
    .map(hullOf)
    .sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    return [sorted[low - 1], sorted[low - 2]].some(span => span !== undefined && span.end > start);
  };
}
