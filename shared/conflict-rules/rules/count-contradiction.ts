import { compareCounts } from '../../values/counts/compare-counts.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { byCode, hullOf, spansOf } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';
import { type Counted, countedAt } from '../text/counted.ts';
import { isRareWord } from '../text/rare.ts';
import { isSamePlace } from '../text/statement.ts';

interface CountPassage extends Passage, Counted {}

/** Of the words of two statements, so large a share is the same where they say the same thing. */
const SAME_WORDS = 0.75;
const FEWEST_WORDS = 4;
/** "Over 15" and "more than 100" may both be true, but not both be fair. */
const FAR = 3;
const MOST = 60;

const rule = {
  id: 'count-contradiction',
  version: 1,
  kind: 'count-mismatch',
  severity: 'warning',
  label: 'Different numbers of the same things',
} as const;

/** The same things of the same subject are counted twice, with numbers that do not go together. */
export const countContradiction = passageRule<CountPassage>({
  ...rule,
  compares: 'passages',
  reads: 'mentions',
  most: MOST,
  *find(text, mentions): Iterable<CountPassage> {
    for (const mention of mentions) {
      const counted = countedAt(text, mention);
      if (!counted || counted.statement.inReference) continue;
      const { content, families, subject } = counted;
      const nouns = families.length > 0 ? families : counted.nouns;
      const keys = nouns.flatMap(noun => [...subject].filter(isRareWord).map(word => `of|${noun}|${word}`));
      if (content.size >= FEWEST_WORDS)
        keys.push(
          `same|${[...content]
            .sort((a, b) => b.length - a.length || byCode(a, b))
            .slice(0, 3)
            .sort()
            .join(' ')}`,
        );
      if (keys.length > 0)
        yield { ...counted, documentId: text.documentId, start: hullOf(mention).start, keys, from: mention };
    }
  },
  *examine(key, passages, known): Iterable<Finding> {
    for (const [i, one] of passages.entries()) {
      for (const other of passages.slice(i + 1)) {
        const isRepeated = key.startsWith('same|');
        if (isRepeated ? !saysTheSame(one, other) : !isOfOne(key, one, other)) continue;
        const { relation, ratio } = compareCounts(one.count, other.count);
        const isFar = relation !== 'equal' && areFloors(one, other) && ratio >= FAR;
        if (relation !== 'contradicts' && !isFar && !(isRepeated && one.count.number !== other.count.number))
          continue;
        const isApart = one.documentId !== other.documentId;
        const given = { a: one.mention.quote, b: other.mention.quote };
        const shared = [...one.subject]
          .filter(word => other.subject.has(word))
          .sort()
          .join(' ');
        yield found(rule, {
          severity: isRepeated || (isApart && isFar) ? 'warning' : 'info',
          message: `The same things are counted as “${given.a}” and “${given.b}”`,
          given,
          sides: [one, other].map(({ mention, documentId }) => ({
            value: mention.quote,
            spans: spansOf(mention, known.texts.get(documentId)),
          })),
          grounds: [
            isRepeated
              ? speaksFor('count-contradiction.same', 'But for the numbers both passages say the same')
              : speaksFor('count-contradiction.subject', `Both count ${one.nouns.join(', ')} of ${shared}`, {
                  nouns: one.nouns.join(', '),
                  words: shared,
                }),
            isFar && relation !== 'contradicts'
              ? speaksAgainst('count-contradiction.floors', 'Both say “more than”, so both may be true')
              : speaksFor('count-contradiction.apart', 'No number fits both'),
            ...(isApart
              ? [
                  speaksAgainst(
                    'count-contradiction.documents',
                    'They stand in different documents, which may tell of different times',
                  ),
                ]
              : []),
          ],
          key: `${rule.id}|${[one, other]
            .map(({ count, nouns }) => `${count.comparator} ${count.number} ${nouns.join(' ')}`)
            .sort()
            .join('|')}|${shared}`,
        });
      }
    }
  },
});

const areFloors = (one: Counted, other: Counted): boolean =>
  [one, other].every(({ count }) => count.comparator === 'more-than' || count.comparator === 'at-least');

/** Whether two counts are of the same things of one subject, by the first rare word that they share. */
function isOfOne(key: string, one: CountPassage, other: CountPassage): boolean {
  const shared = [...one.subject].filter(word => other.subject.has(word)).sort();
  const first = shared.find(isRareWord);
  if (first === undefined || !key.endsWith(`|${first}`)) return false;
  const isSameNoun = one.nouns.some(noun => other.nouns.includes(noun));
  const family = one.families.find(each => other.families.includes(each));
  if (!key.startsWith(`of|${family ?? one.nouns.find(noun => other.nouns.includes(noun))}|`)) return false;
  if (shared.length * 2 < Math.min(one.subject.size, other.subject.size)) return false;
  if (one.documentId !== other.documentId) return true;
  // Within one text the same things are counted for many reasons: what is said of them must be alike.
  const words = [...one.content].filter(word => other.content.has(word)).length;
  return (
    isSameNoun &&
    words * 2 >= Math.min(one.content.size, other.content.size) &&
    one.statement.raw.start !== other.statement.raw.start
  );
}

/** Whether two passages are one statement made twice. */
function saysTheSame(one: CountPassage, other: CountPassage): boolean {
  if (one.documentId === other.documentId && one.statement.raw.start === other.statement.raw.start)
    return false;
  const shared = [...one.content].filter(word => other.content.has(word)).length;
  const isSame =
    shared >= FEWEST_WORDS && shared >= (one.content.size + other.content.size - shared) * SAME_WORDS;
  return (
    isSame &&
    isSamePlace(one.statement, other.statement) &&
    one.nouns.join() === other.nouns.join() &&
    digitsOf(one) === digitsOf(other)
  );
}

const digitsOf = ({ statement }: Counted): string =>
  [...statement.before, ...statement.after]
    .flatMap(({ kind, text }) => (kind === 'digits' ? text : []))
    .join(' ');
