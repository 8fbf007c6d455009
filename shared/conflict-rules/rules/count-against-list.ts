import { compareCounts } from '../../values/counts/compare-counts.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { hullOf, spanAt, spansOf } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';
import { type Counted, type CountedList, countedAt, findCountedLists } from '../text/counted.ts';
import { isRareWord } from '../text/rare.ts';

type CountOrList = Passage &
  (
    | { readonly counted: Counted; readonly list?: never }
    | { readonly list: CountedList; readonly counted?: never }
  );

/** Where nothing but the subject ties a count to a list, the numbers must be so far apart. */
const FAR = 2;

const MOST = 200;

const rule = {
  id: 'count-against-list',
  version: 1,
  kind: 'count-mismatch',
  severity: 'warning',
  label: 'Numbers that do not fit the list they announce, or a list of the same things',
} as const;

/** A text counts what it, or another text, lists, and comes to another number. */
export const countAgainstList = passageRule<CountOrList>({
  ...rule,
  compares: 'passages',
  reads: 'mentions',
  most: MOST,
  *find(text, mentions): Iterable<CountOrList> {
    const { documentId } = text;
    const lists = text.once(findCountedLists);
    for (const list of lists)
      yield {
        documentId,
        start: list.label.start,
        list,
        keys: [`at|${documentId}|${list.label.start}`, ...keysOf(list.families, list.subject)],
      };
    const counts = mentions
      .flatMap(mention => countedAt(text, mention) ?? [])
      .filter(({ count }) => count.number >= 2);
    const announcing = announcements(counts, lists);
    for (const counted of counts) {
      const { start } = hullOf(counted.mention);
      const announced = announcing.get(counted);
      const keys =
        announced === undefined
          ? keysOf(counted.families, counted.subject)
          : announced.map(list => `at|${documentId}|${list.label.start}`);
      if (keys.length > 0) yield { documentId, start, counted, keys };
    }
  },
  *examine(key, passages, known): Iterable<Finding> {
    const lists = passages.flatMap(passage => (passage.list ? [{ ...passage, list: passage.list }] : []));
    const counts = passages.flatMap(passage =>
      passage.counted ? [{ ...passage, counted: passage.counted }] : [],
    );
    const isAnnounced = key.startsWith('at|');
    for (const { list, documentId } of lists) {
      for (const { counted, documentId: other } of counts) {
        if (!isAnnounced && !isOfOne(key, counted, list, documentId === other)) continue;
        const listed = {
          kind: 'count',
          number: list.length,
          comparator: 'exactly',
          text: String(list.length),
        } as const;
        const { relation, explanation, ratio } = compareCounts(counted.count, listed);
        if (relation !== 'contradicts') continue;
        if (list.isOpen && list.length < counted.count.number) continue;
        const isNear = documentId === other && counted.nouns.some(noun => list.nouns.includes(noun));
        if (!isAnnounced && ratio < FAR && !isNear) continue;
        const [text, there] = [known.texts.get(documentId), known.texts.get(other)];
        if (!text) continue;
        const given = {
          count: counted.mention.quote,
          length: String(list.length),
          label: list.label.words.slice(0, 200),
        };
        yield found(rule, {
          severity: isAnnounced || documentId !== other || ratio >= FAR ? 'warning' : 'info',
          message: `“${given.count}”, but the list “${given.label}” has ${given.length} entries`,
          given,
          sides: [
            { value: counted.mention.quote, spans: spansOf(counted.mention, there) },
            {
              value: String(list.length),
              spans: uniqueSpans(list).map(({ start, end }) => spanAt(text, start, end)),
            },
          ],
          grounds: [
            speaksFor('count-against-list.length', `The list has ${list.length} entries`, {
              length: given.length,
            }),
            isAnnounced
              ? speaksFor(
                  'count-against-list.announced',
                  'The number stands in the words that lead to the list',
                )
              : speaksFor('count-against-list.subject', `Both tell of ${sharedWords(counted, list)}`, {
                  words: sharedWords(counted, list),
                }),
            ...(explanation === 'far-above-the-floor'
              ? [
                  speaksAgainst(
                    'count-against-list.floor',
                    `${given.length} is more than ${counted.count.number}, so the words are not wrong, but they mislead`,
                    { length: given.length, number: String(counted.count.number) },
                  ),
                ]
              : []),
            ...(documentId === other
              ? []
              : [
                  speaksAgainst(
                    'count-against-list.apart',
                    'They stand in different documents, which may tell of different times',
                  ),
                ]),
          ],
          key: `${rule.id}|${counted.count.comparator} ${counted.count.number}|${counted.nouns.join(' ')}|${given.label.toLowerCase().slice(0, 80)}|${list.length}`,
        });
      }
    }
  },
});

const keysOf = (families: readonly string[], subject: ReadonlySet<string>): string[] =>
  families.flatMap(family => [...subject].filter(isRareWord).map(word => `of|${family}|${word}`));

/** So near its end a number in a sentence must stand to say how many follow in that sentence. */
const NEAR_END = 80;

/** The counts in the words that lead to lists, each with its list where it is the last there and tells how many follow. */
function announcements(
  counts: readonly Counted[],
  lists: readonly CountedList[],
): ReadonlyMap<Counted, readonly CountedList[]> {
  const found = new Map<Counted, CountedList[]>();
  for (const list of lists) {
    for (const label of list.labels) {
      const inside = counts.filter(
        ({ mention }) => hullOf(mention).start >= label.start && hullOf(mention).end <= label.end,
      );
      for (const counted of inside) if (!found.has(counted)) found.set(counted, []);
      const last = inside.filter(announces).at(-1);
      const isFar = last && list.kind === 'enumeration' && label.end - hullOf(last.mention).end > NEAR_END;
      if (last && !isFar) found.get(last)!.push(list);
    }
  }
  return found;
}

/** A small number before a noun that no list is made of ("two days after") does not announce the list. */
const announces = ({ count, nouns, families }: Counted): boolean =>
  count.number >= 2 && (families.length > 0 || (nouns.length > 0 && !NOT_LISTED.has(nouns[0]!)));
const NOT_LISTED = new Set([
  'day',
  'year',
  'month',
  'page',
  'seat',
  'vote',
  'euro',
  'dollar',
  '%',
  'killed',
  'wounded',
  'victim',
]);

/** Whether a count and a list are of the same things of the same subject, by the first word that they share. */
function isOfOne(key: string, counted: Counted, list: CountedList, isNear: boolean): boolean {
  const shared = [...counted.subject].filter(word => list.subject.has(word)).sort();
  const first = shared.find(isRareWord);
  if (first === undefined || !key.endsWith(`|${first}`)) return false;
  const family = counted.families.find(one => list.families.includes(one));
  if (family === undefined || !key.startsWith(`of|${family}|`)) return false;
  const fewer = Math.min(counted.subject.size, list.subject.size);
  return shared.length * 2 >= fewer && (!counted.isImplied || !isNear || fewer > 0);
}

const sharedWords = (counted: Counted, list: CountedList): string =>
  [...counted.subject]
    .filter(word => list.subject.has(word))
    .sort()
    .join(' ');

const uniqueSpans = ({ label, labels }: CountedList) => [
  ...new Map([label, ...labels].map(span => [span.start, span])).values(),
];
