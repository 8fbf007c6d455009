import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { compareCounts } from '../values/counts/compare-counts.ts';
import { CountValue } from '../values/counts/count.ts';
import { functionWords } from '../values/counts/function-words.ts';
import { nounsOf } from '../values/counts/nouns.ts';
import { readCount } from '../values/counts/read-count.ts';
import type { Identity } from './align.ts';
import { formKey } from './form-key.ts';
import type { FoundList } from './found-list.ts';

/** How many a text says there are, beside how many it or another text lists. */
export interface Asserted {
  /** The claim that says so: a count, or a list with its length. */
  readonly claimId: string;
  readonly documentId: string;
  /** The words that say so. */
  readonly words: string;
  /** The lists it is held against, by their places. */
  readonly places: readonly number[];
  /** How many different ones these name. */
  readonly listed: number;
  readonly relation: 'equal' | 'compatible' | 'contradicts';
  /** Larger number over smaller one. */
  readonly ratio: number;
}

/** How long a list is, and what stands in it twice. */
export interface Length {
  readonly place: number;
  readonly entries: number;
  readonly distinct: number;
  /** The forms of what stands there more than once. */
  readonly twice: readonly string[];
}

/** @returns how long each list is; of lists of all who are named nothing is said */
export function lengthsOf(lists: readonly FoundList[], all: readonly Identity[]): Length[] {
  return lists.flatMap((list, place) => {
    if (list.of === 'named') return [];
    const there = all.filter(({ entries }) => entries.has(place));
    return [
      {
        place,
        entries: list.entries.length,
        distinct: there.length,
        twice: there.filter(({ entries }) => entries.get(place)!.length > 1).map(({ form }) => form),
      },
    ];
  });
}

const COUNTED: Readonly<Record<Entity['kind'], readonly string[]>> = {
  organization: ['party', 'movement', 'organization', 'member', 'union', 'participant'],
  person: [
    'person',
    'participant',
    'delegate',
    'representative',
    'deputy',
    'speaker',
    'signatory',
    'expert',
    'scientist',
    'member',
  ],
  place: ['country', 'city', 'state', 'branch'],
};

/**
 * Holds what texts say about numbers against the lists: the length a list claim states, and counts of what the lists
 * are of, where the words of their subjects meet.
 * @param claims of the documents that the lists stand in, and of others
 * @param languageOf a document's language
 */
export function assertedLengths(
  claims: readonly Claim[],
  lists: readonly FoundList[],
  all: readonly Identity[],
  languageOf: (documentId: string) => string | undefined = () => undefined,
): Asserted[] {
  const held: Asserted[] = [];
  lists.forEach((list, place) => {
    const value = list.asserted === undefined ? undefined : readCount(list.asserted, {});
    if (!value || !list.claimId) return;
    held.push(against(value, list.claimId, list.documentId, list.asserted!, [place], all));
  });
  const stated = [...held];
  for (const claim of claims) {
    if (claim.type !== 'count') continue;
    const value = CountValue.safeParse(claim.value);
    if (!value.success) continue;
    const { documentId } = claim.anchor;
    const language = languageOf(documentId);
    const nouns = nounsOf([value.data.unit, claim.fields.of].filter(Boolean).join(', '), language);
    const subject = tellingWords(claim.fields.subject ?? '', language);
    if (subject.size === 0 || nouns.length === 0) continue;
    const fitting = lists.flatMap((list, place) => {
      const isOf = list.of !== 'named' && COUNTED[list.kind].some(noun => nouns.includes(noun));
      const meets = [...tellingWords(list.subject, language)].some(word => subject.has(word));
      return isOf && meets ? [{ list, place }] : [];
    });
    const here = fitting.filter(({ list }) => list.documentId === documentId);
    const places = (here.length > 0 ? here : fitting).map(({ place }) => place);
    const isStated = stated.some(one => one.documentId === documentId && places.includes(one.places[0]!));
    if (places.length > 0 && !isStated)
      held.push(against(value.data, claim.id, documentId, claim.anchor.quote.exact, places, all));
  }
  return held;
}

function against(
  value: CountValue,
  claimId: string,
  documentId: string,
  words: string,
  places: readonly number[],
  all: readonly Identity[],
): Asserted {
  const listed = all.filter(({ entries }) => places.some(place => entries.has(place))).length;
  const length: CountValue = { kind: 'count', number: listed, comparator: 'exactly', text: '' };
  const { relation, ratio } = compareCounts(value, length);
  return { claimId, documentId, words, places, listed, relation, ratio };
}

/** Words that tell one subject from another. */
function tellingWords(subject: string, language: string | undefined): Set<string> {
  const stops = functionWords(language?.split('-', 1)[0]);
  return new Set(
    formKey(subject)
      .split(' ')
      .filter(word => word.length > 2 && !stops.has(word) && !/^\d+$/.test(word)),
  );
}
